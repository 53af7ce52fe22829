import { existsSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { sql } from 'kysely'
import program from '../../../package.json' with { type: 'json' }
import type { Clock } from '../clock.ts'
import { type InForce, settingsInForce } from '../config/in-force.ts'
import type { Settings } from '../config/settings.ts'
import type { Database } from '../database/database.ts'

/** Room on a disk, in bytes. */
export interface Room {
  readonly of: 'home' | 'backups'
  readonly path: string
  readonly free: number
  readonly total: number
}

/** How the process that answers is, and what it stands on. */
export interface Vitals {
  readonly plenum: string
  readonly node: string
  readonly since: Temporal.Instant
  /** Bytes that the process holds. */
  readonly memory: number
  readonly rooms: readonly Room[]
  /** Of a replica, by how many milliseconds it lags; null: nobody can tell, or there is none. */
  readonly replica: { readonly lag: number | null } | null
}

/** What an administrator reads of the instance on its page. */
export interface House {
  readonly settings: readonly InForce[]
  vitals(): Promise<Vitals>
}

/** The house of a process that begins to serve now. */
export function houseOf({
  settings,
  database,
  clock,
}: {
  settings: Settings
  database: Pick<Database, 'read' | 'replicated'>
  clock: Clock
}): House {
  const since = clock.now()
  return {
    settings: settingsInForce(settings),
    vitals: async () => ({
      plenum: program.version,
      node: process.versions.node,
      since,
      memory: process.memoryUsage.rss(),
      rooms: (
        await Promise.all([
          roomOf('home', settings.home),
          ...(settings.backup.folder ? [roomOf('backups', settings.backup.folder)] : []),
        ])
      ).flat(),
      replica: database.replicated ? { lag: await lagOf(database) } : null,
    }),
  }
}

async function roomOf(of: Room['of'], path: string): Promise<Room[]> {
  if (!existsSync(path)) return []
  const { bavail, blocks, bsize } = await statfs(path)
  return [{ of, path, free: bavail * bsize, total: blocks * bsize }]
}

/** What it has not replayed yet: nothing where all that arrived is replayed, else the age of the last deed that was. */
async function lagOf({ read }: Pick<Database, 'read'>): Promise<number | null> {
  try {
    const { rows } = await sql<{ lag: number | null }>`select case
      when not pg_is_in_recovery() then null
      when pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn() then 0
      else (extract(epoch from clock_timestamp() - pg_last_xact_replay_timestamp()) * 1000)::int
    end as lag`.execute(read)
    return rows[0]?.lag ?? null
  } catch {
    return null
  }
}
