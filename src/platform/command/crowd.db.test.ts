import { sql } from 'kysely'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { OPERATOR } from '../../kernel/actor.ts'
import { endProcesses, startProcess } from '../../testing/processes.ts'
import { addToTally, countOf, createTally, tally } from '../../testing/tally/tally.ts'
import { world } from '../../testing/world.ts'
import { openDatabase } from '../database/database.ts'
import type { Perform } from '../feature.ts'
import { createOutbox } from '../jobs/outbox.ts'
import { createPerform } from './perform.ts'
import { retrying } from './turns/retry.ts'

const { perform, database, clock, close } = await world({ features: [tally] })
await createTally(database.write)
afterAll(close)
afterEach(endProcesses)

const CROWD = 50
const PROCESS = new URL('../../testing/tally/process.ts', import.meta.url).pathname

const reached = (of: string) =>
  sql<{ reached: number }>`select reached from tally_step where conference = ${of} order by reached`
    .execute(database.write)
    .then(({ rows }) => rows.map((row) => row.reached))
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

/** As another process would: a pool, an outbox and a queue that know nothing of ours. */
function another() {
  const pool = openDatabase({ url: database.url })
  const its = createOutbox(database.url, [tally])
  return {
    perform: createPerform({ database: pool, features: [tally], clock, outbox: its }),
    close: () => Promise.all([pool.close(), its.stop()]),
  }
}

const report = (where: string, took: number) =>
  process.stdout.write(`${CROWD} commands at once (${where}): ${took.toFixed(0)} ms\n`)

async function standing(of: string) {
  const { rows } = await sql<{ entries: number }>`select count(*) as entries from journal
    where conference = ${of}`.execute(database.write)
  return { reached: await reached(of), at: await countOf(database.write, of), ...rows[0] }
}

async function crowd(of: string, performs: readonly Perform[]) {
  const started = performance.now()
  const answers = await Promise.all(
    upTo(CROWD).map((index) =>
      performs[index % performs.length]?.(OPERATOR, addToTally, { conference: of, by: 1 }),
    ),
  )
  report(`${performs.length} in one process`, performance.now() - started)
  const counts = answers.map((one) => Number(one?.answer.count)).sort((a, b) => a - b)
  return { counts, ...(await standing(of)) }
}

const ALL_DONE = { counts: upTo(CROWD), reached: upTo(CROWD), at: CROWD, entries: CROWD }

describe(`${CROWD} commands at once on one conference`, () => {
  it('are all done, once each', async () => {
    expect(await crowd('stjohns1', [perform])).toEqual(ALL_DONE)
  })

  it('are all done, once each, through three pools that know nothing of each other', async () => {
    const others = [another(), another()]
    const performs = [perform, ...others.map((one) => one.perform)]
    expect(await crowd('stjohns2', performs)).toEqual(ALL_DONE)
    await Promise.all(others.map((one) => one.close()))
  })

  it('are all done, once each, in two processes', async () => {
    const halves = [1, 2].map(() =>
      startProcess([PROCESS, database.url, 'add', 'stjohns3', String(CROWD / 2)]),
    )
    await Promise.all(halves.map((half) => half.said(/ready/)))
    const started = performance.now()
    for (const half of halves) half.kill('SIGUSR2')
    const said = await Promise.all(halves.map((half) => half.said(/counted/)))
    report('two processes', performance.now() - started)
    const counts = said.flatMap((line) => JSON.parse(line.slice('counted '.length)) as number[])
    expect({ counts: counts.sort((a, b) => a - b), ...(await standing('stjohns3')) }).toEqual(
      ALL_DONE,
    )
  })

  it('are all done where they go to several conferences', async () => {
    const answers = await Promise.all(
      upTo(CROWD).map((index) =>
        perform(OPERATOR, addToTally, { conference: `each${index % 7}`, by: 1 }),
      ),
    )
    expect(answers).toHaveLength(CROWD)
    const counts = await Promise.all(
      upTo(7).map((index) => countOf(database.write, `each${index % 7}`)),
    )
    expect(counts.reduce((sum, count) => sum + count)).toBe(CROWD)
  })
})

describe('a process that is killed in the middle of a crowd', () => {
  it('leaves whole deeds behind: all that it told of, and nothing by halves', async () => {
    const told: number[] = []
    for (const after of [1, 7, 20]) {
      const process = startProcess([PROCESS, database.url, 'add', 'stjohns4', '400'])
      await process.said(/ready/)
      process.kill('SIGUSR2')
      // From where it counts nobody knows: those who went with the last that was told of may have been done too.
      const does = () => process.lines.flatMap((line) => /^did (\d+)$/.exec(line)?.[1] ?? [])
      await expect
        .poll(() => does().length, { interval: 1, timeout: 15_000 })
        .toBeGreaterThanOrEqual(after)
      process.kill('SIGKILL')
      await process.ended()
      told.push(...does().map(Number))
    }
    await perform(OPERATOR, addToTally, { conference: 'stjohns4', by: 1 })
    const { reached: done, at, entries } = await standing('stjohns4')
    expect(told.filter((count) => !done.includes(count))).toEqual([])
    expect({ done, entries }).toEqual({ done: upTo(at), entries: at })
  }, 60_000)
})

describe('without the lane', () => {
  it('the net alone holds: what collides is tried again, and nothing is lost', async () => {
    const collide = () =>
      retrying(() =>
        database.write
          .transaction()
          .setIsolationLevel('serializable')
          .execute(async (db) => {
            const count = await countOf(db, 'net1')
            await sql`insert into tally values ('net1', ${count + 1})
              on conflict (conference) do update set count = excluded.count`.execute(db)
          }),
      )
    await Promise.all(upTo(5).map(collide))
    expect(await countOf(database.write, 'net1')).toBe(5)
  })
})
