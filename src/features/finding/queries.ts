import { sql } from 'kysely'
import type { Reading } from '../../platform/database/tables.ts'

/** The addresses of everything that has a page, but pledges; without their language. */
export async function addressesOfPages(db: Reading): Promise<string[]> {
  const { rows } = await sql<{ address: string }>`
    select '/' || id as address from conference
    union all select '/' || id || '/programme' from conference
      where exists (select from programme_release where programme_release.conference = conference.id)
    union all select '/parties/' || code from party
    union all select '/parties/groups/' || code from party_group
    union all select '/capabilities/' || code from capability
    union all select '/requirements/' || id from requirement_paper
    order by address`.execute(db)
  return rows.map(({ address }) => address)
}

export async function countOfPledges(db: Reading): Promise<number> {
  const { count } = await db
    .selectFrom('pledge')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('listed', '=', true)
    .executeTakeFirstOrThrow()
  return count
}

/** The addresses of some pledges, in the order of their identifiers. */
export async function addressesOfPledges(
  db: Reading,
  { after, limit }: { after: number; limit: number },
): Promise<string[]> {
  const rows = await db
    .selectFrom('pledge')
    .select('id')
    .where('listed', '=', true)
    .orderBy('id')
    .offset(after)
    .limit(limit)
    .execute()
  return rows.map(({ id }) => `/pledges/${id}`)
}
