import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '../src/platform/database/embedded/cluster.ts'
import { type Started, startProcess } from '../src/testing/processes.ts'
import { type Figure, median } from './figures.ts'
import { ROOT, startApplication, temporaryFolder } from './serving/application.ts'
import { ask } from './serving/asking.ts'

const TIMES = 5
const LOOK_EVERY = 10

/** `npm start` as it was called with `npm run bench`; without npm the script behind it. */
const START = process.env.npm_execpath
  ? [process.env.npm_execpath, 'start']
  : ['scripts/run.mjs', 'start']

/** Starts Plenum in a folder as a person does. */
export const npmStart = (folder: string, port: number, home: string): Started =>
  startProcess(START, {
    cwd: folder,
    env: { PORT: String(port), HOST: '127.0.0.1', PLENUM_HOME: home },
  })

/** Ctrl-C: the terminal tells the whole group. */
export async function interrupt({ child, ended }: Started): Promise<void> {
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGINT')
  await ended()
}

/** Waits for the first page. */
export async function firstPage(port: number): Promise<void> {
  const address = `http://127.0.0.1:${port}/en/seoul2021/programme`
  while ((await ask(address).catch(() => null))?.status !== 200) await sleep(LOOK_EVERY)
}

/** Seconds from `npm start` to the first page, where everything has been there before. */
export async function starting(): Promise<Figure[]> {
  await using home = await temporaryFolder()
  await (await startApplication(home.path))[Symbol.asyncDispose]()
  const times = []
  for (let at = 0; at < TIMES; at += 1) {
    const port = await freePort()
    const began = performance.now()
    const started = npmStart(ROOT, port, home.path)
    await firstPage(port)
    times.push((performance.now() - began) / 1000)
    await interrupt(started)
  }
  return [
    {
      name: `second start to first page, median of ${TIMES}`,
      value: median(times),
      unit: 's',
      most: 3,
    },
    { name: 'slowest', value: Math.max(...times), unit: 's' },
  ]
}
