import { CompiledQuery } from 'kysely'
import { PgBoss } from 'pg-boss'
import type { Errand } from '../command/command.ts'
import type { Writing } from '../database/tables.ts'
import type { Feature } from '../feature.ts'
import { MAIL_JOB } from '../mail/letter.ts'

/** Takes errands in the transaction of the deed that they follow from. */
export interface Outbox {
  send(db: Writing, errands: readonly Errand[]): Promise<void>
  /** Connects, once; `perform` does so before the transaction of a command that can leave errands. */
  start(): Promise<PgBoss>
  /** Waits for the jobs under way, and closes the connections. */
  stop(): Promise<void>
}

/** How long a job may take, in seconds. One whose process died is found out much sooner, by its heartbeat. */
const LONGEST = 3600

/** An errand is tried again for about a day, at growing intervals; a job that dies with its process soon. */
const PATIENCE = {
  retryLimit: 30,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 3600,
  expireInSeconds: LONGEST,
  heartbeatSeconds: 10,
}

/** How long a job under way may take to finish when its process stops, in milliseconds; then another one does it. */
const FINISH_WITHIN = 2_000

/** Who does errands: features, and the platform itself. */
export type Doer = Pick<Feature, 'jobs' | 'mails' | 'schedule'>

/** Errands stand in the schema `pgboss` of the database at `url`, in one queue for each job. */
export function createOutbox(url: string, doers: readonly Doer[]): Outbox {
  const jobs = new Set(doers.flatMap((doer) => Object.keys(doer.jobs ?? {})))
  const mails = new Set(doers.flatMap((doer) => Object.keys(doer.mails ?? {})))
  const mustBeDone = ({ job, data }: Errand) => {
    if (!jobs.has(job)) throw new Error(`No feature has a job ${job}`)
    if (job === MAIL_JOB && !mails.has(String(data.mail))) {
      throw new Error(`No feature has a letter ${data.mail}`)
    }
  }
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
      for (const errand of errands) {
        mustBeDone(errand)
        const options = {
          ...{ db: inTransaction, expireInSeconds: LONGEST },
          ...(errand.after && { startAfter: errand.after.toString() }),
        }
        await boss.send(errand.job, errand.data, options)
      }
    },
    async stop() {
      const boss = await starting?.catch(() => undefined)
      await boss?.stop({ graceful: true, timeout: FINISH_WITHIN })
    },
  }
}
