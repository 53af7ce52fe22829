import { type ColumnType, sql } from 'kysely'
import type { Text } from '../../kernel/text.ts'
import type { Reading, Writing } from '../../platform/database/tables.ts'
import type { Outline } from '../conferences/outline.ts'
import {
  inOrder,
  type PublishedSession,
  type Release,
  type ReleaseLetter,
  type Session,
} from './model.ts'
import type { Difference } from './release.ts'
import { type Delay, expected, type Programme, type ProgrammeSession, planned } from './timeline.ts'

/** Facts arrive parsed and leave as JSON text. */
type Facts<Kind> = ColumnType<Kind, string, string>

declare module '../../platform/database/tables.ts' {
  interface Tables {
    session: { id: string; conference: string; slug: string; content: Facts<Session> }
    programmeRelease: {
      conference: string
      number: number
      at: Temporal.Instant
      note: Facts<Text>
      zone: string
      sessions: Facts<readonly PublishedSession[]>
      digest: string
      difference: ColumnType<Difference | null, string | null, string | null>
      letter: ColumnType<ReleaseLetter | null, string | null | undefined, string | null>
    }
    sessionDelay: {
      session: string
      conference: string
      reportedAt: Temporal.Instant
      minutes: number
    }
    programmeLoad: { conference: string; content: Facts<unknown> }
  }
}

/** The draft: what the secretariat works on. */
export async function draftOf(db: Reading | Writing, conference: string): Promise<Session[]> {
  const rows = await db
    .selectFrom('session')
    .select('content')
    .where('conference', '=', conference)
    .execute()
  return inOrder(rows.map((row) => row.content))
}

/** The release that holds now. */
export async function lastRelease(
  db: Reading | Writing,
  conference: string,
): Promise<Release | null> {
  const row = await db
    .selectFrom('programmeRelease')
    .select(['conference', 'number', 'at', 'note', 'zone', 'sessions'])
    .where('conference', '=', conference)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** Every release, newest first, with what it changed; without its sessions. */
export const releasesOf = (db: Reading, conference: string) =>
  db
    .selectFrom('programmeRelease')
    .select(['number', 'at', 'note', 'zone', 'difference'])
    .where('conference', '=', conference)
    .orderBy('number', 'desc')
    .execute()

/** One release with what it changed and the letter about it, without its sessions. */
export const releaseInFull = (db: Reading, conference: string, number: number) =>
  db
    .selectFrom('programmeRelease')
    .select(['number', 'at', 'note', 'zone', 'difference', 'letter'])
    .where('conference', '=', conference)
    .where('number', '=', number)
    .executeTakeFirst()
    .then((row) => row ?? null)

/** Every release of a conference with its sessions, oldest first. */
export const releasesWithSessions = (db: Reading | Writing, conference: string) =>
  db
    .selectFrom('programmeRelease')
    .select(['number', 'at', 'note', 'zone', 'sessions'])
    .where('conference', '=', conference)
    .orderBy('number')
    .execute()

/** What was last said about each session that ran late, and when. */
export const delayReportsOf = (db: Reading | Writing, conference: string) =>
  db
    .selectFrom('sessionDelay')
    .distinctOn('session')
    .select(['session', 'minutes', 'reportedAt'])
    .where('conference', '=', conference)
    .orderBy('session')
    .orderBy('reportedAt', 'desc')
    .execute()

/** The release that holds now, of every conference that has one. */
export const everyLastRelease = (db: Reading): Promise<Release[]> =>
  db
    .selectFrom('programmeRelease')
    .distinctOn('conference')
    .select(['conference', 'number', 'at', 'note', 'zone', 'sessions'])
    .orderBy('conference')
    .orderBy('number', 'desc')
    .execute()

/** The releases before it, with their sessions, oldest first. */
export const everyEarlierRelease = (db: Reading): Promise<Release[]> =>
  db
    .selectFrom('programmeRelease')
    .select(['conference', 'number', 'at', 'note', 'zone', 'sessions'])
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('programmeRelease as later')
          .select('later.number')
          .whereRef('later.conference', '=', 'programmeRelease.conference')
          .whereRef('later.number', '>', 'programmeRelease.number'),
      ),
    )
    .orderBy('conference')
    .orderBy('number')
    .execute()

/** What was last said about every session that ever ran late. */
export const everyDelayReport = (db: Reading) =>
  db
    .selectFrom('sessionDelay')
    .distinctOn('session')
    .select(['session', 'minutes', 'reportedAt'])
    .orderBy('session')
    .orderBy('reportedAt', 'desc')
    .execute()

/** What was last said about each session that ran late. */
export const delaysOf = (db: Reading | Writing, conference: string): Promise<Delay[]> =>
  db
    .selectFrom('sessionDelay')
    .distinctOn('session')
    .select(['session', 'minutes'])
    .where('conference', '=', conference)
    .orderBy('session')
    .orderBy('reportedAt', 'desc')
    .execute()

/** What the shipped file said when it was last loaded; null if it never was. */
export async function loadedFor(db: Reading | Writing, conference: string): Promise<unknown> {
  const row = await db
    .selectFrom('programmeLoad')
    .select('content')
    .where('conference', '=', conference)
    .executeTakeFirst()
  return row?.content ?? null
}

/** A conference and its programme as the public sees it now; a programme is null where none was released. */
export interface Announced {
  conference: Outline
  programme: Programme | null
}

const delaysSaid = sql<readonly Delay[]>`(
  select coalesce(json_agg(said), '[]') from (
    select distinct on (session) session, minutes from session_delay
    where session_delay.conference = conference.id
    order by session, reported_at desc
  ) as said
)`

/** Asks once for all that may change, for every question costs the way to the database and back. */
export async function announced(db: Reading, conferenceId: string): Promise<Announced | null> {
  const row = await db
    .selectFrom('conference')
    .leftJoinLateral(
      (last) =>
        last
          .selectFrom('programmeRelease')
          .select(['number', 'at', 'note', 'zone', 'digest'])
          .whereRef('programmeRelease.conference', '=', 'conference.id')
          .orderBy('number', 'desc')
          .limit(1)
          .as('release'),
      (join) => join.onTrue(),
    )
    .select([
      'conference.outline',
      'release.number',
      'release.at',
      'release.note',
      'release.zone',
      'release.digest',
    ])
    .select(delaysSaid.as('delays'))
    .where('conference.id', '=', conferenceId)
    .executeTakeFirst()
  if (!row) return null
  const { outline: conference, number, at, note, zone, digest, delays } = row
  if (number === null || !at || !note || !zone || !digest) return { conference, programme: null }
  const plan = await planOf(db, conferenceId, { number, zone, digest })
  const sessions = expected(plan, delays)
  return {
    conference,
    programme: {
      conference,
      zone,
      release: { number, at, note },
      sessions: sessions.filter(({ status }) => status !== 'withdrawn'),
      withdrawn: sessions.filter(({ status }) => status === 'withdrawn'),
    },
  }
}

/** The programme of a conference as the public sees it now; null where none was released. */
export const publishedProgramme = async (db: Reading, id: string): Promise<Programme | null> =>
  (await announced(db, id))?.programme ?? null

const MOST_PLANS = 50
const plans = new Map<string, readonly ProgrammeSession[]>()

/** The sessions of a release with their instants. A release is frozen, so they are worked out once, by its digest. */
async function planOf(
  db: Reading,
  conference: string,
  { number, zone, digest }: { number: number; zone: string; digest: string },
): Promise<readonly ProgrammeSession[]> {
  const known = plans.get(digest)
  if (known) return known
  const { sessions } = await db
    .selectFrom('programmeRelease')
    .select('sessions')
    .where('conference', '=', conference)
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  const plan = planned(sessions, zone)
  const [oldest] = plans.keys()
  if (plans.size >= MOST_PLANS && oldest !== undefined) plans.delete(oldest)
  plans.set(digest, plan)
  return plan
}
