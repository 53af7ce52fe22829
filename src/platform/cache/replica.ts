import { type Kysely, sql } from 'kysely'
import type { Database } from '../database/database.ts'
import type { Tables } from '../database/tables.ts'

/** Where anonymous readers read, so that nobody is shown what was true before a change that was announced. */
export interface Replica {
  /** Something was changed: a rendering must be at least as young as the primary is now. */
  mustCatchUp(): void
  /** Runs a reading on the replica if it has caught up, else on the primary. */
  reading<Answer>(read: (db: Kysely<Tables>) => Promise<Answer>): Promise<Answer>
  /** For a reading that cannot be begun again: the replica if it has caught up, else the primary. */
  upToDate(): Promise<Kysely<Tables>>
  readonly counts: { replica: number; primary: number }
}

/**
 * A notice does not tell its commit's place in the log, for PostgreSQL knows it only afterwards. So the primary is
 * asked how far its log reaches; until it has answered, and until the replica has replayed that much, the primary is read.
 */
export function createReplica(database: Pick<Database, 'read' | 'write' | 'replicated'>): Replica {
  const counts = { replica: 0, primary: 0 }
  let horizon: Promise<string | null> = Promise.resolve(null)

  const caughtUp = async (connection: Kysely<Tables>) => {
    let asked: typeof horizon
    let target: string | null
    do {
      asked = horizon
      target = await asked
    } while (asked !== horizon)
    if (target === null) return false
    const { rows } = await sql<{ there: boolean }>`
      select coalesce(pg_last_wal_replay_lsn() >= ${target}::pg_lsn, not pg_is_in_recovery()) as there
    `.execute(connection)
    return rows[0]?.there === true
  }

  return {
    counts,
    mustCatchUp() {
      if (!database.replicated) return
      horizon = sql<{ place: string }>`select pg_current_wal_insert_lsn()::text as place`
        .execute(database.write)
        .then(
          ({ rows }) => rows[0]?.place ?? null,
          () => null,
        )
    },
    async reading(read) {
      if (!database.replicated) {
        counts.primary += 1
        return read(database.read)
      }
      const there = await database.read
        .connection()
        .execute(async (connection) => {
          if (!(await caughtUp(connection))) return null
          counts.replica += 1
          return { answer: await read(connection) }
        })
        .catch(() => null)
      if (there) return there.answer
      counts.primary += 1
      return read(database.write)
    },
    async upToDate() {
      if (!database.replicated) return database.read
      const there = await database.read
        .connection()
        .execute(caughtUp)
        .catch(() => false)
      return there ? database.read : database.write
    },
  }
}
