import type { Offer } from '../model/instance.ts'
import { conflict } from './fits.ts'
import { lotsOf, type Pair, type Part } from './pair.ts'

/** Offers that are alike in everything that matters here: calculated with as one. */
export interface Group {
  /** In the order of identifiers; the first stands for all. */
  members: readonly Offer[]
  head: Offer
  /** Whole lots of all members together. */
  lots: number
  /** What it could give for, and when. */
  pairs: readonly Pair[]
}

/**
 * Merges like offers. With parties: only offers of one party, for whoever counts partners. Without: also of several,
 * where no caveat tells them apart. Offers of the accepted plan stay by themselves where parties matter, so that what
 * was accepted can be kept.
 */
export function merge(part: Part, parties: boolean, accepted: ReadonlySet<string>): Group[] {
  const pairs = Map.groupBy(part.pairs, ({ offer }) => offer)
  const told = apartFrom(part.offers)
  const key = (offer: Offer): string => {
    const { component, unit, lot, needs, party, readiness, caveats } = offer
    const apart = told.has(offer)
      ? [party, readiness, caveats.partnersExcluded.toSorted(), caveats.partnersReadiness]
      : parties && [party, caveats.partnersPreferred.toSorted(), accepted.has(offer.id) && offer.id]
    const own = told.has(offer) &&
      parties && [caveats.partnersPreferred, accepted.has(offer.id) && offer.id]
    const where = (pairs.get(offer) ?? []).map(
      ({ requirement, from, until }) => `${requirement.id} ${from} ${until}`,
    )
    return JSON.stringify([component, unit, lot, needs, apart, own, where])
  }
  return [...Map.groupBy(part.offers, key).values()].map((members) => {
    const head = members[0] as Offer
    return {
      ...{ members, head, pairs: pairs.get(head) ?? [] },
      lots: members.reduce((sum, one) => sum + lotsOf(one), 0),
    }
  })
}

/** The offers that some caveat tells apart: those that exclude another one, and those that are excluded. */
function apartFrom(offers: readonly Offer[]): Set<Offer> {
  const picky = offers.filter(
    ({ caveats }) => caveats.partnersExcluded.length > 0 || caveats.partnersReadiness !== null,
  )
  const told = new Set<Offer>()
  for (const one of picky) {
    for (const other of offers) {
      if (conflict(one, other)) told.add(one).add(other)
    }
  }
  return told
}
