import { z } from 'zod'
import { speaksFor } from '../../kernel/actor.ts'
import { ConferenceId, PartyCode } from '../../kernel/ids.ts'
import { feature } from '../../platform/feature.ts'
import { page, section, type Viewer } from '../../platform/http/page.ts'
import type { Task } from '../../platform/task.ts'
import { barOf, type Outline } from '../conferences/outline.ts'
import { isDesk } from '../floor/model.ts'
import { sessionCalled } from '../floor/queries.ts'
import { SpeechId } from '../floor/queue/deeds.ts'
import { nameOn } from '../parties/model.ts'
import { interprets } from '../statements/model.ts'
import { openedBy } from '../statements/reading.queries.ts'
import { StatementLink } from './pages/beside.tsx'
import { ReadingPage } from './pages/reading-page.tsx'
import { SpeechPage } from './pages/speech-page.tsx'
import { WorkList } from './pages/work-list.tsx'
import { say } from './words.ts'
import { atWork, linesAt, statementsBeside, waitingAt } from './work.queries.ts'
import type { AtWork } from './work.ts'

const OfConference = z.object({ conference: ConferenceId })
const OfSpeech = OfConference.extend({ speech: SpeechId })
const OfParty = OfConference.extend({ party: PartyCode })
const Nothing = z.object({})

const framed = (outline: Outline, title: string, { language }: Viewer) => {
  const conference = barOf(outline, language)
  return { title: `${title} · ${conference.name}`, conference }
}
const dayOf = ({ now }: Viewer) => now.toString().slice(0, 10)

const workTopics = ({ conference }: { conference: string }) => [
  `statements/at-work/${conference}`,
  `floor/${conference}`,
]

type Side = 'desk' | 'own'
const listOf = (side: Side, conference: string, party: string) =>
  side === 'desk'
    ? `/${conference}/desk/statements`
    : `/${conference}/delegation/${party}/statements`

/** Where the list of speakers of a session is worked on, or asked for. */
const floorOf = (side: Side, { outline, party, session: { slug } }: AtWork) =>
  side === 'desk'
    ? `/${outline.id}/desk/floor/${slug}`
    : `/${outline.id}/delegation/${party.code}/floor/${slug}`

/** The page of a speech, for its delegation or for the desk. */
async function readSpeech(
  db: Parameters<typeof atWork>[0],
  params: { conference: ConferenceId; speech: SpeechId; party?: PartyCode },
  { actor }: Viewer,
) {
  const work = await atWork(db, params, actor)
  return work && (params.party ?? work.party.code) === work.party.code ? work : null
}
type Work = NonNullable<Awaited<ReturnType<typeof readSpeech>>>

const viewSpeech = (work: Work, viewer: Viewer, side: Side) => {
  const name = nameOn(work.party, work.session.day, viewer.language).short
  const list = listOf(side, work.outline.id, work.party.code)
  return {
    ...framed(work.outline, `${name} · ${say(viewer.language, 'title')}`, viewer),
    body: SpeechPage({
      desk: {
        ...{ viewer, work, list, here: `${list}/${work.speech.id}` },
        floor: floorOf(side, work),
      },
    }),
  }
}

/** What is going out in a moment is public when the moment is over. */
const untilOut = ({ stage, releaseAt }: Work) => (stage === 'going-out' ? releaseAt : null)

const viewList = (
  { outline, lines }: NonNullable<Awaited<ReturnType<typeof linesAt>>>,
  viewer: Viewer,
  of: 'desk' | 'own' | 'interpreting',
) => ({
  ...framed(outline, say(viewer.language, `list.${of}`), viewer),
  body: WorkList({
    ...{ language: viewer.language, outline, lines, base: viewer.address, day: dayOf(viewer) },
    title: say(viewer.language, `list.${of}`),
    lead: say(viewer.language, `list.${of}.lead`),
    none: say(viewer.language, `list.${of}.none`),
  }),
})

const isDeskAt = (actor: Viewer['actor'], { conference }: { conference: string }) =>
  isDesk(actor, conference)
const speaks = (actor: Viewer['actor'], { conference, party }: z.infer<typeof OfParty>) =>
  speaksFor(actor, conference, party)
const reads = (actor: Viewer['actor'], { conference }: { conference: string }) =>
  interprets(actor, conference)

const deskList = page('statement-desk.list', {
  path: '/:conference/desk/statements',
  params: OfConference,
  query: Nothing,
  topics: (params) => workTopics(params),
  may: (actor, params) => isDeskAt(actor, params),
  read: (db, { params }) => linesAt(db, params),
  view: (facts, viewer) => viewList(facts, viewer, 'desk'),
})

const deskSpeech = page('statement-desk.speech', {
  path: '/:conference/desk/statements/:speech',
  params: OfSpeech,
  query: Nothing,
  topics: (params) => workTopics(params),
  may: (actor, params) => isDeskAt(actor, params),
  read: (db, { params, viewer }) => readSpeech(db, params, viewer),
  until: (work) => untilOut(work),
  view: (work, viewer) => viewSpeech(work, viewer, 'desk'),
})

const ownList = page('statement-desk.own', {
  path: '/:conference/delegation/:party/statements',
  params: OfParty,
  query: Nothing,
  topics: (params) => workTopics(params),
  may: (actor, params) => speaks(actor, params),
  read: (db, { params }) => linesAt(db, params),
  view: (facts, viewer) => viewList(facts, viewer, 'own'),
})

const ownSpeech = page('statement-desk.own-speech', {
  path: '/:conference/delegation/:party/statements/:speech',
  params: OfParty.extend({ speech: SpeechId }),
  query: Nothing,
  topics: (params) => workTopics(params),
  may: (actor, params) => speaks(actor, params),
  read: (db, { params, viewer }) => readSpeech(db, params, viewer),
  until: (work) => untilOut(work),
  view: (work, viewer) => viewSpeech(work, viewer, 'own'),
})

const readingList = page('statement-desk.deposits', {
  path: '/:conference/interpretation/statements',
  params: OfConference,
  query: Nothing,
  topics: (params) => workTopics(params),
  may: (actor, params) => reads(actor, params),
  read: (db, { params }) => linesAt(db, { ...params, deposited: true }),
  view: (facts, viewer) => viewList(facts, viewer, 'interpreting'),
})

const readingPage = page('statement-desk.deposit', {
  path: '/:conference/interpretation/statements/:speech',
  params: OfSpeech,
  query: Nothing,
  topics: (params) => workTopics(params),
  may: (actor, params) => reads(actor, params),
  async read(db, { params, viewer }) {
    const work = await atWork(db, params, viewer.actor)
    return work?.deposited ? { work, opened: await openedBy(db, params, viewer) } : null
  },
  until: ({ opened }) => opened?.until ?? null,
  view: ({ work, opened }, viewer) => ({
    ...framed(work.outline, say(viewer.language, 'list.interpreting'), viewer),
    body: ReadingPage({ viewer, work, opened }),
  }),
})

interface Session {
  conference: ConferenceId
  session: string
}

/** How far each statement of a list is, beside its speech. */
const besideSpeeches = <Params extends Session & { party?: PartyCode }>(of: string, side: Side) =>
  section({
    ...{ of, name: 'statement-desk' },
    topics: (params: Params) => workTopics(params),
    async read(db, { params: { conference, session: slug, party }, viewer }) {
      // A chair to whom the list is left has no part in what is deposited.
      if (side === 'desk' && !isDesk(viewer.actor, conference)) return null
      if (party !== undefined && !speaksFor(viewer.actor, conference, party)) return null
      const session = await sessionCalled(db, conference, slug)
      if (!session) return null
      const beside = await statementsBeside(db, { conference, session: session.id }, party)
      return { beside, list: listOf(side, conference, party ?? '') }
    },
    view: () => null,
    beside({ beside, list }, { language }, speech) {
      const howFar = beside.get(speech)
      return howFar && StatementLink({ language, howFar, at: `${list}/${speech}` })
    },
  })

const confirmTask = (name: string, at: Task['at']): Task => ({
  ...{ name, group: 'documents', at },
  label: (language) => say(language, 'task.confirm'),
  waits: async (db, { conference, party }) => ({
    count: await waitingAt(db, conference, party),
    due: null,
  }),
  topics: (conference) => workTopics({ conference }),
})

/** Where statements are deposited, opened by interpreters, and confirmed as their speakers leave the floor. */
export const statementDesk = feature('statement-desk', {
  say,
  pages: [deskList, deskSpeech, ownList, ownSpeech, readingList, readingPage],
  sections: [
    besideSpeeches('floor-desk.desk', 'desk'),
    besideSpeeches('floor-desk.speech', 'desk'),
    besideSpeeches('own-floor.session', 'own'),
  ],
  tasks: [
    confirmTask('statement-desk.confirm', (actor, { conference, party }) =>
      party === null && isDesk(actor, conference) ? listOf('desk', conference, '') : null,
    ),
    confirmTask('statement-desk.own', (actor, { conference, party }) =>
      party !== null && speaksFor(actor, conference, party)
        ? listOf('own', conference, party)
        : null,
    ),
    {
      name: 'statement-desk.deposits',
      group: 'documents',
      label: (language) => say(language, 'list.interpreting'),
      at: (actor, { conference, party }) =>
        party === null && interprets(actor, conference)
          ? `/${conference}/interpretation/statements`
          : null,
    },
  ],
})
