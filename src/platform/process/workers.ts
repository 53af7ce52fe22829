import cluster, { type Worker } from 'node:cluster'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import type { LocatedDatabase } from '../database/locate.ts'

/** Processes that serve side by side on one port. */
export interface Workers {
  /** Asks all to drain, and waits until they have ended. */
  stop(): Promise<void>
}

const PAUSE = 1_000

/** Says to the first process that this worker serves. */
export const sayServing = (): void => void process.send?.('serving')

/** Starts that many workers, waits until all serve, and replaces those that die. */
export async function startWorkers(
  count: number,
  database: Pick<LocatedDatabase, 'url' | 'readUrl'>,
): Promise<Workers> {
  let stopping = false
  const fork = () =>
    cluster.fork({ DATABASE_URL: database.url, DATABASE_READ_URL: database.readUrl ?? '' })
  const replace = async (worker: Worker) => {
    await once(worker, 'exit')
    await sleep(PAUSE)
    if (!stopping) void replace(fork())
  }
  const workers = Array.from({ length: count }, fork)
  await Promise.all(workers.map(serving))
  for (const worker of workers) void replace(worker)
  return {
    async stop() {
      stopping = true
      const alive = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined)
      const ended = alive.map((worker) => once(worker, 'exit'))
      for (const worker of alive) worker.process.kill('SIGTERM')
      await Promise.all(ended)
    },
  }
}

const serving = (worker: Worker) =>
  new Promise<void>((resolve, reject) => {
    worker.once('message', () => resolve())
    worker.once('exit', () => reject(new Error(`Worker ${worker.id} ended before it served.`)))
  })
