import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cloneDatabase } from '../../testing/database/database.ts'
import { retrying } from '../command/turns/retry.ts'
import { createNames } from './planned.ts'
import type { Tables } from './tables.ts'

const database = await cloneDatabase()
afterAll(() => database.close())

const OFTEN = 16

/** Asks what a table holds, often enough to be known by name, and then says what PostgreSQL knows by name. */
const boats = (db: Kysely<Tables>) =>
  sql<Record<string, unknown>>`select * from boat where id = ${1}`
    .execute(db)
    .then(({ rows }) => rows)

async function askOften(db: Kysely<Tables>) {
  for (let time = 0; time < OFTEN; time += 1) await boats(db)
}

const known = (db: Kysely<Tables>) =>
  sql<{
    statement: string
  }>`select statement from pg_prepared_statements where statement like '%from boat%'`
    .execute(db)
    .then(({ rows }) => rows.length)

beforeAll(async () => {
  await sql`create table boat as select 1 as id, 'Hangang' as name`.execute(database.write)
})

describe('a statement', () => {
  it('is known by name once it was asked often', () =>
    database.write.connection().execute(async (db) => {
      await boats(db)
      expect(await known(db)).toBe(0)
      await askOften(db)
      expect(await known(db)).toBe(1)
    }))

  it('is asked as it is where a table has changed since', () =>
    database.write.connection().execute(async (db) => {
      await askOften(db)
      await sql`alter table boat add flag text default 'blue'`.execute(database.read)
      expect(await boats(db)).toEqual([{ id: 1, name: 'Hangang', flag: 'blue' }])
    }))

  it('is asked again with its transaction where a table has changed since', () =>
    database.write.connection().execute(async (db) => {
      await askOften(db)
      await sql`alter table boat add crew int default 4`.execute(database.read)
      let tried = 0
      const found = await retrying(() =>
        db.transaction().execute((transaction) => {
          tried += 1
          return boats(transaction)
        }),
      )
      expect([tried, found]).toEqual([2, [{ id: 1, name: 'Hangang', flag: 'blue', crew: 4 }]])
    }))
})

describe('names', () => {
  const often = (names: ReturnType<typeof createNames>, text: string) =>
    Array.from({ length: OFTEN }, () => names.nameOf(text)).at(-1)

  it('are given to two hundred statements at most', () => {
    const names = createNames()
    const given = Array.from({ length: 300 }, (_, number) => often(names, `select ${number}`))
    expect(new Set(given.filter((name) => name !== undefined)).size).toBe(200)
    expect(given.slice(200)).toEqual(Array(100).fill(undefined))
  })

  it('are others when they are renewed', () => {
    const names = createNames()
    const before = often(names, 'select 1')
    names.renew()
    expect(names.nameOf('select 1')).toBeUndefined()
    expect(often(names, 'select 1')).not.toBe(before)
  })

  it('do not remember every statement that was asked once', () => {
    const names = createNames()
    for (let time = 0; time < OFTEN - 1; time += 1) names.nameOf('select 1')
    for (let number = 0; number < 2_000; number += 1) names.nameOf(`select ${number} as other`)
    expect(names.nameOf('select 1')).toBeUndefined()
  })
})
