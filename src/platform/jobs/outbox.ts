import { CompiledQuery } from 'kysely'
import { PgBoss } from 'pg-boss'
import type { Errand } from '../command/command.ts'
import type { Writing } from '../database/tables.ts'
import type { Feature } from '../feature.ts'

/** Takes errands in the transaction of the deed that they follow from. */
export interface Outbox {
  send(db: Writing, errands: readonly Errand[]): Promise<void>
  /** Connects, once; `perform` does so before the transaction of a command that can leave errands. */
  start(): Promise<PgBoss>
  /** Waits for the jobs under way, and closes the connections. */
  stop(): Promise<void>
}

/** An errand is tried again for about a day, at growing intervals; a job that dies with its process soon. */
const PATIENCE = {
  retryLimit: 30,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 3600,
  expireInSeconds: 300,
  heartbeatSeconds: 10,
}

/** How long a job under way may take to finish when its process stops, in milliseconds; then another one does it. */
const FINISH_WITHIN = 2_000

/** Errands stand in the schema `pgboss` of the database at `url`, in one queue for each job. */
export function createOutbox(url: string, features: readonly Feature[]): Outbox {
  const jobs = new Set(features.flatMap((feature) => Object.keys(feature.jobs ?? {})))
  let starting: Promise<PgBoss> | undefined

  const connect = async () => {
    const boss = new PgBoss({
      connectionString: url,
      schema: 'pgboss',
      application_name: 'plenum',
      max: 3,
      schedule: false,
      monitorVacuum: false,
      superviseIntervalSeconds: 5,
      monitorIntervalSeconds: 5,
      maintenanceIntervalSeconds: 3600,
    })
    // A broken connection is replaced; the errands wait in the database.
    boss.on('error', () => undefined)
    await boss.start({ attempts: 3 })
    for (const job of jobs) await boss.createQueue(job, PATIENCE)
    return boss
  }
  const start = () => {
    starting ??= connect().catch((error: unknown) => {
      starting = undefined
      throw error
    })
    return starting
  }

  return {
    start,
    async send(db, errands) {
      if (errands.length === 0) return
      const boss = await start()
      const inTransaction = {
        executeSql: async (text: string, values: unknown[] = []) => {
          const { rows } = await db.withoutPlugins().executeQuery(CompiledQuery.raw(text, values))
          return { rows }
        },
      }
      for (const { job, data } of errands) {
        if (!jobs.has(job)) throw new Error(`No feature has a job ${job}`)
        await boss.send(job, data, { db: inTransaction })
      }
    },
    async stop() {
      const boss = await starting?.catch(() => undefined)
      await boss?.stop({ graceful: true, timeout: FINISH_WITHIN })
    },
  }
}
