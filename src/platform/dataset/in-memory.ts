import type { Reading } from '../database/tables.ts'
import type { Cell, Dataset, Place, Row, Wish } from './dataset.ts'

/** By code points, as the database compares; numbers by size; what is not known comes last, whatever the direction. */
function compare(a: Cell, b: Cell, descending: boolean): number {
  if (a === b) return 0
  if (a === null) return 1
  if (b === null) return -1
  return a < b === descending ? 1 : -1
}

/** The rows of a small dataset that a wish chooses, in its order, all of them. */
function chosen(rows: readonly Row[], key: string, { filters, sort, only }: Wish): Row[] {
  const keyOf = (row: Row) => row[key] ?? null
  return rows
    .filter((row) => Object.entries(filters).every(([column, value]) => row[column] === value))
    .filter((row) => !only || only.values.includes(String(row[only.column])))
    .toSorted(
      (a, b) =>
        (sort ? compare(a[sort.column] ?? null, b[sort.column] ?? null, sort.descending) : 0) ||
        compare(keyOf(a), keyOf(b), false),
    )
}

const comesAfter = (row: Row, key: string, place: Place, sort: Wish['sort']) =>
  (sort ? compare(row[sort.column] ?? null, place.value, sort.descending) : 0) > 0 ||
  ((!sort || (row[sort.column] ?? null) === place.value) &&
    compare(row[key] ?? null, place.key, false) > 0)

/**
 * Reads a dataset that fits into memory many times over: states, conferences, codes. Filters are columns of the same
 * name.
 */
export const inMemory = (
  key: string,
  everyRow: (db: Reading, wish: Wish) => Promise<readonly Row[]>,
): Pick<Dataset, 'read' | 'count'> => ({
  async read(db, wish) {
    const { after, limit, sort } = wish
    return chosen(await everyRow(db, wish), key, wish)
      .filter((row) => !after || comesAfter(row, key, after, sort))
      .slice(0, limit)
  },
  async count(db, wish) {
    return chosen(await everyRow(db, wish), key, wish).length
  },
})
