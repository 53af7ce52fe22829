import { Readable, type TransformOptions } from 'node:stream'
import { CsvError, type Options, parse } from 'csv-parse'
import type { Column } from '../dataset.ts'
import type { Complain } from './complaints.ts'
import { cellFrom, type Found, type Text } from './rows.ts'

/** What is between two quotes, and not ended, is no row: no cell of ours is so large. */
const LONGEST_ROW = 16_000_000

/** The names in the first line; the rows follow. */
export interface Csv {
  readonly header: readonly string[]
  rows(columns: readonly Column[]): AsyncGenerator<Found>
}

interface Parsed {
  record: (string | null)[]
  info: { empty_lines: number }
}

/** How many lines a row fills. */
const height = (cells: readonly (string | null)[]) =>
  cells.reduce((lines, cell) => lines + (cell?.split('\n').length ?? 1) - 1, 1)

/** Opens a CSV; null, and a complaint, where there is not even a first line. */
export async function openCsv({ name, chunks }: Text, complain: Complain): Promise<Csv | null> {
  const options: Options & TransformOptions = {
    info: true,
    // What was read before a mistake is given all the same: its own mistakes are to be told as well.
    autoDestroy: false,
    record_delimiter: ['\r\n', '\n'],
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_ROW,
    cast: (text, { quoting }) => (text === '' && !quoting ? null : text),
  }
  const text = Readable.from(chunks)
  const parser = parse(options)
  text.once('error', (error) => parser.destroy(error))
  parser.once('close', () => text.destroy())
  text.pipe(parser)
  const records = recordsOf(parser as unknown as AsyncIterable<Parsed>, name, complain)
  const first = await records.next()
  if (first.done) {
    complain({ file: name, line: null, column: null, reason: 'there is nothing in this file' })
    return null
  }
  const header = first.value.cells.map((cell) => cell ?? '')
  return {
    header,
    async *rows(columns) {
      const byName = new Map(columns.map((column) => [column.name, column]))
      for await (const { line, cells } of records) {
        if (cells.length !== header.length) {
          const reason = `there are ${cells.length} cells, and ${header.length} columns`
          complain({ file: name, line, column: null, reason })
          continue
        }
        yield {
          line,
          cells: Object.fromEntries(
            header.flatMap((title, at) => {
              const column = byName.get(title)
              return column ? [[title, cellFrom(column, cells[at])]] : []
            }),
          ),
        }
      }
    },
  }
}

/** The records, each with the line on which it begins. A file that cannot be read on ends there, and it is told. */
async function* recordsOf(
  parser: AsyncIterable<Parsed>,
  file: string,
  complain: Complain,
): AsyncGenerator<{ line: number; cells: (string | null)[] }> {
  let filled = 0
  let empty = 0
  try {
    for await (const { record, info } of parser) {
      empty = info.empty_lines
      yield { line: filled + empty + 1, cells: record }
      filled += height(record)
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const reason =
      error.code === 'CSV_QUOTE_NOT_CLOSED'
        ? 'a quotation mark is opened here and never closed'
        : error.code === 'CSV_MAX_RECORD_SIZE'
          ? 'this row is longer than any row can be'
          : 'the file is no CSV from here on'
    complain({ file, line: filled + empty + 1, column: null, reason })
  }
}
