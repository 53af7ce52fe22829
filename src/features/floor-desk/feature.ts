import { z } from 'zod'
import type { Actor } from '../../kernel/actor.ts'
import { ConferenceId } from '../../kernel/ids.ts'
import { versionOf } from '../../platform/command/version.ts'
import type { Reading } from '../../platform/database/tables.ts'
import { printCsv } from '../../platform/export/csv.ts'
import { feature } from '../../platform/feature.ts'
import { page, resource, type Viewer } from '../../platform/http/page.ts'
import { typeset } from '../../platform/pdf/typeset.ts'
import type { Task } from '../../platform/task.ts'
import { partyOptions } from '../conference-desk/pages/party-options.print.ts'
import { barOf, type Outline } from '../conferences/outline.ts'
import { isSecretariat } from '../delegations/who.model.ts'
import { isDesk, mayPreside, runsFloor } from '../floor/model.ts'
import { deedsOf } from '../floor/queries.ts'
import { SpeechId } from '../floor/queue/deeds.ts'
import { type Floor, type Inscription, inscriptionAt, nextTurnOf } from '../floor/queue/floor.ts'
import { everySpeech, isOf, QUEUES } from '../floor/queue/queues.ts'
import { standingAt } from '../floor/standing.ts'
import { chairingOf } from './chairs.queries.ts'
import {
  listCalled,
  listsAhead,
  membersWhoMaySpeak,
  publicSessions,
  sessionsWithLists,
  standingOf,
  statisticsOf,
  toldOf,
  withoutNames,
} from './desk.queries.ts'
import type { DeskList } from './facts.ts'
import { titleOf } from './names.print.ts'
import { DeskPage } from './pages/desk-page.tsx'
import type { Desk } from './pages/desk-props.tsx'
import { SessionsPage } from './pages/sessions-page.tsx'
import { SpeechPage } from './pages/speech-page.tsx'
import { officialColumns, officialPaper, officialRows } from './paper/official.print.ts'
import template from './paper/official.typ?raw'
import { HistoryPage } from './record/history-page.tsx'
import { SummaryPage } from './record/summary-page.tsx'
import { canNow, canTo } from './rules/can.ts'
import { shiftFor } from './rules/shift.ts'
import { SettingsPage } from './settings/settings-page.tsx'
import { sayJustDone } from './told.print.ts'
import { say } from './words.ts'

const OfConference = z.object({ conference: ConferenceId })
type OfConference = z.infer<typeof OfConference>
const OfSession = OfConference.extend({ session: z.string().max(80) })
type OfSession = z.infer<typeof OfSession>
const Nothing = z.object({})

/** What whoever presides may hear of: nothing of drafts, nor of what delegations prepare. */
const openOf = ({ conference }: OfConference) => [`floor/${conference}`, `programme/${conference}`]
const topicsOf = ({ conference }: OfConference) => [
  ...openOf({ conference }),
  `programme/${conference}/draft`,
  `delegations/${conference}`,
]
const mayRun = (actor: Actor, { conference }: OfConference) => isDesk(actor, conference)
const OF_LIST = {
  params: OfSession,
  query: Nothing,
  topics: (params: OfSession) => topicsOf(params),
  may: (actor: Actor, params: OfSession) => mayRun(actor, params),
}

const deskOf = (
  list: DeskList,
  viewer: Viewer,
  { beside = () => [] }: { beside?: Desk['beside'] } = {},
): Desk => {
  const { language, now } = viewer
  return {
    ...{ viewer, language, list, beside },
    now: now.epochMilliseconds,
    can: canNow(list.floor, now.epochMilliseconds),
    options: partyOptions(list.parties.values(), list.session.day, language),
  }
}

const headOf = ({ conference }: { conference: Outline }, viewer: Viewer, word: string) => {
  const bar = barOf(conference, viewer.language)
  return { bar, view: { title: `${word} · ${bar.name}`, conference: bar } }
}

/** What the reader has just done to a list, as its history tells it. */
async function doneIn(db: Reading, list: DeskList, { done, language }: Viewer) {
  const seq = done?.command.startsWith('floor.') ? done.counts.seq : undefined
  return seq === undefined
    ? null
    : sayJustDone(seq, { list, language, deeds: await deedsOf(db, list.of) })
}

/** What others did since the desk looked, where it was refused for that. */
async function sinceIn(db: Reading, list: DeskList, { attempt }: Viewer) {
  if (!attempt?.overtaken || attempt.seen === null || !/^\d+$/.test(attempt.seen)) return null
  const { deeds: all, makers } = await toldOf(db, list)
  const seen = Number(attempt.seen)
  return { all, makers, deeds: all.filter(({ seq }) => seq > seen) }
}

const listIn = async (db: Reading, { conference, session }: OfSession, { actor }: Viewer) => {
  const list = (await listCalled(db, conference, session))?.list ?? null
  return list && !isSecretariat(actor, conference) ? withoutNames(list) : list
}

const sessionsPage = page('floor-desk.sessions', {
  path: '/:conference/desk/floor',
  params: OfConference,
  query: Nothing,
  topics: topicsOf,
  may: mayRun,
  read: (db, { params }) => sessionsWithLists(db, params.conference),
  view(facts, viewer) {
    const { bar, view } = headOf(facts, viewer, say(viewer.language, 'title'))
    const { zone } = facts.conference
    const now = viewer.now.epochMilliseconds
    return { ...view, body: SessionsPage({ ...facts, viewer, conference: bar, zone, now }) }
  },
})

const deskPage = page('floor-desk.desk', {
  ...OF_LIST,
  path: '/:conference/desk/floor/:session',
  topics: (params: OfSession) => openOf(params),
  may: (actor, { conference }) => isDesk(actor, conference) || mayPreside(actor, conference),
  async read(db, { params, viewer }) {
    const list = await listIn(db, params, viewer)
    if (!list || !runsFloor(viewer.actor, params.conference, list)) return null
    const sessions = await publicSessions(db, params.conference)
    const now = viewer.now.epochMilliseconds
    return {
      list,
      since: await sinceIn(db, list, viewer),
      done: await doneIn(db, list, viewer),
      rehearsal: list.rehearsal && (await standingOf(db, list.rehearsal)),
      shift: isDesk(viewer.actor, params.conference)
        ? shiftFor(sessions, list.of.session, list.floor, now)
        : null,
    }
  },
  until: ({ list }, now) => standingAt(list, now).until,
  view({ list, since, done, shift, rehearsal }, viewer, at) {
    const { bar, view } = headOf(list, viewer, titleOf(list, viewer.language))
    const desk = deskOf(list, viewer, at)
    return {
      ...{ ...view, done, clock: 'kept', few: true },
      body: DeskPage({ desk, conference: bar, since, shift, rehearsal }),
    }
  },
})

/** Whoever does not read a name cannot write it anew. */
const mayAmend = ({ of, speakers }: DeskList, speech: SpeechId, { actor }: Viewer) =>
  isSecretariat(actor, of.conference) || !speakers.get(speech)?.content?.unpublished

const speechPage = page('floor-desk.speech', {
  path: '/:conference/desk/floor/:session/speeches/:speech',
  params: OfSession.extend({ speech: SpeechId }),
  query: Nothing,
  topics: (params) => topicsOf(params),
  may: (actor, params) => mayRun(actor, params),
  async read(db, { params, viewer }) {
    const list = await listIn(db, params, viewer)
    const speech = list && everySpeech(list.floor).find(isOf(params.speech))
    if (!list || !speech) return null
    return {
      ...{ list, speech, told: await toldOf(db, list) },
      since: await sinceIn(db, list, viewer),
      done: await doneIn(db, list, viewer),
      members: await membersWhoMaySpeak(
        db,
        list,
        speech.party,
        isSecretariat(viewer.actor, params.conference),
      ),
    }
  },
  view({ list, speech, told, since, done, members }, viewer, at) {
    const { bar, view } = headOf(list, viewer, titleOf(list, viewer.language))
    return {
      ...{ ...view, done },
      body: SpeechPage({
        ...{ desk: deskOf(list, viewer, at), conference: bar, speech, members, since, ...told },
        mayAmend: mayAmend(list, speech.id, viewer),
        isWaiting: QUEUES.some((queue) => list.floor[queue].some(isOf(speech.id))),
        can: canTo(list.floor, speech.id, viewer.now.epochMilliseconds),
      }),
    }
  },
})

const settingsPage = page('floor-desk.settings', {
  ...OF_LIST,
  path: '/:conference/desk/floor/:session/settings',
  async read(db, { params, viewer }) {
    const list = await listIn(db, params, viewer)
    return list && { list, chairing: await chairingOf(db, list) }
  },
  view({ list, chairing }, viewer) {
    const { bar, view } = headOf(list, viewer, say(viewer.language, 'settings'))
    const version = versionOf(list.floor.settings)
    const names = isSecretariat(viewer.actor, bar.id)
    const facts = { desk: deskOf(list, viewer), conference: bar, version, chairing, names }
    return { ...view, body: SettingsPage(facts) }
  },
})

const historyPage = page('floor-desk.history', {
  ...OF_LIST,
  path: '/:conference/desk/floor/:session/history',
  async read(db, { params, viewer }) {
    const list = await listIn(db, params, viewer)
    return list && { list, ...(await toldOf(db, list)) }
  },
  view({ list, deeds, makers }, viewer) {
    const { bar, view } = headOf(list, viewer, say(viewer.language, 'history'))
    return { ...view, body: HistoryPage({ viewer, conference: bar, list, deeds, makers }) }
  },
})

const summaryPage = page('floor-desk.summary', {
  ...OF_LIST,
  path: '/:conference/desk/floor/:session/summary',
  async read(db, { params, viewer }) {
    const list = await listIn(db, params, viewer)
    if (!list) return null
    const mayCount = isSecretariat(viewer.actor, params.conference)
    return { list, statistics: mayCount ? await statisticsOf(db, list) : null }
  },
  view({ list, statistics }, viewer) {
    const { language } = viewer
    const { bar, view } = headOf(list, viewer, say(language, 'summary'))
    return { ...view, body: SummaryPage({ language, conference: bar, list, statistics }) }
  },
})

const listPdf = resource('floor-desk.list-pdf', {
  ...OF_LIST,
  path: '/:conference/desk/floor/:session/list.pdf',
  type: 'application/pdf',
  filename: ({ conference, session }) => `${conference}-${session}-speakers.pdf`,
  read: (db, { params, viewer }) => listIn(db, params, viewer),
  render: (list, { language, now }) =>
    typeset(template, officialPaper(list, language, now), now, 'ua-1'),
})

const listCsv = resource('floor-desk.list-csv', {
  ...OF_LIST,
  path: '/:conference/desk/floor/:session/list.csv',
  type: 'text/csv; charset=utf-8',
  filename: ({ conference, session }) => `${conference}-${session}-speakers.csv`,
  read: (db, { params, viewer }) => listIn(db, params, viewer),
  render: (list, { language, now }) =>
    printCsv(officialColumns(language), officialRows(list, language, now)),
})

interface Ahead {
  floor: Floor
  inscription: Inscription
}

/** Lists that wait for the desk, and by when the clock would act on them. */
const task = (name: 'lists' | 'settle' | 'running', isMeant: (list: Ahead) => boolean): Task => ({
  ...{ name: `floor-desk.${name}`, group: 'programme' },
  label: (language) => say(language, `task.${name}`),
  at: (actor, { conference, party }) =>
    party === null && isDesk(actor, conference) ? `/${conference}/desk/floor` : null,
  async waits(db, { conference, now }) {
    const at = now.epochMilliseconds
    const meant = (await listsAhead(db, conference)).filter(({ floor, window }) =>
      isMeant({ floor, inscription: inscriptionAt(floor, window, at) }),
    )
    const turns = meant.flatMap(({ window }) => nextTurnOf(window, at) ?? [])
    const due = turns.length === 0 ? null : Math.min(...turns)
    return {
      count: meant.length,
      due: due === null ? null : Temporal.Instant.fromEpochMilliseconds(due),
    }
  },
  topics: (conference) => topicsOf({ conference }),
})

const isBefore =
  (at: Inscription) =>
  ({ inscription, floor }: Ahead) =>
    floor.meeting === 'before' && inscription === at

export const floorDesk = feature('floor-desk', {
  say,
  pages: [sessionsPage, deskPage, speechPage, settingsPage, historyPage, summaryPage],
  resources: [listPdf, listCsv],
  tasks: [
    task('lists', isBefore('before')),
    task('settle', isBefore('closed')),
    task('running', ({ floor }) => floor.meeting === 'running' || floor.meeting === 'suspended'),
  ],
})
