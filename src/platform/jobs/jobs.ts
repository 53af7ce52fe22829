import type { Database } from '../database/database.ts'
import type { Perform } from '../feature.ts'
import type { Doer, Outbox } from './outbox.ts'

/** How long an errand waits at most before somebody looks for it, in seconds. */
const POLLING = 1

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
      await boss.work<Record<string, unknown>>(
        name,
        { pollingIntervalSeconds: POLLING, batchSize: 1 },
        async (errands) => {
          for (const { id, data } of errands) {
            try {
              // Not a replica: it may not have seen yet what the errand is about.
              await job(data, { read: database.write, perform, key: id })
            } catch (error) {
              onError(error, name)
              throw error
            }
          }
        },
      )
    }
  }
}
