import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { FEATURES } from '../app.ts'
import type { PerformAll } from '../platform/command/many/all-or-none.ts'
import { createPerformAll } from '../platform/command/many/perform-all.ts'
import { createPerform } from '../platform/command/perform.ts'
import type { Feature, Perform } from '../platform/feature.ts'
import { createOutbox, type Doer, type Outbox } from '../platform/jobs/outbox.ts'
import type { Seal } from '../platform/journal/entry.ts'
import { sealEntries } from '../platform/journal/seal.ts'
import { MAIL_JOB } from '../platform/mail/letter.ts'
import type { MailRow } from '../platform/mail/mail.ts'
import { ownWork } from '../platform/process/own.ts'
import { type ManualClock, manualClock } from './clock.ts'
import { type ClonedDatabase, cloneDatabase } from './database/database.ts'
import { cloneShipped } from './shipped/shipped.ts'

/** The morning of the first day of the Seoul conference, in UTC. */
const MORNING = '2021-12-07T00:00:00Z'

/** A world of a test file's own: nothing in it needs to be cleaned up but itself. */
export interface World {
  database: ClonedDatabase
  /** What pages read through. */
  read: ClonedDatabase['read']
  clock: ManualClock
  features: readonly Feature[]
  /** Who does errands: the features, and the platform itself. */
  doers: readonly Doer[]
  outbox: Outbox
  perform: Perform
  performAll: PerformAll
  /** Identifiers that come again in every run: `00000000-0000-7000-8000-000000000001`, … */
  newId(): string
  /** Seals the journal, once no transaction of the server, in whatever test's database, holds it back. */
  seal(): Promise<Seal | null>
  /** Writes the letters that errands ask for, and answers all that there are, by address. */
  letters(): Promise<readonly MailRow[]>
  close(): Promise<void>
}

/** Where the world's letters say that it is. */
const SETTINGS = {
  publicUrl: 'http://plenum.test',
  backup: { folder: undefined, keep: 14, passphrase: undefined },
}

/** Ids that count up from one. */
export function predictableIds(): () => string {
  let last = 0
  return () => {
    last += 1
    return `00000000-0000-7000-8000-${String(last).padStart(12, '0')}`
  }
}

async function sealed(database: ClonedDatabase, clock: ManualClock): Promise<Seal | null> {
  for (;;) {
    const { rows } = await sql<{ waits: boolean }>`select exists (
      select from journal join journal_unsealed using (seq)
      where xid >= pg_snapshot_xmin(pg_current_snapshot())
        and xid < pg_snapshot_xmax(pg_current_snapshot())
    ) as waits`.execute(database.write)
    if (!rows[0]?.waits) return sealEntries(database.write, clock.now())
    await sleep(5)
  }
}

async function writtenLetters({ database, perform, doers }: World) {
  const { rows } = await sql<{ id: string; data: Record<string, unknown> }>`
    select id, data from pgboss.job where name = ${MAIL_JOB} order by created_on`.execute(
    database.write,
  )
  const write = doers.map(({ jobs }) => jobs?.[MAIL_JOB]).find(Boolean)
  for (const { id, data } of rows) await write?.(data, { read: database.write, perform, key: id })
  return database.write.selectFrom('mail').selectAll().orderBy('address').orderBy('id').execute()
}

/**
 * Clones the database and sets the real `perform` upon it, with a clock that the test turns.
 *
 * @param shipped whether everything that ships is in it already, loaded at that morning.
 */
export async function world({
  features = FEATURES,
  shipped = false,
}: {
  features?: readonly Feature[]
  shipped?: boolean
} = {}): Promise<World> {
  const database = await (shipped ? cloneShipped(MORNING) : cloneDatabase())
  const clock = manualClock(MORNING)
  const newId = predictableIds()
  const doers = [
    ownWork({ features, url: database.url, database, clock, settings: SETTINGS }),
    ...features,
  ]
  const outbox = createOutbox(database.url, doers)
  const performing = { database, features, clock, outbox, newId }
  const made: World = {
    database,
    read: database.read,
    clock,
    features,
    doers,
    outbox,
    newId,
    perform: createPerform(performing),
    performAll: createPerformAll(performing),
    seal: () => sealed(database, clock),
    letters: () => writtenLetters(made),
    async close() {
      await outbox.stop()
      await database.close()
    },
  }
  return made
}
