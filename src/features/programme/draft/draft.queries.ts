import type { ColumnType } from 'kysely'
import type { Text } from '../../../kernel/text.ts'
import { versionOf } from '../../../platform/command/version.ts'
import type { Reading, Writing } from '../../../platform/database/tables.ts'
import { placeOf, type Session } from '../model.ts'
import type { DraftDeed, SessionState } from './deeds.ts'

type State = ColumnType<Session | null, string | null, string | null>

declare module '../../../platform/database/tables.ts' {
  interface Tables {
    programmeDeed: DraftDeed & { conference: string }
    sessionState: {
      conference: string
      number: number
      session: string
      before: State
      after: State
    }
  }
}

/** What was done to a draft, newest first. */
export const deedsOf = (
  db: Reading | Writing,
  conference: string,
  most = 200,
): Promise<DraftDeed[]> =>
  db
    .selectFrom('programmeDeed')
    .select(['number', 'deed', 'madeBy', 'madeAt', 'undoes'])
    .where('conference', '=', conference)
    .orderBy('number', 'desc')
    .limit(most)
    .execute()

/** The sessions around some deeds, by the number of the deed. */
export async function statesOf(
  db: Reading | Writing,
  conference: string,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, readonly SessionState[]>> {
  if (numbers.length === 0) return new Map()
  const rows = await db
    .selectFrom('sessionState')
    .select(['number', 'session', 'before', 'after'])
    .where('conference', '=', conference)
    .where('number', 'in', numbers)
    .orderBy('number')
    .orderBy('session')
    .execute()
  return Map.groupBy(rows, ({ number }) => number)
}

/** What was done to one session, newest first. */
export const deedsOfSession = (db: Reading, session: string) =>
  db
    .selectFrom('sessionState')
    .innerJoin('programmeDeed', (join) =>
      join
        .onRef('programmeDeed.conference', '=', 'sessionState.conference')
        .onRef('programmeDeed.number', '=', 'sessionState.number'),
    )
    .select([
      'programmeDeed.number',
      'programmeDeed.deed',
      'programmeDeed.madeBy',
      'programmeDeed.madeAt',
      'programmeDeed.undoes',
      'sessionState.session',
      'sessionState.before',
      'sessionState.after',
    ])
    .where('sessionState.session', '=', session)
    .orderBy('programmeDeed.number', 'desc')
    .execute()

/** What somebody saw who moves a session. */
export const seenPlace = (session: Session | undefined): string =>
  versionOf(session ? [placeOf(session), session.status] : null)

/** What somebody saw who confirms, holds, cancels or withdraws a session. */
export const seenStatus = (session: Session | undefined): string =>
  versionOf(session ? [session.status, session.note] : null)

/** What somebody saw who changes some of what a session is: others may change the rest meanwhile. */
export const seenParts = (session: Session | undefined, keys: readonly string[]): string =>
  versionOf(
    session ? keys.toSorted().map((key) => [key, session[key as keyof Session] ?? null]) : null,
  )

/** What somebody saw who renames a room. */
export const seenRoom = (room: Text): string => versionOf(room)
