import { existsSync, readdirSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
import type { Asked, Said } from './alone.ts'

/** How often it is looked whether it is enough, in milliseconds, however often somebody asks. */
const LOOKS = 50

/**
 * In a process of `alone`: does its work, one piece after the other, and says how far it is. The work asks `isEnough` now
 * and then, and ends with what it has where it is.
 */
export function workAlone<Wanted, Progress, Made>(
  work: (
    wanted: Wanted,
    tell: (progress: Progress) => void,
    isEnough: () => boolean,
  ) => Promise<Made>,
): void {
  // Whoever ends Plenum from the terminal ends it by its first process, which may still wait for what is made here.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined)
  process.on('disconnect', () => process.exit())
  standBack()
  // Whoever asked may be gone before it is heard; then so is this process, as soon as it looks.
  const say = (said: Said<Progress, Made>) => process.send?.(said, () => undefined)
  process.on('message', async ({ wanted, enough }: Asked<Wanted>) => {
    try {
      say({ made: await work(wanted, (progress) => say({ progress }), looking(enough)) })
    } catch (error) {
      say({ error: error instanceof Error ? error.message : String(error) })
    }
    // What one piece needed is given back before the next, of which nobody knows when it comes.
    globalThis.gc?.()
  })
}

/** Whoever answers readers comes first. Linux counts by thread, and those of the engine are there already. */
function standBack(): void {
  const threads = existsSync(THREADS) ? readdirSync(THREADS).map(Number) : [process.pid]
  for (const one of threads) setPriority(one, constants.priority.PRIORITY_LOW)
}
const THREADS = '/proc/self/task'

/** Whether a file is there, looked at now and then; once it is, it is. */
function looking(file: string): () => boolean {
  let isThere = false
  let looked = Number.NEGATIVE_INFINITY
  return () => {
    if (isThere || performance.now() - looked < LOOKS) return isThere
    looked = performance.now()
    isThere = existsSync(file)
    return isThere
  }
}
