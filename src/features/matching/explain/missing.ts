import { dayOf, numberOf } from '../model/days.ts'
import type { Requirement } from '../model/instance.ts'
import { type Cover, type Plan, unitsOf } from '../model/plan.ts'
import type { Alternative } from '../model/recipe.ts'
import { goodOf, type Lookup } from '../programme/fits.ts'
import { alternativesOf, isActive } from '../programme/limits.ts'
import type { Missing } from './explanation.ts'
import { type Standing, standingsOf } from './left.ts'

/** What one more whole unit would take. */
export interface Lacking {
  alternative: string
  missing: readonly Missing[]
  /** How each offer of the missing components stands to the requirement. */
  standings: readonly Standing[]
  /** Whether anything of a unit is there. */
  isBegun: boolean
}

/**
 * What is missing for one more whole unit, by the alternative that lacks the fewest parts and least of what makes it up,
 * with all that the plan leaves; null where no more is wanted.
 */
export function lackingOf(lookup: Lookup, plan: Plan, requirement: Requirement): Lacking | null {
  const own = plan.covers.find((one) => one.requirement === requirement.id)
  if (own && unitsOf(own) >= requirement.units) return null
  return (
    alternativesOf(lookup, requirement)
      .map((one) => ({ ...lackingBy(lookup, plan, requirement, one, own), id: one.id }))
      .toSorted((a, b) => a.missing.length - b.missing.length || a.weight - b.weight)
      .map(({ id, missing, standings, isBegun }) => ({
        ...{ alternative: id, missing, standings, isBegun },
      }))[0] ?? null
  )
}

function lackingBy(
  lookup: Lookup,
  plan: Plan,
  requirement: Requirement,
  alternative: Alternative,
  own: Cover | undefined,
) {
  const missing: Missing[] = []
  const standings: Standing[] = []
  let weight = 0
  let isBegun = own !== undefined
  for (const one of alternative.components) {
    const all = standingsOf(lookup, plan, requirement, goodOf(one))
    const able = all.filter(({ hindrance }) => hindrance === null)
    if (able.some(({ free }) => free > 0)) isBegun = true
    const needed = one.amount + usedOf(lookup, requirement, goodOf(one), own)
    const lack = lackOn(requirement, able, needed)
    if (lack) {
      missing.push({ component: one.component, unit: one.unit, ...lack })
      weight += lack.amount / one.amount / alternative.components.length
    }
    standings.push(...all)
  }
  return { missing, standings, isBegun, weight }
}

/** What the units that are whole already take of a good, and what is given in return for their shares. */
function usedOf(
  lookup: Lookup,
  requirement: Requirement,
  good: string,
  own: Cover | undefined,
): number {
  const alternatives = alternativesOf(lookup, requirement)
  const inUnits = (own?.units ?? []).reduce((sum, { alternative, units }) => {
    const recipe = alternatives.find(({ id }) => id === alternative)
    return sum + units * (recipe?.components.find((one) => goodOf(one) === good)?.amount ?? 0)
  }, 0)
  const inReturn = (own?.shares ?? []).reduce((sum, share) => {
    const offer = lookup.instance.offers.find(({ id }) => id === share.offer)
    const need = offer?.needs.find((one) => goodOf(one) === good)
    return sum + (need && offer ? need.amount * (share.amount / offer.lot) : 0)
  }, 0)
  return inUnits + inReturn
}

/** The most that is lacking on any day from the last possible start, and the days on which anything is. */
function lackOn(
  { from, until, startBy }: Requirement,
  able: readonly Standing[],
  needed: number,
): Pick<Missing, 'amount' | 'from' | 'until'> | null {
  const [first, last] = [numberOf(startBy ?? from), numberOf(until)]
  const changes = able.flatMap((one) => [one.from, one.until + 1])
  const days = [first, ...changes.filter((day) => day > first && day <= last)]
  const pieces = [...new Set(days)].toSorted((a, b) => a - b)
  const lacking = pieces.flatMap((day, at) => {
    const there = able
      .filter((one) => isActive(one, day))
      .reduce((sum, { given, free }) => sum + given + free, 0)
    const amount = needed - there
    return amount > 0 ? [{ amount, day, end: (pieces[at + 1] ?? last + 1) - 1 }] : []
  })
  const [earliest] = lacking
  if (!earliest) return null
  return {
    amount: Math.max(...lacking.map(({ amount }) => amount)),
    from: dayOf(earliest.day),
    until: dayOf(lacking.at(-1)?.end ?? last),
  }
}
