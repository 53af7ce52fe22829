import type { Kysely } from 'kysely'
import type { Clock } from '../clock.ts'
import { CannotStart } from '../config/cannot-start.ts'
import type { Migration } from '../database/migrations.ts'
import type { Tables } from '../database/tables.ts'
import { readContents } from './contents.ts'
import { writeBackup } from './file/writing.ts'
import { noteBeginning, noteEnd } from './results.ts'
import { type Taken, takePieces } from './taking.ts'

/** What is backed up, and where to. */
export interface BackingUp {
  url: string
  file: string
  passphrase: string | undefined
  clock: Clock
  /** Where it is noted what became of it; null: nowhere. */
  notes: Kysely<Tables> | null
}

/** A backup that is on the disk. */
export interface Written extends Taken {
  file: string
  bytes: number
  rows: number
}

const rowsOf = ({ manifest }: Pick<Taken, 'manifest'>) =>
  manifest.tables.reduce((sum, { rows }) => sum + rows, 0)

/** Takes a backup into a file, and notes what became of it. */
export async function backUp(backingUp: BackingUp): Promise<Written> {
  const { url, file, passphrase, clock, notes } = backingUp
  const begunAt = clock.now()
  const begun = { file, begunAt, encrypted: passphrase !== undefined }
  if (notes) await noteBeginning(notes, begun)
  try {
    let taken: Taken | undefined
    const pieces = takePieces(url, begunAt, (all) => {
      taken = all
    })
    const bytes = await writeBackup(file, pieces, passphrase)
    const { header, manifest } = taken as Taken
    const rows = rowsOf({ manifest })
    if (notes) await noteEnd(notes, file, { endedAt: clock.now(), bytes, rows })
    return { header, manifest, file, bytes, rows }
  } catch (error) {
    if (notes) await noteEnd(notes, file, troubleOf(error, clock)).catch(() => undefined)
    throw error
  }
}

const troubleOf = (error: unknown, clock: Clock) => ({
  endedAt: clock.now(),
  trouble: error instanceof CannotStart ? error.message : String(error),
})

/** Reads a backup whole, as one does who restores it, and takes nothing. Answers what is in it. */
export async function checkBackup(
  file: string,
  passphrase: string | undefined,
  migrations: readonly Migration[],
): Promise<Taken & { rows: number }> {
  const taken = await readContents(file, passphrase, migrations, {
    begin: async () => undefined,
    take: async () => undefined,
  })
  return { ...taken, rows: rowsOf(taken) }
}

/** The same for a backup that was noted: then it is noted too what was found. */
export async function checkNoted(
  { file, passphrase, clock, notes }: Omit<BackingUp, 'url'>,
  migrations: readonly Migration[],
): Promise<void> {
  try {
    await checkBackup(file, passphrase, migrations)
    if (notes) await noteEnd(notes, file, { endedAt: clock.now(), checked: true })
  } catch (error) {
    if (notes) await noteEnd(notes, file, troubleOf(error, clock)).catch(() => undefined)
    throw error
  }
}
