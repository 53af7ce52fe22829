import { existsSync } from 'node:fs'
import { setPriority } from 'node:os'
import type { Asked, Said } from './alone.ts'

/** How far a process stands back, from 0 to 19: as `nice` counts. */
const PATIENT = 15

/**
 * In a process of `alone`: does its one piece of work, and says how far it is. What `tell` answers is whether it should end
 * with what it has.
 */
export function workAlone<Wanted, Progress, Made>(
  work: (wanted: Wanted, tell: (progress: Progress) => boolean) => Promise<Made>,
): void {
  // Whoever ends Plenum from the terminal ends it by its first process, which may still wait for what is made here.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined)
  process.on('disconnect', () => process.exit())
  // Whoever answers readers comes first.
  setPriority(PATIENT)
  const say = (said: Said<Progress, Made>) => process.send?.(said)
  process.once('message', async ({ wanted, enough }: Asked<Wanted>) => {
    const tell = (progress: Progress) => {
      say({ progress })
      return existsSync(enough)
    }
    try {
      say({ made: await work(wanted, tell) })
    } catch (error) {
      say({ error: error instanceof Error ? error.message : String(error) })
    }
  })
}
