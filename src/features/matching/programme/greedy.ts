import { dayOf, numberOf } from '../model/days.ts'
import type { Offer, Requirement } from '../model/instance.ts'
import { type Cover, type Share, type Units, unitsOf } from '../model/plan.ts'
import type { Alternative } from '../model/recipe.ts'
import { conflict, goodOf, type Lookup } from './fits.ts'
import { alternativesOf, isActive, startsOf, unpaid } from './limits.ts'
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
 * return are left to the calculation. What is covered already stays, and the clerk goes on from there.
 */
export function greedyCovers(
  lookup: Lookup,
  { requirements, pairs }: Part,
  covers: readonly Cover[] = [],
): Cover[] {
  const given = new Map<Offer, Given[]>()
  const own = Map.groupBy(pairs, ({ requirement }) => requirement)
  const known = new Map(covers.map((one) => [one.requirement, one]))
  const clerks = requirements
    .toSorted((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1))
    .map((requirement) => {
      const before = known.get(requirement.id) ?? null
      return new Clerk(lookup, requirement, own.get(requirement) ?? [], given, before)
    })
  return clerks.flatMap((clerk) => clerk.cover() ?? [])
}

class Clerk {
  private readonly lookup: Lookup
  private readonly requirement: Requirement
  private readonly pairs: readonly Pair[]
  private readonly given: Map<Offer, Given[]>
  private readonly before: Cover | null
  private readonly taken = new Map<Pair, number>()

  constructor(
    lookup: Lookup,
    requirement: Requirement,
    pairs: readonly Pair[],
    given: Map<Offer, Given[]>,
    before: Cover | null,
  ) {
    this.lookup = lookup
    this.requirement = requirement
    // Whoever is there longest, then whoever has most.
    this.pairs = pairs
      .filter(({ offer }) => offer.needs.length === 0)
      .toSorted(
        (a, b) => b.until - b.from - (a.until - a.from) || lotsOf(b.offer) - lotsOf(a.offer),
      )
    this.given = given
    this.before = before
    const byOffer = new Map(pairs.map((pair) => [pair.offer.id, pair]))
    for (const { offer, amount } of before?.shares ?? []) {
      const pair = byOffer.get(offer)
      if (pair) this.take(pair, amount / pair.offer.lot)
    }
  }

  cover(): Cover | null {
    const alternatives = alternativesOf(this.lookup, this.requirement)
    const units = new Map<Alternative, number>()
    for (const { alternative, units: some } of this.before?.units ?? []) {
      const known = alternatives.find(({ id }) => id === alternative)
      if (known) units.set(known, (units.get(known) ?? 0) + some)
    }
    const more = new Map<string, number>()
    const start = startsOf(this.requirement, this.pairs).at(-1) as number
    const there = this.before ? unitsOf(this.before) : 0
    for (let left = this.requirement.units - there; left > 0; left -= 1) {
      const done = alternatives.find((one) => this.addUnit(one, units, start))
      if (!done) break
      units.set(done, (units.get(done) ?? 0) + 1)
      more.set(done.id, (more.get(done.id) ?? 0) + 1)
    }
    if (more.size === 0) return this.before
    return {
      requirement: this.requirement.id,
      units: together([
        ...(this.before?.units ?? []),
        ...[...more].map(([alternative, units]) => ({ alternative, units, from: dayOf(start) })),
      ]),
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
    const whole = unpaid(this.lookup, alternative).every((one) => {
      const good = goodOf(one)
      const needed = [...units].reduce(
        (sum, [{ components }, some]) =>
          sum + some * (components.find((other) => goodOf(other) === good)?.amount ?? 0),
        one.amount,
      )
      return this.fill(good, needed + this.inReturn(good), start)
    })
    if (!whole) this.giveBack(before)
    return whole
  }

  /** What those want in return who give already. */
  private inReturn(good: string): number {
    return [...this.taken].reduce((sum, [{ offer }, lots]) => {
      const wanted = offer.needs.find((one) => goodOf(one) === good)?.amount ?? 0
      return sum + lots * wanted
    }, 0)
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

/** What begins on the same day in the same way is said once. */
const together = (all: readonly Units[]): Units[] =>
  [...Map.groupBy(all, ({ alternative, from }) => `${alternative} ${from}`).values()].map(
    (some) => ({
      ...(some[0] as Units),
      units: some.reduce((sum, { units }) => sum + units, 0),
    }),
  )

const shareOf = ({ offer, from, until }: Pair, lots: number): Share => ({
  offer: offer.id,
  party: offer.party,
  component: offer.component,
  amount: lots * offer.lot,
  unit: offer.unit,
  from: dayOf(from),
  until: dayOf(until),
})
