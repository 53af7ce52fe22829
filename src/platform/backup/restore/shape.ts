import { CannotStart } from '../../config/cannot-start.ts'
import { digestOfMigration, MIGRATIONS, type Migration } from '../../database/migrations.ts'
import { SCHEMAS, tablesOf } from '../catalogue.ts'
import { type Ask, quoted, quotedTable } from '../connecting.ts'
import { ERRANDS, makeRoomForErrands } from '../errands.ts'
import type { Header } from '../file/format.ts'

/**
 * Makes the tables as they stood when the backup was taken, without a row: by the same steps in the same order, and as
 * the backup says for tables that are none of ours.
 */
export async function makeShape(
  ask: Ask,
  header: Header,
  migrations: readonly Migration[],
): Promise<void> {
  await ask(MIGRATIONS)
  for (const { name, digest } of header.migrations) {
    const step = migrations.find((one) => one.name === name && digestOfMigration(one) === digest)
    await ask((step as Migration).sql)
  }
  for (const schema of SCHEMAS) await ask(`create schema if not exists ${quoted(schema)}`)
  const there = new Set((await tablesOf(ask)).map(({ name }) => name))
  const missing = header.definitions.filter(({ table }) => !there.has(table))
  for (const { table, statements } of missing) await make(ask, table, statements)
  for (const { table, ties } of missing) await make(ask, table, ties)
  await makeRoomForErrands(ask)
  await mustFit(ask, header)
  await removeRows(ask)
}

async function make(ask: Ask, table: string, statements: readonly string[]) {
  try {
    for (const statement of statements) await ask(statement)
  } catch (error) {
    throw new CannotStart(
      `The table ${table}, which no version of Plenum makes itself, cannot be made again (${(error as Error).message}); nothing was changed.`,
    )
  }
}

/** Every column of the backup has its place. */
async function mustFit(ask: Ask, { tables }: Header) {
  const places = new Map(
    (await tablesOf(ask)).map(({ name, columns }) => [name, columns.map((column) => column.name)]),
  )
  for (const { name, columns } of tables) {
    if (name === ERRANDS.name) continue
    const place = places.get(name)
    const lost = place ? columns.find((column) => !place.includes(column)) : name
    if (lost !== undefined) {
      throw new CannotStart(
        `This version has no place for ${place ? `the column ${lost} of ` : ''}the table ${name}: restore the backup with the version that wrote it.`,
      )
    }
  }
}

/** Some steps put rows into what they make; those of the backup come in their stead. */
async function removeRows(ask: Ask) {
  for (const { name } of await tablesOf(ask)) {
    const rows = await ask(`select from ${quotedTable(name)} limit 1`)
    if (rows.length > 0) await ask(`delete from ${quotedTable(name)}`)
  }
}

/** What slows down, or forbids, that tables are filled one after the other; the answer puts it back. */
export async function lighten(ask: Ask): Promise<() => Promise<void>> {
  const ties = await ask<{ table: string; name: string; definition: string }>(
    `select n.nspname || '.' || c.relname as table, k.conname as name, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = any($1) and k.contype = 'f'
    order by 1, 2`,
    [SCHEMAS],
  )
  const indexes = await ask<{ name: string; definition: string }>(
    `select n.nspname || '.' || c.relname as name, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = any($1) and not exists (select from pg_constraint k where k.conindid = c.oid)
    order by 1`,
    [SCHEMAS],
  )
  const triggers = await ask<{ table: string; name: string }>(
    `select n.nspname || '.' || c.relname as table, t.tgname as name
    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = any($1) and not t.tgisinternal and t.tgenabled = 'O'
    order by 1, 2`,
    [SCHEMAS],
  )
  const each = async (verb: 'disable' | 'enable') => {
    for (const { table, name } of triggers) {
      await ask(`alter table ${quotedTable(table)} ${verb} trigger ${quoted(name)}`)
    }
  }
  await each('disable')
  for (const { table, name } of ties) {
    await ask(`alter table ${quotedTable(table)} drop constraint ${quoted(name)}`)
  }
  for (const { name } of indexes) await ask(`drop index ${quotedTable(name)}`)
  return async () => {
    await ask(`set local maintenance_work_mem = '128MB'`)
    for (const { definition } of indexes) await ask(definition)
    for (const { table, name, definition } of ties) {
      await ask(`alter table ${quotedTable(table)} add constraint ${quoted(name)} ${definition}`)
    }
    await each('enable')
  }
}
