import { BYTE_ORDER_MARK, type CsvCell, printCsvRows } from '../../export/csv.ts'
import { guarded } from '../../export/formula.ts'
import type { Cell, Column, Row } from '../dataset.ts'
import { counted, type Form } from './form.ts'

/** Only text that somebody wrote can be a formula: numbers, days and JSON are what they are. */
function cellOf(column: Column, cell: Cell): CsvCell {
  if (cell === null) return null
  if (typeof cell === 'object') return JSON.stringify(cell)
  if (typeof cell === 'boolean') return cell ? 'true' : 'false'
  return column.type === 'string' ? guarded(String(cell)) : cell
}

const lines = (columns: readonly Column[], page: readonly Row[]) =>
  printCsvRows(page.map((row) => columns.map((column) => cellOf(column, row[column.name] ?? null))))

/** CSV (RFC 4180) as the Frictionless Table Schema reads it: empty is not known, lists and objects are JSON. */
export const csv = ({ mark = false }: { mark?: boolean } = {}): Form => ({
  ending: 'csv',
  type: 'text/csv; charset=utf-8; header=present',
  async *print(source) {
    const { columns } = source.dataset
    yield (mark ? BYTE_ORDER_MARK : '') + printCsvRows([columns.map(({ name }) => name)])
    for await (const page of counted(source)) yield lines(columns, page)
  },
})
