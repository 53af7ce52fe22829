import { z } from 'zod'
import { ConferenceId, SessionId } from '../../kernel/ids.ts'
import { LANGUAGES, type Language } from '../../kernel/language.ts'
import type { Text } from '../../kernel/text.ts'
import { Day } from '../../kernel/time.ts'
import type { Reading } from '../../platform/database/tables.ts'
import { feature } from '../../platform/feature.ts'
import { page, type Viewer } from '../../platform/http/page.ts'
import { MAIL_TOPIC } from '../../platform/mail/mail.ts'
import { lettersUnderWay } from '../../platform/mail/under-way/under-way.ts'
import type { Task } from '../../platform/task.ts'
import { partyOptions } from '../conference-desk/pages/party-options.print.ts'
import { barOf } from '../conferences/outline.ts'
import { outlineById } from '../conferences/queries.ts'
import type { Side } from '../conferences/settings.model.ts'
import { everyParty } from '../parties/queries.ts'
import { seenParts } from '../programme/draft/draft.queries.ts'
import { roomsOf } from '../programme/draft/rooms.ts'
import { preparedFor, seenPrepared } from '../programme/letters/prepared.queries.ts'
import { releaseWords } from '../programme/letters/release-letter.print.ts'
import { mayEdit, maySign } from '../programme/model.ts'
import { announced, draftOf } from '../programme/queries.ts'
import type { Board } from './board/list.tsx'
import {
  changesIn,
  type DraftFacts,
  draftFacts,
  draftHistory,
  releaseFacts,
  runningOn,
  sessionHistory,
} from './desk.queries.ts'
import { HistoryPage } from './pages/deeds.tsx'
import { ProgrammeDesk } from './pages/desk-page.tsx'
import type { Written } from './release/letter.tsx'
import { ReleasePage } from './release/release-page.tsx'
import { NewSessionPage } from './session/new-page.tsx'
import { DraftSessionPage } from './session/session-page.tsx'
import { say } from './words.ts'

const OfConference = z.object({ conference: ConferenceId })
type OfConference = z.infer<typeof OfConference>

const topicsOf = ({ conference }: OfConference) => [
  `programme/${conference}`,
  `programme/${conference}/draft`,
  `conferences/${conference}`,
]
/** Whoever edits a programme reads its draft; nobody else does. */
const may = (actor: Viewer['actor'], { conference }: OfConference) => mayEdit(actor, conference)
const OF_DRAFT = { params: OfConference, topics: topicsOf, may }

/** Every day from the first to the last of a conference, where both are known. */
function daysBetween({ first, last }: DraftFacts['days']): string[] {
  if (first === null || last === null) return first === null ? [] : [first]
  const from = Temporal.PlainDate.from(first)
  const length = Math.min(30, from.until(Temporal.PlainDate.from(last)).days)
  return Array.from({ length: length + 1 }, (_, days) => from.add({ days }).toString())
}

const boardOf = (facts: DraftFacts, viewer: Viewer): Board => ({
  viewer,
  conference: barOf(facts.conference, viewer.language),
  draft: facts.draft,
  days: daysBetween(facts.days),
  rooms: facts.rooms,
  clashes: facts.clashes,
  changes: changesIn(facts.next.difference),
  seen: facts.seen,
})

const deskPage = page('programme-desk.desk', {
  ...OF_DRAFT,
  topics: (params) => [...topicsOf(params), MAIL_TOPIC],
  path: '/:conference/desk/programme',
  query: z.object({ view: z.enum(['list', 'grid']).catch('list').default('list') }),
  async read(db, { params, viewer }) {
    const facts = await draftFacts(db, params.conference, viewer.now)
    const { conference } = params
    const released = { actions: ['programme.release'] as const, conference }
    return (
      facts && {
        ...facts,
        running: await runningOn(db, conference, viewer.now),
        ways: await lettersUnderWay(db, released, viewer.now),
      }
    )
  },
  view(facts, viewer, { query }) {
    const { language } = viewer
    const { conference, next, last, latest, undoable, names, running, ways } = facts
    const bar = barOf(conference, language)
    return {
      title: `${say(language, 'title')} · ${bar.name}`,
      conference: bar,
      body: ProgrammeDesk({
        ...{ last, latest, undoable, names, running, ways },
        board: boardOf(facts, viewer),
        zone: conference.zone,
        view: query.view,
        changed: next.difference ? next.difference.sessions.length : next.sessions.length,
        zoneMoved: Boolean(next.difference?.zone),
      }),
    }
  },
})

const newPage = page('programme-desk.new', {
  ...OF_DRAFT,
  path: '/:conference/desk/programme/new',
  query: z.object({ day: Day.optional().catch(undefined) }),
  async read(db, { params }) {
    const conference = await outlineById(db, params.conference)
    return conference && { conference, draft: await draftOf(db, params.conference) }
  },
  view({ conference, draft }, viewer, { query }) {
    const bar = barOf(conference, viewer.language)
    const [first] = [...draft.map(({ day }) => day), conference.dates?.first ?? '']
    return {
      title: say(viewer.language, 'add'),
      conference: bar,
      body: NewSessionPage({
        viewer,
        conference: bar,
        rooms: roomsOf(draft),
        themes: themesOf(conference),
        day: query.day ?? Day.safeParse(first).data ?? null,
      }),
    }
  },
})

const themesOf = ({ themes }: { themes: readonly { id: string; title: Text }[] }) =>
  new Map(themes.map(({ id, title }) => [id, title]))

const WORDS = ['kind', 'title', 'theme', 'note']
const CHANNELS = ['streams', 'documents']

const sessionPage = page('programme-desk.session', {
  path: '/:conference/desk/programme/sessions/:session',
  params: OfConference.extend({ session: SessionId }),
  query: z.object({}),
  topics: ({ conference }) => topicsOf({ conference }),
  may: (actor, { conference }) => mayEdit(actor, conference),
  async read(db, { params, viewer }) {
    const facts = await draftFacts(db, params.conference, viewer.now)
    const session = facts?.draft.find(({ id }) => id === params.session)
    if (!facts || !session) return null
    const sessions = (await announced(db, params.conference))?.programme?.sessions ?? []
    const published = sessions.find(
      ({ id, start, status }) => id === session.id && start !== null && status !== 'cancelled',
    )
    return {
      ...{ facts, session, parties: await everyParty(db) },
      published: published ?? null,
      history: await sessionHistory(db, session.id),
      saw: {
        place: facts.seen.get(session.id)?.place ?? '',
        status: facts.seen.get(session.id)?.status ?? '',
        words: seenParts(session, WORDS),
        participants: seenParts(session, ['participants']),
        channels: seenParts(session, CHANNELS),
      },
    }
  },
  view({ facts, session, parties, published, history, saw }, viewer) {
    const { language } = viewer
    const board = boardOf(facts, viewer)
    return {
      title: `${say(language, 'session')} · ${board.conference.name}`,
      conference: barOf(facts.conference, language),
      body: DraftSessionPage({
        ...{ board, session, saw, published },
        zone: facts.conference.zone,
        themes: facts.themes,
        parties: partyOptions(parties, session.day, language),
        history: history.deeds,
        names: history.names,
      }),
    }
  },
})

const historyPage = page('programme-desk.history', {
  ...OF_DRAFT,
  path: '/:conference/desk/programme/history',
  query: z.object({}),
  async read(db, { params, viewer }) {
    const facts = await draftFacts(db, params.conference, viewer.now)
    return facts && { facts, history: await draftHistory(db, params.conference) }
  },
  view({ facts: { conference, undoable }, history }, viewer) {
    const bar = barOf(conference, viewer.language)
    return {
      title: `${say(viewer.language, 'history')} · ${bar.name}`,
      conference: bar,
      body: HistoryPage({ viewer, conference: bar, zone: conference.zone, undoable, ...history }),
    }
  },
})

const releasePage = page('programme-desk.release', {
  ...OF_DRAFT,
  path: '/:conference/desk/programme/release',
  query: z.object({}),
  async read(db, { params, viewer }) {
    const facts = await draftFacts(db, params.conference, viewer.now)
    if (!facts) return null
    const prepared = await preparedFor(db, params.conference)
    return { facts, prepared, release: await releaseFacts(db, facts, prepared) }
  },
  view({ facts, prepared, release }, viewer) {
    const { language, actor } = viewer
    const { conference, next, draft, clashes, rooms } = facts
    const bar = barOf(conference, language)
    const sides = (['host', 'un'] as const satisfies readonly Side[]).filter((side) =>
      maySign(actor, conference.id, side),
    )
    return {
      title: `${say(language, 'release')} · ${bar.name}`,
      conference: bar,
      body: ReleasePage({
        ...{ viewer, next, draft, clashes, rooms, prepared, sides, ...release },
        conference: bar,
        seen: seenPrepared(prepared),
        letters: lettersOf(facts, prepared, release.readers),
      }),
    }
  },
})

/** The letter in each language that somebody reads to whom it goes, on the clock of the conference. */
function lettersOf(
  { conference, next }: DraftFacts,
  prepared: Awaited<ReturnType<typeof preparedFor>>,
  readers: Awaited<ReturnType<typeof releaseFacts>>['readers'],
): Written[] {
  const chosen = readers.filter(({ role }) => prepared?.letter?.to.includes(role))
  const people = new Map(
    chosen.flatMap(({ people: some }) =>
      some.map((one) => [one.address, one.language as Language]),
    ),
  )
  const counts = Map.groupBy(people.values(), (language) => language)
  if (!prepared?.letter) return []
  const { note, letter } = prepared
  const told = { ...next, conference, note, words: letter.words }
  return LANGUAGES.filter((language) => counts.has(language)).map((language) => ({
    language,
    count: counts.get(language)?.length ?? 0,
    ...releaseWords(told, language, null),
  }))
}

/** What waits for a secretariat: sessions that differ from what is published. */
const edit: Task = {
  name: 'programme-desk.edit',
  group: 'programme',
  label: (language) => say(language, 'task'),
  at: (actor, { conference, party }) =>
    party === null && mayEdit(actor, conference) ? `/${conference}/desk/programme` : null,
  waits: (db, { conference, now }) => waiting(db, conference, now),
  topics: (conference) => topicsOf({ conference }),
}

async function waiting(db: Reading, conference: ConferenceId, now: Temporal.Instant) {
  const facts = await draftFacts(db, conference, now)
  const difference = facts?.next.difference
  const unpublished =
    difference === null ? facts?.next.sessions.length : difference?.sessions.length
  return { count: (facts?.clashes.length ?? 0) + (unpublished ?? 0), due: null }
}

export const programmeDesk = feature('programme-desk', {
  say,
  pages: [deskPage, newPage, sessionPage, historyPage, releasePage],
  tasks: [edit],
})
