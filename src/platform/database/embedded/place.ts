import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, realpathSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Binaries, ownBinaries, program } from './binaries.ts'
import { type Cluster, dataOf } from './cluster.ts'
import { canEnter, canRun, type Identity, identityFor } from './identity.ts'

/** A folder that every user may enter, below which root keeps what PostgreSQL's own user must reach. */
const ELSEWHERE = '/var/lib/plenum'

/** Where PostgreSQL runs for a home folder. */
export interface Place extends Cluster {
  /** Whether it had to leave the home folder because its user cannot enter there. */
  readonly elsewhere: boolean
}

/**
 * Finds the place of the server and its data: in the home folder, or, where root lends PostgreSQL a user who can
 * reach neither the home nor the installed programs (`/root` is closed to others), below `/var/lib/plenum`.
 */
export function placeOf(home: string): Place {
  const binaries = ownBinaries()
  const keys = join(home, 'database.json')
  const folder = join(home, 'postgres')
  const outside = join(
    ELSEWHERE,
    createHash('sha256').update(realpathSync(home)).digest('hex').slice(0, 16),
  )

  const moved = existsSync(dataOf({ folder: join(outside, 'postgres') }))
  const identity = identityFor(dataOf({ folder: moved ? join(outside, 'postgres') : folder }))
  const reachable =
    canEnter(identity, home) && canRun(identity, program(binaries, 'postgres'), '--version')
  if (!moved && reachable) return { binaries, identity, folder, keys, elsewhere: false }

  mkdirSync(outside, { recursive: true, mode: 0o755 })
  return {
    binaries: reachableBinaries(identity, binaries, outside),
    identity,
    folder: join(outside, 'postgres'),
    keys,
    elsewhere: true,
  }
}

/** The installed programs if the user reaches them, else a copy, whole or not at all. */
function reachableBinaries(identity: Identity, binaries: Binaries, outside: string): Binaries {
  if (canRun(identity, program(binaries, 'postgres'), '--version')) return binaries
  const copy = { ...binaries, folder: join(outside, `server-${binaries.version}`) }
  if (!existsSync(copy.folder)) {
    const unfinished = `${copy.folder}.${process.pid}`
    rmSync(unfinished, { recursive: true, force: true })
    cpSync(binaries.folder, unfinished, { recursive: true, verbatimSymlinks: true })
    renameSync(unfinished, copy.folder)
  }
  return copy
}
