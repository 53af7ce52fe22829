import type { JobResult } from 'pg-boss'
import type { Database } from '../database/database.ts'
import type { Perform } from '../feature.ts'
import type { Doer, Outbox } from './outbox.ts'

/** How long an errand waits at most before somebody looks for it, in seconds. */
const POLLING = 1

/**
 * How errands are taken: two at a time, each with its own end. Where two were there, more may be, and nobody waits before
 * looking again.
 */
const TAKING = {
  pollingIntervalSeconds: POLLING,
  ...{ batchSize: 2, burstWhenBatchFull: true, perJobResults: true },
} as const

/** What the jobs work with. */
export interface Working {
  outbox: Outbox
  /** Who does the errands. */
  features: readonly Doer[]
  database: Pick<Database, 'write'>
  perform: Perform
  /** Hears of every attempt that did not succeed; the errand is tried again by itself. */
  onError?: (error: unknown, job: string) => void
}

/** Starts to do the errands of every doer, in this process; stopping the outbox stops it. */
export async function startJobs({
  outbox,
  features,
  database,
  perform,
  onError = () => undefined,
}: Working): Promise<void> {
  const boss = await outbox.start()
  for (const feature of features) {
    for (const [name, job] of Object.entries(feature.jobs ?? {})) {
      await boss.work<Record<string, unknown>>(name, TAKING, async (errands) => {
        const ends: JobResult[] = []
        for (const { id, data } of errands) {
          try {
            // Not a replica: it may not have seen yet what the errand is about.
            await job(data, { read: database.write, perform, key: id })
            ends.push({ id, status: 'completed' })
          } catch (error) {
            onError(error, name)
            ends.push({ id, status: 'failed', output: { message: messageOf(error) } })
          }
        }
        return ends
      })
    }
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
