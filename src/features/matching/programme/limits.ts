import { numberOf } from '../model/days.ts'
import type { Requirement } from '../model/instance.ts'
import type { Alternative } from '../model/recipe.ts'
import { goodOf, type Lookup } from './fits.ts'
import { lotsOf, type Pair } from './pair.ts'

/** The days on which a unit may begin: the first of the need, and each on which something new is there. */
export function startsOf(requirement: Requirement, pairs: readonly Pair[]): number[] {
  const first = numberOf(requirement.from)
  if (requirement.startBy === null) return [first]
  const last = numberOf(requirement.startBy)
  const days = pairs.map(({ from }) => from).filter((day) => day > first && day <= last)
  return [first, ...new Set(days.toSorted((a, b) => a - b))]
}

/** Days among which is each on which the least is there of what some pairs give, since one of the starts. */
export const thinDays = (
  { until }: Requirement,
  starts: readonly number[],
  pairs: readonly Pair[],
): number[] => {
  const last = numberOf(until)
  const ends = pairs.map((pair) => pair.until + 1).filter((day) => day <= last)
  return [...new Set([...starts, ...ends])].toSorted((a, b) => a - b)
}

export const isActive = ({ from, until }: Pick<Pair, 'from' | 'until'>, day: number): boolean =>
  from <= day && day <= until

/** At most so many whole units of an alternative, if all that is offered went to this requirement alone. */
export function mostUnits(
  requirement: Requirement,
  { components }: Alternative,
  pairs: readonly Pair[],
): number {
  const latest = startsOf(requirement, pairs).at(-1) as number
  let most = requirement.units
  for (const component of components) {
    const giving = pairs.filter(({ offer }) => goodOf(offer) === goodOf(component))
    for (const day of thinDays(requirement, [latest], giving)) {
      if (day < latest) continue
      const there = giving.reduce(
        (sum, pair) => (isActive(pair, day) ? sum + lotsOf(pair.offer) * pair.offer.lot : sum),
        0,
      )
      most = Math.min(most, Math.floor(there / component.amount))
      if (most === 0) return 0
    }
  }
  return most
}

export const alternativesOf = (
  { recipes }: Lookup,
  { capability }: Pick<Requirement, 'capability'>,
): readonly Alternative[] => recipes.get(capability)?.alternatives ?? []

/** What an alternative asks for that is given here, not paid for. */
export const unpaid = (
  { priced }: Lookup,
  { components }: Alternative,
): Alternative['components'] => components.filter((one) => !priced.has(goodOf(one)))

/** Whether even one unit could be whole, if all that is offered went to this requirement alone. */
export const isPossible = (
  lookup: Lookup,
  requirement: Requirement,
  pairs: readonly Pair[],
): boolean =>
  alternativesOf(lookup, requirement).some((one) => mostUnits(requirement, one, pairs) > 0)
