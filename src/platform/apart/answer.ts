import type { Answered, Asked } from './ask.ts'

/** In a process of `apart`: does each piece of work, and answers with what was made or why it could not be. */
export function answerWith<Wanted, Made>(work: (wanted: Wanted) => Promise<Made>): void {
  // Whoever ends Plenum from the terminal ends it by its first process, which may still wait for what is made here.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined)
  process.on('disconnect', () => process.exit())
  process.on('message', async ({ id, wanted }: Asked<Wanted>) => {
    const answer: Answered<Made> = await work(wanted).then(
      (made) => ({ id, made }),
      (error: unknown) => ({ id, error: error instanceof Error ? error.message : String(error) }),
    )
    process.send?.(answer)
  })
}
