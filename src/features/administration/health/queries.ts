import { sql } from 'kysely'
import type { Reading } from '../../../platform/database/tables.ts'

/** The database, as it tells of itself. */
export interface DatabaseState {
  version: string
  name: string
  bytes: number
  since: Temporal.Instant
  /** The processes of Plenum that are connected, and by how many connections. */
  processes: readonly { pid: string; connections: number }[]
}

export async function databaseState(db: Reading): Promise<DatabaseState> {
  const { rows } = await sql<Omit<DatabaseState, 'processes'>>`select
    current_setting('server_version') as version, current_database() as name,
    pg_database_size(current_database()) as bytes, pg_postmaster_start_time() as since`.execute(db)
  const { rows: processes } = await sql<DatabaseState['processes'][number]>`
    select substring(application_name from '^plenum (\\d+)$') as pid, count(*)::int as connections
    from pg_stat_activity
    where datname = current_database() and application_name ~ '^plenum \\d+$'
    group by 1 order by 1`.execute(db)
  return { ...(rows[0] as Omit<DatabaseState, 'processes'>), processes }
}

/** Errands of one job, by how far they are. */
export interface JobState {
  job: string
  waiting: number
  active: number
  failed: number
}

/** The errands of every job; none where nobody ever left one. */
export async function jobStates(db: Reading): Promise<JobState[]> {
  const { rows: kept } = await sql<{
    there: boolean
  }>`select to_regclass('pgboss.job') is not null as there`.execute(db)
  if (!kept[0]?.there) return []
  const { rows } = await sql<JobState>`
    select name as job,
      count(*) filter (where state::text in ('created', 'retry'))::int as waiting,
      count(*) filter (where state::text = 'active')::int as active,
      count(*) filter (where state::text = 'failed')::int as failed
    from pgboss.job
    where state::text in ('created', 'retry', 'active', 'failed')
    group by name order by name`.execute(db)
  return rows
}

/** How far the journal is sealed. */
export interface SealState {
  seal: { number: number; at: Temporal.Instant } | null
  waiting: number
  /** Since when the oldest waits. */
  since: Temporal.Instant | null
}

export async function sealState(db: Reading): Promise<SealState> {
  const seal = await db
    .selectFrom('journalSeal')
    .select(['number', 'at'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  const { waiting, since } = await db
    .selectFrom('journalUnsealed')
    .innerJoin('journal', 'journal.seq', 'journalUnsealed.seq')
    .select(({ fn }) => [fn.countAll<number>().as('waiting'), fn.min('at').as('since')])
    .executeTakeFirstOrThrow()
  return { seal: seal ?? null, waiting, since }
}
