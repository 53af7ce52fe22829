import type { Asked } from '../../command/many/all-or-none.ts'
import type { Reading } from '../../database/tables.ts'
import type { Dataset, Parts, Row } from '../dataset.ts'
import { everything } from '../pages.ts'
import { nextWholes, stagedParts, stagedRows } from './staging.ts'

/** Where a deed comes from: a row, or the first of the parts that a file says of it. */
export interface Origin {
  readonly dataset: string
  readonly file: number
  readonly line: number
}

/** Things that become deeds at once. */
const BATCH = 250

/** Rows of a part whose whole is nowhere. */
export interface Orphan extends Origin {
  readonly whole: string
  readonly of: string
}

interface Plan {
  datasets: ReadonlyMap<string, Dataset>
  /** The datasets of which the files hold rows. */
  given: ReadonlySet<string>
  id: string
  /** The day whose names the database says; nobody reads them here. */
  day: string
  onOrphan(orphan: Orphan): void
  onBatch(things: number): void
}

/**
 * Turns the rows that were put aside into deeds, in the order in which one thing needs another. What the files do not
 * say of a thing stays as the database has it: its own row, where they hold only parts of it, and its parts, where they
 * hold none of them.
 */
export async function* givenBack(
  db: Reading,
  plan: Plan,
): AsyncGenerator<readonly Asked<Origin>[]> {
  for (const dataset of plan.datasets.values()) {
    if (!dataset.restore) continue
    const parts = [...plan.datasets.values()].filter(
      ({ partOf }) => partOf?.dataset === dataset.name,
    )
    const concerned = [dataset, ...parts].some(({ name }) => plan.given.has(name))
    if (!concerned) continue
    const names = parts.map(({ name }) => name)
    for (let after = ''; ; ) {
      const query = { dataset: dataset.name, parts: names, after, limit: BATCH }
      const keys = await nextWholes(db, plan.id, query)
      const last = keys.at(-1)
      if (last === undefined) break
      after = last
      yield await deedsOf(db, dataset, parts, keys, plan)
      plan.onBatch(keys.length)
    }
  }
}

interface Thing {
  row: Row
  origin: Origin | null
}

async function deedsOf(
  db: Reading,
  dataset: Dataset,
  parts: readonly Dataset[],
  keys: readonly string[],
  plan: Plan,
): Promise<Asked<Origin>[]> {
  const things = await thingsOf(db, dataset, keys, plan)
  const belongings = new Map<string, Awaited<ReturnType<typeof partsOf>>>()
  for (const part of parts) belongings.set(part.name, await partsOf(db, part, keys, plan))

  return keys.flatMap((key) => {
    const own: Parts = Object.fromEntries(
      parts.map(({ name }) => [name, belongings.get(name)?.rows.get(key) ?? []]),
    )
    const said = parts.flatMap(({ name }) => belongings.get(name)?.origins.get(key) ?? [])
    const thing = things.get(key)
    const from = thing?.origin ?? said[0]
    if (!from) return []
    if (!thing) {
      for (const origin of said) plan.onOrphan({ ...origin, whole: key, of: dataset.name })
      return []
    }
    return (dataset.restore?.(thing.row, own) ?? []).map((deed) => ({ ...deed, from }))
  })
}

/** The rows themselves: of the files, else of the database. */
async function thingsOf(
  db: Reading,
  dataset: Dataset,
  keys: readonly string[],
  { id, given, day }: Plan,
): Promise<Map<string, Thing>> {
  const things = new Map<string, Thing>()
  const { name } = dataset
  if (given.has(name)) {
    for (const { key, file, line, content } of await stagedRows(db, id, name, keys)) {
      if (key !== null) things.set(key, { row: content, origin: { dataset: name, file, line } })
    }
  }
  const rest = keys.filter((key) => !things.has(key))
  if (rest.length === 0) return things
  const only = { column: dataset.key, values: rest }
  for (const row of await dataset.read(db, { ...everything(day), only, limit: rest.length })) {
    things.set(String(row[dataset.key]), { row, origin: null })
  }
  return things
}

/** What belongs to them: what the files say of a thing, else what the database has. */
async function partsOf(
  db: Reading,
  part: Dataset,
  wholes: readonly string[],
  { id, given, day }: Plan,
): Promise<{ rows: Map<string, Row[]>; origins: Map<string, Origin[]> }> {
  const rows = new Map<string, Row[]>()
  const origins = new Map<string, Origin[]>()
  const add = <Value>(to: Map<string, Value[]>, key: string, value: Value) =>
    void to.set(key, [...(to.get(key) ?? []), value])
  if (given.has(part.name)) {
    for (const { whole, file, line, content } of await stagedParts(db, id, part.name, wholes)) {
      if (whole === null) continue
      add(rows, whole, content)
      add(origins, whole, { dataset: part.name, file, line })
    }
  }
  const rest = wholes.filter((whole) => !rows.has(whole))
  const column = part.partOf?.column ?? part.key
  if (rest.length === 0) return { rows, origins }
  const wish = { ...everything(day), only: { column, values: rest } }
  for (let after = wish.after; ; ) {
    const page = await part.read(db, { ...wish, after })
    for (const row of page) add(rows, String(row[column]), row)
    const last = page.at(-1)
    if (page.length < wish.limit || !last) return { rows, origins }
    after = { key: String(last[part.key]), value: null }
  }
}
