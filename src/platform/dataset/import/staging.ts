import { type Kysely, sql } from 'kysely'
import type { Reading, Tables } from '../../database/tables.ts'
import type { Row } from '../dataset.ts'

declare module '../../database/tables.ts' {
  interface Tables {
    staged: {
      import: string
      at: Temporal.Instant
      dataset: string
      key: string | null
      whole: string | null
      file: number
      line: number
      content: Row
    }
  }
}

/** A row that was read and fits its columns. */
export interface Staged {
  readonly dataset: string
  readonly key: string | null
  readonly whole: string | null
  readonly file: number
  readonly line: number
  readonly content: Row
}

/** Puts rows aside. */
export async function stage(
  db: Kysely<Tables>,
  { id, at }: { id: string; at: Temporal.Instant },
  rows: readonly Staged[],
): Promise<void> {
  await sql`insert into staged (import, at, dataset, key, whole, file, line, content)
    select ${id}, ${at.toString()}, dataset, key, whole, file, line, content::json
    from unnest(
      ${rows.map(({ dataset }) => dataset)}::text[],
      ${rows.map(({ key }) => key)}::text[],
      ${rows.map(({ whole }) => whole)}::text[],
      ${rows.map(({ file }) => file)}::int[],
      ${rows.map(({ line }) => line)}::bigint[],
      ${rows.map(({ content }) => JSON.stringify(content))}::text[]
    ) as row (dataset, key, whole, file, line, content)`.execute(db)
}

/** Lets go of an import's rows, and of what was left over by others that never ended. */
export async function clear(db: Kysely<Tables>, id: string): Promise<void> {
  await sql`delete from staged
    where import = ${id} or at < now() - interval '1 day'`.execute(db)
}

/** Makes the database know how many rows there are, so that it finds them by their index. */
export const analyse = (db: Kysely<Tables>) => sql`analyze staged`.execute(db)

/** Where a row stands in its file. */
export interface Stand {
  readonly key: string
  readonly file: number
  readonly line: number
}

/** Every row whose key another row of the same dataset has before it. */
export async function* repeated(
  db: Kysely<Tables>,
  id: string,
): AsyncGenerator<Stand & { dataset: string; first: Omit<Stand, 'key'> }> {
  const { rows } = await sql<Stand & { dataset: string; firstFile: number; firstLine: number }>`
    select * from (
      select dataset, key, file, line,
        first_value(file) over same as first_file, first_value(line) over same as first_line,
        row_number() over same as nth
      from staged where import = ${id} and key is not null
      window same as (partition by dataset, key order by file, line)
    ) as numbered where nth > 1 order by file, line`.execute(db)
  for (const { firstFile, firstLine, ...row } of rows) {
    yield { ...row, first: { file: firstFile, line: firstLine } }
  }
}

/** The datasets of which there are rows, with their number. */
export async function stagedCounts(db: Kysely<Tables>, id: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ dataset: string; rows: number }>`
    select dataset, count(*) as rows from staged where import = ${id} group by dataset`.execute(db)
  return new Map(rows.map(({ dataset, rows: number }) => [dataset, number]))
}

/** The next keys of things that the files say something of, themselves or by their parts. */
export async function nextWholes(
  db: Reading,
  id: string,
  {
    dataset,
    parts,
    after,
    limit,
  }: { dataset: string; parts: readonly string[]; after: string; limit: number },
): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    select key from (
      select key collate "C" as key from staged
      where import = ${id} and dataset = ${dataset} and key collate "C" > ${after}
      union
      select whole collate "C" from staged
      where import = ${id} and dataset = any(${parts as string[]}) and whole collate "C" > ${after}
    ) as keys order by key limit ${limit}`.execute(db)
  return rows.map(({ key }) => key)
}

/** Rows by their keys. */
export const stagedRows = (db: Reading, id: string, dataset: string, keys: readonly string[]) =>
  db
    .selectFrom('staged')
    .select(['key', 'file', 'line', 'content'])
    .where('import', '=', id)
    .where('dataset', '=', dataset)
    .where(sql<boolean>`key collate "C" = any(${keys as string[]})`)
    .execute()

/** Every row of a dataset, in the order in which files hold them. */
export async function* stagedInOrder(
  db: Reading,
  id: string,
  dataset: string,
): AsyncGenerator<{ file: number; line: number; content: Row }> {
  for (let after = { file: -1, line: -1 }; ; ) {
    const rows = await db
      .selectFrom('staged')
      .select(['file', 'line', 'content'])
      .where('import', '=', id)
      .where('dataset', '=', dataset)
      .where(sql<boolean>`(file, line) > (${after.file}::int, ${after.line}::bigint)`)
      .orderBy('file')
      .orderBy('line')
      .limit(ROWS_AT_ONCE)
      .execute()
    yield* rows
    const last = rows.at(-1)
    if (!last || rows.length < ROWS_AT_ONCE) return
    after = { file: Number(last.file), line: Number(last.line) }
  }
}
const ROWS_AT_ONCE = 500

/** Rows that are parts of some wholes, in the order of their keys. */
export const stagedParts = (db: Reading, id: string, dataset: string, wholes: readonly string[]) =>
  db
    .selectFrom('staged')
    .select(['whole', 'file', 'line', 'content'])
    .where('import', '=', id)
    .where('dataset', '=', dataset)
    .where(sql<boolean>`whole collate "C" = any(${wholes as string[]})`)
    .orderBy('file')
    .orderBy('line')
    .execute()
