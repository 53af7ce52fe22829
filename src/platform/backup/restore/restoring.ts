import { randomUUIDv7 } from 'node:crypto'
import { OPERATOR } from '../../../kernel/actor.ts'
import { GATE } from '../../command/turns/lane.ts'
import { CannotStart } from '../../config/cannot-start.ts'
import { overClient } from '../../database/database.ts'
import { MIGRATING, type Migration } from '../../database/migrations.ts'
import type { Writing } from '../../database/tables.ts'
import type { Outbox } from '../../jobs/outbox.ts'
import { writeEntry } from '../../journal/write.ts'
import { RESTORED } from '../../mail/held.ts'
import { type Ask, type Connection, connect, quotedTable } from '../connecting.ts'
import { readContents } from '../contents.ts'
import { handOverErrands } from '../errands.ts'
import type { Header, Manifest } from '../file/format.ts'
import { mustBeMeant, removeEverything } from './emptying.ts'
import { fillingOver } from './filling.ts'
import { lighten, makeShape } from './shape.ts'

/** What is to be restored, and where. */
export interface Restoring {
  url: string
  file: string
  passphrase: string | undefined
  /** The name of the database, where what it holds is to be replaced. */
  replace: string | null
  migrations: readonly Migration[]
  /** Of the same database; it takes the errands. */
  outbox: Outbox
  jobs: ReadonlySet<string>
  now: Temporal.Instant
}

/** What was restored. */
export interface Restored {
  header: Header
  manifest: Manifest
  rows: number
  errands: number
  /** Jobs of errands that this version does not have. */
  unknown: readonly string[]
}

/**
 * Puts a backup into the database, all of it or, whatever happens, nothing: in one transaction that ends only when the
 * last byte of the file was found to be right. Who signed in stays signed out, for sessions are in no backup. The
 * journal says that it was done, and until an administrator has released it nothing is sent (`heldSince`).
 *
 * @throws CannotStart where the file is damaged or of another version, or the database is not empty.
 */
export async function restoreBackup(restoring: Restoring): Promise<Restored> {
  const { url, file, passphrase, replace, migrations, now } = restoring
  await using connection = await connect(url)
  const { client, ask } = connection
  await mustBeMeant(ask, replace)
  await alone(ask)
  await ask('begin')
  // Asked again, now that nobody else can do anything.
  await mustBeMeant(ask, replace)

  const filling = fillingOver(client)
  let putBack: () => Promise<void> = async () => undefined
  const { header, manifest } = await readContents(file, passphrase, migrations, {
    async begin(head) {
      await removeEverything(ask)
      await makeShape(ask, head, migrations)
      putBack = await lighten(ask)
    },
    take: filling.take,
  }).catch((error: unknown) => {
    throw complaint(error)
  })
  await filling.end()
  await putBack()
  for (const { name, last } of manifest.sequences) await setSequence(ask, name, last)
  const { errands, unknown } = await handOverErrands(ask, restoring.outbox, restoring.jobs)
  await note(connection, header, now)
  await ask('commit')

  await cutOthers(ask)
  await ask('analyze')
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  return { header, manifest, rows, errands, unknown }
}

/** Waits until nobody does a deed or brings the database up to date, and keeps everybody from either. */
const alone = async (ask: Ask) => {
  await ask(`select pg_advisory_lock(${MIGRATING})`)
  await ask(`select pg_advisory_lock(${GATE})`)
}

async function setSequence(ask: Ask, name: string, last: string) {
  const [place] = await ask<{ there: boolean }>('select to_regclass($1) is not null as there', [
    quotedTable(name),
  ])
  if (place?.there) await ask('select setval($1::regclass, $2::bigint)', [quotedTable(name), last])
}

/** Whoever asks the journal learns that what stands after this point followed from a backup. */
const note = ({ client }: Connection, { id, at, plenum }: Header, now: Temporal.Instant) =>
  writeEntry(overClient(client) as Writing, {
    id: randomUUIDv7(),
    at: now,
    action: RESTORED,
    subject: `backup/${id}`,
    conference: null,
    actor: `${OPERATOR.kind}/${OPERATOR.id}`,
    input: { id, at, plenum },
  })

/**
 * Processes that serve this database hold in memory what is no longer so. Cut off, they connect again, and forget
 * everything when they do.
 */
const cutOthers = (ask: Ask) =>
  ask(`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and usename = current_user
      and pid <> pg_backend_pid() and application_name like 'plenum%'`)

/** What PostgreSQL refuses to take was not what PostgreSQL once gave. */
function complaint(error: unknown): unknown {
  if (error instanceof CannotStart) return error
  const { code = '', message } = error as { code?: string; message?: string }
  return /^(22|23)/.test(code)
    ? new CannotStart(
        `The database does not take what the backup holds (${message}); nothing was changed.`,
      )
    : error
}
