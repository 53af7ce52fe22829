import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CannotStart } from '../../config/cannot-start.ts'
import { openHome } from '../../config/home.ts'
import type { Settings } from '../../config/settings.ts'

const FILE = 'secret'
const SHORTEST = 32

/**
 * What sessions and second factors are signed and sealed with: `PLENUM_SECRET`, or else a file of the home folder that
 * nobody but its owner may read, made when it is first needed.
 *
 * @throws CannotStart where the file cannot be read, or holds none.
 */
export function secretOf({ secret, home }: Pick<Settings, 'secret' | 'home'>): string {
  if (secret !== undefined) return secret
  openHome(home)
  const file = join(home, FILE)
  try {
    // The process that comes second reads what the first one wrote.
    writeFileSync(file, randomBytes(48).toString('base64url'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw unreadable(file, error)
  }
  return readSecret(file)
}

function readSecret(file: string): string {
  try {
    const secret = readFileSync(file, 'utf8').trim()
    if (secret.length >= SHORTEST) return secret
  } catch (error) {
    throw unreadable(file, error)
  }
  throw new CannotStart(
    `The file ${file} holds no secret of ${SHORTEST} signs: restore it from a backup, or delete it and everybody signs in again.`,
  )
}

const unreadable = (file: string, error: unknown) =>
  new CannotStart(
    `The file ${file} cannot be read (${(error as NodeJS.ErrnoException).code}): let this user read it, or set PLENUM_SECRET.`,
  )
