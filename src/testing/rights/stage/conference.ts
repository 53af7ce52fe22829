import { paperWith, type Stage, said } from './stage.ts'

/** What a secretariat works on before anybody else may see it. */
export async function conference(stage: Stage): Promise<void> {
  await programme(stage)
  await adopted(stage)
  await outcome(stage)
}

async function programme({ does, host, canary, known, of, conference }: Stage) {
  const place = { slug: 'in-draft', day: '2021-12-07', start: '15:00', end: '16:00' }
  const title = said(canary('the title of a session in draft'))
  const { session } = await does(host, 'programme.add-session', {
    ...{ conference },
    session: { ...place, kind: 'plenary', title, room: said(canary('the room in draft')) },
  })
  await does(host, 'programme.prepare-release', {
    ...{ conference, note: said(canary('the note of a release in preparation')) },
    letter: { to: ['focal-point'], words: said(canary('the letter of a release')) },
  })
  const taken = await does(host, 'programme-reader.take-text', {
    ...{ conference, text: `7 December 2021\n9:00 ${canary('the text that was handed in')}` },
  })
  Object.assign(known, { session, number: 1, room: 'Hall' })
  of['programme-reader.beside'] = { text: taken.text }
  of['programme-reader.import-programme'] = { text: taken.text }
}

/** A document that was adopted, beside the one that is worked on. */
export const OTHER_DOCUMENT = 'communique'

/** Adopted, and endorsed by a note. */
async function adopted(stage: Stage) {
  const { does, host, focal, canary, known, conference, party } = stage
  const of = { conference, document: OTHER_DOCUMENT }
  const settings = { name: said('Communique'), kind: 'communique', authentic: ['en'] }
  await does(host, 'outcome-documents.begin', { ...of, settings })
  const texts = { en: '# Communique\n\nWe met.' }
  await does(host, 'outcome-documents.draft', { ...of, texts })
  await does(host, 'outcome-documents.circulate', of)
  await does(host, 'outcome-documents.adopt', { ...of, on: '2021-12-07' })
  const file = await paperWith(stage, focal, canary('the note of a position'))
  const position = { party, act: 'endorse', on: '2021-12-07', file }
  await does(focal, 'outcome-documents.take-position', { ...of, ...position })
  known.note = file
}

async function outcome({ does, host, focal, canary, known, conference, party }: Stage) {
  const document = 'declaration'
  const of = { conference, document }
  await does(host, 'outcome-documents.begin', {
    ...of,
    settings: {
      ...{ name: said('Declaration'), kind: 'declaration', authentic: ['en'] },
      ...{ proposalsSeenBy: 'secretariat', signOffs: { host: 1, un: 1 } },
    },
  })
  const text = (word: string) => ({ en: `# Declaration\n\n${word} is agreed.\n\nWe meet again.` })
  await does(host, 'outcome-documents.draft', {
    ...{ ...of, texts: text(canary('the draft that was circulated')) },
  })
  await does(host, 'outcome-documents.circulate', of)
  const proposed = await does(focal, 'outcome-documents.propose', {
    ...{ ...of, party, kind: 'remark', language: 'en' },
    words: canary('the comment of a delegation on a draft'),
  })
  await does(host, 'outcome-documents.begin-silence', { ...of, day: '2021-12-09', time: '20:00' })
  await does(focal, 'outcome-documents.object', {
    ...{ ...of, party, reason: canary('the objection of a delegation') },
  })
  await does(host, 'outcome-documents.draft', {
    ...{ ...of, texts: text(canary('the draft that was not circulated')) },
  })
  Object.assign(known, { document, proposal: proposed.proposal })
}
