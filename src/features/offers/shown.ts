import type { Offer, Terms } from './model.ts'

/** Where an offer stands on a day. What the party has not confirmed is not its offer yet. */
export const STANDINGS = ['open', 'unconfirmed', 'over', 'withdrawn'] as const
export type Standing = (typeof STANDINGS)[number]

export function standingOn(
  offer: Pick<Offer, 'terms' | 'confirmedAt' | 'withdrawnAt'>,
  day: string,
): Standing {
  if (offer.withdrawnAt !== null) return 'withdrawn'
  if (offer.terms.until < day) return 'over'
  return offer.confirmedAt === null ? 'unconfirmed' : 'open'
}

/** Whether it can still be counted on, confirmed or not. */
export const isThere = (standing: Standing): boolean =>
  standing === 'open' || standing === 'unconfirmed'

/** What other delegations may read of an offer: no caveat, no condition, no readiness, nor that there are any. */
export const ON_BOARD = [
  'capability',
  'component',
  'amount',
  'unit',
  'from',
  'until',
  'state',
  'rotation',
  'languages',
  'lot',
  'needs',
  'words',
] as const satisfies readonly (keyof Terms)[]

export interface Shown extends Pick<Offer, 'id' | 'party'> {
  terms: Pick<Terms, (typeof ON_BOARD)[number]>
}

/** An offer as other delegations read it; null where its party has not chosen that they do, or it is not there. */
export function shownOn(offer: Offer | null, day: string): Shown | null {
  if (offer?.terms.audience !== 'participants' || standingOn(offer, day) !== 'open') return null
  const { capability, component, amount, unit, from, until, state } = offer.terms
  const { rotation, languages, lot, needs, words } = offer.terms
  return {
    ...{ id: offer.id, party: offer.party },
    terms: {
      ...{ capability, component, amount, unit, from, until, state },
      ...{ rotation, languages, lot, needs, words },
    },
  }
}

/** Days before its end on which its party is reminded of an offer. */
export const WARNED = 30

/** Whether an offer ends soon. */
export const endsSoon = (offer: Offer, day: string): boolean =>
  standingOn(offer, day) === 'open' &&
  offer.terms.until <= Temporal.PlainDate.from(day).add({ days: WARNED }).toString()
