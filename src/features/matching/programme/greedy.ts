import { dayOf, numberOf } from '../model/days.ts'
import type { Offer, Requirement } from '../model/instance.ts'
import type { Cover, Share } from '../model/plan.ts'
import type { Alternative } from '../model/recipe.ts'
import { conflict, goodOf, type Lookup } from './fits.ts'
import { alternativesOf, isActive, startsOf } from './limits.ts'
import { lotsOf, type Pair, type Part } from './pair.ts'

/** Lots of an offer that are given away, and when. */
interface Given {
  from: number
  until: number
  lots: number
}

/**
 * What a careful clerk would do: requirement after requirement, the weightiest first, and unit after unit, taking from
 * whoever is there longest. A plan to begin with, and the measure of what calculating adds. Offers that want something in
 * return are left to the calculation.
 */
export function greedyCovers(lookup: Lookup, { requirements, pairs }: Part): Cover[] {
  const given = new Map<Offer, Given[]>()
  const own = Map.groupBy(
    pairs.filter(({ offer }) => offer.needs.length === 0),
    ({ requirement }) => requirement,
  )
  return requirements
    .toSorted((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1))
    .flatMap((requirement) => {
      const cover = new Clerk(lookup, requirement, own.get(requirement) ?? [], given).cover()
      return cover ? [cover] : []
    })
}

class Clerk {
  private readonly lookup: Lookup
  private readonly requirement: Requirement
  private readonly pairs: readonly Pair[]
  private readonly given: Map<Offer, Given[]>
  private readonly taken = new Map<Pair, number>()

  constructor(
    lookup: Lookup,
    requirement: Requirement,
    pairs: readonly Pair[],
    given: Map<Offer, Given[]>,
  ) {
    this.lookup = lookup
    this.requirement = requirement
    // Whoever is there longest, then whoever has most.
    this.pairs = pairs.toSorted(
      (a, b) => b.until - b.from - (a.until - a.from) || lotsOf(b.offer) - lotsOf(a.offer),
    )
    this.given = given
  }

  cover(): Cover | null {
    const units = new Map<Alternative, number>()
    const start = startsOf(this.requirement, this.pairs).at(-1) as number
    for (let left = this.requirement.units; left > 0; left -= 1) {
      const done = alternativesOf(this.lookup, this.requirement).find((one) =>
        this.addUnit(one, units, start),
      )
      if (!done) break
      units.set(done, (units.get(done) ?? 0) + 1)
    }
    if (units.size === 0) return null
    return {
      requirement: this.requirement.id,
      units: [...units].map(([{ id }, some]) => ({
        alternative: id,
        units: some,
        from: dayOf(start),
      })),
      shares: [...this.taken]
        .map(([pair, lots]) => shareOf(pair, lots))
        .toSorted((a, b) => (a.offer < b.offer ? -1 : 1)),
    }
  }

  /** Takes what one more unit takes, or nothing. */
  private addUnit(
    alternative: Alternative,
    units: ReadonlyMap<Alternative, number>,
    start: number,
  ): boolean {
    const before = new Map(this.taken)
    const whole = alternative.components.every((one) => {
      const good = goodOf(one)
      const needed = [...units].reduce(
        (sum, [{ components }, some]) =>
          sum + some * (components.find((other) => goodOf(other) === good)?.amount ?? 0),
        one.amount,
      )
      return this.fill(good, needed, start)
    })
    if (!whole) this.giveBack(before)
    return whole
  }

  private fill(good: string, needed: number, start: number): boolean {
    const able = this.pairs.filter(({ offer }) => goodOf(offer) === good)
    const last = numberOf(this.requirement.until)
    for (let day = start; day <= last; ) {
      const there = [...this.taken].filter(
        ([pair]) => goodOf(pair.offer) === good && isActive(pair, day),
      )
      const lacking = needed - there.reduce((sum, [{ offer }, lots]) => sum + lots * offer.lot, 0)
      if (lacking > 0) {
        const next = able.find(
          (pair) => isActive(pair, day) && this.free(pair) > 0 && this.fits(pair),
        )
        if (!next) return false
        const lots = Math.min(this.free(next), Math.ceil(lacking / next.offer.lot))
        this.take(next, lots)
        continue
      }
      day = Math.min(...there.map(([{ until }]) => until)) + 1
    }
    return true
  }

  private fits({ offer }: Pair): boolean {
    return [...this.taken.keys()].every((other) => !conflict(offer, other.offer))
  }

  private free({ offer, from, until }: Pair): number {
    const once = this.lookup.kinds.get(offer.component)?.once
    const some = this.given.get(offer) ?? []
    const sum = (all: readonly Given[]) => all.reduce((lots, one) => lots + one.lots, 0)
    if (once) return lotsOf(offer) - sum(some)
    const during = some.filter((one) => one.from <= until && one.until >= from)
    const days = [from, ...during.map((one) => Math.max(one.from, from))]
    const most = Math.max(...days.map((day) => sum(during.filter((one) => isActive(one, day)))))
    return lotsOf(offer) - most
  }

  private take(pair: Pair, lots: number): void {
    this.taken.set(pair, (this.taken.get(pair) ?? 0) + lots)
    const { offer, from, until } = pair
    this.given.set(offer, [...(this.given.get(offer) ?? []), { from, until, lots }])
  }

  private giveBack(before: ReadonlyMap<Pair, number>): void {
    for (const [pair, lots] of this.taken) {
      const more = lots - (before.get(pair) ?? 0)
      if (more === 0) continue
      const { offer, from, until } = pair
      this.given.set(offer, [...(this.given.get(offer) ?? []), { from, until, lots: -more }])
      if (before.has(pair)) this.taken.set(pair, lots - more)
      else this.taken.delete(pair)
    }
  }
}

const shareOf = ({ offer, from, until }: Pair, lots: number): Share => ({
  offer: offer.id,
  party: offer.party,
  component: offer.component,
  amount: lots * offer.lot,
  unit: offer.unit,
  from: dayOf(from),
  until: dayOf(until),
})
