import { fork } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '../../../src/platform/database/embedded/cluster.ts'
import { type Figure, median, quantile } from '../../figures.ts'
import {
  type Application,
  MAIN,
  startApplication,
  temporaryFolder,
} from '../../serving/application.ts'
import { askWell } from '../../serving/asking.ts'
import { now } from '../clock.ts'
import { type Desk, PAGE, sitDown } from '../desk.ts'
import { hearing } from '../said.ts'
import type { Asked, Said } from './readers.ts'

const READERS = 1000
const ROUNDS = 5
const LONGEST = 20_000
/** The bounds of `npm start`; its script would let the server end in order where it is killed. */
const START = ['--max-semi-space-size=8', '--max-old-space-size=512', MAIN]

/** What one restart was like, in milliseconds since the server was ready. */
interface Round {
  times: readonly number[]
  missing: number
  fetched: number
  refused: number
}

const stampOf = async ({ origin }: Application) => {
  const { body } = await askWell(origin + PAGE)
  return /<meta name="plenum-stamp" content="([^"]+)">/.exec(body.toString())?.[1] ?? ''
}

/** Those who read, in a process of their own. */
async function gatherReaders(port: number) {
  const child = fork(new URL('./readers.ts', import.meta.url), { serialization: 'advanced' })
  const ask = (asked: Asked) => child.send(asked)
  const said = hearing<Said>(child)
  const opened = said('opened')
  ask({ kind: 'open', port, page: PAGE, count: READERS })
  await opened
  return {
    /** All of them come back at once, while the desk does what it does. */
    async comeBack(application: Application, desk: Desk): Promise<Round> {
      const ready = now()
      const all = said('all-back')
      ask({ kind: 'return' })
      await desk.strike(port)
      await Promise.race([all, sleep(LONGEST)])
      // What the desk did reaches those last who were back before.
      await sleep(1000)
      const back = said('back')
      ask({ kind: 'told', stamp: await stampOf(application) })
      const { times, ...counts } = await back
      return { times: times.map((at) => at - ready), ...counts }
    },
    async [Symbol.asyncDispose]() {
      child.disconnect()
      await new Promise((resolve) => child.once('exit', resolve))
    },
  }
}

/**
 * The server is killed with a thousand readers, right after a stroke of which they may not have heard, and started again.
 * All come back in the moment in which it is ready, without the seconds by which it asks browsers to differ; the desk
 * strikes at the same time. Until each has the list as it is then.
 */
export async function returning(): Promise<Figure[]> {
  await using home = await temporaryFolder()
  const env = { PORT: `${await freePort()}` }
  let application = await startApplication(home.path, env, START)
  const desk = await sitDown(application.origin, home.path)
  const rounds: Round[] = []
  try {
    await using readers = await gatherReaders(application.port)
    for (let round = 0; round < ROUNDS; round += 1) {
      await desk.strike(application.port)
      application.process.kill('SIGKILL')
      await application.process.ended()
      application = await startApplication(home.path, env, START)
      rounds.push(await readers.comeBack(application, desk))
    }
  } finally {
    desk.close()
    await application[Symbol.asyncDispose]()
  }
  const of = (share: number) => median(rounds.map(({ times }) => quantile(times, share)))
  const sum = (what: 'missing' | 'fetched' | 'refused') =>
    rounds.reduce((total, round) => total + round[what], 0)
  const slowest = Math.max(...rounds.flatMap(({ times }) => times))
  const unit = 'ms'
  return [
    { name: `ready to half of ${READERS} with the list as it is`, value: of(0.5), unit },
    { name: 'ready to 99 of 100', value: of(0.99), unit },
    { name: 'ready to all of them', value: of(1), unit },
    { name: `ready to all of them, slowest of ${ROUNDS} restarts`, value: slowest, unit },
    { name: 'pages fetched again, by restart', value: sum('fetched') / ROUNDS, unit: '' },
    { name: 'connections that had to be tried again', value: sum('refused'), unit: '' },
    { name: 'readers without the list as it is', value: sum('missing'), unit: '', most: 0 },
  ]
}
