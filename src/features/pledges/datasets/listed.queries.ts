import { type Expression, type SqlBool, sql } from 'kysely'
import type { Reading } from '../../../platform/database/tables.ts'
import { allOf, type Columns, pageOf } from '../../../platform/dataset/by-key.ts'
import type { Wish } from '../../../platform/dataset/dataset.ts'
import { type PledgeId, pledgesNamedIn } from '../model.ts'
import { type History, historiesOf, NO_HISTORY, namesakesOf, recordsOf } from '../queries.ts'
import { type PublicPledge, publicFrom, type Recorded } from '../terms/public.ts'
import { historySeenBy } from '../terms/seen.ts'

/** What a pledge said before, whole, as everybody may see it. */
export interface FormerWording extends History {
  version: number
  replacedAt: Temporal.Instant
  why: Recorded['versions'][number]['why']
  terms: PublicPledge['terms']
}

/** A listed pledge with its former wordings, oldest first. */
export interface Listed extends PublicPledge {
  former: readonly FormerWording[]
  withdrawnAt: Temporal.Instant | null
}

const COLUMNS: Columns = {
  key: sql.ref('pledge.id'),
  by: {
    id: sql.ref('pledge.id'),
    pledge: sql.ref('pledge.id'),
    conference: sql.ref('pledge.conference'),
    lead: sql.ref('pledge.lead'),
    announced_on: sql.ref('pledge.announcedOn'),
  },
}

/** What a filter looks for in the index of facets. */
const FACETS: Readonly<Record<string, string>> = {
  party: 'party',
  role: 'role',
  capability: 'capability',
  category: 'category',
  mission: 'mission',
  condition: 'condition',
  delivery: 'delivery',
}

/** The last day that a partial date can mean, as text. */
const lastDay = sql`pledge.announced_on || substr('-12-31', length(pledge.announced_on) - 3)`

/** Public, announced by the day, and having every facet that is asked for. */
function chosen({ filters, asOf }: Wish): Expression<SqlBool> {
  const facets = Object.entries(filters).flatMap(([name, value]) =>
    FACETS[name] ? [`${FACETS[name]}:${value}`] : [],
  )
  // Everything has no facets at all, and finding everything by their index is the slowest way there is.
  const having = facets.length > 0 ? sql`pledge.facets @> ${facets}::text[]` : sql`true`
  return sql<SqlBool>`pledge.listed
    and ${having}
    and (${asOf}::text is null or ${lastDay} <= ${asOf})`
}

const withoutFacets = (wish: Wish): Wish => ({
  ...wish,
  filters: Object.fromEntries(Object.entries(wish.filters).filter(([name]) => !FACETS[name])),
})

/** The identifiers of a page of listed pledges, in the order that is wished. */
export async function listedIds(db: Reading, wish: Wish): Promise<PledgeId[]> {
  const query = db.selectFrom('pledge').select('id').where(chosen(wish))
  const rows = await pageOf(query, COLUMNS, withoutFacets(wish)).execute()
  return rows.map(({ id }) => id)
}

/** How many there are. */
export async function countListed(db: Reading, wish: Wish): Promise<number> {
  const query = db
    .selectFrom('pledge')
    .select((from) => from.fn.countAll<number>().as('pledges'))
    .where(chosen(wish))
  return (await allOf(query, COLUMNS, withoutFacets(wish)).executeTakeFirstOrThrow()).pledges
}

/** How many shares the listed pledges have, or how many public reports on an axis. */
export async function countParts(
  db: Reading,
  wish: Wish,
  part: 'shares' | 'delivery' | 'readiness' | 'versions',
): Promise<number> {
  const { only } = wish
  const query = db.selectFrom('pledge').select(PARTS[part].as('parts')).where(chosen(wish))
  const known = { ...withoutFacets(wish), only: only?.column === 'pledge' ? only : null }
  return Number((await allOf(query, COLUMNS, known).executeTakeFirstOrThrow()).parts)
}

const PARTS = {
  shares: sql<number>`coalesce(sum(jsonb_array_length(terms->'shares')), 0)`,
  delivery: sql<number>`coalesce(sum((select count(*) from pledge_event
    where pledge = pledge.id and axis = 'delivery' and pledge_event.audience = 'public')), 0)`,
  readiness: sql<number>`coalesce(sum((select count(*) from pledge_event
    where pledge = pledge.id and axis = 'readiness' and pledge_event.audience = 'public')), 0)`,
  versions: sql<number>`coalesce(sum((select count(*) from pledge_version where pledge = pledge.id)), 0)`,
} as const

/** Listed pledges by their identifiers, in that order, each as everybody may see it. */
export async function listedPledges(db: Reading, ids: readonly PledgeId[]): Promise<Listed[]> {
  if (ids.length === 0) return []
  const records = new Map((await recordsOf(db, ids)).map((record) => [record.id, record]))
  const histories = await historiesOf(db, ids)
  const versions = Map.groupBy(await versionsOf(db, ids), ({ pledge }) => pledge)
  const deeds = Map.groupBy(await deedsOf(db, ids), ({ pledge }) => pledge)
  const named = [...records.values()].flatMap(({ terms }) => pledgesNamedIn(terms))
  const there = new Map((await namesakesOf(db, [...new Set(named)])).map((one) => [one.id, one]))
  return ids.flatMap((id): Listed[] => {
    const record = records.get(id)
    if (!record) return []
    const own = versions.get(id) ?? []
    const done = deeds.get(id) ?? []
    const pledge = publicFrom({
      record,
      history: histories.get(id) ?? NO_HISTORY,
      versions: own,
      deeds: done,
      named: pledgesNamedIn(record.terms).flatMap((other) => there.get(other) ?? []),
      naming: [],
    })
    const former = pledge.earlier.map(({ version, replacedAt, why, terms }, place) => {
      const { delivery = [], readiness = [] } = own[place]?.content ?? {}
      return {
        ...{ version, replacedAt, why, terms },
        delivery: historySeenBy('public', delivery),
        readiness: historySeenBy('public', readiness),
      }
    })
    const withdrawal = done.findLast(({ deed }) => deed === 'withdraw')
    return [{ ...pledge, former: former.reverse(), withdrawnAt: withdrawal?.at ?? null }]
  })
}

/** Newest first. */
const versionsOf = (db: Reading, ids: readonly PledgeId[]) =>
  db
    .selectFrom('pledgeVersion')
    .select(['pledge', 'version', 'replacedAt', 'why', 'content'])
    .where('pledge', 'in', ids)
    .orderBy('pledge')
    .orderBy('version', 'desc')
    .execute()

const deedsOf = (db: Reading, ids: readonly PledgeId[]) =>
  db
    .selectFrom('pledgeDeed')
    .select(['pledge', 'deed', 'at', 'party', 'note'])
    .where('pledge', 'in', ids)
    .orderBy('pledge')
    .orderBy('position')
    .execute()

/** The pledge as it was worded, and stood, at the end of a day in universal time. */
export function wordedOn(pledge: Listed, day: string | null): Listed {
  if (day === null) return pledge
  const isOver = (at: Temporal.Instant) =>
    at.toZonedDateTimeISO('UTC').toPlainDate().toString() <= day
  const { withdrawn, withdrawnAt } = pledge
  const then = pledge.former.find(({ replacedAt }) => !isOver(replacedAt))
  return {
    ...pledge,
    ...(then && { terms: then.terms, version: then.version }),
    withdrawn: withdrawnAt && !isOver(withdrawnAt) ? null : withdrawn,
    confirmations: pledge.confirmations.filter(({ at }) => isOver(at)),
  }
}
