import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ANONYMOUS } from '../../kernel/actor.ts'
import { manualClock } from '../../testing/clock.ts'
import { boards, hangBoards } from '../../testing/web/board.tsx'
import { canReplicate, type Replicated, startReplicated } from '../../testing/web/replica.ts'
import { type OpenSite, openSite } from '../../testing/web/site.ts'
import { createPerform } from '../command/perform.ts'
import { type Database, openDatabase } from '../database/database.ts'
import { migrate, migrationsOf } from '../database/migrations.ts'
import { createOutbox, type Outbox } from '../jobs/outbox.ts'

const PATH = '/en/seoul2021/board'

describe.runIf(canReplicate)('a replica', () => {
  let servers: Replicated
  let database: Database
  let outbox: Outbox
  let site: OpenSite
  let change: (text: string) => Promise<unknown>

  beforeAll(async () => {
    servers = await startReplicated()
    database = openDatabase(servers)
    await migrate(database.write, migrationsOf(boards))
    await hangBoards(database, { conference: 'seoul2021', text: 'Welcome', opens: null })
    const clock = manualClock('2021-12-07T00:00:00Z')
    outbox = createOutbox(servers.url, boards)
    const perform = createPerform({ database, features: boards, clock, outbox })
    site = await openSite({ features: boards, database, perform, clock })
    change = (text) =>
      perform(ANONYMOUS, boards[0]?.commands?.[0] as never, { conference: 'seoul2021', text })
  })
  afterAll(async () => {
    await site.close()
    await outbox.stop()
    await database.close()
    await servers.stop()
  })

  const readingsOf = async (server: 'replica' | 'primary') => {
    const text = await (await site.get('/metrics')).text()
    return Number(new RegExp(`^plenum_readings_of_${server} (\\d+)$`, 'm').exec(text)?.[1])
  }

  it('is read where it has caught up', async () => {
    await expect
      .poll(async () => {
        await change(`Hello ${Math.random()}`)
        await new Promise((resolve) => setTimeout(resolve, 200))
        await site.get(PATH)
        return readingsOf('replica')
      })
      .toBeGreaterThan(0)
  })

  it('that lags is not read: the change is seen at once, from the primary', async () => {
    await servers.pause()
    const [replica, primary] = [await readingsOf('replica'), await readingsOf('primary')]
    const { milliseconds } = await site.until(PATH, () => change('While it lags'), 'While it lags')
    process.stdout.write(`Visible beside a lagging replica after ${milliseconds.toFixed(1)} ms\n`)
    expect(milliseconds).toBeLessThan(300)
    for (const language of ['ar', 'es', 'fr', 'ko', 'ru', 'zh']) {
      const answer = await site.get(`/${language}/seoul2021/board`)
      expect(await answer.text()).toContain('While it lags')
    }
    expect(await readingsOf('replica')).toBe(replica)
    expect(await readingsOf('primary')).toBeGreaterThanOrEqual(primary + 6)
  })

  it('is read again when it has caught up', async () => {
    await servers.resume()
    const before = await readingsOf('replica')
    await expect
      .poll(async () => {
        const answer = await site.get(`${PATH}?size=${Math.random() < 0.5 ? 'small' : 'large'}`)
        expect(await answer.text()).toContain('While it lags')
        return readingsOf('replica')
      })
      .toBeGreaterThan(before)
  })
})
