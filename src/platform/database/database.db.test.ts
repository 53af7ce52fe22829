import { sql } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import { cloneDatabase } from '../../testing/database/database.ts'

const database = await cloneDatabase()
afterAll(() => database.close())

describe('values', () => {
  it('arrive as what they are, also in arrays', async () => {
    const { rows } = await sql`select
      timestamptz '2021-12-07 19:30:00.123456+09' as an_instant,
      date '2021-12-07' as a_date,
      time '19:30' as a_time,
      9007199254740993::int8 as too_large,
      42::int8 as an_int,
      12.50::numeric as a_numeric,
      array[timestamptz '2021-12-07 19:30+09', null] as instants,
      array[date '2021-12-07'] as dates,
      '{"nested_key": [1, "a"]}'::jsonb as document`.execute(database.read)
    expect(rows).toEqual([
      {
        anInstant: Temporal.Instant.from('2021-12-07T10:30:00.123456Z'),
        aDate: '2021-12-07',
        aTime: '19:30',
        tooLarge: '9007199254740993',
        anInt: 42,
        aNumeric: 12.5,
        instants: [Temporal.Instant.from('2021-12-07T10:30:00Z'), null],
        dates: ['2021-12-07'],
        document: { nested_key: [1, 'a'] },
      },
    ])
  })

  it('leave and return the same, to the microsecond', async () => {
    const instant = Temporal.Instant.from('2021-12-07T10:30:00.123456Z')
    const { rows } = await sql<{
      back: Temporal.Instant
    }>`select ${instant}::timestamptz as back`.execute(database.write)
    expect(rows[0]?.back.equals(instant)).toBe(true)
    const found = await database.write
      .selectFrom('migration')
      .select('name')
      .where('at', 'in', [instant])
      .execute()
    expect(found).toEqual([])
  })
})

describe('the role that serves Plenum', () => {
  it('is no superuser', async () => {
    const { rows } = await sql`select rolsuper from pg_roles where rolname = current_user`.execute(
      database.write,
    )
    expect(rows).toEqual([{ rolsuper: false }])
  })
})
