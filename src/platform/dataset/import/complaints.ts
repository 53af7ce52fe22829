import type { Misfit } from '../cells.ts'
import type { ColumnType } from '../dataset.ts'

/** What is wrong with a row, in words. */
export interface Complaint {
  readonly file: string
  /** Null where it is about the whole file. */
  readonly line: number | null
  readonly column: string | null
  readonly reason: string
}

/** Hears of what is wrong. */
export type Complain = (complaint: Complaint) => void

const EXPECTED: Readonly<Record<ColumnType, string>> = {
  string: 'text is expected',
  integer: 'a whole number is expected',
  decimal: 'a number is expected, such as 150.50',
  boolean: '«true» or «false» is expected',
  date: 'a day is expected, such as 2021-12-07',
  'partial-date': 'a day, a month or a year is expected, such as 2021-12-07, 2021-12 or 2021',
  datetime: 'an instant is expected, such as 2021-12-07T10:30:00Z',
  array: 'a list in JSON is expected',
  object: 'an object in JSON is expected',
}

const LONGEST = 60

/** What stands there, short. */
const shown = (cell: unknown): string => {
  const text = typeof cell === 'string' ? cell : JSON.stringify(cell)
  return `«${text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}»`
}

/** Why a cell does not fit its column, as a sentence. */
export function sayMisfit(misfit: Misfit, cell: unknown, values: readonly string[] = []): string {
  if (misfit === 'missing') return 'a value is missing'
  if (misfit === 'not-a-choice') return `${shown(cell)} is none of: ${values.join(', ')}`
  return `${EXPECTED[misfit]}, not ${shown(cell)}`
}

export const sayComplaint = ({ file, line, column, reason }: Complaint): string =>
  [file, line === null ? null : `line ${line}`, column === null ? null : `column ${column}`]
    .filter((part) => part !== null)
    .join(', ')
    .concat(`: ${reason}.`)
