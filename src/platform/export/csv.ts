import { guarded } from './formula.ts'

/** What spreadsheets need to read a file as UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF'

/** A cell as it is printed: text, a number, or nothing. */
export type CsvCell = string | number | null

/** What a cell cannot hold without quotation marks: marks, commas, ends of lines, a byte-order mark, or no letter at all. */
const QUOTED = /^$|[",\r\n\uFEFF]/

const printCell = (cell: CsvCell): string => {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  return QUOTED.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

/**
 * Prints rows as CSV (RFC 4180, CRLF). What is not known is an empty cell, an empty text is `""`: whoever reads the
 * file can tell them apart.
 */
export function printCsvRows(rows: Iterable<Iterable<CsvCell>>): string {
  let text = ''
  for (const row of rows) {
    let separator = ''
    for (const cell of row) {
      text += separator + printCell(cell)
      separator = ','
    }
    text += '\r\n'
  }
  return text
}

/**
 * Prints a table as CSV, with a byte-order mark so that spreadsheets read it as UTF-8. Text that a spreadsheet would
 * run as a formula gets an apostrophe before it. An unknown value is an empty cell.
 */
export const printCsv = (
  columns: readonly string[],
  rows: readonly (readonly CsvCell[])[],
): string =>
  BYTE_ORDER_MARK +
  printCsvRows([
    columns,
    ...rows.map((row) => row.map((cell) => (typeof cell === 'string' ? guarded(cell) : cell))),
  ])
