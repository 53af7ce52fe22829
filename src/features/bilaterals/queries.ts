import type { ColumnType } from 'kysely'
import type { ConferenceId, PartyCode } from '../../kernel/ids.ts'
import type { Text } from '../../kernel/text.ts'
import type { Reading, Writing } from '../../platform/database/tables.ts'
import type { Bilateral, BilateralId, Room, RoomId, State, Wishes } from './model.ts'

type Facts<Kind> = ColumnType<Kind, string, string>
type Day = ColumnType<string | null, string | null, string | null>

declare module '../../platform/database/tables.ts' {
  interface Tables {
    bilateralRoom: {
      id: RoomId
      conference: ConferenceId
      name: Facts<Text>
      seats: number
      opens: string
      closes: string
    }
    bilateral: {
      id: BilateralId
      conference: ConferenceId
      asking: PartyCode
      asked: PartyCode
      state: State
      version: number
      content: Facts<Wishes>
      day: Day
      starts: string | null
      ends: string | null
      room: RoomId | null
      changedAt: Temporal.Instant
    }
    bilateralDeed: {
      bilateral: BilateralId
      version: number
      at: Temporal.Instant
      by: string
      deed: string
      note: string | null
    }
  }
}

const all = (db: Reading | Writing, conference: ConferenceId) =>
  db.selectFrom('bilateral').selectAll().where('conference', '=', conference)

type Row = Awaited<ReturnType<ReturnType<typeof all>['execute']>>[number]

const bilateralFrom = ({ content, day, starts, ends, room, ...columns }: Row): Bilateral => ({
  ...columns,
  wishes: content,
  placed:
    day === null || starts === null || ends === null || room === null
      ? null
      : { day, from: starts, to: ends, room },
})

/** Every meeting of a conference, in the order of their times; those without one by when they last changed. */
export const bilateralsAt = (
  db: Reading | Writing,
  conference: ConferenceId,
): Promise<Bilateral[]> =>
  all(db, conference)
    .orderBy('day', (order) => order.asc().nullsLast())
    .orderBy('starts')
    .orderBy('changedAt')
    .orderBy('id')
    .execute()
    .then((rows) => rows.map(bilateralFrom))

/** The meetings of one delegation, in the same order. */
export const bilateralsOf = (
  db: Reading | Writing,
  conference: ConferenceId,
  party: PartyCode,
): Promise<Bilateral[]> =>
  all(db, conference)
    .where((on) => on.or([on('asking', '=', party), on('asked', '=', party)]))
    .orderBy('day', (order) => order.asc().nullsLast())
    .orderBy('starts')
    .orderBy('changedAt')
    .orderBy('id')
    .execute()
    .then((rows) => rows.map(bilateralFrom))

export const bilateralOf = (
  db: Reading | Writing,
  conference: ConferenceId,
  id: BilateralId,
): Promise<Bilateral | null> =>
  all(db, conference)
    .where('id', '=', id)
    .executeTakeFirst()
    .then((row) => (row ? bilateralFrom(row) : null))

/** The rooms of a conference, the smallest first. */
export const roomsAt = (db: Reading | Writing, conference: ConferenceId): Promise<Room[]> =>
  db
    .selectFrom('bilateralRoom')
    .selectAll()
    .where('conference', '=', conference)
    .orderBy('seats')
    .orderBy('id')
    .execute()

/** What was done to some meetings, the newest first. */
export async function deedsOf(db: Reading, ids: readonly BilateralId[]) {
  if (ids.length === 0) return []
  return db
    .selectFrom('bilateralDeed')
    .selectAll()
    .where('bilateral', 'in', ids)
    .orderBy('at', 'desc')
    .orderBy('version', 'desc')
    .execute()
}

/** How many wait for an answer of a delegation. */
export const countAsked = (
  db: Reading,
  conference: ConferenceId,
  party: PartyCode,
): Promise<number> =>
  db
    .selectFrom('bilateral')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('conference', '=', conference)
    .where('asked', '=', party)
    .where('state', '=', 'requested')
    .executeTakeFirstOrThrow()
    .then(({ count }) => Number(count))

/** How many wait for a room. */
export const countWaiting = (db: Reading, conference: ConferenceId): Promise<number> =>
  db
    .selectFrom('bilateral')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('conference', '=', conference)
    .where('state', '=', 'accepted')
    .executeTakeFirstOrThrow()
    .then(({ count }) => Number(count))
