import { runnerImport } from 'vite'
import { listenTo } from '../src/testing/web/stream.ts'
import { type Figure, median } from './figures.ts'
import { startApplication, temporaryFolder } from './serving/application.ts'

const TIMES = 20
const PATH = '/en/seoul2021/programme'
const OPENING = '171d382c-fa5a-599a-a809-ce06a9ffdfc6'

/** Deeds of this process: neither of the workers knows of them but through the database. */
type Deeds = typeof import('./deeds.ts')

/** Milliseconds from a commit in one process to the event at listeners of two others. */
export async function live(): Promise<Figure[]> {
  await using home = await temporaryFolder()
  await using application = await startApplication(home.path, { PLENUM_WORKERS: '2' })
  const { module } = await runnerImport<Deeds>('bench/deeds.ts')
  const { reportDelay, close } = await module.openDeeds(home.path)
  const listeners = await Promise.all(
    Array.from({ length: 2 }, () => listenTo(application.origin, [PATH])),
  )
  try {
    await Promise.all(listeners.map(({ next }) => next('stamp')))
    const times = []
    for (let minutes = 1; minutes <= TIMES; minutes += 1) {
      const heard = Promise.all(listeners.map(({ next }) => next('parts')))
      await reportDelay({ conference: 'seoul2021', session: OPENING, minutes })
      const committed = performance.now()
      const events = await heard
      times.push(...events.map(({ at }) => at - committed))
    }
    return [
      { name: `commit to event, median of ${times.length}`, value: median(times), unit: 'ms' },
      { name: 'slowest', value: Math.max(...times), unit: 'ms', most: 300 },
    ]
  } finally {
    for (const listener of listeners) listener.close()
    await close()
  }
}
