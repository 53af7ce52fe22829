import type { Offer } from '../model/instance.ts'
import { conflict, excludes } from './fits.ts'
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
  const others = conflictsAmong(part.offers, pairs)
  const key = (offer: Offer): string => {
    const { component, unit, lot, needs, party, caveats } = offer
    const whose = parties && [
      party,
      caveats.partnersPreferred.toSorted(),
      accepted.has(offer.id) && offer.id,
    ]
    const where = (pairs.get(offer) ?? []).map(
      ({ requirement, from, until }) => `${requirement.id} ${from} ${until}`,
    )
    return JSON.stringify([component, unit, lot, needs, whose, others.get(offer), where])
  }
  return [...Map.groupBy(part.offers, key).values()].map((members) => {
    const head = members[0] as Offer
    return {
      ...{ members, head, pairs: pairs.get(head) ?? [] },
      lots: members.reduce((sum, one) => sum + lotsOf(one), 0),
    }
  })
}

/** Beside which others each offer may not stand, where there are such: in that, too, like offers are alike. */
function conflictsAmong(
  offers: readonly Offer[],
  pairs: ReadonlyMap<Offer, readonly Pair[]>,
): Map<Offer, string[]> {
  const all = new Map<Offer, string[]>()
  const add = (one: Offer, other: Offer) => {
    const known = all.get(one)
    if (known) known.push(other.id)
    else all.set(one, [other.id])
  }
  const choosy = offers.filter(excludes)
  const isChoosy = new Set(choosy)
  for (const one of choosy) {
    const own = new Set(pairs.get(one)?.map(({ requirement }) => requirement))
    const doMeet = (other: Offer) =>
      pairs.get(other)?.some(({ requirement }) => own.has(requirement))
    for (const other of offers) {
      if (!conflict(one, other) || !doMeet(other)) continue
      add(one, other)
      if (!isChoosy.has(other)) add(other, one)
    }
  }
  return all
}
