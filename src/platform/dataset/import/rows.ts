import { unguarded } from '../../export/formula.ts'
import { misfitOf } from '../cells.ts'
import type { Cell, Column, Dataset, Row } from '../dataset.ts'
import { type Complain, sayMisfit } from './complaints.ts'

/** A row of a file as it was found there, before anybody knows whether it fits. */
export interface Found {
  readonly line: number
  readonly cells: Readonly<Record<string, unknown>>
}

/** A file in reading: its name for people, and its text as it comes. */
export interface Text {
  readonly name: string
  readonly chunks: AsyncIterable<string>
}

/** The columns of a dataset that a file must have: all but those that only people read. */
export const columnsOf = ({ columns }: Pick<Dataset, 'columns'>): readonly Column[] =>
  columns.filter(({ label }) => !label)

/** A cell of a CSV, of which only its text is known. What it cannot be stays text, and does not fit. */
export function cellFrom({ type }: Column, text: unknown): unknown {
  if (typeof text !== 'string') return text
  switch (type) {
    case 'integer':
      return /^-?\d+$/.test(text) ? Number(text) : text
    case 'boolean':
      return text === 'true' || text === 'false' ? text === 'true' : text
    case 'array':
    case 'object':
      return parsed(text)
    case 'string':
      return unguarded(text)
    default:
      return text
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** The row that was found, or null where something in it does not fit; then every such cell is told. */
export function rowFrom(
  columns: readonly Column[],
  { line, cells }: Found,
  file: string,
  complain: Complain,
): Row | null {
  let fits = true
  const row: Record<string, Cell> = {}
  for (const column of columns) {
    const cell = (cells[column.name] ?? null) as Cell
    const misfit = misfitOf(column, cell)
    if (misfit !== null) {
      fits = false
      complain({ file, line, column: column.name, reason: sayMisfit(misfit, cell, column.values) })
    } else if (typeof cell === 'string' && cell.includes('\0')) {
      fits = false
      complain({ file, line, column: column.name, reason: 'a zero byte cannot stand in a text' })
    } else {
      row[column.name] = cell
    }
  }
  return fits ? row : null
}
