import { randomUUIDv7 } from 'node:crypto'
import type { Kysely } from 'kysely'
import { OPERATOR } from '../../../kernel/actor.ts'
import type { FileId } from '../../../kernel/ids.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import type { Clock } from '../../clock.ts'
import { explain } from '../../command/explain.ts'
import type { PerformAll } from '../../command/many/all-or-none.ts'
import type { Tables } from '../../database/tables.ts'
import type { Feature } from '../../feature.ts'
import { letGo } from '../../files/uploads.ts'
import { LoadedFact, rememberLoaded } from '../../shipped/loaded.ts'
import type { Dataset, Row } from '../dataset.ts'
import { datasetsOf } from '../registry.ts'
import type { Complain } from './complaints.ts'
import { takeFiles } from './files/take.ts'
import { givenBack, type Origin } from './giving-back.ts'
import { linesOf } from './json-rows.ts'
import { recognise } from './recognise.ts'
import { columnsOf, rowFrom, type Text } from './rows.ts'
import type { SourceFile, Sources } from './sources.ts'
import { analyse, clear, repeated, type Staged, stage, stagedCounts } from './staging.ts'

/** What an import works with. */
export interface Importing {
  readonly db: Kysely<Tables>
  readonly performAll: PerformAll
  readonly features: readonly Feature[]
  readonly clock: Clock
  complain: Complain
  /** Hears how far it has come, row by row. */
  onRead(file: string, rows: number): void
  onRecorded(things: number, of: number): void
}

/** What came of it: nothing at all where there was a complaint. */
export interface Imported {
  readonly read: number
  readonly done: number
  readonly idle: number
  readonly complaints: number
}

const BATCH = 500

/**
 * Takes files that an export gave: reads them into staging, then records all of it in one transaction, or nothing. Every
 * row that does not fit, and every deed that is refused, is told with file, line and reason.
 */
export async function importFiles(given: Sources, importing: Importing): Promise<Imported> {
  const { files: sources, loaded } = given
  const { db, features, clock } = importing
  const datasets = datasetsOf(features)
  const id = randomUUIDv7()
  const kept: FileId[] = []
  let complaints = 0
  const complain: Complain = (complaint) => {
    complaints += 1
    importing.complain(complaint)
  }
  try {
    let read = 0
    for (const [file, source] of sources.entries()) {
      read += await readIn(source, file, { ...importing, complain, datasets, id })
    }
    await analyse(db)
    for await (const { file, line, key, first } of repeated(db, id)) {
      const there = `${sources[first.file]?.name}, line ${first.line}`
      complain({
        file: sources[file]?.name ?? '',
        line,
        column: null,
        reason: `«${key}» stands already in ${there}`,
      })
    }
    const taking = { db, id, now: clock.now(), features, sources: given, complain }
    if (complaints === 0) await takeFiles(datasets.values(), taking, (file) => kept.push(file))
    if (complaints > 0) return { read, done: 0, idle: 0, complaints }

    const counts = await stagedCounts(db, id)
    let recorded = 0
    const day = clock.now().toZonedDateTimeISO('UTC').toPlainDate().toString()
    const plan = {
      ...{ datasets, id, day, given: new Set(counts.keys()) },
      onOrphan: (orphan: Origin & { whole: string; of: string }) =>
        complain({
          file: sources[orphan.file]?.name ?? '',
          line: orphan.line,
          column: datasets.get(orphan.dataset)?.partOf?.column ?? null,
          reason: `there is no «${orphan.whole}» among the ${orphan.of}`,
        }),
      onBatch(things: number) {
        recorded += things
        importing.onRecorded(recorded, read)
      },
    }
    const { done, idle } = await importing.performAll(
      OPERATOR,
      async function* (reading) {
        yield* givenBack(reading, plan)
        if (complaints > 0) throw new SomethingIsWrong()
      },
      ({ from, refusal }) => tell(from, refusal),
    )
    if (complaints === 0) for (const facts of loaded) await takeLoaded(db, facts)
    return { read, done, idle, complaints }
  } catch (error) {
    if (error instanceof SomethingIsWrong) return { read: 0, done: 0, idle: 0, complaints }
    throw error
  } finally {
    await clear(db, id)
    await letGo(db, kept)
  }

  function tell({ dataset, file, line }: Origin, refusal: Refusal) {
    const { title, fields } = explain(refusal, 'en', features)
    const at = { file: sources[file]?.name ?? '', line }
    const columns = datasets.get(dataset)?.columns ?? []
    if (fields.length === 0) complain({ ...at, column: null, reason: withoutStop(title) })
    for (const { path, message } of fields) {
      const [field] = path.split('.')
      const column = columns.find((one) => fieldName(one) === field)?.name ?? null
      const where = column === null || path !== field ? `${path}: ` : ''
      complain({ ...at, column, reason: withoutStop(`${where}${message}`) })
    }
  }
}

/** Which facts an archive says were loaded; whatever else stands there is passed over. */
async function takeLoaded(db: Kysely<Tables>, facts: Text): Promise<void> {
  const known: LoadedFact[] = []
  for await (const { text } of linesOf(facts, () => undefined)) {
    const fact = text.startsWith('{') ? LoadedFact.safeParse(JSON.parse(text)).data : undefined
    if (fact) known.push(fact)
  }
  await rememberLoaded(db, known)
}

class SomethingIsWrong extends Error {
  override name = 'SomethingIsWrong'
}

const withoutStop = (sentence: string) => sentence.replace(/\.$/, '')

const fieldName = ({ name, field }: Dataset['columns'][number]) =>
  field ?? name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())

/** Reads one file into staging; answers how many rows it has. */
async function readIn(
  source: SourceFile,
  file: number,
  {
    db,
    clock,
    complain,
    onRead,
    datasets,
    id,
  }: Importing & { datasets: ReadonlyMap<string, Dataset>; id: string },
): Promise<number> {
  let rows = 0
  let waiting: Staged[] = []
  const flush = async () => {
    if (waiting.length > 0) await stage(db, { id, at: clock.now() }, waiting)
    waiting = []
    onRead(source.name, rows)
  }
  try {
    const recognised = await recognise(source, datasets, complain)
    if (!recognised) return 0
    const { dataset } = recognised
    if (!dataset.restore && !dataset.partOf) {
      const reason = `${dataset.name} follow from other data, and cannot be given back by themselves`
      complain({ file: source.name, line: null, column: null, reason })
      return 0
    }
    const columns = columnsOf(dataset)
    for await (const found of recognised.rows) {
      rows += 1
      const row = rowFrom(columns, found, source.name, complain)
      if (row) waiting.push(stagedFrom(dataset, row, file, found.line))
      if (waiting.length === BATCH) await flush()
    }
    await flush()
  } catch (error) {
    if (!(error instanceof TypeError) || !/encoded data/.test(error.message)) throw error
    const reason = 'the text is not in UTF-8 from somewhere after this line'
    complain({ file: source.name, line: rows + 1, column: null, reason })
  }
  return rows
}

function stagedFrom(dataset: Dataset, row: Row, file: number, line: number): Staged {
  const whole = dataset.partOf ? row[dataset.partOf.column] : null
  const key = row[dataset.key]
  return {
    dataset: dataset.name,
    key: typeof key === 'string' ? key : null,
    whole: typeof whole === 'string' ? whole : null,
    file,
    line,
    content: row,
  }
}
