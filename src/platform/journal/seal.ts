import { type Kysely, sql } from 'kysely'
import type { Tables, Writing } from '../database/tables.ts'
import { BEGINNING, hashOfSeal, leafOfEntry, type Seal } from './entry.ts'
import { rootOf } from './merkle.ts'

/** Any number; all processes of Plenum use the same one, so that only one seals at a time. */
const LOCK = 7_536_861_102

/** Entries under one seal, at most: what a process holds in memory at once. */
const LARGEST_SEAL = 10_000

/**
 * Closes the entries whose transactions have ended under a seal chained to the last one. Answers the seal,
 * or null where no entry waits or another process is at it.
 */
export const sealEntries = (db: Kysely<Tables>, at: Temporal.Instant): Promise<Seal | null> =>
  db.transaction().execute(async (transaction) => {
    const { rows } = await sql<{
      ours: boolean
    }>`select pg_try_advisory_xact_lock(${sql.lit(LOCK)}) as ours`.execute(transaction)
    return rows[0]?.ours ? sealEnded(transaction, at) : null
  })

async function sealEnded(db: Writing, at: Temporal.Instant): Promise<Seal | null> {
  const entries = await endedEntries(db)
  if (entries.length === 0) return null
  const last = await db
    .selectFrom('journalSeal')
    .select(['number', 'hash'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()

  const leaves = entries.map((entry) => ({ seq: entry.seq, leaf: leafOfEntry(entry) }))
  const content = {
    number: (last?.number ?? 0) + 1,
    // As the column keeps it, so that the hash read back is the hash written.
    at: at.round({ smallestUnit: 'microsecond', roundingMode: 'trunc' }),
    entries: leaves.length,
    root: rootOf(leaves.map(({ leaf }) => leaf)),
    previous: last?.hash ?? BEGINNING,
  }
  const seal = { ...content, hash: hashOfSeal(content) }
  await db.insertInto('journalSeal').values(seal).execute()
  await sql`insert into journal_sealed (seq, seal, leaf)
    select seq, ${seal.number}, leaf
    from unnest(${leaves.map(({ seq }) => seq)}::bigint[], ${leaves.map(({ leaf }) => leaf)}::text[])
      as closed (seq, leaf)`.execute(db)
  await sql`delete from journal_unsealed
    where seq = any(${leaves.map(({ seq }) => seq)}::bigint[])`.execute(db)
  return seal
}

/**
 * An entry with a lower number can become visible after one with a higher: its transaction was the slower one. So
 * those are closed that no running transaction can still precede. A number from the future is another server's.
 */
const endedEntries = (db: Writing) =>
  db
    .selectFrom('journal')
    .innerJoin('journalUnsealed', 'journalUnsealed.seq', 'journal.seq')
    .select(['journal.seq', 'id', 'at', 'action', 'subject', 'conference', 'actor', 'digest'])
    .where(
      sql<boolean>`xid is null
        or xid < pg_snapshot_xmin(pg_current_snapshot())
        or xid >= pg_snapshot_xmax(pg_current_snapshot())`,
    )
    .orderBy('journal.seq')
    .limit(LARGEST_SEAL)
    .execute()
