import { sql } from 'kysely'
import { once } from '../../kernel/once.ts'
import type { Source } from '../../kernel/source.ts'
import type { Text } from '../../kernel/text.ts'
import type { Reading } from '../../platform/database/tables.ts'
import { categoriesOf } from '../capabilities/queries.ts'
import type { Figure } from '../conferences/figure.model.ts'
import { outlinesOf, theSeries } from '../conferences/queries.ts'
import type { PledgeId } from '../pledges/model.ts'
import type { RecordFacts } from './editions.ts'
import type { Entry } from './ledger.model.ts'
import { ledgerOf } from './queries.ts'

/** Everything that the pages of the record count. */
export async function recordFacts(db: Reading): Promise<RecordFacts | null> {
  const series = await theSeries(db)
  if (!series) return null
  const { entries } = await ledgerOf(db)
  const outlines = await outlinesOf(db, series.id)
  const published = await publishedFigures(db)
  const sets = await categoriesOf(db)
  const own = byConference(entries)
  const editions = outlines.flatMap((outline) => {
    const announced = own.get(outline.id)
    if (!announced || outline.parent !== null) return []
    const { figures = [], sources = {} } = published.get(outline.id) ?? {}
    const set = sets.find(({ conference }) => conference === outline.id)
    const categories = (set?.categories ?? []).map(({ code }) => code)
    return [{ outline, entries: announced, figures, sources, categories }]
  })
  return { series, entries, editions, states: await stateCodes(db) }
}

const byConference = once((entries: readonly Entry[]) =>
  Map.groupBy(entries, ({ conference }) => conference),
)

async function publishedFigures(db: Reading) {
  const { rows } = await sql<{
    id: string
    figures: Figure[]
    sources: Record<string, Source>
  }>`select id, record->'figures' as figures, record->'sources' as sources
    from conference where parent is null`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

export async function stateCodes(db: Reading): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('party')
    .select('code')
    .where('kind', 'in', ['state', 'observer-state'])
    .execute()
  return new Set(rows.map(({ code }) => code))
}

/** The titles of some pledges. */
export async function titlesOf(
  db: Reading,
  ids: readonly PledgeId[],
): Promise<ReadonlyMap<PledgeId, Text>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('pledge')
    .select(['id', sql<Text>`terms->'title'`.as('title')])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, title }) => [id, title]))
}
