import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Writing } from '../database/tables.ts'
import { digestOf } from './canonical.ts'
import type { Entry } from './entry.ts'

/** A deed before it stands in the journal. */
type Done = Omit<Entry, 'seq' | 'digest'> & { input: unknown }

/** Writes an entry with its salt, in the deed's own transaction. */
export const writeEntry = (db: Writing, entry: Done): Promise<void> => writeEntries(db, [entry])

/**
 * Writes entries in one statement, each with its salt, in the order in which they are given. The statement is the same for
 * one and for many: PostgreSQL plans it once.
 */
export async function writeEntries(db: Writing, entries: readonly Done[]): Promise<void> {
  if (entries.length === 0) return
  const each = <Value>(of: (entry: Done) => Value) => entries.map(of)
  const salts = each(() => randomBytes(16).toString('hex'))
  const digests = entries.map(({ input }, place) => digestOf(input, salts[place] as string))
  await sql`
    with given as (
      select * from unnest(
        ${each(({ id }) => id)}::uuid[], ${each(({ at }) => at.toString())}::timestamptz[],
        ${each(({ action }) => action)}::text[], ${each(({ subject }) => subject)}::text[],
        ${each(({ conference }) => conference)}::text[], ${each(({ actor }) => actor)}::text[],
        ${digests}::text[], ${salts}::text[]
      ) with ordinality as given (id, at, action, subject, conference, actor, digest, salt, place)
    ), entry as (
      insert into journal (id, at, action, subject, conference, actor, digest)
      select id, at, action, subject, conference, actor, digest from given order by place
      returning seq, id
    ), salted as (
      insert into journal_salt (seq, salt) select seq, salt from entry join given using (id)
    )
    insert into journal_unsealed (seq) select seq from entry`.execute(db)
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
