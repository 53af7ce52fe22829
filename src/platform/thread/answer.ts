import { parentPort } from 'node:worker_threads'
import type { Answered, Asked } from './ask.ts'

/** In a thread of `threadOf`: does each piece of work, and answers with what was made or why it could not be. */
export function answerWith<Wanted, Made>(work: (wanted: Wanted) => Promise<Made>): void {
  parentPort?.on('message', async ({ id, wanted }: Asked<Wanted>) => {
    const answer: Answered<Made> = await work(wanted).then(
      (made) => ({ id, made }),
      (error: unknown) => ({ id, error: error instanceof Error ? error.message : String(error) }),
    )
    parentPort?.postMessage(answer)
  })
}
