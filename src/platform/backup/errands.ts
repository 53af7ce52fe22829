import type { Outbox } from '../jobs/outbox.ts'
import type { Ask } from './connecting.ts'

/** Errands in a backup, in a shape of our own: the tables of the library that keeps them are its own business. */
export const ERRANDS = {
  name: 'pgboss.errand',
  columns: ['id', 'job', 'data', 'start_after', 'singleton_key'],
}

/** What COPY reads to take the errands that wait; null where there never was one. What is done, or given up, is left. */
export async function errandsToTake(ask: Ask): Promise<string | null> {
  const [kept] = await ask<{ there: boolean }>(
    `select to_regclass('pgboss.job') is not null as there`,
  )
  return kept?.there
    ? `select id, name as job, data, start_after, singleton_key from pgboss.job
      where state::text in ('created', 'retry', 'active')`
    : null
}

/** Makes the table into which COPY puts the errands of a backup. It goes with the transaction. */
export const makeRoomForErrands = (ask: Ask) =>
  ask(`create temporary table errand (
    id uuid primary key, job text not null, data jsonb, start_after timestamptz, singleton_key text
  ) on commit drop`)

/** Errands that are handed over at once. */
const AT_ONCE = 500

/**
 * Puts the errands of a backup in the place of those that wait, in the transaction of the restoring. They keep their
 * identifiers: what one of them has done already it does not do again. Answers how many, and the jobs that nobody knows.
 */
export async function handOverErrands(ask: Ask, outbox: Outbox, jobs: ReadonlySet<string>) {
  // Connects first, and makes its tables where there are none.
  const boss = await outbox.start()
  await ask(`delete from pgboss.job`)
  const inTransaction = {
    executeSql: async (text: string, values: unknown[] = []) => ({ rows: await ask(text, values) }),
  }
  const groups = await ask<{ job: string; errands: number }>(
    'select job, count(*)::int as errands from errand group by job order by job',
  )
  const known = groups.filter(({ job }) => jobs.has(job))
  for (const { job } of known) {
    for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
      const page = await ask<{
        id: string
        data: object
        startAfter: string
        singletonKey: string
      }>(
        `select id, data, start_after::text as "startAfter", singleton_key as "singletonKey" from errand
        where job = $1 and id > $2 order by id limit ${AT_ONCE}`,
        [job, after],
      )
      const last = page.at(-1)
      if (!last) break
      await boss.insert(job, page, { db: inTransaction })
      after = last.id
    }
  }
  return {
    errands: known.reduce((sum, { errands }) => sum + errands, 0),
    unknown: groups.filter(({ job }) => !jobs.has(job)).map(({ job }) => job),
  }
}
