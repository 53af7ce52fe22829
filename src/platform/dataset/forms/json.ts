import type { Column, Row } from '../dataset.ts'
import { type About, counted, type Form } from './form.ts'

/** A decimal as JSON writes a number: digit by digit, whatever a float could hold. */
const exactly = (decimal: string) => (JSON as unknown as Raw).rawJSON(decimal)

/** ECMAScript's own, which TypeScript does not know yet. */
interface Raw {
  rawJSON(text: string): unknown
}

/** A row as JSON: its columns in their order. */
export function recordOf(columns: readonly Column[], row: Row): Record<string, unknown> {
  const record: Record<string, unknown> = {}
  for (const { name, type } of columns) {
    const cell = row[name] ?? null
    record[name] = type === 'decimal' && typeof cell === 'string' ? exactly(cell) : cell
  }
  return record
}

/** What stands around the rows. */
export const headOf = (name: string, about: About) => ({
  dataset: name,
  title: about.title,
  description: about.description,
  language: about.language,
  as_of: about.asOf,
  notice: about.notice,
  licence: about.licence,
  source: about.address,
})

/** One object with the rows in `data`, and their number behind them: cut off on the way, it is no JSON. */
export const json: Form = {
  ending: 'json',
  type: 'application/json; charset=utf-8',
  async *print(source) {
    const { dataset, about } = source
    yield `${JSON.stringify(headOf(dataset.name, about)).slice(0, -1)},"data":[`
    let separator = '\n'
    for await (const page of counted(source)) {
      if (page.length === 0) continue
      const rows = page.map((row) => JSON.stringify(recordOf(dataset.columns, row)))
      yield separator + rows.join(',\n')
      separator = ',\n'
    }
    yield `\n],"total":${about.total}}\n`
  },
}

/** One row a line. */
export const ndjson: Form = {
  ending: 'ndjson',
  type: 'application/x-ndjson; charset=utf-8',
  async *print(source) {
    const { columns } = source.dataset
    for await (const page of counted(source)) {
      yield page.map((row) => `${JSON.stringify(recordOf(columns, row))}\n`).join('')
    }
  },
}
