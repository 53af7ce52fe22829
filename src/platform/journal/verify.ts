import { type Kysely, sql } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { BEGINNING, type Entry, hashOfSeal, leafOfEntry, type Seal } from './entry.ts'
import { rootOf } from './merkle.ts'

/** Something in the journal that is not as it was written. */
export type Finding =
  | { what: 'entry-changed' | 'entry-removed' | 'entry-inserted'; seq: number; seal: number | null }
  | { what: 'seal-changed' | 'seal-removed'; seal: number }

/** What `verify` has read. */
export interface Verdict {
  findings: readonly Finding[]
  seals: number
  /** Entries under a seal. */
  sealed: number
  /** Entries written since the last seal, that the next one will close. */
  waiting: number
  /** Number and hash of the last seal: whoever keeps it elsewhere can prove more. */
  last: { number: number; hash: string } | null
}

/** Seals that are read at once. */
const PAGE = 100

/** A leaf as it was sealed, and the entry as it stands now. */
interface Leaf {
  seq: number
  seal: number
  leaf: string
  entry: Entry | null
}

/** A seal that somebody wrote down earlier. */
type Known = Verdict['last']

/**
 * Recomputes every leaf, root and seal of the journal, in one snapshot. If the seal that was noted earlier no longer
 * stands so, the whole chain was replaced.
 */
export const verify = (db: Kysely<Tables>, known: Known = null): Promise<Verdict> =>
  db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((transaction) => verifyWithin(transaction, known))

/** The same in a transaction that has begun. */
export const verifyWithin = async (db: Kysely<Tables>, known: Known = null): Promise<Verdict> =>
  (await verifyFor(db, { known, after: 0, milliseconds: Number.POSITIVE_INFINITY })).verdict

/** As much of it as can be done in a time. */
export interface Partly {
  /** A seal that was noted earlier. */
  known: Known
  /** The seal after which to go on; 0 for all. */
  after: number
  milliseconds: number
}

/**
 * Verifies for a time at most. Where it was not enough, `upTo` is the seal after which to go on; what stands outside of
 * all seals is looked at when the last of them was.
 */
export async function verifyFor(
  db: Kysely<Tables>,
  { known, after, milliseconds }: Partly,
): Promise<{ verdict: Verdict; upTo: number | null }> {
  const begun = performance.now()
  const findings: Finding[] = []
  let previous = await sealBefore(db, after)
  let sealed = 0
  let enough = false
  for await (const { seal, leaves } of sealsOf(db, after)) {
    if (enough) break
    findings.push(...missingBetween(previous.number, seal.number))
    findings.push(...examine(seal, leaves, previous))
    if (known?.number === seal.number && known.hash !== seal.hash) {
      findings.push({ what: 'seal-changed', seal: seal.number })
    }
    previous = seal
    sealed += leaves.length
    enough = performance.now() - begun > milliseconds
  }
  const last = await lastSeal(db)
  const upTo = last !== null && previous.number < last.number ? previous.number : null
  if (upTo === null) {
    if (known && known.number > previous.number) {
      findings.push({ what: 'seal-removed', seal: known.number })
    }
    findings.push(...(await sealedByNobody(db)), ...(await strays(db)))
  }
  const verdict = {
    findings: [...new Map(findings.map((one) => [JSON.stringify(one), one])).values()],
    seals: previous.number,
    sealed,
    waiting: await countWaiting(db),
    last,
  }
  return { verdict, upTo }
}

/** What the seal after a number must hold: the one before it as it stands. */
async function sealBefore(
  db: Kysely<Tables>,
  after: number,
): Promise<Pick<Seal, 'number' | 'hash'>> {
  if (after === 0) return { number: 0, hash: BEGINNING }
  const seal = await db
    .selectFrom('journalSeal')
    .select(['number', 'hash'])
    .where('number', '=', after)
    .executeTakeFirst()
  return seal ?? { number: after, hash: '' }
}

/** The last seal: whoever keeps it elsewhere can prove more. */
export async function lastSeal(db: Kysely<Tables>): Promise<Verdict['last']> {
  const seal = await db
    .selectFrom('journalSeal')
    .select(['number', 'hash'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return seal ?? null
}

const missingBetween = (before: number, number: number): Finding[] =>
  Array.from({ length: number - before - 1 }, (_, index) => ({
    what: 'seal-removed',
    seal: before + 1 + index,
  }))

function examine(
  seal: Seal,
  leaves: readonly Leaf[],
  before: Pick<Seal, 'number' | 'hash'>,
): Finding[] {
  const touched = leaves.flatMap(({ seq, leaf, entry }): Finding[] => {
    if (!entry) return [{ what: 'entry-removed', seq, seal: seal.number }]
    return leafOfEntry(entry) === leaf ? [] : [{ what: 'entry-changed', seq, seal: seal.number }]
  })
  const chained = before.number !== seal.number - 1 || seal.previous === before.hash
  const covers =
    leaves.length === seal.entries && rootOf(leaves.map(({ leaf }) => leaf)) === seal.root
  return chained && covers && hashOfSeal(seal) === seal.hash
    ? touched
    : [...touched, { what: 'seal-changed', seal: seal.number }]
}

/** Every seal after a number in its order, with what it closed. */
async function* sealsOf(
  db: Kysely<Tables>,
  from: number,
): AsyncGenerator<{ seal: Seal; leaves: readonly Leaf[] }> {
  for (let after = from; ; ) {
    const seals = await db
      .selectFrom('journalSeal')
      .selectAll()
      .where('number', '>', after)
      .orderBy('number')
      .limit(PAGE)
      .execute()
    const last = seals.at(-1)
    if (!last) return
    const leaves = Map.groupBy(await leavesOf(db, after, last.number), ({ seal }) => seal)
    for (const seal of seals) yield { seal, leaves: leaves.get(seal.number) ?? [] }
    after = last.number
  }
}

async function leavesOf(db: Kysely<Tables>, after: number, until: number): Promise<Leaf[]> {
  const rows = await db
    .selectFrom('journalSealed as sealed')
    .leftJoin('journal', 'journal.seq', 'sealed.seq')
    .select(['sealed.seq', 'sealed.seal', 'sealed.leaf'])
    .select(['id', 'at', 'action', 'subject', 'conference', 'actor', 'digest'])
    .where('sealed.seal', '>', after)
    .where('sealed.seal', '<=', until)
    .orderBy('sealed.seal')
    .orderBy('sealed.seq')
    .execute()
  return rows.map(({ seal, leaf, ...entry }) => ({
    seq: entry.seq,
    seal,
    leaf,
    entry: entry.id === null ? null : (entry as Entry),
  }))
}

/** Leaves whose seal is gone, at the end of the chain, where no gap in the numbers tells. */
async function sealedByNobody(db: Kysely<Tables>): Promise<Finding[]> {
  const rows = await db
    .selectFrom('journalSealed')
    .leftJoin('journalSeal', 'number', 'seal')
    .select('seal')
    .distinct()
    .where('number', 'is', null)
    .orderBy('seal')
    .execute()
  return rows.map(({ seal }) => ({ what: 'seal-removed', seal }))
}

/** Entries that came in or went by another way than ours, before a seal closed them. */
async function strays(db: Kysely<Tables>): Promise<Finding[]> {
  const { rows } = await sql<{ seq: number; there: boolean }>`
    select coalesce(journal.seq, waiting.seq) as seq, journal.seq is not null as there
    from journal full join (
      select seq from journal_unsealed union all select seq from journal_sealed
    ) as waiting on waiting.seq = journal.seq
    where journal.seq is null and not exists (select from journal_sealed where seq = waiting.seq)
      or waiting.seq is null
    order by 1`.execute(db)
  return rows.map(({ seq, there }) => ({
    what: there ? 'entry-inserted' : 'entry-removed',
    seq,
    seal: null,
  }))
}

const countWaiting = async (db: Kysely<Tables>): Promise<number> => {
  const { waiting } = await db
    .selectFrom('journalUnsealed')
    .select((from) => from.fn.countAll<number>().as('waiting'))
    .executeTakeFirstOrThrow()
  return waiting
}
