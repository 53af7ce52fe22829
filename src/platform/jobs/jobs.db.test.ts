import { sql } from 'kysely'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { OPERATOR } from '../../kernel/actor.ts'
import { endProcesses, startProcess } from '../../testing/processes.ts'
import { addToTally, createTally, heardIn, tally } from '../../testing/tally/tally.ts'
import { world } from '../../testing/world.ts'
import { createPerform } from '../command/perform.ts'
import { feature } from '../feature.ts'
import { startJobs } from './jobs.ts'
import { createOutbox } from './outbox.ts'

const { database, perform, clock, close } = await world({ features: [tally] })
await createTally(database.write)
afterEach(endProcesses)
afterAll(close)

/** Also on a machine that does much else. */
const PATIENCE = 30_000
vi.setConfig({ testTimeout: 2 * PATIENCE })

const PROCESS = new URL('../../testing/tally/process.ts', import.meta.url).pathname
const leave = (conference: string, tell: string, by = 1) =>
  perform(OPERATOR, addToTally, { conference, by, tell })
const jobsIn = async (conference: string) => {
  const { rows } = await sql<{ state: string; heard: string }>`
    select state, data ->> 'tell' as heard from pgboss.job
    where data ->> 'conference' = ${conference} order by created_on`.execute(database.write)
  return rows
}
/** Works off what is there, as the next process would. */
async function workUntil(
  check: () => Promise<void>,
  features = [tally],
  onError = () => undefined,
) {
  const its = createOutbox(database.url, features)
  const performing = createPerform({ database, features, clock, outbox: its })
  await startJobs({ outbox: its, features, database, perform: performing, onError })
  try {
    await check()
  } finally {
    await its.stop()
  }
}

describe('an errand', () => {
  it('is done after the deed that left it', async () => {
    await leave('jobs1', 'hello')
    expect(await heardIn(database.write, 'jobs1')).toEqual([])
    await workUntil(() =>
      expect.poll(() => heardIn(database.write, 'jobs1'), { timeout: PATIENCE }).toEqual(['hello']),
    )
    expect(await jobsIn('jobs1')).toEqual([{ state: 'completed', heard: 'hello' }])
  })

  it('does not wait where many are to be done', async () => {
    const many = Array.from({ length: 40 }, (_, number) => `number ${number}`)
    await Promise.all(many.map((tell) => leave('jobs0', tell)))
    const began = performance.now()
    await workUntil(() =>
      expect
        .poll(async () => (await heardIn(database.write, 'jobs0')).length, { timeout: PATIENCE })
        .toBe(many.length),
    )
    // One at each look would take forty seconds.
    expect(performance.now() - began).toBeLessThan(20_000)
  })

  it('of a deed that was taken back is never done', async () => {
    await sql`insert into tally_step values ('jobs2', 5)`.execute(database.write)
    await expect(leave('jobs2', 'never', 5)).rejects.toThrow('tally.reached-twice')
    await expect(leave('jobs2', 'never', 3)).rejects.toThrow('tally.too-hasty')
    await leave('jobs2', 'later', 6)
    expect(await jobsIn('jobs2')).toEqual([{ state: 'created', heard: 'later' }])
    await workUntil(() =>
      expect.poll(() => heardIn(database.write, 'jobs2'), { timeout: PATIENCE }).toEqual(['later']),
    )
  })

  it('outlives the process that left it', async () => {
    const other = startProcess([PROCESS, database.url, 'errand', 'jobs3', 'remember'])
    await other.said(/left/)
    other.kill('SIGKILL')
    expect(await other.ended()).toBe('SIGKILL')
    await workUntil(() =>
      expect
        .poll(() => heardIn(database.write, 'jobs3'), { timeout: PATIENCE })
        .toEqual(['remember']),
    )
  })

  it('is done by another process when the one at it is killed', async () => {
    await leave('jobs4', 'again')
    const holding = await database.listen()
    await holding.query(`select pg_advisory_lock(7536, hashtext('jobs4'))`)
    const other = startProcess([PROCESS, database.url, 'work'])
    await expect
      .poll(() => jobsIn('jobs4'), { timeout: PATIENCE })
      .toEqual([{ state: 'active', heard: 'again' }])
    other.kill('SIGKILL')
    await other.ended()
    await holding.end()
    expect(await heardIn(database.write, 'jobs4')).toEqual([])

    await sql`update pgboss.job set heartbeat_on = now() - interval '1 minute'
      where state = 'active'`.execute(database.write)
    await workUntil(() =>
      expect.poll(() => heardIn(database.write, 'jobs4'), { timeout: PATIENCE }).toEqual(['again']),
    )
  })

  it('is tried again when it does not succeed', async () => {
    let attempts = 0
    const flaky = feature('tally', {
      ...tally,
      jobs: {
        async 'tally.tell'(data, working) {
          attempts += 1
          await tally.jobs?.['tally.tell']?.(data, working)
          if (attempts === 1) throw new Error('Only after the deed was done')
        },
      },
    })
    await leave('jobs5', 'twice')
    let errors = 0
    await workUntil(
      () =>
        expect
          .poll(async () => (await jobsIn('jobs5'))[0]?.state, { timeout: PATIENCE })
          .toBe('completed'),
      [flaky],
      () => {
        errors += 1
      },
    )
    expect({ attempts, errors }).toEqual({ attempts: 2, errors: 1 })
    expect(await heardIn(database.write, 'jobs5')).toEqual(['twice'])
  })

  it('that nobody does cannot be left', async () => {
    const deaf = feature('tally', { say: tally.say, commands: [addToTally] })
    const performing = createPerform({
      database,
      features: [deaf],
      clock,
      outbox: createOutbox(database.url, [deaf]),
    })
    await expect(
      performing(OPERATOR, addToTally, { conference: 'jobs6', by: 1, tell: 'nobody' }),
    ).rejects.toThrow('No feature has a job tally.tell')
  })
})
