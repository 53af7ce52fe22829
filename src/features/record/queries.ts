import { sql } from 'kysely'
import type { Reading } from '../../platform/database/tables.ts'
import type { PledgeId } from '../pledges/model.ts'
import { type Counted, entryFrom } from './entries.ts'
import type { Entry } from './ledger.model.ts'

/** Every listed pledge as the engine counts it, and the number of the change that it is as new as. */
export interface Ledger {
  change: number
  entries: readonly Entry[]
}

interface Held extends Ledger {
  byId: Map<PledgeId, Entry>
}

/** The ledgers of the databases that this process reads: one, except in tests. */
const held = new Map<string, Held>()

/**
 * The ledger, from memory. Every reading asks for the number of the last change, in its own transaction; what changed
 * since is read anew, and nothing else.
 */
export async function ledgerOf(db: Reading): Promise<Ledger> {
  const { rows } = await sql<{ database: string; change: number }>`
    select current_database() || ' ' || coalesce(inet_server_port(), 0) as database, change
    from pledge_ledger`.execute(db)
  const { database, change } = rows[0] as { database: string; change: number }
  const known = held.get(database)
  if (known && known.change >= change) return known
  const next = await changedSince(db, known ?? null, change)
  held.set(database, next)
  return next
}

async function changedSince(db: Reading, known: Held | null, change: number): Promise<Held> {
  const rows = await rowsAfter(db, known?.change ?? -1)
  const byId = new Map(known?.byId)
  for (const row of rows) {
    if (row.listed) byId.set(row.id, entryFrom(row))
    else byId.delete(row.id)
  }
  const entries = [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  return { change, byId, entries }
}

/** Pledges that were changed after a number, with what of them is counted. */
async function rowsAfter(db: Reading, change: number): Promise<Counted[]> {
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
    where change > ${change}
    order by pledge.id`.execute(db)
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
