import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import type { Clock } from '../clock.ts'
import { CannotStart } from '../config/cannot-start.ts'
import type { Settings } from '../config/settings.ts'
import type { Database } from '../database/database.ts'
import { type Migration, migrationsOf } from '../database/migrations.ts'
import type { Tables } from '../database/tables.ts'
import type { Feature } from '../feature.ts'
import { Damaged } from './file/damaged.ts'
import { momentOf, nameOf } from './naming.ts'
import { backUp, checkNoted } from './writing.ts'

/** When most of the world's conferences sleep: in UTC, and not on the hour, when everybody else's machines work. */
const BACKUP_RHYTHM = { daily: '02:40' } as const

/** The errand's name. */
const BACKUP_JOB = 'platform.backup'

/** The job of a process that has a folder for backups, and when it comes; of others, none. */
export function backupWork(parts: {
  features: readonly Feature[]
  url: string
  database: Pick<Database, 'write'>
  clock: Clock
  settings: Pick<Settings, 'backup'>
}): Pick<Feature, 'jobs' | 'schedule'> {
  const { folder, keep, passphrase } = parts.settings.backup
  if (folder === undefined) return {}
  const { url, clock } = parts
  const migrations = migrationsOf(parts.features)
  const daily = { folder, keep, passphrase, url, clock, migrations, notes: parts.database.write }
  return {
    jobs: {
      [BACKUP_JOB]: ({ slot }) => backUpDaily(Temporal.Instant.from(String(slot)), daily),
    },
    schedule: { [BACKUP_JOB]: BACKUP_RHYTHM },
  }
}

/** What the daily backup needs. */
export interface Daily {
  url: string
  folder: string
  /** How many days backups are kept. */
  keep: number
  passphrase: string | undefined
  migrations: readonly Migration[]
  notes: Kysely<Tables>
  clock: Clock
}

/**
 * The backup of a day: taken, read back whole, noted; and only then those go that are older than they are kept. Asked
 * for again under the same day, it goes on where it broke off.
 *
 * @param slot the moment at which it was due; the file is named after it.
 */
export async function backUpDaily(slot: Temporal.Instant, daily: Daily): Promise<void> {
  const { folder, passphrase, migrations, clock } = daily
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    throw new CannotStart(`The folder ${folder} of BACKUP_FOLDER cannot be made (${error.code}).`)
  })
  const file = join(folder, nameOf(slot, passphrase !== undefined))
  const there = await stat(file).catch(() => null)
  if (!there) await backUp({ ...daily, file })
  await checkNoted({ ...daily, file }, migrations).catch(async (error: unknown) => {
    // Another one is taken when the errand is tried again.
    if (error instanceof Damaged) await rm(file)
    throw error
  })
  await prune(folder, slot, daily.keep, clock.now())
}

/** What a killed process left unfinished is nobody's after so many days. */
const UNFINISHED = 2

/** Removes what is older than it is to be kept, now that a newer one was found good. */
async function prune(folder: string, good: Temporal.Instant, keep: number, now: Temporal.Instant) {
  const oldest = (days: number) => now.subtract({ hours: 24 * days })
  for (const name of await readdir(folder)) {
    const moment = momentOf(name)
    if (!moment || Temporal.Instant.compare(moment.at, good) >= 0) continue
    const limit = oldest(moment.unfinished ? UNFINISHED : keep)
    if (Temporal.Instant.compare(moment.at, limit) < 0) await rm(join(folder, name))
  }
}
