import type { Offer, Requirement } from '../model/instance.ts'
import type { Cover, Plan } from '../model/plan.ts'
import {
  conflict,
  givenDays,
  goodOf,
  type Hindrance,
  hindranceTo,
  type Lookup,
} from '../programme/fits.ts'
import { isActive } from '../programme/limits.ts'
import { lotsOf } from '../programme/pair.ts'

/** How an offer stands to a requirement: what hinders it, what it gives there, and what it could still give. */
export interface Standing {
  offer: Offer
  hindrance: Hindrance | 'partner-excluded' | 'partners-readiness' | null
  from: number
  until: number
  given: number
  /** What is left of it in these days, in whole lots. */
  free: number
  /** Other requirements that use it in these days. */
  usedFor: readonly string[]
}

/** What every offer of a good gives and could give for a requirement, as a plan leaves it. */
export function standingsOf(
  lookup: Lookup,
  plan: Plan,
  requirement: Requirement,
  good: string,
): Standing[] {
  const own = plan.covers.find((one) => one.requirement === requirement.id)
  return lookup.instance.offers
    .filter((offer) => goodOf(offer) === good)
    .map((offer) => standingOf(lookup, plan, requirement, offer, own))
    .filter(({ hindrance }) => hindrance !== 'other')
}

function standingOf(
  lookup: Lookup,
  plan: Plan,
  requirement: Requirement,
  offer: Offer,
  own: Cover | undefined,
): Standing {
  const days = givenDays(lookup, offer, requirement)
  const plain = hindranceTo(lookup, offer, requirement, new Set([goodOf(offer)]))
  const beside = (own?.shares ?? []).flatMap(
    (share) => lookup.instance.offers.find(({ id }) => id === share.offer) ?? [],
  )
  const rival = beside.find((other) => other.id !== offer.id && conflict(offer, other))
  const given = own?.shares.find((share) => share.offer === offer.id)?.amount ?? 0
  const { taken, usedFor } = takenOf(lookup, plan, offer, days, requirement.id)
  return {
    ...{ offer, ...days, given, usedFor },
    hindrance: plain ?? (rival ? hindranceBy(offer, rival) : null),
    free: lotsOf(offer) * offer.lot - taken - given,
  }
}

const hindranceBy = (offer: Offer, rival: Offer) =>
  offer.caveats.partnersExcluded.includes(rival.party) ||
  rival.caveats.partnersExcluded.includes(offer.party)
    ? ('partner-excluded' as const)
    : ('partners-readiness' as const)

/** What other requirements take of an offer in some days: the most at any time, or all where it is given once. */
function takenOf(
  lookup: Lookup,
  plan: Plan,
  offer: Offer,
  days: { from: number; until: number },
  requirement: string,
): { taken: number; usedFor: string[] } {
  const once = lookup.kinds.get(offer.component)?.once ?? false
  const needs = new Map(lookup.instance.requirements.map((one) => [one.id, one]))
  const uses = plan.covers.flatMap((cover) => {
    const need = needs.get(cover.requirement)
    const share = cover.shares.find((one) => one.offer === offer.id)
    if (!need || !share || need.id === requirement) return []
    const when = givenDays(lookup, offer, need)
    if (!once && (when.from > days.until || when.until < days.from)) return []
    return [{ ...when, id: need.id, amount: share.amount }]
  })
  const sum = (some: typeof uses) => some.reduce((all, { amount }) => all + amount, 0)
  const starts = [days.from, ...uses.map(({ from }) => Math.max(from, days.from))]
  const taken = once
    ? sum(uses)
    : Math.max(...starts.map((day) => sum(uses.filter((one) => isActive(one, day)))))
  return { taken, usedFor: uses.map(({ id }) => id) }
}
