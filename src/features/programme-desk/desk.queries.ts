import type { Text } from '../../kernel/text.ts'
import type { Reading } from '../../platform/database/tables.ts'
import { namesOfMakers } from '../conference-desk/makers.queries.ts'
import type { Conference } from '../conferences/model.ts'
import { type Outline, outlineOf } from '../conferences/outline.ts'
import { conferenceWithSeries } from '../conferences/queries.ts'
import { missing, type Needed, settingsOf } from '../conferences/settings.model.ts'
import { holdersOf } from '../people/recipients.queries.ts'
import { type Clash, clashes, type Days } from '../programme/clashes.ts'
import { type DraftDeed, type SessionState, undoable } from '../programme/draft/deeds.ts'
import {
  deedsOf,
  deedsOfSession,
  seenPlace,
  seenStatus,
  statesOf,
} from '../programme/draft/draft.queries.ts'
import { roomsOf } from '../programme/draft/rooms.ts'
import { signaturesOf } from '../programme/draft/sign-off.queries.ts'
import { type Prepared, seenRelease } from '../programme/letters/prepared.queries.ts'
import { LETTER_ROLES, type Release, type Session } from '../programme/model.ts'
import { announced, draftOf, lastRelease } from '../programme/queries.ts'
import { type Difference, type NextRelease, nextRelease } from '../programme/release.ts'
import type { ProgrammeSession } from '../programme/timeline.ts'

/** What somebody saw of a session, for the forms that change it. */
export interface Seen {
  place: string
  status: string
}

/** The draft of a programme, and everything that its editor shows beside it. */
export interface DraftFacts {
  record: Conference
  conference: Outline
  days: Days
  draft: readonly Session[]
  rooms: ReadonlyMap<string, Text>
  themes: ReadonlyMap<string, Text>
  last: Release | null
  /** What would be published now. */
  next: NextRelease
  clashes: readonly Clash[]
  /** The last deed, and whether it can be taken back. */
  latest: DraftDeed | null
  undoable: DraftDeed | null
  names: ReadonlyMap<string, string>
  seen: ReadonlyMap<string, Seen>
}

const FULL_DAY = 10
const whole = (day: string | null | undefined) => (day?.length === FULL_DAY ? day : null)

/** The days of a conference, as far as they are known to the day. */
export const daysOf = ({ dates }: Pick<Outline, 'dates'>): Days => ({
  first: whole(dates?.first),
  last: whole(dates?.last ?? dates?.first),
})

const NO_NOTE: Text = { original: 'en', in: { en: { value: '–', status: 'authentic' } } }

/** The draft of a conference; null where there is no such conference. */
export async function draftFacts(
  db: Reading,
  id: string,
  now: Temporal.Instant,
): Promise<DraftFacts | null> {
  const found = await conferenceWithSeries(db, id)
  if (!found) return null
  const record = found.conference
  const conference = outlineOf(record)
  const draft = await draftOf(db, id)
  const last = await lastRelease(db, id)
  const deeds = await deedsOf(db, id)
  const days = daysOf(conference)
  const { zone } = conference
  const latest = deeds[0] ?? null
  const undo = undoable(deeds, last?.at ?? null)
  return {
    ...{ record, conference, days, draft, last, latest, undoable: undo },
    rooms: roomsOf(draft),
    themes: new Map(conference.themes.map(({ id: theme, title }) => [theme, title])),
    next: nextRelease(last, { conference: id, note: NO_NOTE, at: now, zone, sessions: draft }),
    clashes: clashes(draft, days),
    names: await namesOfMakers(db, [latest?.madeBy ?? null, undo?.madeBy ?? null]),
    seen: new Map(
      draft.map((session) => [
        String(session.id),
        { place: seenPlace(session), status: seenStatus(session) },
      ]),
    ),
  }
}

/** What is changed about each session since the last release. */
export const changesIn = (difference: Difference | null) =>
  new Map((difference?.sessions ?? []).map((one) => [one.session, one]))

/** The public sessions of a day, each as late as it was last said to run. */
export async function runningOn(
  db: Reading,
  id: string,
  now: Temporal.Instant,
): Promise<readonly ProgrammeSession[]> {
  const programme = (await announced(db, id))?.programme
  if (!programme) return []
  const today = now.toZonedDateTimeISO(programme.zone).toPlainDate().toString()
  return programme.sessions.filter(
    ({ day, start, status }) => day === today && start !== null && status !== 'cancelled',
  )
}

/** What was done to one session, newest first, and by whom. */
export async function sessionHistory(db: Reading, session: string) {
  const deeds = await deedsOfSession(db, session)
  return {
    deeds,
    names: await namesOfMakers(
      db,
      deeds.map(({ madeBy }) => madeBy),
    ),
  }
}

/** A deed to a draft with the sessions around it. */
export interface ToldDeed extends DraftDeed {
  states: readonly SessionState[]
}

const SHOWN = 100

/** What was done to a draft, newest first. */
export async function draftHistory(
  db: Reading,
  id: string,
): Promise<{ deeds: readonly ToldDeed[]; names: ReadonlyMap<string, string> }> {
  const deeds = await deedsOf(db, id, SHOWN)
  const states = await statesOf(
    db,
    id,
    deeds.map(({ number }) => number),
  )
  return {
    deeds: deeds.map((deed) => ({ ...deed, states: states.get(deed.number) ?? [] })),
    names: await namesOfMakers(
      db,
      deeds.map(({ madeBy }) => madeBy),
    ),
  }
}

/** Everybody to whom a release may be told, by the role that they hold. */
export interface Readers {
  role: (typeof LETTER_ROLES)[number]
  people: readonly { name: string; address: string; language: string }[]
}

/** Who has agreed, who must still, and to whom letters go. */
export async function releaseFacts(
  db: Reading,
  { record, conference, draft }: DraftFacts,
  prepared: Prepared | null,
) {
  const id = conference.id
  const version = seenRelease(conference.zone, draft, prepared)
  const signatures = await signaturesOf(db, id, version)
  const needed: Needed = settingsOf(record).signOffs.programme
  const readers: Readers[] = []
  for (const role of LETTER_ROLES) {
    const people = await holdersOf(db, { conference: id, roles: [role] })
    if (people.length > 0) readers.push({ role, people })
  }
  return {
    ...{ version, signatures, needed, readers },
    missing: missing(needed, signatures),
    names: await namesOfMakers(
      db,
      signatures.map(({ signedBy }) => signedBy),
    ),
  }
}
