import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Writing } from '../database/tables.ts'
import { digestOf } from './canonical.ts'
import type { Entry } from './entry.ts'

/** A deed before it stands in the journal. */
type Done = Omit<Entry, 'seq' | 'digest'> & { input: unknown }

/** Writes an entry with its salt, in the deed's own transaction. */
export const writeEntry = (db: Writing, entry: Done): Promise<void> => writeEntries(db, [entry])

/** Writes entries in one statement, each with its salt, in the order in which they are given. */
export async function writeEntries(db: Writing, entries: readonly Done[]): Promise<void> {
  if (entries.length === 0) return
  const salted = entries.map((entry) => ({ ...entry, salt: randomBytes(16).toString('hex') }))
  const ids = salted.map(({ id }) => id)
  const salts = salted.map(({ salt }) => salt)
  await db
    .with('entry', (query) =>
      query
        .insertInto('journal')
        .values(
          salted.map(({ input, salt, ...entry }) => ({ ...entry, digest: digestOf(input, salt) })),
        )
        .returning(['seq', 'id']),
    )
    .with('salted', (query) =>
      query
        .insertInto('journalSalt')
        .columns(['seq', 'salt'])
        .expression(sql`
        select seq, salt from entry
        join unnest(${ids}::uuid[], ${salts}::text[]) as salts (id, salt) using (id)`),
    )
    .insertInto('journalUnsealed')
    .columns(['seq'])
    .expression((from) => from.selectFrom('entry').select('seq'))
    .execute()
}

/** Makes the digests of somebody's entries say nothing for ever; every entry stands, and every seal still fits. */
export async function forgetInputs(db: Writing, about: { actor: string } | { subject: string }) {
  await db
    .deleteFrom('journalSalt')
    .where('seq', 'in', (from) => {
      const entries = from.selectFrom('journal').select('seq')
      return 'actor' in about
        ? entries.where('actor', '=', about.actor)
        : entries.where('subject', '=', about.subject)
    })
    .execute()
}
