import { type RawBuilder, sql } from 'kysely'
import type { PartyCode } from '../../../kernel/ids.ts'
import type { Reading } from '../../../platform/database/tables.ts'
import type { PledgeId } from '../model.ts'
import { byIndex } from './by-index.queries.ts'
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
  /** How many there are, where that is known. */
  known: number | null
}

/** The pledges of one page of a list, and how many there are in all. */
export interface Found {
  ids: PledgeId[]
  count: number
  /** The page that was found: the last one, where more were asked for. */
  page: number
}

const KEYS = { party: 'lead', announced: 'announced_on', reported: 'reported_on' } as const

/** Finds the pledges of a list: all that match are looked up by the indexes once, counted and put in order. */
export async function foundPledges(db: Reading, asked: Asked): Promise<Found> {
  const { order, page, known } = asked
  if (known !== null) return pageOf(db, asked, known)
  return byIndex(db, async () => {
    const { rows } = await sql<Found>`
      with found as materialized (select id, ${sql.ref(KEYS[order])} from pledge where ${wanted(asked)}),
        counted as (select count(*)::int as count from found),
        asked as (select least(${page}::int, greatest(1, ceil(count / ${PAGE}::numeric)::int)) as page from counted)
      select count, page, array(
        select id from ${inOrder(asked, sql`found`)} limit ${PAGE} offset (select (page - 1) * ${PAGE} from asked)
      ) as ids
      from counted, asked`.execute(db)
    return rows[0] as Found
  })
}

/** One page of a list of known length: of the second half, from its end. */
async function pageOf(db: Reading, asked: Asked, count: number): Promise<Found> {
  const page = Math.min(asked.page, Math.max(1, Math.ceil(count / PAGE)))
  const before = (page - 1) * PAGE
  const size = Math.min(PAGE, count - before)
  const fromEnd = before > count / 2
  const passed = fromEnd ? count - before - size : before
  const matching = sql`(select id, ${sql.ref(KEYS[asked.order])} from pledge where ${wanted(asked)}) as found`
  const question = () =>
    sql<{ id: PledgeId }>`
      select id from ${inOrder(asked, matching, fromEnd)} limit ${size} offset ${passed}`.execute(
      db,
    )
  const { rows } = await (isNarrowed(asked) ? byIndex(db, question) : question())
  const ids = rows.map(({ id }) => id)
  return { ids: fromEnd ? ids.reverse() : ids, count, page }
}

const isNarrowed = ({ facets, terms }: Asked) => facets.length + terms.length > 0

/** The condition that a pledge matches. */
function wanted(asked: Asked): RawBuilder<unknown> {
  const { facets, terms } = asked
  // Facets and words are of listed pledges only; saying so again, the planner would read all that are listed.
  if (!isNarrowed(asked)) return sql`listed`
  return sql.join(
    [
      ...(facets.length > 0 ? [sql`facets @> ${facets}::text[]`] : []),
      ...terms.map(
        (term) => sql`(words @@ ${term.query}::tsquery or facets && ${term.facets}::text[])`,
      ),
    ],
    sql` and `,
  )
}

/** What was found, in the order that was asked for, or in the opposite one. */
function inOrder(
  { order, alphabet }: Asked,
  found: RawBuilder<unknown>,
  reversed = false,
): RawBuilder<unknown> {
  const id = reversed ? sql`id collate "C" desc` : sql`id collate "C"`
  if (order === 'party') {
    return sql`${found} left join unnest(${alphabet}::text[]) with ordinality as alphabet (code, place)
      on code = lead order by ${reversed ? sql`place desc` : sql`place`}, ${id}`
  }
  const direction = reversed ? sql`asc nulls first` : sql`desc nulls last`
  return sql`${found} order by ${sql.ref(KEYS[order])} ${direction}, ${id}`
}

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

/** How many pledges a list has, where its filters offer that already: all of them, or those of one facet. */
export function knownCount(
  offered: Awaited<ReturnType<typeof facetsOffered>>,
  { facets, terms }: Pick<Asked, 'facets' | 'terms'>,
): number | null {
  const [facet, another] = facets
  if (terms.length > 0 || another !== undefined) return null
  // Every pledge has one facet of this kind.
  const all = offered.filter((one) => one.kind === 'quantity')
  if (facet === undefined) return all.reduce((sum, { pledges }) => sum + pledges, 0)
  return offered.find((one) => one.facet === facet)?.pledges ?? null
}
