import { stringify } from 'csv-stringify/sync'
import { guarded } from './formula.ts'

/** What spreadsheets need to read a file as UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF'

/** A cell as it is printed: text, a number, or nothing. */
export type CsvCell = string | number | null

/**
 * Prints rows as CSV (RFC 4180, CRLF). What is not known is an empty cell, an empty text is `""`: whoever reads the
 * file can tell them apart.
 */
export const printCsvRows = (rows: readonly (readonly CsvCell[])[]): string =>
  stringify(rows as CsvCell[][], {
    record_delimiter: 'windows',
    quoted_match: /^$|[\r\n\uFEFF]/,
  })

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
