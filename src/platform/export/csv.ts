import { stringify } from 'csv-stringify/sync'

/** A cell that a spreadsheet would run as a formula gets an apostrophe before it. */
const harmless = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)

/**
 * Prints a table as CSV (RFC 4180, CRLF), with a byte-order mark so that spreadsheets read it as UTF-8.
 * An unknown value is an empty cell.
 */
export const printCsv = (
  columns: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): string =>
  stringify(
    rows.map((row) => row.map((cell) => (typeof cell === 'string' ? harmless(cell) : cell))),
    {
      header: true,
      columns: columns.map((header) => ({ key: header, header })),
      bom: true,
      record_delimiter: 'windows',
    },
  )
