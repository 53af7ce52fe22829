import { z } from 'zod'
import { compareIn } from '../../i18n/collation.ts'
import { ConferenceId, FileId, PartyCode } from '../../kernel/ids.ts'
import { Language } from '../../kernel/language.ts'
import { readingOf } from '../../kernel/text.ts'
import { versionOf } from '../../platform/command/version.ts'
import { feature } from '../../platform/feature.ts'
import { fileResource } from '../../platform/files/resource.ts'
import { page, resource, type Viewer } from '../../platform/http/page.ts'
import { MAIL_TOPIC } from '../../platform/mail/mail.ts'
import { lettersUnderWay } from '../../platform/mail/under-way/under-way.ts'
import { typeset } from '../../platform/pdf/typeset.ts'
import type { Task } from '../../platform/task.ts'
import { barOf, type Outline } from '../conferences/outline.ts'
import { outlineById } from '../conferences/queries.ts'
import { SIDES } from '../conferences/settings.model.ts'
import { openProposals, type Reader } from '../outcome-documents/facts.queries.ts'
import {
  isSecretariat,
  maySign,
  readsDrafts,
  Slug,
  seesDelegation,
  speaksForDelegation,
  stateAt,
} from '../outcome-documents/model.ts'
import { draftPaper } from '../outcome-documents/paper/paper.print.ts'
import paper from '../outcome-documents/paper/paper.typ?raw'
import { documentsAt } from '../outcome-documents/queries.ts'
import type { AtWork } from '../outcome-documents/shown.ts'
import { nameOn } from '../parties/model.ts'
import { partyOf } from '../parties/queries.ts'
import { atWork, draftFor, lineOf, listedIn, noteFor, partyChoices } from './desk.queries.ts'
import { ComparePage } from './pages/compare-page.tsx'
import { DelegationPage } from './pages/delegation-page.tsx'
import { DeskPage } from './pages/desk-page.tsx'
import { Documents, ListPage } from './pages/list-page.tsx'
import { WritePage } from './pages/write-page.tsx'
import { aboutDocument } from './reaching-many.ts'
import { untilDeadline } from './until.ts'
import { say } from './words.ts'

const OfConference = z.object({ conference: ConferenceId })
const OfDocument = OfConference.extend({ document: Slug })
const Nothing = z.object({})

const workTopics = ({ conference }: { conference: ConferenceId }) => [
  `outcome-documents/at-work/${conference}`,
  `conferences/${conference}`,
]

const readerOf = ({ actor, language, now }: Viewer): Reader => ({ actor, language, now, compareIn })
const todayIn = ({ zone }: Outline, now: Temporal.Instant) =>
  now.toZonedDateTimeISO(zone).toPlainDate().toString()

const named = (outline: Outline, { language }: Viewer) => barOf(outline, language)

const titled = (work: AtWork, language: Language) => readingOf(work.settings.name, language).value

const deskList = page('outcome-desk.documents', {
  path: '/:conference/desk/outcome',
  params: OfConference,
  query: Nothing,
  topics: (params) => workTopics(params),
  may: (actor, { conference }) => isSecretariat(actor, conference),
  async read(db, { params: { conference }, viewer }) {
    const outline = await outlineById(db, conference)
    if (!outline) return null
    return {
      outline,
      documents: (await documentsAt(db, conference)).map((row) => lineOf(row, viewer.now)),
      listed: await listedIn(db, conference, viewer.language),
    }
  },
  view: ({ outline, documents, listed }, viewer) => ({
    title: `${say(viewer.language, 'title')} · ${named(outline, viewer).name}`,
    conference: named(outline, viewer),
    body: ListPage({
      ...{ viewer, documents, listed, conference: outline.id, zone: outline.zone },
    }),
  }),
})

const deskPage = page('outcome-desk.document', {
  path: '/:conference/desk/outcome/:document',
  params: OfDocument,
  query: Nothing,
  topics: (params) => [...workTopics(params), MAIL_TOPIC],
  may: (actor, { conference }) => isSecretariat(actor, conference),
  async read(db, { params, viewer }) {
    const found = await atWork(db, params, readerOf(viewer))
    if (!found) return null
    const today = todayIn(found.outline, viewer.now)
    return {
      ...found,
      today,
      ways: await lettersUnderWay(db, aboutDocument(params), viewer.now),
      parties: await partyChoices(db, readerOf(viewer), today),
      listed: await listedIn(db, params.conference, viewer.language),
      stored: (await documentsAt(db, params.conference)).find(
        ({ document }) => document === params.document,
      ),
    }
  },
  until: (facts, now) => untilDeadline(facts, now),
  view({ outline, work, parties, listed, today, stored, ways }, viewer) {
    const sides = SIDES.filter((side) => maySign(viewer.actor, outline.id, side))
    const seen = {
      settings: versionOf(stored?.settings ?? null),
      silence: versionOf([stored?.state ?? null, stored?.draft ?? null]),
      draft: versionOf(stored?.draft ?? null),
      last: versionOf(work.drafts[0]?.number ?? 0),
    }
    return {
      title: titled(work, viewer.language),
      conference: named(outline, viewer),
      body: DeskPage({ viewer, facts: { work, parties, listed, sides, seen, today, ways } }),
    }
  },
})

const writePage = page('outcome-desk.write', {
  path: '/:conference/desk/outcome/:document/draft',
  params: OfDocument,
  query: Nothing,
  topics: (params) => workTopics(params),
  may: (actor, { conference }) => isSecretariat(actor, conference),
  read: (db, { params, viewer }) => atWork(db, params, readerOf(viewer)),
  view: ({ outline, work }, viewer) => ({
    title: titled(work, viewer.language),
    conference: named(outline, viewer),
    body: WritePage({ viewer, work, seen: versionOf(work.drafts[0]?.number ?? 0) }),
  }),
})

const OfDraft = OfDocument.extend({ number: z.coerce.number().int().positive() })
const DraftWish = z.object({
  in: Language.optional().catch(undefined),
  with: z.coerce.number().int().positive().optional().catch(undefined),
})

const intoOf = (
  { work }: { work: AtWork },
  asked: Language | undefined,
  { language }: Viewer,
): Language =>
  asked ??
  (work.settings.authentic.includes(language) ? language : (work.settings.authentic[0] ?? language))

const draftPage = page('outcome-desk.draft', {
  path: '/:conference/outcome/:document/drafts/:number',
  params: OfDraft,
  query: DraftWish,
  topics: (params) => workTopics(params),
  may: (actor, { conference }) => readsDrafts(actor, conference),
  read: (db, { params, query, viewer }) => draftFor(db, params, query.with, readerOf(viewer)),
  view: (facts, viewer, { query }) => ({
    title: titled(facts.work, viewer.language),
    conference: named(facts.outline, viewer),
    body: ComparePage({
      language: viewer.language,
      work: facts.work,
      draft: facts.shown,
      other: facts.other,
      into: intoOf(facts, query.in, viewer),
    }),
  }),
})

const draftFile = resource('outcome-desk.draft-pdf', {
  path: '/:conference/outcome/:document/drafts/:number.pdf',
  type: 'application/pdf',
  params: OfDraft,
  query: DraftWish,
  topics: (params) => workTopics(params),
  may: (actor, { conference }) => readsDrafts(actor, conference),
  async read(db, { params, query, viewer }) {
    const found = await draftFor(db, params, query.with, readerOf(viewer))
    return found && { ...found, into: intoOf(found, query.in, viewer) }
  },
  filename: ({ conference, document, number }) => `${conference}-${document}-draft-${number}.pdf`,
  render({ outline, work, shown, into }, { language }) {
    const { number, paragraphs, circulatedAt, at } = shown
    const moment = circulatedAt ?? at
    const conference = readingOf(outline.shortName, language).value
    const day = todayIn(outline, moment)
    return typeset(
      paper,
      draftPaper(
        { into, language, conference, settings: work.settings, paragraphs },
        { number, day },
      ),
      moment,
      'ua-1',
    )
  },
})

/** A note by which a position came, for the secretariat and the delegation that sent it. */
const noteFile = fileResource('outcome-desk.note', {
  path: '/:conference/outcome/:document/notes/:file',
  params: OfDocument.extend({ file: FileId }),
  query: Nothing,
  may: (actor, { conference }) => readsDrafts(actor, conference),
  find: (db, { params, viewer }) => noteFor(db, params, viewer.actor),
})

const delegationList = page('outcome-desk.of-delegation', {
  path: '/:conference/delegation/:party/outcome',
  params: OfConference.extend({ party: PartyCode }),
  query: Nothing,
  topics: (params) => workTopics(params),
  may: (actor, { conference, party }) => seesDelegation(actor, conference, party),
  async read(db, { params: { conference, party }, viewer }) {
    const outline = await outlineById(db, conference)
    if (!outline) return null
    const circulated = (await documentsAt(db, conference)).filter(({ draft }) => draft !== null)
    return { outline, party, documents: circulated.map((row) => lineOf(row, viewer.now)) }
  },
  view: ({ outline, party, documents }, viewer) => ({
    title: say(viewer.language, 'title'),
    conference: named(outline, viewer),
    body: Documents({
      ...{ language: viewer.language, zone: outline.zone, documents },
      base: `/${outline.id}/delegation/${party}/outcome`,
    }),
  }),
})

const delegationPage = page('outcome-desk.delegation', {
  path: '/:conference/delegation/:party/outcome/:document',
  params: OfDocument.extend({ party: PartyCode }),
  query: Nothing,
  topics: (params) => workTopics(params),
  may: (actor, { conference, party }) => seesDelegation(actor, conference, party),
  async read(db, { params, viewer }) {
    const found = await atWork(db, params, readerOf(viewer))
    const party = await partyOf(db, params.party)
    if (!found || !party || found.work.draft === null) return null
    const today = todayIn(found.outline, viewer.now)
    return { ...found, today, party, partyName: nameOn(party, today, viewer.language).short }
  },
  until: (facts, now) => untilDeadline(facts, now),
  view: ({ outline, work, party, partyName, today }, viewer) => ({
    title: titled(work, viewer.language),
    conference: named(outline, viewer),
    body: DelegationPage({
      viewer,
      facts: {
        ...{ work, party: party.code, partyName, today },
        speaks: speaksForDelegation(viewer.actor, outline.id, party.code),
      },
    }),
  }),
})

const deskTask: Task = {
  name: 'outcome-desk.desk',
  group: 'documents',
  label: (language) => say(language, 'task.desk'),
  at: (actor, { conference, party }) =>
    party === null && isSecretariat(actor, conference) ? `/${conference}/desk/outcome` : null,
  waits: async (db, { conference }) => ({ count: await openProposals(db, conference), due: null }),
  topics: (conference) => [`outcome-documents/at-work/${conference}`],
}

const delegationTask: Task = {
  name: 'outcome-desk.delegation',
  group: 'documents',
  label: (language) => say(language, 'task.delegation'),
  at: (actor, { conference, party }) =>
    party !== null && seesDelegation(actor, conference, party)
      ? `/${conference}/delegation/${party}/outcome`
      : null,
  async waits(db, { conference, now }) {
    const silent = (await documentsAt(db, conference)).flatMap((row) =>
      stateAt(row, now) === 'silence' && row.deadline ? [row.deadline] : [],
    )
    const [first = null] = silent.toSorted(Temporal.Instant.compare)
    return { count: silent.length, due: first }
  },
  topics: (conference) => [`outcome-documents/at-work/${conference}`],
}

/** Where outcome documents are worked on: by the secretariat, and by each delegation. */
export const outcomeDesk = feature('outcome-desk', {
  say,
  pages: [...[deskList, deskPage, writePage, draftPage], ...[delegationList, delegationPage]],
  resources: [draftFile, noteFile],
  tasks: [deskTask, delegationTask],
})
