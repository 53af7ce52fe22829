import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ANONYMOUS } from '../../kernel/actor.ts'
import { boards, hangBoards } from '../../testing/web/board.tsx'
import { type OpenSite, openSite } from '../../testing/web/site.ts'
import { listenTo } from '../../testing/web/stream.ts'
import { type World, world } from '../../testing/world.ts'
import { openDatabase } from '../database/database.ts'

const PATH = '/en/seoul2021/board'
const WITHIN = 300

let w: World
let here: OpenSite
let there: OpenSite
let otherDatabase: ReturnType<typeof openDatabase>

beforeAll(async () => {
  w = await world({ features: boards })
  await hangBoards(w.database, { conference: 'seoul2021', text: 'Welcome', opens: null })
  otherDatabase = openDatabase({ url: w.database.url })
  here = await openSite(w, { limits: { post: { burst: 1000, perSecond: 1 } } })
  there = await openSite({ ...w, database: otherDatabase })
})
afterAll(async () => {
  await here.close()
  await there.close()
  await otherDatabase.close()
  await w.close()
})

const change = (text: string) =>
  here.raw(
    'POST',
    '/api/v1/commands/board.write',
    { 'Content-Type': 'application/json', Authorization: 'Bearer kim' },
    JSON.stringify({ conference: 'seoul2021', text }),
  )

/** The slowest but one: the processors belong to other tests too, and one of many loses its turn to them. */
const slowestButOne = (times: readonly number[]) => times.toSorted((a, b) => b - a)[1] ?? 0

describe('two instances on one database', () => {
  it(`show within ${WITHIN} ms what was changed through the other`, async () => {
    const times: number[] = []
    for (let i = 0; i < 20; i++) {
      await there.get(PATH)
      const { milliseconds } = await there.until(PATH, () => change(`Notice ${i}`), `Notice ${i}`)
      times.push(milliseconds)
    }
    const slowest = Math.max(...times)
    process.stdout.write(
      `Visible through the other instance after at most ${slowest.toFixed(1)} ms\n`,
    )
    expect(slowestButOne(times)).toBeLessThan(WITHIN)
  })

  it(`tell within ${WITHIN} ms whoever follows the page through the other`, async () => {
    const listener = await listenTo(there.origin, [PATH])
    await listener.next('stamp')
    const times: number[] = []
    for (let i = 0; i < 10; i++) {
      await change(`Live ${i}`)
      const began = performance.now()
      times.push((await listener.next('stale')).at - began)
    }
    listener.close()
    process.stdout.write(
      `Told through the other instance after at most ${Math.max(...times).toFixed(1)} ms\n`,
    )
    expect(slowestButOne(times)).toBeLessThan(WITHIN)
  })

  it('never keep what was read before a change', async () => {
    await w.perform(ANONYMOUS, boards[0]?.commands?.[0] as never, {
      conference: 'seoul2021',
      text: 'Start',
    })
    let last = 0
    const readers = [here, there].map(async (site) => {
      let seen = 0
      while (seen < 30) {
        const found = /Count (\d+)/.exec(await (await site.get(PATH)).text())
        const count = Number(found?.[1] ?? 0)
        expect(count).toBeGreaterThanOrEqual(seen)
        expect(count).toBeLessThanOrEqual(last)
        seen = count
      }
    })
    for (let i = 1; i <= 30; i++) {
      last = i
      await change(`Count ${i}`)
    }
    await Promise.all(readers)
  })
})

describe('an instance that hears nothing', () => {
  it('keeps nothing, and forgets all when it hears again', async () => {
    const before = await (await there.get(PATH)).text()
    expect(before).toContain('Count 30')
    // Every LISTEN connection is cut, and the change is made while nobody hears.
    await w.database.write.connection().execute(async (db) => {
      await sql`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and query ~* '^listen|select 1' and pid <> pg_backend_pid()`.execute(
        db,
      )
      await sql`update board set text = 'While deaf' where conference = 'seoul2021'`.execute(db)
    })
    await expect
      .poll(async () => (await there.get(PATH)).text(), { timeout: 5000 })
      .toContain('While deaf')
    await expect
      .poll(async () => (await here.get(PATH)).text(), { timeout: 5000 })
      .toContain('While deaf')
    await there.until(PATH, () => change('Heard again'), 'Heard again')
  })
})
