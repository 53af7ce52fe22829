import { sql } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import { manualClock } from '../../testing/clock.ts'
import { createTally, tally } from '../../testing/tally/tally.ts'
import { world } from '../../testing/world.ts'
import { feature } from '../feature.ts'
import { createOutbox } from './outbox.ts'
import { askForDue, keepSchedule } from './schedule.ts'

const { database, close } = await world({ features: [tally] })
await createTally(database.write)
afterAll(close)

/** A feature with a job of its own that comes each day, as every test wants its own. */
const daily = (job: string) => [
  feature(job, {
    say: tally.say,
    jobs: { [job]: async () => undefined },
    schedule: { [job]: { daily: '03:00' } },
  }),
]
const askedFor = async (job: string) => {
  const { rows } = await sql<{ slot: string }>`
    select data ->> 'slot' as slot from pgboss.job where name = ${job} order by created_on`.execute(
    database.write,
  )
  return rows.map(({ slot }) => slot)
}
/** As many processes as one likes, over one database and one time. */
function processes(job: string, count: number, start = '2026-11-26T12:00:00Z') {
  const clock = manualClock(start)
  const doers = daily(job)
  const all = Array.from({ length: count }, () => ({
    ...{ database, clock, doers },
    outbox: createOutbox(database.url, doers),
  }))
  return {
    clock,
    all,
    ask: () => Promise.all(all.map(askForDue)),
    end: () => Promise.all(all.map(({ outbox }) => outbox.stop())),
  }
}

describe('a job that comes by the clock', () => {
  it('waits for its next slot where it is new', async () => {
    const { ask, end } = processes('clock.new', 1)
    await ask()
    await ask()
    expect(await askedFor('clock.new')).toEqual([])
    await end()
  })

  it('is asked for once a slot, however many processes there are', async () => {
    const { clock, ask, end } = processes('clock.once', 4)
    await ask()
    for (const at of ['2026-11-27T02:59:59Z', '2026-11-27T03:00:00Z', '2026-11-28T03:00:01Z']) {
      clock.turnTo(at)
      await ask()
      await ask()
    }
    expect(await askedFor('clock.once')).toEqual(['2026-11-27T03:00:00Z', '2026-11-28T03:00:00Z'])
    await end()
  })

  it('is made up for once where nobody was there for days', async () => {
    const { clock, ask, end } = processes('clock.late', 1)
    await ask()
    clock.turnTo('2026-12-24T18:00:00Z')
    await ask()
    expect(await askedFor('clock.late')).toEqual(['2026-12-24T03:00:00Z'])
    await end()
  })

  it('is not asked for again when a clock is set back', async () => {
    const { clock, ask, end } = processes('clock.back', 1)
    await ask()
    clock.turnTo('2026-11-28T03:00:00Z')
    await ask()
    clock.turnTo('2026-11-27T12:00:00Z')
    await ask()
    expect(await askedFor('clock.back')).toEqual(['2026-11-28T03:00:00Z'])
    await end()
  })

  it('wakes the process by itself, until that stops', async () => {
    const { clock, all, end } = processes('clock.wakes', 2)
    const stops = all.map(keepSchedule)
    await expect
      .poll(async () => {
        const { rows } = await sql`select from scheduled where job = 'clock.wakes'`.execute(
          database.write,
        )
        return rows.length
      })
      .toBe(1)
    clock.turnTo('2026-11-27T03:00:00Z')
    await expect.poll(() => askedFor('clock.wakes')).toEqual(['2026-11-27T03:00:00Z'])
    await Promise.all(stops.map((stop) => stop()))
    clock.turnTo('2026-11-28T03:00:00Z')
    expect(await askedFor('clock.wakes')).toEqual(['2026-11-27T03:00:00Z'])
    await end()
  })
})
