import { z } from 'zod'
import type { Actor } from '../../kernel/actor.ts'
import type { SessionId } from '../../kernel/ids.ts'
import { earliest } from '../../kernel/time.ts'
import type { Reading } from '../../platform/database/tables.ts'
import { feature } from '../../platform/feature.ts'
import { page, section, type Viewer } from '../../platform/http/page.ts'
import type { Post } from '../../platform/task.ts'
import { barOf, type Outline } from '../conferences/outline.ts'
import { isThere } from '../delegations/participants/life.model.ts'
import { membersOf } from '../delegations/participants/queries.ts'
import { floorOf, type ListOfSpeakers } from '../floor/facts.queries.ts'
import { sessionCalled } from '../floor/queries.ts'
import { standingAt } from '../floor/standing.ts'
import { sayTerm } from '../floor/terms.print.ts'
import type { Party } from '../parties/model.ts'
import { partyOf } from '../parties/queries.ts'
import { personOf } from '../people/queries.ts'
import { acceptedLetters, declinedLetters, offeredLetters } from './letters.mails.ts'
import { listsFor, type OpenList } from './lists.queries.ts'
import { addressOfFloor, asksFor, OfDelegation, seesRequests } from './model.ts'
import { listsOfAccount } from './own.queries.ts'
import { exchangesOf, mayStillAsk, ownSpeeches } from './own.ts'
import type { Member, Named, OwnList } from './pages/facts.ts'
import { placeOf } from './pages/frame.tsx'
import { type Line, ListPage } from './pages/list-page.tsx'
import { FloorSection } from './pages/section.tsx'
import { NoListPage, SessionPage } from './pages/session-page.tsx'
import { itemsOf } from './personal.print.ts'
import { say } from './words.ts'

const Nothing = z.object({})
const OfSession = OfDelegation.extend({ session: z.string().max(100) })
type OfSession = z.infer<typeof OfSession>

const titled = (outline: Outline, title: string, { language }: Viewer) => {
  const conference = barOf(outline, language)
  return { title: `${title} · ${conference.name}`, conference }
}

/** The zone in which somebody chose to be told times. */
const zoneOf = async (db: Reading, { actor }: Viewer): Promise<string | null> =>
  actor.kind === 'account' ? ((await personOf(db, actor.id))?.zone ?? null) : null

const lineOf =
  (party: Party, now: Temporal.Instant) =>
  ({ session, floor, window }: OpenList): Line => {
    const standing = standingAt({ floor, window, published: session }, now)
    const own = ownSpeeches(floor, party.code, standing.likely)
    const { received } = exchangesOf(floor, party.code)
    return { session, window, standing, own, offers: received.length }
  }

const listPage = page('own-floor.list', {
  path: '/:conference/delegation/:party/floor',
  params: OfDelegation,
  query: Nothing,
  topics: ({ conference }) => [`floor/${conference}`, `programme/${conference}`],
  may: (actor, of) => seesRequests(actor, of),
  async read(db, { params, viewer }) {
    const found = await listsFor(db, params)
    if (!found) return null
    const { outline, party, lists } = found
    const lines = lists.map(lineOf(party, viewer.now))
    return { outline, party, lines, own: await zoneOf(db, viewer) }
  },
  until: ({ lines }) => earliest(lines.flatMap(({ standing }) => standing.until ?? [])),
  view: ({ lines, ...found }, viewer) => ({
    ...titled(found.outline, sayTerm(viewer.language, 'floor'), viewer),
    body: ListPage({ place: placeOf(viewer, found), lines }),
  }),
})

/** The members whom a delegation may name, for those who ask for it. */
async function membersFor(db: Reading, { conference, party }: OfDelegation): Promise<Member[]> {
  const members = await membersOf(db, conference, party)
  return members.flatMap(({ id, person, state }) =>
    person && isThere(state) ? [{ id, name: person.name }] : [],
  )
}

const ownListOf = async (
  db: Reading,
  of: OfDelegation,
  list: ListOfSpeakers,
  { actor, now }: Viewer,
): Promise<OwnList | null> => {
  const { floor, window, published, parties, speakers } = list
  if (!published) return null
  const standing = standingAt(list, now)
  const writes = asksFor(actor, of)
  const named = [...speakers].filter(([, row]) => row.party === of.party)
  return {
    ...{ session: published, floor, window, standing, parties, writes },
    own: ownSpeeches(floor, of.party, standing.likely),
    speakers: new Map<(typeof named)[number][0], Named>(named),
    members: writes ? await membersFor(db, of) : [],
  }
}

async function readSession(db: Reading, params: OfSession, viewer: Viewer) {
  const { conference, party: code, session: slug } = params
  const session = await sessionCalled(db, conference, slug)
  const party = await partyOf(db, code)
  const facts = session && (await floorOf(db, { conference, session: session.id as SessionId }))
  if (!facts?.published || !party) return null
  return {
    ...{ outline: facts.conference, party, session: facts.published },
    list: facts.list && (await ownListOf(db, params, facts.list, viewer)),
    own: await zoneOf(db, viewer),
  }
}

const sessionPage = page('own-floor.session', {
  path: '/:conference/delegation/:party/floor/:session',
  params: OfSession,
  query: Nothing,
  topics: ({ conference }) => [`floor/${conference}`, `programme/${conference}`],
  may: (actor, of) => seesRequests(actor, of),
  read: (db, { params, viewer }) => readSession(db, params, viewer),
  until: ({ list }) => list?.standing.until ?? null,
  view({ list, session, ...found }, viewer, { beside = () => [] }) {
    const place = placeOf(viewer, found)
    return {
      ...titled(found.outline, sayTerm(viewer.language, 'floor'), viewer),
      body: list ? SessionPage({ place, list, beside }) : NoListPage({ place, session }),
    }
  },
})

const onDelegation = section({
  of: 'own-delegation.own',
  name: 'own-floor',
  topics: ({ conference }: OfDelegation) => [`floor/${conference}`],
  async read(db, { params, viewer }: { params: OfDelegation; viewer: Viewer }) {
    const found = await listsFor(db, params)
    if (!found || found.lists.length === 0) return null
    const lines = found.lists.map(lineOf(found.party, viewer.now))
    return {
      ...params,
      lists: lines.length,
      asked: lines.filter(({ own }) => own.length > 0).map(({ session }) => session),
    }
  },
  view: (facts, { language }) => FloorSection({ language, ...facts }),
})

const at = (actor: Actor, { conference, party }: Post) =>
  party !== null && asksFor(actor, { conference, party }) ? addressOfFloor(conference, party) : null

/** Sessions that are open, and in which nothing was asked for; due when the first closes. */
async function opportunities(
  db: Reading,
  { conference, party, now }: Post & { now: Temporal.Instant },
) {
  const found = party && (await listsFor(db, { conference, party }))
  if (!found) return { count: 0, due: null }
  const open = found.lists.filter(({ floor, window, session }) => {
    const { inscription, likely } = standingAt({ floor, window, published: session }, now)
    const own = ownSpeeches(floor, found.party.code, likely)
    return inscription === 'open' && own.length === 0 && mayStillAsk(floor, own).own
  })
  const closing = open.flatMap(({ window: { closes } }) =>
    closes === null ? [] : [Temporal.Instant.fromEpochMilliseconds(closes)],
  )
  return { count: open.length, due: earliest(closing) }
}

async function offersTo(db: Reading, { conference, party }: Post): Promise<number> {
  const found = party && (await listsFor(db, { conference, party }))
  if (!found) return 0
  return found.lists.flatMap(({ floor }) => exchangesOf(floor, found.party.code).received).length
}

/** Where delegations ask for the floor, follow their place, exchange it and give it up. */
export const ownFloor = feature('own-floor', {
  say,
  pages: [listPage, sessionPage],
  sections: [onDelegation],
  mails: {
    'own-floor.exchange-offered': offeredLetters,
    'own-floor.exchange-accepted': acceptedLetters,
    'own-floor.exchange-declined': declinedLetters,
  },
  async personalItems(db, whose) {
    const lists = await listsOfAccount(db, whose)
    return lists.flatMap(({ party, list }) => {
      const { conference, published, floor } = list
      if (!published) return []
      const { likely } = standingAt(list, whose.now)
      return itemsOf(
        { conference, party, session: published, floor },
        ownSpeeches(floor, party, likely),
      )
    })
  },
  tasks: [
    {
      name: 'own-floor.ask',
      group: 'people',
      label: (language) => say(language, 'task.ask'),
      at,
      waits: (db, asked) => opportunities(db, asked),
      topics: (conference) => [`floor/${conference}`],
    },
    {
      name: 'own-floor.offers',
      group: 'people',
      label: (language) => say(language, 'task.offers'),
      at,
      waits: async (db, asked) => ({ count: await offersTo(db, asked), due: null }),
      topics: (conference) => [`floor/${conference}`],
    },
  ],
})
