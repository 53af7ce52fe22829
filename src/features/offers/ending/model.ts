import type { Offer } from '../model.ts'
import { standingOn } from '../shown.ts'

/** How many days before its last day a party is reminded of a standing offer, once each. */
export const REMINDED = [30, 7] as const
export type Reminded = (typeof REMINDED)[number]

const back = (day: string, days: number) =>
  Temporal.PlainDate.from(day).subtract({ days }).toString()

/**
 * Of which end a party is to be reminded on a day; null: of none. An offer announced for one conference ends with what
 * it was for; a standing one is meant to go on. Whoever said a last day within the time of a reminder knows of it, and
 * where reminders were missed the next one alone is sent.
 */
export function reminderOn(
  offer: Pick<Offer, 'terms' | 'changedAt' | 'confirmedAt' | 'withdrawnAt'>,
  day: string,
  sent: readonly number[],
): Reminded | null {
  const { state, until } = offer.terms
  if (state !== 'standing' || standingOn(offer, day) !== 'open') return null
  const due = REMINDED.findLast((days) => back(until, days) <= day)
  if (due === undefined || sent.some((days) => days <= due)) return null
  const said = offer.changedAt.toZonedDateTimeISO('UTC').toPlainDate().toString()
  return said < back(until, due) ? due : null
}
