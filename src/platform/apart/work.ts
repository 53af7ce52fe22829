import type { Said } from './alone.ts'

/** In a process of `alone`: does its one piece of work, and says how far it is. */
export function workAlone<Wanted, Progress, Made>(
  work: (wanted: Wanted, tell: (progress: Progress) => void) => Promise<Made>,
): void {
  // Whoever ends Plenum from the terminal ends it by its first process, which may still wait for what is made here.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined)
  process.on('disconnect', () => process.exit())
  const say = (said: Said<Progress, Made>) => process.send?.(said)
  process.once('message', async ({ wanted }: { wanted: Wanted }) => {
    try {
      say({ made: await work(wanted, (progress) => say({ progress })) })
    } catch (error) {
      say({ error: error instanceof Error ? error.message : String(error) })
    }
  })
}
