import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Writing } from '../database/tables.ts'
import { digestOf } from './canonical.ts'
import type { Entry } from './entry.ts'

/** Writes an entry with its salt, in one statement, in the deed's own transaction. */
export async function writeEntry(
  db: Writing,
  { input, ...entry }: Omit<Entry, 'seq' | 'digest'> & { input: unknown },
): Promise<void> {
  const salt = randomBytes(16).toString('hex')
  await db
    .with('entry', (query) =>
      query
        .insertInto('journal')
        .values({ ...entry, digest: digestOf(input, salt) })
        .returning('seq'),
    )
    .with('salted', (query) =>
      query
        .insertInto('journalSalt')
        .columns(['seq', 'salt'])
        .expression((from) => from.selectFrom('entry').select(['seq', sql.lit(salt).as('salt')])),
    )
    .insertInto('journalUnsealed')
    .columns(['seq'])
    .expression((from) => from.selectFrom('entry').select('seq'))
    .execute()
}

/** Writes many entries at once, each with its salt, in the order in which they are given. */
export async function writeEntries(
  db: Writing,
  entries: readonly (Omit<Entry, 'seq' | 'digest'> & { input: unknown })[],
): Promise<void> {
  if (entries.length === 0) return
  const salts = new Map(entries.map(({ id }) => [id, randomBytes(16).toString('hex')]))
  const written = await db
    .insertInto('journal')
    .values(
      entries.map(({ input, ...entry }) => ({
        ...entry,
        digest: digestOf(input, salts.get(entry.id)),
      })),
    )
    .returning(['seq', 'id'])
    .execute()
  const salted = written.map(({ seq, id }) => ({ seq, salt: salts.get(id) as string }))
  await db.insertInto('journalSalt').values(salted).execute()
  await db
    .insertInto('journalUnsealed')
    .values(written.map(({ seq }) => ({ seq })))
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
