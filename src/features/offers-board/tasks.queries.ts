import type { ConferenceId, PartyCode } from '../../kernel/ids.ts'
import type { Reading } from '../../platform/database/tables.ts'
import { offersOf } from '../offers/queries.ts'
import { endsSoon, standingOn } from '../offers/shown.ts'

/** The offers of a party that wait to be confirmed or end soon, and the first day on which one ends. */
export async function waitingAt(
  db: Reading,
  { conference, party }: { conference: ConferenceId; party: PartyCode },
  today: string,
): Promise<{ count: number; first: string | null }> {
  const offers = await offersOf(db, conference, party)
  const ending = offers.filter((offer) => endsSoon(offer, today))
  const waiting = offers.filter((offer) => standingOn(offer, today) === 'unconfirmed')
  const [first = null] = ending.map(({ terms }) => terms.until).toSorted()
  return { count: ending.length + waiting.length, first }
}
