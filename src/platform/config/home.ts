import { accessSync, constants, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CannotStart } from './cannot-start.ts'

/** Root's home may be crossed, so that PostgreSQL's own user reaches its folder, but not listed. */
const mode = () => (process.getuid?.() === 0 ? 0o711 : 0o700)

/**
 * Makes the folder of everything that outlives the process, and keeps it out of any git tree.
 *
 * @throws CannotStart where it cannot be written.
 */
export function openHome(home: string): void {
  try {
    mkdirSync(home, { recursive: true, mode: mode() })
    accessSync(home, constants.R_OK | constants.W_OK | constants.X_OK)
    writeFileSync(join(home, '.gitignore'), '*\n')
  } catch (error) {
    throw new CannotStart(
      `The folder ${home} cannot be written (${(error as NodeJS.ErrnoException).code}): let this user write to it, or name another by PLENUM_HOME.`,
    )
  }
}
