import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { freePort, readKeys } from '../platform/database/embedded/cluster.ts'
import { placeOf } from '../platform/database/embedded/place.ts'
import { addressOf, stopServer } from '../platform/database/embedded/server.ts'
import { endProcesses, type Started, startProcess } from './processes.ts'
import { freshHome, serveBuilt } from './served.ts'

const PAGE = '/en/parties'
const SOON = 5_000

/** One home for all: whatever a test does to its processes, the next one starts from there. */
let home: string
beforeAll(async () => {
  home = await freshHome()
})
afterEach(endProcesses)
afterAll(async () => {
  await stopServer(placeOf(home))
  await rm(home, { recursive: true, force: true })
})

const serverRuns = () => existsSync(join(home, 'postgres/data/postmaster.pid'))

async function endsSoon(process: Started): Promise<number | NodeJS.Signals> {
  const begun = performance.now()
  const end = await process.ended()
  expect(performance.now() - begun).toBeLessThan(SOON)
  return end
}

/** Keeps every reader of the parties waiting until the answer is called. */
async function holdReaders(): Promise<() => Promise<void>> {
  const client = new pg.Client(addressOf(readKeys(placeOf(home)), 'plenum'))
  client.on('error', () => undefined)
  await client.connect()
  await client.query('begin')
  await client.query('lock table party in access exclusive mode')
  return () => client.end()
}

/** The status of the page; a request that was handed to a dying worker is given up after a second. */
const answers = async (origin: string) =>
  (await fetch(origin + PAGE, { signal: AbortSignal.timeout(1_000) }).catch(() => null))?.status

const RUN = ['scripts/run.mjs', 'start']
/** The shell that npm puts before the script: it waits, and passes no signal on. */
const SHELL = [
  '-e',
  `child_process.spawnSync(process.execPath, ${JSON.stringify(RUN)}, { stdio: 'inherit' })`,
]

/** Starts Plenum as a person does, and waits until it serves. */
async function npmStart(how: readonly string[]) {
  const port = String(await freePort())
  const started = startProcess(how, {
    env: { PORT: port, PLENUM_HOME: home, npm_lifecycle_event: 'start' },
  })
  await started.said(/^Plenum is at /)
  return started
}

describe('asked to stop', () => {
  it('answers the requests under way, takes no new ones, and ends in order', async () => {
    const plenum = await serveBuilt(home)
    const release = await holdReaders()
    const underWay = fetch(plenum.origin + PAGE)
    await sleep(300)
    plenum.kill('SIGTERM')
    await sleep(300)
    await expect(fetch(plenum.origin + PAGE)).rejects.toThrow('fetch failed')
    await release()
    expect((await underWay).status).toBe(200)
    expect(await endsSoon(plenum)).toBe(0)
    expect(serverRuns()).toBe(false)
  })

  it('ends in time although a request never ends', async () => {
    const plenum = await serveBuilt(home)
    const release = await holdReaders()
    const underWay = fetch(plenum.origin + PAGE)
    await sleep(300)
    plenum.kill('SIGTERM')
    await expect(underWay).rejects.toThrow('fetch failed')
    expect(await endsSoon(plenum)).toBe(0)
    expect(serverRuns()).toBe(false)
    await release()
  })

  it('ends by Ctrl-C, however many of its processes hear it', async () => {
    const started = await npmStart(RUN)
    process.kill(-(started.child.pid as number), 'SIGINT')
    expect(await endsSoon(started)).toBe(0)
    expect(serverRuns()).toBe(false)
  })

  it.each([
    ['the script that started it', RUN],
    ['the shell before that', SHELL],
  ])('ends when %s is killed', async (_who, how) => {
    const started = await npmStart(how)
    started.kill('SIGKILL')
    await expect.poll(serverRuns, { timeout: SOON }).toBe(false)
  })
})

describe('started again', () => {
  it('serves within three seconds after it was killed; of three tries, since other work only adds', async () => {
    const took: number[] = []
    for (const _try of [1, 2, 3]) {
      const killed = await serveBuilt(home)
      killed.kill('SIGKILL')
      await killed.ended()
      const begun = performance.now()
      const next = await serveBuilt(home)
      expect((await fetch(next.origin + PAGE)).status).toBe(200)
      took.push(performance.now() - begun)
      next.kill('SIGTERM')
      expect(await next.ended()).toBe(0)
    }
    expect(Math.min(...took)).toBeLessThan(3_000)
  })
})

describe('with two workers', () => {
  it('replaces one that dies, and ends both in order', async () => {
    const plenum = await serveBuilt(home, { PLENUM_WORKERS: '2' })
    const workers = async () => {
      const { rows } = await questions.query(
        `select distinct split_part(application_name, ' ', 2)::int as pid from pg_stat_activity
          where application_name like 'plenum %'`,
      )
      return rows.map((row) => row.pid as number).filter((pid) => pid !== plenum.child.pid)
    }
    const questions = new pg.Client(addressOf(readKeys(placeOf(home)), 'plenum'))
    questions.on('error', () => undefined)
    await questions.connect()
    const before = await workers()
    expect(before).toHaveLength(2)
    process.kill(before[0] as number, 'SIGKILL')
    await expect.poll(() => answers(plenum.origin), { timeout: 20_000 }).toBe(200)
    await expect.poll(workers, { timeout: 20_000 }).toHaveLength(2)
    expect(await workers()).not.toEqual(before)
    plenum.kill('SIGTERM')
    expect(await endsSoon(plenum)).toBe(0)
    expect(serverRuns()).toBe(false)
  })
})
