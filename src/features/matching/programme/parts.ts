import { givenDays, goodsOf, hindranceTo, type Lookup } from './fits.ts'
import { isPossible } from './limits.ts'
import type { Pair, Part } from './pair.ts'

/** Every offer with every requirement that it could give something for. */
export function pairsOf(lookup: Lookup): Pair[] {
  const { requirements, offers } = sorted(lookup)
  return requirements.flatMap((requirement) => {
    const goods = new Set(goodsOf(lookup, requirement))
    return offers
      .filter((offer) => hindranceTo(lookup, offer, requirement, goods) === null)
      .map((offer) => ({ offer, requirement, ...givenDays(lookup, offer, requirement) }))
  })
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
const sorted = ({ instance }: Lookup) => ({
  requirements: instance.requirements.toSorted(byId),
  offers: instance.offers.toSorted(byId),
})

/**
 * Splits into independent parts, in the order of the first requirement of each. A requirement of which no unit could be
 * whole, and offers that could only serve such, are in none.
 */
export function partsOf(lookup: Lookup): Part[] {
  const pairs = [...Map.groupBy(pairsOf(lookup), ({ requirement }) => requirement)].flatMap(
    ([requirement, all]) => (isPossible(lookup, requirement, all) ? all : []),
  )
  return splitPairs(pairs)
}

/** Pairs that have no offer and no requirement in common are apart. */
export function splitPairs(pairs: readonly Pair[]): Part[] {
  const above = new Map<object, object>()
  const topOf = (one: object): object => {
    let top = one
    for (let next = above.get(top); next; next = above.get(top)) top = next
    for (let step = one; step !== top; ) {
      const next = above.get(step) as object
      above.set(step, top)
      step = next
    }
    return top
  }
  for (const { offer, requirement } of pairs) {
    const [a, b] = [topOf(offer), topOf(requirement)]
    if (a !== b) above.set(b, a)
  }
  const together = Map.groupBy(pairs, ({ offer }) => topOf(offer))
  return [...together.values()].map(partOf)
}

export const partOf = (pairs: readonly Pair[]): Part => ({
  requirements: [...new Set(pairs.map(({ requirement }) => requirement))],
  offers: [...new Set(pairs.map(({ offer }) => offer))].toSorted(byId),
  pairs,
})
