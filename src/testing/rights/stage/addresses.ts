import { createUploads } from '../../../platform/files/uploads.ts'
import { OTHER_DOCUMENT } from './conference.ts'
import { paperWith, type Stage, said } from './stage.ts'

/** Values for the parameters of addresses, by their names or for one page alone, and what is asked of pages. */
export async function addresses(stage: Stage): Promise<void> {
  values(stage)
  await ofPages(stage)
  await together(stage)
  searches(stage)
}

const some = (value: unknown): string[] => [String(value)]
const BEFORE = ['71', '72', '73', '74', '75'].map((at) => `KOR-2021-${at}`)
const PUBLIC = ['KOR-2021-76', 'KOR-2021-77', 'KOR-2021-01']

function values({ known, of, conference, party, addresses }: Stage) {
  const participants = (known.participants as string[]).map(String)
  Object.assign(addresses.values, {
    ...{ conference: [conference], party: [party], account: some(known.account) },
    ...{ document: [String(known.document), OTHER_DOCUMENT], number: ['1', '2'] },
    ...{ participant: participants, id: [...BEFORE, ...PUBLIC], round: some(known.round) },
    ...{ seating: some(known.seating), endpoint: some(known.endpoint), session: ['opening'] },
    ...{ dataset: ['pledges'], group: ['c34'], code: [party], kind: some(known.kind) },
    ...{ file: some(known.file), secret: some(known.feed), paper: ['2017-05'] },
    ...{ offer: known.offers as string[], need: some(known.need), run: some(known.run) },
    requirement: some(known.requirement),
    ...{ position: ['0'], token: some(of['notifications.stop']?.token) },
  })
}

/** A file that a translator brings back, with nothing in it. */
const XLIFF =
  '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="fr"><file id="f"><unit id="u"><segment><source>x</source><target>y</target></segment></unit></file></xliff>'

async function ofPages(stage: Stage) {
  const { w, known, of, addresses, does, host, conference } = stage
  const batch = await w.read.selectFrom('badge').select('batch').executeTakeFirstOrThrow()
  const visa = await w.read.selectFrom('visaLetter').select('id').execute()
  const letters = await w.read.selectFrom('mail').select('id').execute()
  const sent = { letter: letters.map(({ id }) => id) }
  const { slug } = await w.read
    .selectFrom('session')
    .select('slug')
    .where('id', '=', known.session as never)
    .executeTakeFirstOrThrow()
  const badges = (ids: readonly unknown[]) => ids.map((id) => `${id}.pdf`)
  const capabilities = { code: ['aviation'] }
  const { id: file } = await createUploads(w).keep(host, new File([XLIFF], 'fr.xlf'))
  const taken = await does(host, 'translations.hand-in', { conference, file })
  const note = { kind: 'logistics-note', name: said('Logistics'), date: null, supersedes: null }
  const page = await paperWith(stage, host, 'For everybody')
  const document = { ...note, note: null, file: page }
  await does(host, 'conferences.add-document', { conference, document, source: null })
  Object.assign(addresses.of, {
    ...Object.fromEntries(
      ['desk', 'settings', 'history', 'summary', 'list-pdf', 'list-csv'].map((name) => [
        `floor-desk.${name}`,
        { session: [slug] },
      ]),
    ),
    'floor-desk.speech': { session: [slug], speech: some(known.speech) },
    'programme-desk.session': { session: some(known.session) },
    'programme-reader.beside': { text: some(of['programme-reader.beside']?.text) },
    'delegations.document': { document: some(of['delegations.document']?.document) },
    'badges.batch': { batch: badges([batch.batch]) },
    'badges.single': { participant: badges(known.participants as string[]) },
    'participants.csv': { file: ['1.csv'] },
    'participants.pdf': { file: ['1.pdf'] },
    'arrivals.visa-letter': { letter: visa.map(({ id }) => id) },
    'administration.letter': sent,
    'administration.letter-look': sent,
    'administration.letter-paper': { letter: some(known.letter) },
    'capabilities.capability': capabilities,
    'capabilities.capability.json': capabilities,
    'followup-desk.own-review': { id: some(known.review) },
    'accreditation.person': {
      participant: [...(known.participants as string[]), String(known.journalist)],
    },
    'translations.file': { file: some(taken.file) },
    'finding.sitemap-pledges': { number: ['1'] },
    'pledges.timeline.svg': { id: PUBLIC },
    'pledges.timeline.csv': { id: PUBLIC },
    'delegation-reports.report': { id: PUBLIC },
    'delegation-reports.reply': { id: PUBLIC },
    'delegation-reports.error': { id: PUBLIC },
  })
}

async function together({ w, known, addresses, conference }: Stage) {
  const report = await w.read
    .selectFrom('progressReportFile')
    .select('report')
    .executeTakeFirstOrThrow()
  const { record } = await w.read
    .selectFrom('conference')
    .select('record')
    .where('id', '=', conference as never)
    .executeTakeFirstOrThrow()
  const paper = record.documents.find(({ file }) => file)?.id
  const past = [
    { conference, kind: 'participant', id: String(known.participant) },
    { conference, kind: 'pledge', id: 'KOR-2021-72' },
  ]
  Object.assign(addresses.together, {
    'conferences.paper': [{ conference, paper: String(paper) }],
    'journal.history': past,
    'journal.conference-history': past,
    'delegation-reports.evidence': [
      { id: 'KOR-2021-01', report: report.report, file: String(known.evidence) },
    ],
    'registration.answer': [{ conference, participant: String(known.journalist), field: 'letter' }],
    'outcome-desk.note': [{ conference, document: OTHER_DOCUMENT, file: String(known.note) }],
  })
}

function searches({ of, conference, party, addresses }: Stage) {
  Object.assign(addresses.searches, {
    'pledges.pledges': ['', `?party=${party}&order=announced`, `?edition=${conference}`, '?q=Qz'],
    'record.count': [`?edition=${conference}&party=${party}`],
    'people.people': ['', '?q=Qz'],
    'people.accounts': ['?q=Qz'],
    'administration.outbox': ['', '?q=Qz'],
    'participants.list': ['', '?list=1'],
    'translations.list': ['?into=fr'],
    'translations.text': ['?into=fr&text=conferences:name'],
    'translations.xlf': ['?into=fr&from=en'],
    'registration.own': ['', `?key=${of['registration.change']?.key}`],
    'own-data.participant': ['', `?key=${of['registration.change']?.key}`],
    'checkin.list': ['', `?key=${of['checkin.record-scans']?.key}`],
  })
}
