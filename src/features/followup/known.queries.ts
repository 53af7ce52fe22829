import { type RawBuilder, sql } from 'kysely'
import type { PartyCode } from '../../kernel/ids.ts'
import { AUDIENCES, type Audience, reaches } from '../../kernel/people/audience.ts'
import type { Reading, Writing } from '../../platform/database/tables.ts'
import type { PledgeId } from '../pledges/model.ts'
import { giversOf, type Share } from '../pledges/shares.model.ts'

/** What is named, and what of it nobody has recorded. */
export interface Named {
  conferences: readonly string[]
  parties: readonly string[]
  pledges: readonly string[]
}

export async function unknownAmong(db: Writing, named: Named): Promise<Named> {
  const found = await sql<{ kind: keyof Named; code: string }>`
    select 'conferences' as kind, id as code from conference where id = any(${named.conferences}::text[])
    union all select 'parties', code from party where code = any(${named.parties}::text[])
    union all select 'pledges', id from pledge where id = any(${named.pledges}::text[])
  `.execute(db)
  const known = new Set(found.rows.map(({ kind, code }) => `${kind} ${code}`))
  const missing = (kind: keyof Named) => [
    ...new Set(named[kind].filter((code) => !known.has(`${kind} ${code}`))),
  ]
  return {
    conferences: missing('conferences'),
    parties: missing('parties'),
    pledges: missing('pledges'),
  }
}

/** Everybody who promises something in some pledges, each once. */
export async function giversAmong(
  db: Reading | Writing,
  pledges: readonly PledgeId[],
): Promise<PartyCode[]> {
  if (pledges.length === 0) return []
  const rows = await db
    .selectFrom('pledge')
    .select(sql<Share[]>`terms->'shares'`.as('shares'))
    .where('id', 'in', pledges)
    .execute()
  return [...new Set(rows.flatMap(({ shares }) => giversOf(shares)))]
}

/** What is meant for an audience that the reader belongs to. */
export const audiencesOf = (reader: Audience): Audience[] =>
  AUDIENCES.filter((one) => reaches(reader, one))

/** Whether a party promises something in a listed pledge, for a query that has `pledge` in it. */
export const givesIn = (party: PartyCode): RawBuilder<boolean> => sql<boolean>`pledge.listed
  and pledge.facets @> array[${`party:${party}`}]
  and exists (
    select from jsonb_array_elements(pledge.terms->'shares') as share
    where share->>'party' = ${party} and share->>'role' <> 'recipient'
  )`
