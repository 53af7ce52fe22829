import { sql } from 'kysely'
import type { Reading } from '../../platform/database/tables.ts'
import type { PledgeId } from '../pledges/model.ts'
import { type Counted, entryFrom } from './entries.ts'
import type { Entry } from './ledger.model.ts'

/** Every listed pledge as the engine counts it, and the number of the change that it is as new as. */
export interface Ledger {
  change: number
  /** By identifier. */
  entries: readonly Entry[]
}

/** The ledgers of the databases that this process reads: one, except in tests. A table that was restored is another. */
const held = new Map<string, Ledger>()
/** Those that are being read, for whoever asks meanwhile. */
const underway = new Map<string, { change: number; ledger: Promise<Ledger> }>()

const NOTHING: Ledger = { change: -1, entries: [] }

/**
 * The ledger, from memory. Every reading asks for the number of the last change, in its own transaction; what changed
 * since is read anew, and nothing else.
 */
export async function ledgerOf(db: Reading): Promise<Ledger> {
  const { rows } = await sql<{ database: string; change: number }>`
    select concat_ws(' ', current_database(), inet_server_port(), 'pledge'::regclass::oid) as database, change
    from pledge_ledger`.execute(db)
  const { database, change } = rows[0] as { database: string; change: number }
  const known = held.get(database) ?? NOTHING
  if (known.change >= change) return known
  const reading = underway.get(database)
  if (reading && reading.change >= change) {
    const ledger = await reading.ledger.catch(() => null)
    if (ledger) return ledger
  }
  const ledger = changedSince(db, known, change)
  underway.set(database, { change, ledger })
  try {
    held.set(database, await ledger)
    return await ledger
  } finally {
    if (underway.get(database)?.ledger === ledger) underway.delete(database)
  }
}

/** Rows that are read, and held, at once. */
const AT_ONCE = 2000

async function changedSince(db: Reading, known: Ledger, change: number): Promise<Ledger> {
  const entries: Entry[] = []
  let at = 0
  for await (const { id, listed, ...row } of rowsAfter(db, known.change)) {
    const place = placeOf(id, known.entries, at)
    while (at < place) entries.push(known.entries[at++] as Entry)
    if (known.entries[at]?.id === id) at += 1
    if (listed) entries.push(entryFrom({ id, listed, ...row }))
  }
  while (at < known.entries.length) entries.push(known.entries[at++] as Entry)
  return { change, entries }
}

/** Where an identifier stands among entries, or would stand, from a place on. */
function placeOf(id: PledgeId, entries: readonly Entry[], from: number): number {
  let [low, high] = [from, entries.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((entries[middle] as Entry).id < id) low = middle + 1
    else high = middle
  }
  return low
}

/** Pledges that were changed after a number, by identifier, with what of them is counted. */
async function* rowsAfter(db: Reading, change: number): AsyncGenerator<Counted> {
  let last = ''
  for (;;) {
    const rows = await pageAfter(db, change, last)
    yield* rows
    if (rows.length < AT_ONCE) return
    last = (rows.at(-1) as Counted).id
  }
}

async function pageAfter(db: Reading, change: number, last: string): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    select pledge.id, pledge.listed, pledge.state, pledge.announced_on as "announcedOn",
      pledge.as_of as "asOf",
      conference.starts as "conferenceStarts",
      pledge.terms - ${UNCOUNTED}::text[] as terms,
      coalesce(events.delivery, '[]') as delivery,
      coalesce(versions.amended, '[]') as amended
    from pledge
    left join conference on conference.id = pledge.conference
    left join lateral (
      select json_agg(content - ${UNCOUNTED}::text[] order by position) as delivery
      from pledge_event
      where pledge_event.pledge = pledge.id and axis = 'delivery' and audience = 'public'
    ) as events on true
    left join lateral (
      select json_agg(json_build_object(
        'until', to_char(replaced_at at time zone 'UTC', 'YYYY-MM-DD'),
        'terms', (content->'terms') - ${UNCOUNTED}::text[]
      ) order by version) as amended
      from pledge_version
      where pledge_version.pledge = pledge.id and why is not null
    ) as versions on true
    where change > ${change} and pledge.id collate "C" > ${last}
    order by pledge.id collate "C"
    limit ${AT_ONCE}`.execute(db)
  return rows
}

/** What is read on pages only: most of what a pledge weighs. */
const UNCOUNTED = [
  'title',
  'summary',
  'words',
  'disagreements',
  'sources',
  'source',
  'note',
  'baseline',
  'beneficiariesNote',
  'found',
]
