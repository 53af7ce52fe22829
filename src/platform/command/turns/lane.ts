import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../database/tables.ts'

/** The first half of the lock's number; the second is the lane's. Nobody else locks by pairs. */
const CLASS = 7536

/** Held by everybody who does a deed, shared; by whoever gives a whole archive back, alone. Any number. */
export const GATE = 7_536_861_104

/** The lane of a command that belongs to no conference. */
export const EVERYONE = '*'

/**
 * Holds a lane against the other processes while a deed is done, on the connection that does it. The lock is the
 * session's and taken before the transaction begins: a serializable transaction that waited for it would have taken
 * its snapshot first, and fail. A process that hangs in a transaction is cut off, and its lock is free again.
 */
export const holdingLane = <Answer>(
  db: Kysely<Tables>,
  lane: string,
  deed: (connection: Kysely<Tables>) => Promise<Answer>,
): Promise<Answer> =>
  db.connection().execute(async (connection) => {
    await sql`select
      set_config('idle_in_transaction_session_timeout', '30s', false),
      pg_advisory_lock_shared(${sql.lit(GATE)}),
      pg_advisory_lock(${sql.lit(CLASS)}, hashtext(${lane}))`.execute(connection)
    try {
      return await deed(connection)
    } finally {
      await sql`select
        pg_advisory_unlock(${sql.lit(CLASS)}, hashtext(${lane})),
        pg_advisory_unlock_shared(${sql.lit(GATE)})`.execute(connection)
    }
  })

/** Holds every lane at once, when those who are under way have finished; whoever comes meanwhile waits. */
export const holdingEveryLane = <Answer>(
  db: Kysely<Tables>,
  deeds: (connection: Kysely<Tables>) => Promise<Answer>,
): Promise<Answer> =>
  db.connection().execute(async (connection) => {
    await sql`select
      set_config('idle_in_transaction_session_timeout', '30s', false),
      pg_advisory_lock(${sql.lit(GATE)})`.execute(connection)
    try {
      return await deeds(connection)
    } finally {
      await sql`select pg_advisory_unlock(${sql.lit(GATE)})`.execute(connection)
    }
  })
