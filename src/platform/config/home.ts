import { accessSync, constants, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { CannotStart } from './cannot-start.ts'

/** Root's home may be crossed, so that PostgreSQL's own user reaches its folder, but not listed. */
const mode = () => (process.getuid?.() === 0 ? 0o711 : 0o700)

/** Makes a folder, and those above it that are missing; Node's own way never ends where one cannot be made (/proc). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  mkdirSync(folder, { mode: mode() })
}

/**
 * Makes the folder of everything that outlives the process, and keeps it out of any git tree.
 *
 * @throws CannotStart where it cannot be written.
 */
export function openHome(home: string): void {
  try {
    makeFolder(resolve(home))
    accessSync(home, constants.R_OK | constants.W_OK | constants.X_OK)
    writeFileSync(join(home, '.gitignore'), '*\n')
  } catch (error) {
    throw new CannotStart(
      `The folder ${home} cannot be written (${(error as NodeJS.ErrnoException).code}): let this user write to it, or name another by PLENUM_HOME.`,
    )
  }
}
