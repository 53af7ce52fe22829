import { isWithin } from '../../capabilities/model.ts'
import { type Days, daysOf, numberOf } from '../model/days.ts'
import type { Instance, Offer, Requirement } from '../model/instance.ts'
import type { Amount, Kind, Recipe } from '../model/recipe.ts'

/** A component counted in a unit: only like is added to like. */
export type Good = string
export const goodOf = ({ component, unit }: Pick<Amount, 'component' | 'unit'>): Good =>
  `${component} ${unit}`

const componentOf = (good: Good): string => good.slice(0, good.indexOf(' '))

/** What is looked up again and again in an instance. */
export interface Lookup {
  instance: Instance
  kinds: ReadonlyMap<string, Kind>
  recipes: ReadonlyMap<string, Recipe>
  /** When each offer is there. */
  days: ReadonlyMap<Offer, Days>
  /** Goods that some offer wants in return. */
  inReturn: ReadonlySet<Good>
  /** Goods that are not given here but paid for: no row asks for them. */
  priced: ReadonlySet<Good>
}

export const lookupOf = (instance: Instance): Lookup => ({
  instance,
  kinds: new Map(instance.kinds.map((one) => [one.code, one])),
  recipes: new Map(instance.recipes.map((one) => [one.capability, one])),
  days: new Map(instance.offers.map((one) => [one, daysOf(one)])),
  inReturn: new Set(instance.offers.flatMap(({ needs }) => needs.map(goodOf))),
  priced: new Set(),
})

/** Whether a good is given once and used up, not held. */
export const isOnce = ({ kinds }: Lookup, good: Good): boolean =>
  kinds.get(componentOf(good))?.once ?? false

/** The goods of which a requirement's units may be made up. */
export const goodsOf = (
  lookup: Lookup,
  { capability }: Pick<Requirement, 'capability'>,
): Good[] => [
  ...new Set(
    (lookup.recipes.get(capability)?.alternatives ?? []).flatMap(({ components }) =>
      components.map(goodOf),
    ),
  ),
]

/** Why an offer cannot be a share for a requirement, whatever else happens. */
export type Hindrance = 'other' | 'mission-excluded' | 'readiness' | 'language' | 'date'

/** `other`: it is for another capability, or nobody asks for such a thing there. Null where nothing hinders. */
export function hindranceTo(
  lookup: Lookup,
  offer: Offer,
  requirement: Requirement,
  goods: ReadonlySet<Good>,
): Hindrance | null {
  const { capability, mission, languages, minimumReadiness } = requirement
  if (offer.capability !== null && !isWithin(capability, offer.capability)) return 'other'
  const good = goodOf(offer)
  if (!goods.has(good) && !(offer.needs.length === 0 && lookup.inReturn.has(good))) return 'other'
  if (mission !== null && offer.caveats.missionsExcluded.includes(mission))
    return 'mission-excluded'
  if (offer.readiness < minimumReadiness) return 'readiness'
  if (
    lookup.kinds.get(offer.component)?.speaks &&
    languages.length > 0 &&
    !languages.some((one) => offer.languages.includes(one))
  ) {
    return 'language'
  }
  const { from, until } = givenDays(lookup, offer, requirement)
  return from > until ? 'date' : null
}

/**
 * The days on which an offer gives for a requirement: as long as both last. What is given once lasts from the day on
 * which it is there, or the first day of the need, to the end of the need; backwards where that is never.
 */
export function givenDays(lookup: Lookup, offer: Offer, requirement: Requirement): Days {
  const there = lookup.days.get(offer) as Days
  const [first, last] = [numberOf(requirement.from), numberOf(requirement.until)]
  const once = lookup.kinds.get(offer.component)?.once
  return { from: Math.max(there.from, first), until: once ? last : Math.min(there.until, last) }
}

/** Whether two offers may not stand in one requirement: one of them excludes the other's party or its readiness. */
export const conflict = (a: Offer, b: Offer): boolean =>
  a.party !== b.party && (refuses(a, b) || refuses(b, a))

/** Whether an offer may stand beside some others only. */
export const excludes = ({ caveats }: Offer): boolean =>
  caveats.partnersExcluded.length > 0 || caveats.partnersReadiness !== null

const refuses = ({ caveats }: Offer, other: Offer): boolean =>
  caveats.partnersExcluded.includes(other.party) ||
  other.readiness < (caveats.partnersReadiness ?? 0)
