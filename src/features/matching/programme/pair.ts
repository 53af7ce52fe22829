import type { Days } from '../model/days.ts'
import type { Offer, Requirement } from '../model/instance.ts'

/** An offer that could give for a requirement, and on which days. */
export interface Pair extends Days {
  offer: Offer
  requirement: Requirement
}

/** Requirements that compete for the same offers, and the offers; what happens in one part matters to no other. */
export interface Part {
  requirements: readonly Requirement[]
  offers: readonly Offer[]
  pairs: readonly Pair[]
}

export const lotsOf = ({ amount, lot }: Pick<Offer, 'amount' | 'lot'>): number =>
  Math.floor(amount / lot)
