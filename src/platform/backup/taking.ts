import { createHash, randomUUID } from 'node:crypto'
import { to } from 'pg-copy-streams'
import program from '../../../package.json' with { type: 'json' }
import { CannotStart } from '../config/cannot-start.ts'
import { MIGRATING } from '../database/migrations.ts'
import { ONLY, sequencesOf, type TableAsIs, tablesToKeep } from './catalogue.ts'
import { type Ask, type Connection, connect, quoted, quotedTable } from './connecting.ts'
import { definitionsOf } from './definitions.ts'
import { ERRANDS, errandsToTake } from './errands.ts'
import {
  FORMAT,
  HEADER,
  type Header,
  MANIFEST,
  type Manifest,
  PIECE,
  type Piece,
  pieceName,
  README,
  type TableSum,
} from './file/format.ts'
import { readmeOf } from './file/readme.ts'

/** What is told of a backup while it is taken. */
export interface Taken {
  header: Header
  manifest: Manifest
}

/**
 * All that the database holds at one moment, as the pieces of a backup: read in one transaction that sees nothing of
 * what others write meanwhile, and keeps nobody from writing. Because commands are serializable, what was committed at
 * any moment is whole.
 *
 * @param onEnd hears what was taken, once the last piece is given.
 * @throws CannotStart where there is nothing of ours in the database.
 */
export async function* takePieces(
  url: string,
  now: Temporal.Instant,
  onEnd: (taken: Taken) => void = () => undefined,
): AsyncGenerator<Piece> {
  await using connection = await connect(url)
  const { ask } = connection
  const queries = await beginning(ask)
  const header = await headerOf(ask, queries, now)
  yield { name: README, parts: [Buffer.from(readmeOf(header))] }
  yield { name: HEADER, parts: [asJson(header)] }
  const tables: TableSum[] = []
  for (const { name } of header.tables) {
    tables.push(yield* piecesOf(connection, name, queries.get(name) as string))
  }
  const manifest = { tables, sequences: await sequencesOf(ask) }
  yield { name: MANIFEST, parts: [asJson(manifest)] }
  onEnd({ header, manifest })
}

const asJson = (value: unknown) => Buffer.from(`${JSON.stringify(value, null, 1)}\n`)

/**
 * Begins the transaction, and holds every table against whoever would change its shape, with what COPY is to read of
 * each. Nobody brings the database up to date between the first look and the last lock.
 */
async function beginning(ask: Ask): Promise<ReadonlyMap<string, string>> {
  await ask(`select pg_advisory_lock_shared(${MIGRATING})`)
  await ask('begin isolation level repeatable read, read only')
  const tables = await tablesToKeep(ask)
  if (tables.every(({ name }) => name !== 'public.migration')) {
    throw new CannotStart('There is nothing of Plenum in this database that could be backed up.')
  }
  await ask(
    `lock table ${tables.map(({ name }) => quotedTable(name)).join(', ')} in access share mode`,
  )
  await ask(`select pg_advisory_unlock_shared(${MIGRATING})`)
  const errands = await errandsToTake(ask)
  return new Map([
    ...tables.map((table) => [table.name, queryOf(table)] as const),
    ...(errands === null ? [] : [[ERRANDS.name, errands] as const]),
  ])
}

/** The number of a transaction means nothing on another server: an entry that is given back has none. */
const columnIn = ({ name, type }: TableAsIs['columns'][number]) =>
  type === 'xid8' ? `null::xid8 as ${quoted(name)}` : quoted(name)

const queryOf = ({ name, columns }: TableAsIs) =>
  `select ${columns.map(columnIn).join(', ')} from ${quotedTable(name)}${ONLY[name] ? ` where ${ONLY[name]}` : ''}`

async function headerOf(
  ask: Ask,
  queries: ReadonlyMap<string, string>,
  now: Temporal.Instant,
): Promise<Header> {
  const [server] = await ask<{ version: number }>(
    `select current_setting('server_version_num')::int as version`,
  )
  const migrations = await ask<{ name: string; digest: string }>(
    'select name, digest from public.migration order by at, name',
  )
  const tables = (await tablesToKeep(ask)).map(({ name, columns }) => ({
    name,
    columns: columns.map((column) => column.name),
  }))
  return {
    format: FORMAT,
    id: randomUUID(),
    at: now.toString(),
    plenum: program.version,
    postgres: server?.version ?? 0,
    migrations,
    definitions: await definitionsOf(ask),
    tables: queries.has(ERRANDS.name) ? [...tables, { ...ERRANDS }] : tables,
  }
}

/** The rows of a table in pieces, and in the end what they sum up to. */
async function* piecesOf(
  { client, ask }: Connection,
  table: string,
  query: string,
): AsyncGenerator<Piece, TableSum> {
  const rows = client.query(to(`copy (${query}) to stdout`, { highWaterMark: 2 ** 20 }))
  const hash = createHash('sha256')
  let parts: Buffer[] = []
  let held = 0
  let number = 0
  let bytes = 0
  const piece = (): Piece => {
    const whole = { name: pieceName(table, ++number), parts }
    bytes += held
    parts = []
    held = 0
    return whole
  }
  for await (const part of rows as AsyncIterable<Buffer>) {
    hash.update(part)
    parts.push(part)
    held += part.length
    if (held >= PIECE) yield piece()
  }
  if (held > 0) yield piece()
  // The number of rows arrives after the rows: before the next question is answered, it is there.
  await ask('select')
  return { name: table, rows: rows.rowCount, bytes, sha256: hash.digest('hex') }
}
