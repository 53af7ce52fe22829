import { sayVerdict } from '../cli/verify.ts'
import { WrongUsage } from '../cli/wrong-usage.ts'
import type { Settings } from '../config/settings.ts'
import { migrationsOf } from '../database/migrations.ts'
import type { Feature, Subcommand } from '../feature.ts'
import { verify } from '../journal/verify.ts'
import type { Working } from '../process/working.ts'
import type { Header } from './file/format.ts'
import { placeOf } from './naming.ts'
import { restoreBackup } from './restore/restoring.ts'
import { hasResults } from './results.ts'
import { backUp, checkBackup } from './writing.ts'

/** What the three need of the process around them. */
export interface Around {
  features: readonly Feature[]
  settings(): Settings
  /** The database as it is: nothing in it is brought up to date. */
  reach(): Promise<Working & { url: string }>
  /** The same, brought up to date. */
  open(): Promise<Working>
}

const megabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`

const sayHeader = ({ at, plenum, migrations }: Header) =>
  `It shows ${at}; Plenum ${plenum}, ${migrations.length} steps.`

/** `plenum backup`, beside a running Plenum or alone. */
export const backupCommand = ({ settings, reach }: Around): Subcommand => ({
  usage: '[FILE|FOLDER]',
  does: 'Writes everything that the database holds into one file (in BACKUP_FOLDER), encrypted with BACKUP_KEY if set.',
  async run([named, ...rest], { print, tell }) {
    const { folder, passphrase } = settings().backup
    const place = named ?? (folder && `${folder}/`)
    if (!place || rest.length > 0) {
      throw new WrongUsage('Name a file or a folder: plenum backup FILE|FOLDER.')
    }
    const { url, database, clock } = await reach()
    const file = await placeOf(place, clock.now(), passphrase !== undefined)
    const notes = (await hasResults(database.write)) ? database.write : null
    const { header, rows, bytes } = await backUp({ url, file, passphrase, clock, notes })
    tell(sayHeader(header))
    if (passphrase === undefined) {
      tell('It holds personal data and is not encrypted: set BACKUP_KEY to encrypt the next one.')
    }
    tell('Keep the secret of PLENUM_HOME too, elsewhere: see docs/operating.md.')
    print(`${file}: rows ${rows}, ${megabytes(bytes)}.`)
    return 0
  },
})

/** `plenum check`: it needs no database. */
export const checkCommand = ({ features, settings }: Around): Subcommand => ({
  usage: 'FILE',
  does: 'Reads a backup whole: every checksum, every row, and whether this version can restore it.',
  async run([file, ...rest], { print }) {
    if (file === undefined || rest.length > 0) {
      throw new WrongUsage('Name the backup: plenum check FILE.')
    }
    const migrations = migrationsOf(features)
    const { header, manifest, rows } = await checkBackup(
      file,
      settings().backup.passphrase,
      migrations,
    )
    for (const table of manifest.tables) print(`${String(table.rows).padStart(12)}  ${table.name}`)
    print(sayHeader(header))
    const missing = migrations.length - header.migrations.length
    if (missing > 0) print(`Steps by which it will be brought up to date: ${missing}.`)
    print(
      `This backup is whole, and can be restored: tables ${manifest.tables.length}, rows ${rows}.`,
    )
    return 0
  },
})

/** `plenum restore`, beside a running Plenum or alone. */
export const restoreCommand = ({ features, settings, reach, open }: Around): Subcommand => ({
  usage: 'FILE [--replace DATABASE]',
  does: 'Puts a backup into an empty database; or, called by its name, in the place of everything that a database holds.',
  async run(args, { print, tell }) {
    const { file, replace } = parse(args)
    const { url, outbox, doers, clock } = await reach()
    const restored = await restoreBackup({
      ...{ url, file, replace, outbox, now: clock.now() },
      passphrase: settings().backup.passphrase,
      migrations: migrationsOf(features),
      jobs: new Set(doers.flatMap(({ jobs }) => Object.keys(jobs ?? {}))),
    })
    tell(sayHeader(restored.header))
    for (const job of restored.unknown)
      tell(`Nobody does ${job} in this version: its errands were left out.`)
    const { database } = await open()
    const verdict = await verify(database.write)
    for (const sentence of sayVerdict(verdict)) tell(sentence)
    print(
      `Restored: rows ${restored.rows}, waiting errands ${restored.errands}. Everybody signs in again.`,
    )
    tell('Letters and messages are held until an administrator releases them: /administration.')
    tell('plenum people sign-in-link prints a link that signs the administrator in.')
    return verdict.findings.length === 0 ? 0 : 1
  },
})

function parse(args: readonly string[]): { file: string; replace: string | null } {
  const [file, option, name, ...rest] = args
  if (file === undefined || file.startsWith('--')) {
    throw new WrongUsage('Name the backup: plenum restore FILE.')
  }
  if (option === undefined) return { file, replace: null }
  if (option !== '--replace' || rest.length > 0) {
    throw new WrongUsage('Write: plenum restore FILE, or plenum restore FILE --replace DATABASE.')
  }
  // Without a name nothing is replaced; the answer says which one to write.
  return { file, replace: name ?? null }
}
