import { parse } from 'csv-parse/sync'
import type { SourceLine } from '../lines.ts'

/** The rows of a table in CSV. The delimiter is the one that the first line has most of. */
export function linesOfCsv(text: string): SourceLine[] {
  const head = text.slice(0, text.indexOf('\n') < 0 ? undefined : text.indexOf('\n'))
  const [delimiter = ','] = [',', ';', '\t'].toSorted(
    (a, b) => head.split(b).length - head.split(a).length,
  )
  const rows: string[][] = parse(text, {
    bom: true,
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  })
  return rows.map((cells) => ({ cells: cells.map((cell) => cell.replace(/\s+/g, ' ')) }))
}
