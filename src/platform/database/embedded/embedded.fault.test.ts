import { chmodSync, existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { endProcesses, type Started, startProcess } from '../../../testing/processes.ts'

const WRITER = 'src/testing/faults/writer.ts'
const homes: string[] = []

async function freshHome(mode = 0o755) {
  const home = await mkdtemp(join(tmpdir(), 'plenum-fault-'))
  chmodSync(home, mode)
  homes.push(home)
  return home
}

const writer = (home: string) => startProcess([WRITER, home])

const numbers = (process: Started, verb: string) =>
  process.lines.flatMap((line) => (line.startsWith(`${verb} `) ? [Number(line.split(' ')[1])] : []))

const found = async (process: Started): Promise<number[]> =>
  JSON.parse((await process.said(/^found /)).slice('found '.length))

const postmasterOf = (home: string) =>
  Number(readFileSync(join(home, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0])

async function stop(process: Started) {
  process.kill('SIGTERM')
  expect(await process.ended()).toBe(0)
}

afterEach(async () => {
  endProcesses()
  for (const home of homes.splice(0)) {
    if (existsSync(join(home, 'postgres/data/postmaster.pid'))) {
      process.kill(postmasterOf(home), 'SIGINT')
    }
    await rm(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }
})

describe('a database whose processes are killed', () => {
  it('has every acknowledged write after 20 kills, of ourselves and of the server in turn', async () => {
    const home = await freshHome()
    const acknowledged = new Set<number>()
    const note = (process: Started) => {
      for (const number of numbers(process, 'wrote')) acknowledged.add(number)
    }
    for (let kill = 1; kill <= 20; kill += 1) {
      const process = writer(home)
      const there = new Set(await found(process))
      expect([...acknowledged].filter((number) => !there.has(number))).toEqual([])
      const first = there.size === 0 ? 1 : Math.max(...there) + 1
      await process.said(new RegExp(`^wrote ${first + 20 + kill}$`))
      if (kill % 2 === 0) globalThis.process.kill(postmasterOf(home), 'SIGKILL')
      process.kill('SIGKILL')
      expect(await process.ended()).toBe('SIGKILL')
      note(process)
    }
    const last = writer(home)
    const there = new Set(await found(last))
    expect(acknowledged.size).toBeGreaterThan(20 * 20)
    expect([...acknowledged].filter((number) => !there.has(number))).toEqual([])
    await stop(last)
  })

  it('is started again by the process that lives', async () => {
    const home = await freshHome()
    const process = writer(home)
    await process.said(/^wrote 50$/)
    const killed = postmasterOf(home)
    globalThis.process.kill(killed, 'SIGKILL')
    await process.said(/PostgreSQL ended by itself; starting it again\./)
    await process.said(/^lost /)
    const lost = numbers(process, 'lost').length
    const after = Math.max(...numbers(process, 'wrote')) + lost + 20
    await process.said(new RegExp(`^wrote ${after + 100}$`))
    expect(postmasterOf(home)).not.toBe(killed)
    await stop(process)
  })

  it('adopts the server that a killed process left behind', async () => {
    const home = await freshHome()
    const killed = writer(home)
    await killed.said(/^wrote 5$/)
    const server = postmasterOf(home)
    killed.kill('SIGKILL')
    await killed.ended()
    const next = writer(home)
    await found(next)
    expect(postmasterOf(home)).toBe(server)
    await stop(next)
    expect(existsSync(join(home, 'postgres/data/postmaster.pid'))).toBe(false)
  })

  it('does not lose its server to Ctrl-C in the terminal', async () => {
    const home = await freshHome()
    const interrupted = writer(home)
    await interrupted.said(/^wrote 5$/)
    const server = postmasterOf(home)
    globalThis.process.kill(-(interrupted.child.pid as number), 'SIGINT')
    expect(await interrupted.ended()).toBe('SIGINT')
    expect(() => globalThis.process.kill(server, 0)).not.toThrow()
  })
})

describe('one data folder', () => {
  it('serves one process, and tells the second which one', async () => {
    const home = await freshHome()
    const first = writer(home)
    await first.said(/^wrote /)
    const second = writer(home)
    expect(await second.ended()).toBe(1)
    expect(second.lines).toEqual([
      `CannotStart: Plenum already runs on the folder ${home} (process ${first.child.pid}): stop that one, or set PLENUM_HOME to another folder.`,
    ])
    await stop(first)
  })

  it('is made once when two processes start at the same moment', async () => {
    const home = await freshHome()
    const both = [writer(home), writer(home)]
    const outcomes = await Promise.all(
      both.map((process) => process.said(/^wrote 10$|already runs on the folder/)),
    )
    expect(outcomes.map((line) => line.startsWith('wrote')).sort()).toEqual([false, true])
    const winner = both[outcomes.findIndex((line) => line.startsWith('wrote'))] as Started
    await stop(winner)
  })

  it('finds another port when somebody else has taken its own', async () => {
    const home = await freshHome()
    const first = writer(home)
    await first.said(/^wrote 5$/)
    await stop(first)
    const { port } = JSON.parse(readFileSync(join(home, 'database.json'), 'utf8'))
    const stranger = createServer().listen(port, '127.0.0.1')
    const second = writer(home)
    expect((await found(second)).slice(0, 5)).toEqual([1, 2, 3, 4, 5])
    await stop(second)
    stranger.close()
  })
})
