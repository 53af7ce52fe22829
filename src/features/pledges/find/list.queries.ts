import { sql } from 'kysely'
import type { PartyCode } from '../../../kernel/ids.ts'
import type { Reading } from '../../../platform/database/tables.ts'
import type { PledgeId } from '../model.ts'
import type { AskedTerm } from './names.ts'
import type { ORDERS } from './wish.ts'

export const PAGE = 25

/** A list of pledges as the database is asked for it. */
export interface Asked {
  /** Each must be there. */
  facets: readonly string[]
  /** Of each, a word must be there or one of the facets that it names. */
  terms: readonly AskedTerm[]
  order: (typeof ORDERS)[number]
  /** Every party in the reader's alphabet; pledges that nobody leads come last. */
  alphabet: readonly PartyCode[]
  page: number
}

/** The pledges of one page of a list, and how many there are in all. */
export interface Found {
  ids: PledgeId[]
  count: number
  /** The page that was found: the last one, where more were asked for. */
  page: number
}

const KEYS = { party: 'lead', announced: 'announced_on', reported: 'reported_on' } as const

/** Finds the pledges of a list. All that match are looked up by the indexes once, counted and put in order. */
export async function foundPledges(db: Reading, asked: Asked): Promise<Found> {
  const { facets, terms, order, page } = asked
  const key = sql.ref(KEYS[order])
  const narrowed = facets.length + terms.length > 0
  const wanted = sql.join(
    [
      // Facets and words are of listed pledges only; saying so again, the planner would read all that are listed.
      ...(narrowed ? [] : [sql`listed`]),
      ...(facets.length > 0 ? [sql`facets @> ${facets}::text[]`] : []),
      ...terms.map(
        (term) => sql`(words @@ ${term.query}::tsquery or facets && ${term.facets}::text[])`,
      ),
    ],
    sql` and `,
  )
  const ordered =
    order === 'party'
      ? sql`from found left join unnest(${asked.alphabet}::text[]) with ordinality as alphabet (code, place)
          on code = lead order by place, id collate "C"`
      : sql`from found order by ${key} desc nulls last, id collate "C"`
  if (narrowed) await onlyByIndex(db, true)
  const { rows } = await sql<Found>`
    with found as materialized (select id, ${key} from pledge where ${wanted}),
      counted as (select count(*)::int as count from found),
      asked as (select least(${page}::int, greatest(1, ceil(count / ${PAGE}::numeric)::int)) as page from counted)
    select count, page, array(
      select id ${ordered} limit ${PAGE} offset (select (page - 1) * ${PAGE} from asked)
    ) as ids
    from counted, asked`.execute(db)
  if (narrowed) await onlyByIndex(db, false)
  return rows[0] as Found
}

/**
 * Reading the whole table looks cheap to the planner, which does not count that words and facets are unpacked row by
 * row: by the indexes, the commonest word of 100,000 pledges takes a tenth of the time.
 */
const onlyByIndex = (db: Reading, only: boolean) =>
  sql`select set_config('enable_seqscan', ${only ? 'off' : 'on'}, true)`.execute(db)

/** Which facets of some kinds listed pledges have, and how many pledges: what a filter can offer. */
export const facetsOffered = (
  db: Reading,
  kinds: readonly string[],
): Promise<{ facet: string; kind: string; pledges: number }[]> =>
  db
    .selectFrom('pledgeFacet')
    .select(['facet', 'kind', 'pledges'])
    .where('kind', 'in', kinds)
    .where('pledges', '>', 0)
    .orderBy('facet')
    .execute()
