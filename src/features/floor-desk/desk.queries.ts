import type { ConferenceId, PartyCode } from '../../kernel/ids.ts'
import type { Reading } from '../../platform/database/tables.ts'
import { namesOfMakers } from '../conference-desk/makers.queries.ts'
import { outlineById } from '../conferences/queries.ts'
import { isAccredited } from '../delegations/participants/life.model.ts'
import { GENDERS } from '../delegations/participants/model.ts'
import { membersOf, participantsAmong } from '../delegations/participants/queries.ts'
import { floorOf } from '../floor/facts.queries.ts'
import { deedsOf, foldedOf, listsAt, presetsOfUse } from '../floor/queries.ts'
import type { Floor } from '../floor/queue/floor.ts'
import { windowOf } from '../floor/queue/settings.ts'
import { INVENTED } from '../floor/rehearsal/cast.ts'
import { type Rehearsal, workingSessions } from '../floor/rehearsal/rehearsal.model.ts'
import { heldCalled, playsNow, rehearsalsAt } from '../floor/rehearsal/rehearsals.queries.ts'
import { belongsOn } from '../parties/groups.model.ts'
import { everyGroup, everyParty, regionalMemberships } from '../parties/queries.ts'
import type { Session } from '../programme/model.ts'
import { announced, draftOf } from '../programme/queries.ts'
import type { DeskList, Member } from './facts.ts'

/** The list of a session by its name in addresses; null where there is no such session. `list` is null where it has none. */
export async function listCalled(db: Reading, conference: ConferenceId, slug: string) {
  const held = await heldCalled(db, conference, slug)
  const found = held && (await floorOf(db, { conference, session: held.session.id }))
  if (!found) return null
  const parties = found.rehearsal
    ? INVENTED
    : new Map((await everyParty(db)).map((party) => [party.code, party]))
  const list: DeskList | null = found.list && { ...found.list, parties }
  return { conference: found.conference, session: found.session, list, parties }
}

/** What was done to a list, oldest first, and by whom. */
export async function toldOf(db: Reading, { of }: DeskList) {
  const deeds = await deedsOf(db, of)
  const makers = await namesOfMakers(
    db,
    deeds.map(({ by }) => by),
  )
  return { deeds, makers }
}

const GONE = ['withdrawn', 'refused']

/**
 * The members of a delegation, any of whom may speak for it. Only the secretariats read names that are not accredited
 * yet, or not for publication.
 */
export async function membersWhoMaySpeak(
  db: Reading,
  { of }: DeskList,
  party: PartyCode,
  seesAll: boolean,
): Promise<Member[]> {
  const members = await membersOf(db, of.conference, party)
  return members.flatMap(({ id, state, person }) => {
    if (!person || GONE.includes(state)) return []
    const isForAll = isAccredited(state) && !person.unpublished
    return seesAll || isForAll ? [{ id: String(id), name: person.name }] : []
  })
}

const UNNAMED = { name: '', latinName: null, styles: {}, functions: null, unpublished: true }

/** The list as somebody reads it who is not of a secretariat: without names that are not for publication. */
export const withoutNames = (list: DeskList): DeskList => ({
  ...list,
  speakers: new Map(
    [...list.speakers].map(([speech, one]) => [
      speech,
      one.content?.unpublished ? { ...one, content: UNNAMED } : one,
    ]),
  ),
})

/** The sessions of a conference as the public sees them. */
export const publicSessions = async (db: Reading, conference: ConferenceId) =>
  (await announced(db, conference))?.programme?.sessions ?? []

/** A session of the programme, and its list where it has one. */
export interface Listed {
  session: Session
  floor: Floor | null
}

const isHeld = ({ status }: Session) => status === 'confirmed' || status === 'tentative'

/** All sessions of a conference that are held, with their lists. */
export async function sessionsWithLists(db: Reading, conference: ConferenceId) {
  const outline = await outlineById(db, conference)
  if (!outline) return null
  const lists = new Set((await listsAt(db, conference)).map(({ session }) => session))
  const sessions: Listed[] = []
  for (const session of (await draftOf(db, conference)).filter(isHeld)) {
    const of = { conference, session: session.id }
    sessions.push({ session, floor: lists.has(session.id) ? await foldedOf(db, of) : null })
  }
  const rehearsable = await rehearsableOf(db, conference, sessions)
  return { conference: outline, sessions, rehearsable, presets: await presetsOfUse(db) }
}

/** The sessions that can be rehearsed, with their rehearsals. */
async function rehearsableOf(db: Reading, conference: ConferenceId, sessions: readonly Listed[]) {
  const begun = new Map(
    (await rehearsalsAt(db, conference)).map((one) => [one.rehearses, one] as const),
  )
  return Promise.all(
    workingSessions(sessions.map(({ session }) => session)).map(async (session) => {
      const rehearsal = begun.get(session.id)
      return { session, rehearsal: rehearsal ? await standingOf(db, rehearsal) : null }
    }),
  )
}

/** A rehearsal with how far it is, and whether it goes on by itself. */
export async function standingOf(db: Reading, rehearsal: Rehearsal) {
  const floor = await foldedOf(db, rehearsal.of)
  return {
    ...rehearsal,
    plays: await playsNow(db, rehearsal),
    meeting: floor?.meeting ?? ('before' as const),
  }
}

/** The lists of a conference that are not over, with the instants of their inscription. */
export async function listsAhead(db: Reading, conference: ConferenceId) {
  const outline = await outlineById(db, conference)
  const ahead: { floor: Floor; window: ReturnType<typeof windowOf> }[] = []
  if (!outline) return ahead
  for (const { session, meeting } of await listsAt(db, conference)) {
    if (meeting === 'adjourned') continue
    const floor = await foldedOf(db, { conference, session })
    if (floor) ahead.push({ floor, window: windowOf(floor.settings, outline.zone) })
  }
  return ahead
}

/** What the statistics of a list ask of parties and of people. */
export async function statisticsOf(db: Reading, { of, speakers, session }: DeskList) {
  const members = [...speakers.values()].flatMap(({ participant }) => participant ?? [])
  const people = await participantsAmong(db, of.conference, members as never)
  const gender = new Map(people.map(({ id, person }) => [String(id), person?.gender ?? null]))
  const groups = (await everyGroup(db)).filter(({ kind }) => kind === 'regional-group')
  const regional = (await regionalMemberships(db)).filter((one) => belongsOn(one, session.day))
  return {
    genders: GENDERS,
    groups,
    groupOf: new Map(regional.map(({ party, group }) => [party, group])),
    genderOf: new Map(
      [...speakers].map(([speech, { participant }]) => [
        speech,
        participant === null ? null : (gender.get(participant) ?? null),
      ]),
    ),
  }
}
