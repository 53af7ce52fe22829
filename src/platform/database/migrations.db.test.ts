import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FEATURES } from '../../app.ts'
import { type ClonedDatabase, emptyDatabase } from '../../testing/database/database.ts'
import { CannotStart } from '../config/cannot-start.ts'
import { type Migration, migrate, migrationsOf } from './migrations.ts'

const ROOMS: Migration = {
  name: 'rooms/1-rooms',
  sql: 'create table room (id int primary key); insert into room values (1);',
}
const SEATS: Migration = {
  name: 'rooms/2-seats',
  sql: 'create table seat (room int references room); insert into seat values (1);',
}

let database: ClonedDatabase
beforeEach(async () => {
  database = await emptyDatabase()
})
afterEach(() => database.close())

const applied = async () =>
  (await database.write.selectFrom('migration').select('name').orderBy('at').execute()).map(
    ({ name }) => name,
  )

describe('migrations', () => {
  it('are applied once, in their order', async () => {
    expect(await migrate(database.write, [ROOMS])).toEqual([ROOMS.name])
    expect(await migrate(database.write, [ROOMS, SEATS])).toEqual([SEATS.name])
    expect(await migrate(database.write, [ROOMS, SEATS])).toEqual([])
    expect(await applied()).toEqual([ROOMS.name, SEATS.name])
  })

  it('are applied once when several processes start at the same moment', async () => {
    const outcomes = await Promise.all(
      [1, 2, 3, 4].map(() => migrate(database.write, [ROOMS, SEATS])),
    )
    expect(outcomes.flat().sort()).toEqual([ROOMS.name, SEATS.name])
  })

  it('leave nothing of a step that fails, and keep those before it', async () => {
    const broken = { name: 'rooms/3-broken', sql: `${SEATS.sql} select 1 / 0;` }
    await expect(migrate(database.write, [ROOMS, broken])).rejects.toThrow('division by zero')
    expect(await applied()).toEqual([ROOMS.name])
    const { rows } = await sql`select to_regclass('seat') as seat`.execute(database.write)
    expect(rows).toEqual([{ seat: null }])
    expect(await migrate(database.write, [ROOMS, SEATS])).toEqual([SEATS.name])
  })

  it('stop at a database that another Plenum wrote', async () => {
    await migrate(database.write, [ROOMS, SEATS])
    await expect(migrate(database.write, [ROOMS])).rejects.toThrow(
      new CannotStart(
        'This is a database of a newer Plenum (it knows the step rooms/2-seats): start that version, or name another database by DATABASE_URL or another folder by PLENUM_HOME.',
      ),
    )
    const changed = { ...ROOMS, sql: `${ROOMS.sql} -- later` }
    await expect(migrate(database.write, [changed, SEATS])).rejects.toThrow(
      new CannotStart(
        'This is a database of another Plenum (its step rooms/1-rooms differs from ours): start the version that wrote it, or name another database by DATABASE_URL or another folder by PLENUM_HOME.',
      ),
    )
  })

  it('bring the platform’s tables first, then each feature’s', async () => {
    const owners = migrationsOf(FEATURES).map(({ name }) => name.split('/')[0])
    expect([...new Set(owners)]).toEqual([
      'platform',
      ...FEATURES.map(({ name }) => name).filter((name) => owners.includes(name)),
    ])
    expect(await migrate(database.write, migrationsOf(FEATURES))).toHaveLength(owners.length)
  })
})
