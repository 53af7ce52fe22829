import type { Dataset } from '../dataset.ts'
import type { Complain } from './complaints.ts'
import { openCsv } from './csv-rows.ts'
import { jsonRows, linesOf, ndjsonRows } from './json-rows.ts'
import { columnsOf, type Found } from './rows.ts'
import type { SourceFile } from './sources.ts'

/** A file whose dataset is known, and its rows as they come. */
export interface Recognised {
  readonly dataset: Dataset
  readonly rows: AsyncIterable<Found>
}

const namesOf = (dataset: Dataset) => new Set(columnsOf(dataset).map(({ name }) => name))

/** The dataset of some columns: the one that the file is called after, else the only one that they all belong to. */
function datasetOf(
  names: readonly string[],
  stem: string,
  datasets: ReadonlyMap<string, Dataset>,
): Dataset | null {
  const named = datasets.get(stem)
  if (named) return named
  const given = new Set(names)
  const fitting = [...datasets.values()].filter((one) => namesOf(one).isSubsetOf(given))
  return fitting.length === 1 ? (fitting[0] as Dataset) : null
}

/**
 * Finds out which dataset a file is of, and opens it. What is wrong with the file as a whole is told, and then it is
 * null.
 */
export async function recognise(
  source: SourceFile,
  datasets: ReadonlyMap<string, Dataset>,
  complain: Complain,
): Promise<Recognised | null> {
  const whole = (reason: string) => {
    complain({ file: source.name, line: null, column: null, reason })
    return null
  }
  if (source.ending !== 'csv') return recogniseJson(source, datasets, complain)
  const csv = await openCsv(source.read(), complain)
  if (!csv) return null
  const dataset = datasetOf(csv.header, source.stem, datasets)
  if (!dataset) return whole('neither its name nor its columns are those of a dataset')
  const known = new Set(dataset.columns.map(({ name }) => name))
  const missing = [...namesOf(dataset).difference(new Set(csv.header))]
  const strange = csv.header.filter((name) => !known.has(name))
  if (missing.length > 0) return whole(`columns are missing: ${missing.join(', ')}`)
  if (strange.length > 0) return whole(`${dataset.name} have no columns: ${strange.join(', ')}`)
  if (new Set(csv.header).size < csv.header.length) return whole('a column stands there twice')
  return { dataset, rows: csv.rows(columnsOf(dataset)) }
}

/** A dataset without a row is an empty file in NDJSON. */
async function* nothing(): AsyncGenerator<Found> {}

async function recogniseJson(
  source: SourceFile,
  datasets: ReadonlyMap<string, Dataset>,
  complain: Complain,
): Promise<Recognised | null> {
  const lines = linesOf(source.read(), complain)
  const first = await lines.next()
  const named = datasets.get(source.stem)
  if (first.done && named && source.ending === 'ndjson') return { dataset: named, rows: nothing() }
  if (first.done) {
    complain({
      file: source.name,
      line: null,
      column: null,
      reason: 'there is nothing in this file',
    })
    return null
  }
  const said = /^\{"dataset":"([a-z-]+)"/.exec(first.value.text)?.[1]
  const names = [...first.value.text.matchAll(/"([a-z0-9_]+)":/g)].map(
    (match) => match[1] as string,
  )
  const dataset = datasetOf(names, said ?? source.stem, datasets)
  if (!dataset) {
    const reason = 'neither its name nor its columns are those of a dataset'
    complain({ file: source.name, line: null, column: null, reason })
    return null
  }
  const again = (async function* () {
    yield first.value
    yield* lines
  })()
  const read = source.ending === 'json' ? jsonRows : ndjsonRows
  return { dataset, rows: read(again, columnsOf(dataset), source.name, complain) }
}
