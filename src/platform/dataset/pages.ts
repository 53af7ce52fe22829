import type { Reading } from '../database/tables.ts'
import type { Cell, Dataset, Place, Row, Wish } from './dataset.ts'

/** Rows that are read, and held, at once. */
export const PAGE = 1000
/** The same where each page costs a look at every row, since no index has the order. */
export const SORTED_PAGE = 4 * PAGE

/** Where a row stands in the order that was wished. */
export const placeOf = (dataset: Pick<Dataset, 'key'>, { sort }: Wish, row: Row): Place => ({
  key: String(row[dataset.key]),
  value: sort ? ((row[sort.column] ?? null) as Cell) : null,
})

/** Every row that a wish chooses, page by page; the next page is read while the last one is printed. */
export async function* pagesOf(
  db: Reading,
  dataset: Dataset,
  wish: Wish,
  size = PAGE,
): AsyncGenerator<readonly Row[]> {
  const read = (after: Wish['after']) => {
    const reading = dataset.read(db, { ...wish, after, limit: size })
    // Whoever stops here does not hear of it, and whoever goes on does.
    reading.catch(() => undefined)
    return reading
  }
  let next = read(wish.after)
  try {
    for (;;) {
      const page = await next
      const last = page.at(-1)
      const whole = page.length === size && last
      if (whole) next = read(placeOf(dataset, wish, last))
      if (page.length > 0) yield page
      if (!whole) return
    }
  } finally {
    // Whoever stops early goes on with the same connection.
    await next.catch(() => undefined)
  }
}

/** What is asked where nothing else is: every row by its key, as it stands, in English. */
export const everything = (day: string): Wish => ({
  filters: {},
  sort: null,
  after: null,
  limit: PAGE,
  only: null,
  asOf: null,
  day,
  language: 'en',
})
