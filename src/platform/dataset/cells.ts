import { PartialDay } from '../../kernel/time.ts'
import type { Cell, Column, ColumnType } from './dataset.ts'

const DECIMAL = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/

const parses = (read: () => unknown): boolean => {
  try {
    read()
    return true
  } catch {
    return false
  }
}

const isText = (cell: unknown): cell is string => typeof cell === 'string'

const IS: Readonly<Record<ColumnType, (cell: unknown) => boolean>> = {
  string: isText,
  integer: (cell) => Number.isSafeInteger(cell),
  decimal: (cell) => isText(cell) && DECIMAL.test(cell),
  boolean: (cell) => typeof cell === 'boolean',
  date: (cell) =>
    isText(cell) &&
    /^\d{4}-\d{2}-\d{2}$/.test(cell) &&
    parses(() => Temporal.PlainDate.from(cell, { overflow: 'reject' })),
  'partial-date': (cell) => PartialDay.safeParse(cell).success,
  datetime: (cell) =>
    isText(cell) &&
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(cell) &&
    parses(() => Temporal.Instant.from(cell)),
  array: Array.isArray,
  object: (cell) => typeof cell === 'object' && !Array.isArray(cell),
}

/** Why a cell cannot stand in a column. */
export type Misfit = 'missing' | 'not-a-choice' | ColumnType

/** What speaks against a cell; null: it fits. */
export function misfitOf(column: Column, cell: Cell): Misfit | null {
  if (cell === null) return column.required ? 'missing' : null
  if (!IS[column.type](cell)) return column.type
  if (column.values && !column.values.includes(String(cell))) return 'not-a-choice'
  return null
}
