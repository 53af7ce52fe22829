import { sql } from 'kysely'
import type { ConferenceId, PartyCode, SessionId } from '../../kernel/ids.ts'
import type { Reading } from '../../platform/database/tables.ts'
import { floorOf, type ListOfSpeakers } from '../floor/facts.queries.ts'

/** A list in which a delegation of somebody’s asked for the floor at some time. */
export interface OwnersList {
  party: PartyCode
  list: ListOfSpeakers
}

interface Found {
  conference: ConferenceId
  session: SessionId
  party: PartyCode
}

/** The lists in which the delegations to which somebody belongs ask for the floor; those of announced sessions only. */
export async function listsOfAccount(
  db: Reading,
  { account, conference }: { account: string; conference: string | null },
): Promise<OwnersList[]> {
  const { rows } = await sql<Found>`
    select distinct floor_deed.conference, floor_deed.session, holding.party
    from floor_deed
    join holding on holding.party = floor_deed.data ->> 'party'
      and holding.conference in ('*', floor_deed.conference)
    where holding.account = ${account} and holding.until is null
      and holding.role in ('focal-point', 'delegate')
      and floor_deed.what in ('inscribe', 'insert', 'reply-asked')
      and (${conference}::text is null or floor_deed.conference = ${conference})
    order by floor_deed.conference, floor_deed.session, holding.party`.execute(db)
  const lists: OwnersList[] = []
  for (const { party, ...of } of rows) {
    const list = (await floorOf(db, of))?.list
    if (list?.published) lists.push({ party, list })
  }
  return lists
}
