import type { PartyCode } from '../../../kernel/ids.ts'
import type { Reading, Writing } from '../../../platform/database/tables.ts'
import type { Outline } from '../../conferences/outline.ts'
import { outlinesOf } from '../../conferences/queries.ts'
import type { Offer } from '../model.ts'

/** What a party offered at an earlier conference and has not taken over from it. */
export interface Earlier {
  from: Outline
  offers: readonly Offer[]
}

/** The conferences of a series before one of them; where that has no date yet, all that have one. */
async function conferencesBefore(db: Reading, { id, series, dates }: Outline): Promise<Outline[]> {
  const all = await outlinesOf(db, series)
  return all.filter(
    (one) => one.id !== id && one.dates !== null && (!dates || one.dates.first < dates.first),
  )
}

/**
 * The party's own offers at the last earlier conference of the series at which it had any, without those that it took
 * back, never confirmed, or has taken over already; null: there are none.
 */
export async function earlierOffers(
  db: Reading | Writing,
  outline: Outline,
  party: PartyCode,
): Promise<Earlier | null> {
  const before = await conferencesBefore(db, outline)
  if (before.length === 0) return null
  const rows = await db
    .selectFrom('offer')
    .selectAll()
    .where('party', '=', party)
    .where(
      'conference',
      'in',
      before.map(({ id }) => id),
    )
    .where('confirmedAt', 'is not', null)
    .where('withdrawnAt', 'is', null)
    .orderBy('madeAt')
    .orderBy('id')
    .execute()
  const from = before.findLast(({ id }) => rows.some(({ conference }) => conference === id))
  if (!from) return null
  const taken = await db
    .selectFrom('offer')
    .select('takenFrom')
    .where('conference', '=', outline.id)
    .where('party', '=', party)
    .where('takenFrom', 'is not', null)
    .execute()
  const offers = rows.filter(
    ({ id, conference }) =>
      conference === from.id && !taken.some(({ takenFrom }) => takenFrom === id),
  )
  return offers.length > 0 ? { from, offers } : null
}
