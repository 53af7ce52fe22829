import { sql } from 'kysely'
import type { Reading, Writing } from '../../../platform/database/tables.ts'
import type { Offer, OfferId } from '../model.ts'
import { REMINDED } from './model.ts'

declare module '../../../platform/database/tables.ts' {
  interface Tables {
    offerReminder: { offer: OfferId; until: string; days: number; at: Temporal.Instant }
  }
}

/** How many days before the last day that it has now a party was reminded of an offer. */
export const remindersOf = (
  db: Reading | Writing,
  { id, terms: { until } }: Pick<Offer, 'id' | 'terms'>,
): Promise<number[]> =>
  db
    .selectFrom('offerReminder')
    .select('days')
    .where('offer', '=', id)
    .where('until', '=', until)
    .execute()
    .then((rows) => rows.map(({ days }) => days))

/** Standing offers of all conferences that end so soon after a day that their parties may have to be reminded. */
export const endingAfter = (db: Reading, day: string) => {
  const last = Temporal.PlainDate.from(day).add({ days: Math.max(...REMINDED) })
  return db
    .selectFrom('offer')
    .select(['id', 'conference'])
    .where(sql<boolean>`terms->>'state' = 'standing'`)
    .where(sql<boolean>`terms->>'until' between ${day} and ${last.toString()}`)
    .where('confirmedAt', 'is not', null)
    .where('withdrawnAt', 'is', null)
    .orderBy('id')
    .execute()
}
