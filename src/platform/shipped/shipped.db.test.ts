import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { OPERATOR } from '../../kernel/actor.ts'
import { must } from '../../kernel/refusal.ts'
import { same } from '../../kernel/same.ts'
import { world } from '../../testing/world.ts'
import { command } from '../command/command.ts'
import { feature } from '../feature.ts'
import { loadShipped } from './load.ts'

const Room = z.strictObject({ name: z.string(), seats: z.int() })

const furnish = command('rooms.furnish', {
  input: Room,
  conference: () => null,
  load: async (db, { name }) => (await roomsIn(db)).find((room) => room.name === name) ?? null,
  may: (actor) => actor.kind === 'system',
  decide(known, room) {
    must(room.seats > 0, 'rooms.no-seat')
    return same(known, room) ? null : room
  },
  save: async (db, { name, seats }) => {
    await sql`insert into room values (${name}, ${seats})
      on conflict (name) do update set seats = excluded.seats`.execute(db)
  },
  subject: ({ name }) => `room/${name}`,
  touches: () => ['rooms'],
})
const deeds = (content: unknown) =>
  z
    .array(Room)
    .parse(content)
    .map((room) => ({ command: furnish, input: room, key: `room/${room.name}` }))
const rooms = feature('rooms', {
  say: (_, key) => key,
  commands: [furnish],
  shipped: [
    { file: 'rooms.json', deeds },
    { file: 'venues/', deeds },
  ],
})

const { database, perform, performAll, close } = await world({ features: [rooms] })
const folder = mkdtempSync(join(tmpdir(), 'plenum-shipped-'))
afterAll(async () => {
  await close()
  rmSync(folder, { recursive: true })
})

async function roomsIn(db: typeof database.write) {
  const { rows } = await sql<z.infer<typeof Room>>`select * from room order by name`.execute(db)
  return rows
}
const write = (file: string, content: unknown) =>
  writeFileSync(join(folder, file), JSON.stringify(content))
const load = () => loadShipped({ database, features: [rooms], performAll, folder })
const seats = async (name: string) =>
  (await roomsIn(database.write)).find((room) => room.name === name)?.seats
const entries = async () => {
  const { rows } = await sql<{ subject: string; actor: string }>`select subject, actor from journal
    order by seq`.execute(database.write)
  return rows
}

beforeEach(async () => {
  await sql`drop table if exists room; create table room (name text primary key, seats integer);
    delete from shipped`.execute(database.write)
  rmSync(join(folder, 'venues'), { recursive: true, force: true })
  mkdirSync(join(folder, 'venues'))
  write('rooms.json', [
    { name: 'Han', seats: 100 },
    { name: 'Nam', seats: 50 },
  ])
  write('venues/b.json', [{ name: 'B', seats: 2 }])
  write('venues/a.json', [{ name: 'A', seats: 1 }])
})

describe('shipped facts', () => {
  it('are loaded by the loader, through commands, in their order', async () => {
    const before = (await entries()).length
    expect(await load()).toBe(4)
    expect((await entries()).slice(before)).toEqual(
      ['Han', 'Nam', 'A', 'B'].map((name) => ({ subject: `room/${name}`, actor: 'system/loader' })),
    )
    expect(await roomsIn(database.write)).toHaveLength(4)
  })

  it('change nothing when they are loaded again', async () => {
    await load()
    const before = await entries()
    expect(await load()).toBe(0)
    expect(await entries()).toEqual(before)
  })

  it('are loaded once where several processes start at once', async () => {
    const before = (await entries()).length
    const loaded = await Promise.all([load(), load(), load()])
    expect(loaded.toSorted()).toEqual([0, 0, 4])
    expect(await entries()).toHaveLength(before + 4)
  })

  it('leave what people have changed, until the file changes', async () => {
    await load()
    await perform(OPERATOR, furnish, { name: 'Nam', seats: 55 })
    write('rooms.json', [
      { name: 'Han', seats: 120 },
      { name: 'Nam', seats: 50 },
    ])
    expect(await load()).toBe(1)
    expect([await seats('Han'), await seats('Nam')]).toEqual([120, 55])
  })

  it('go from one thing to another and back', async () => {
    await load()
    for (const there of [7, 1]) {
      write('venues/a.json', [{ name: 'A', seats: there }])
      expect(await load()).toBe(1)
      expect(await seats('A')).toBe(there)
    }
  })

  it('that were loaded but not noted, as when the process was killed, are found done', async () => {
    await load()
    const before = await entries()
    await sql`delete from shipped`.execute(database.write)
    expect(await load()).toBe(4)
    expect(await entries()).toEqual(before)
  })

  it('cannot be wrong in silence', async () => {
    write('venues/b.json', [{ name: 'B', seats: 0 }])
    await expect(load()).rejects.toThrow(
      'The shipped fact room/B of venues/b.json was refused: rooms.no-seat',
    )
    write('venues/b.json', [
      { name: 'B', seats: 2 },
      { name: 'B', seats: 3 },
    ])
    await expect(load()).rejects.toThrow('The shipped file venues/b.json says room/B twice')
    write('venues/b.json', { name: 'B' })
    await expect(load()).rejects.toThrow('The shipped file venues/b.json cannot be read')
  })
})
