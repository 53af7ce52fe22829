import { sql } from 'kysely'
import type { Reading } from '../../../platform/database/tables.ts'

/**
 * Reading row by row looks cheap to the planner, which does not count that words and facets are unpacked for each: by
 * the indexes alone, two common words among 100,000 pledges take a tenth of the time. What they find is held in memory,
 * and is too little to share out.
 */
const BY_INDEX = {
  enable_seqscan: 'off',
  cpu_operator_cost: '0.1',
  max_parallel_workers_per_gather: '0',
  work_mem: '32MB',
} as const

/** Asks something that is planned so, and nothing after it in the same transaction. */
export async function byIndex<Answer>(
  db: Reading,
  question: () => Promise<Answer>,
): Promise<Answer> {
  await sql`select ${sql.join(
    Object.entries(BY_INDEX).map(([name, value]) => sql`set_config(${name}, ${value}, true)`),
  )}`.execute(db)
  const answer = await question()
  const back = Object.keys(BY_INDEX).map((name) => `set local ${name} to default`)
  await sql.raw(back.join('; ')).execute(db)
  return answer
}
