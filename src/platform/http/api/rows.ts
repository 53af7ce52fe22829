import type { Kysely } from 'kysely'
import { Refusal } from '../../../kernel/refusal.ts'
import type { Tables } from '../../database/tables.ts'
import { aboutOf } from '../../dataset/about.ts'
import type { Dataset, Wish } from '../../dataset/dataset.ts'
import { headOf, recordOf } from '../../dataset/forms/json.ts'
import { placeOf } from '../../dataset/pages.ts'
import { cursorOf } from './cursor.ts'

/** Where the data are found, in every form. */
export const API = '/api/v1'

/** The words of an address that ask for the same rows, without the place. */
export function searchOf({ filters, sort, asOf, language }: Wish): URLSearchParams {
  const search = new URLSearchParams(filters)
  if (sort) search.set('sort', `${sort.descending ? '-' : ''}${sort.column}`)
  if (asOf) search.set('as_of', asOf)
  search.set('language', language)
  return search
}

/** One page of rows as JSON, with the way to the next. */
export async function pageOfRows(
  db: Kysely<Tables>,
  dataset: Dataset,
  wish: Wish,
  { origin, now }: { origin: string; now: Temporal.Instant },
) {
  const total = await dataset.count(db, wish)
  const rows = await dataset.read(db, { ...wish, limit: wish.limit + 1 })
  const data = rows.slice(0, wish.limit)
  const last = rows.length > wish.limit ? data.at(-1) : undefined
  const home = `${origin}${API}/${dataset.name}`
  const search = searchOf(wish)
  const whole = search.toString()
  search.set('limit', String(wish.limit))
  const first = `${home}?${search}`
  const cursor = last ? cursorOf(placeOf(dataset, wish, last), wish.sort) : null
  if (cursor !== null) search.set('cursor', cursor)
  const links = {
    first,
    next: cursor === null ? null : `${home}?${search}`,
    csv: `${home}.csv?${whole}`,
    xlsx: `${home}.xlsx?${whole}`,
    ndjson: `${home}.ndjson?${whole}`,
    json: `${home}.json?${whole}`,
  }
  const about = aboutOf(dataset, wish, { address: first, total, now })
  return {
    ...headOf(dataset.name, about),
    total,
    cursor,
    links,
    data: data.map((row) => recordOf(dataset.columns, row)),
  }
}

/** One record as JSON, or a refusal (404). */
export async function oneRecord(
  db: Kysely<Tables>,
  dataset: Dataset,
  wish: Wish,
  { key, origin, now }: { key: string; origin: string; now: Temporal.Instant },
) {
  const only = { column: dataset.key, values: [key] }
  const [row] = await dataset.read(db, { ...wish, only, limit: 1 })
  if (!row) throw new Refusal('platform.unknown-record', 404)
  const address = `${origin}${API}/${dataset.name}/${encodeURIComponent(key)}`
  const about = aboutOf(dataset, wish, { address, total: 1, now })
  return { ...headOf(dataset.name, about), data: recordOf(dataset.columns, row) }
}
