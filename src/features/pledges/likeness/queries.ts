import { sql } from 'kysely'
import type { PartyCode } from '../../../kernel/ids.ts'
import type { Reading } from '../../../platform/database/tables.ts'
import { toldApart } from '../desk/queries.ts'
import type { PledgeRecord } from '../queries.ts'
import { giversOf } from '../shares.model.ts'
import { type Alike, alikeAmong, type Compared } from './alike.ts'

/** As many of a party's pledges as are compared: the newest. */
const MOST = 400

/**
 * What may be the same promise as this one, among what the reader may know: what everybody may see; to its author their
 * own drafts, to the secretariat whatever was handed in.
 */
export async function likeTo(
  db: Reading,
  record: Pick<PledgeRecord, 'id' | 'terms' | 'lead' | 'conference'>,
  reader: 'author' | 'secretariat',
): Promise<Alike[]> {
  const apart = await toldApart(db, record.id)
  const others = await comparable(db, record, reader)
  return alikeAmong(
    record,
    others.filter(({ id }) => !apart.includes(id)),
  )
}

async function comparable(
  db: Reading,
  { terms, lead, conference }: Pick<PledgeRecord, 'terms' | 'lead' | 'conference'>,
  reader: 'author' | 'secretariat',
): Promise<Compared[]> {
  const parties = giversOf(terms.shares).map((party: PartyCode) => `party:${party}`)
  const unlisted =
    reader === 'author'
      ? sql`pledge.lead = ${lead}`
      : sql`pledge.conference = ${conference} and pledge.handed_in_at is not null`
  const { rows } = await sql<Compared>`
    select id, terms from pledge
    where (listed and facets && ${parties}::text[])
      or (not listed and state <> 'withdrawn' and ${unlisted})
    order by change desc limit ${MOST}`.execute(db)
  return rows
}
