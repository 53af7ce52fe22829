import { misfitOf } from '../../dataset/cells.ts'
import type { Cell, Dataset, Place, Wish } from '../../dataset/dataset.ts'

const LONGEST = 1000

const orderOf = (sort: Wish['sort']) => (sort ? `${sort.descending ? '-' : ''}${sort.column}` : '')

/** Where the next page begins, as a word of the address. It is bound to the order of its rows. */
export const cursorOf = ({ key, value }: Place, sort: Wish['sort']): string =>
  Buffer.from(JSON.stringify([orderOf(sort), key, value])).toString('base64url')

/** The place that a cursor names; null where it is none of this order. Whoever forges one asks for another page. */
export function placeIn(cursor: string, dataset: Dataset, sort: Wish['sort']): Place | null {
  if (cursor.length > LONGEST || !/^[\w-]+$/.test(cursor)) return null
  const [order, key, value] = parsed(cursor)
  if (order !== orderOf(sort) || typeof key !== 'string' || key.includes('\0')) return null
  if (!sort) return value === null ? { key, value } : null
  const column = dataset.columns.find(({ name }) => name === sort.column)
  const fits = column && misfitOf({ ...column, required: false }, value as Cell) === null
  return fits && !String(value).includes('\0') ? { key, value: value as Cell } : null
}

function parsed(cursor: string): unknown[] {
  try {
    const content: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    return Array.isArray(content) && content.length === 3 ? content : []
  } catch {
    return []
  }
}
