import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/database.ts'
import type { Rate } from '../http/guard/rates.ts'

declare module '../database/tables.ts' {
  interface Tables {
    /** One row for each that spends: how much is left, and whether the last one got something. */
    budget: { key: string; tokens: number; at: Temporal.Instant; granted: boolean }
  }
}

/** Budgets that all processes of all instances share, unlike those of `http/guard/rates.ts`. */
export interface Budgets {
  /**
   * Spends one of whoever is meant.
   *
   * @param whose stands in the database only as a digest under our secret.
   * @returns 0 where there was one, else the seconds after which there is.
   */
  spend(whose: string, rate: Rate): Promise<number>
}

const FORGOTTEN_AFTER = { hours: 24 }

/** Makes budgets; what was not touched for a day is forgotten, so that they cost no space. */
export function createBudgets({
  database,
  clock,
  secret,
}: {
  database: Pick<Database, 'write'>
  clock: Clock
  secret: string
}): Budgets {
  const keyOf = (whose: string) => createHmac('sha256', secret).update(whose).digest('base64url')

  return {
    async spend(whose, { burst, perSecond }) {
      const now = clock.now()
      const earned = sql<number>`least(${burst}::float8, budget.tokens
        + greatest(0, extract(epoch from ${now}::timestamptz - budget.at)) * ${perSecond}::float8)`
      const { rows } = await sql<{ tokens: number; granted: boolean }>`
        with forgotten as (delete from budget where at < ${now.subtract(FORGOTTEN_AFTER)})
        insert into budget (key, tokens, at, granted)
        values (${keyOf(whose)}, ${burst}::float8 - 1, ${now}, true)
        on conflict (key) do update set at = ${now}, granted = ${earned} >= 1,
          tokens = ${earned} - case when ${earned} >= 1 then 1 else 0 end
        returning tokens, granted`.execute(database.write)
      const [left] = rows
      if (!left || left.granted) return 0
      return perSecond === 0 ? Number.POSITIVE_INFINITY : Math.ceil((1 - left.tokens) / perSecond)
    },
  }
}
