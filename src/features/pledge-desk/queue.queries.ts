import { sql } from 'kysely'
import type { PartyCode } from '../../kernel/ids.ts'
import type { Reading } from '../../platform/database/tables.ts'
import { neededAt, signaturesOf } from '../pledges/desk/queries.ts'
import type { PledgeId } from '../pledges/model.ts'
import { recordsOf } from '../pledges/queries.ts'
import { unsignedOf, type Waiting } from './queue.ts'

/**
 * What is on the desk of a conference: what was handed in and is not public, and what the secretariat itself began for
 * a party. Drafts of delegations are not there.
 */
export async function queueAt(db: Reading, conference: string): Promise<Waiting[]> {
  const { rows } = await sql<{ id: PledgeId; invited: PartyCode[]; declined: PartyCode[] }>`
    select id,
      array(select party from pledge_invitation
        where pledge = pledge.id and declined_at is null order by party) as invited,
      array(select party from pledge_invitation
        where pledge = pledge.id and declined_at is not null order by party) as declined
    from pledge
    where conference = ${conference} and not listed
      and state in ('draft', 'submitted', 'returned', 'accepted')
      and (handed_in_at is not null or on_behalf)
    order by handed_in_at, id`.execute(db)
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const records = new Map((await recordsOf(db, ids)).map((record) => [record.id, record]))
  const needed = await neededAt(db, conference)
  const signatures = await signaturesOf(db, ids)
  return rows.flatMap(({ id, invited, declined }): Waiting[] => {
    const record = records.get(id)
    if (!record) return []
    const { state, lead, terms, handedInAt, releaseAt } = record
    const open = new Set(
      terms.shares.filter(({ consent }) => consent === 'named').map(({ party }) => party),
    )
    const named = new Set(terms.shares.map(({ party }) => party))
    return [
      {
        ...{ id, state, lead, handedInAt, releaseAt },
        ...{ title: terms.title, quantity: terms.quantity, capabilities: terms.capabilities },
        asked: invited.filter((party) => open.has(party)),
        declined: declined.filter((party) => named.has(party)),
        unsigned: unsignedOf(
          needed,
          signatures.filter(({ pledge }) => pledge === id),
        ),
      },
    ]
  })
}

/** How many wait for the secretariat to look at, and since when the first does. */
export async function waitingAt(
  db: Reading,
  conference: string,
): Promise<{ toReview: number; toAnnounce: number }> {
  const { rows } = await sql<{ toReview: number; toAnnounce: number }>`
    select count(*) filter (where state = 'submitted')::int as to_review,
      count(*) filter (where state = 'accepted' and release_at is null)::int as to_announce
    from pledge where conference = ${conference} and not listed
      and state in ('submitted', 'accepted')`.execute(db)
  return rows[0] as { toReview: number; toAnnounce: number }
}
