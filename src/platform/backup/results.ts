import { type Kysely, sql } from 'kysely'
import type { Reading, Tables } from '../database/tables.ts'

/** What became of a backup. */
export interface BackupResult {
  /** Where it was written. */
  file: string
  begunAt: Temporal.Instant
  /** Null while it is being taken, and for ever where its process was killed. */
  endedAt: Temporal.Instant | null
  bytes: number | null
  rows: number | null
  encrypted: boolean
  /** Read back whole, and found to be what was written. */
  checked: boolean
  /** Why there is none. */
  trouble: string | null
}

declare module '../database/tables.ts' {
  interface Tables {
    backup: BackupResult
  }
}

/** Notes that a backup begins, or begins again. */
export const noteBeginning = (
  db: Kysely<Tables>,
  begun: Pick<BackupResult, 'file' | 'begunAt' | 'encrypted'>,
): Promise<unknown> =>
  db
    .insertInto('backup')
    .values({ ...begun, endedAt: null, bytes: null, rows: null, checked: false, trouble: null })
    .onConflict((conflict) =>
      conflict
        .column('file')
        .doUpdateSet({ ...begun, endedAt: null, checked: false, trouble: null }),
    )
    .execute()

/** Notes how it ended. */
export const noteEnd = (
  db: Kysely<Tables>,
  file: string,
  end: Pick<BackupResult, 'endedAt'> & Partial<Omit<BackupResult, 'file' | 'begunAt'>>,
): Promise<unknown> => db.updateTable('backup').set(end).where('file', '=', file).execute()

/** The last backups, the latest first. */
export const lastBackups = (db: Reading, most: number): Promise<BackupResult[]> =>
  db.selectFrom('backup').selectAll().orderBy('begunAt', 'desc').limit(most).execute()

/** Whether this database has a place for results: one that an older version left has none until it is brought up to date. */
export async function hasResults(db: Reading): Promise<boolean> {
  const { rows } = await sql<{
    there: boolean
  }>`select to_regclass('public.backup') is not null as there`.execute(db)
  return rows[0]?.there === true
}
