import { dayOf, numberOf } from '../model/days.ts'
import type { Offer } from '../model/instance.ts'
import type { Cover, Share } from '../model/plan.ts'
import type { Amount } from '../model/recipe.ts'
import { conflict, excludes, type Good, goodOf, type Lookup } from '../programme/fits.ts'
import { lotsOf, type Pair } from '../programme/pair.ts'
import { type Flow, flowOf } from './flow.ts'
import type { Blocks } from './split.ts'

/** Somebody who takes so much of a good from a day on. */
interface Taking {
  cover: Cover
  day: number
  /** What is still lacking. */
  lacking: number
  /** How much of it one unit takes, about. */
  each: number
  /** Who could give: is there in time, and excluded by nobody who gives already. */
  able: readonly Pair[]
  given: Map<Pair, number>
}

/** What came of dealing out one good. */
export interface Dealt {
  shares: ReadonlyMap<Cover, Share[]>
  /** How much too little there is, for the short ones together; the amount that a unit less of each would free. */
  lacking: number
  short: ReadonlyMap<Cover, number>
}

/** Deals out one linked good, given once, to all who take of it. */
export function deal(lookup: Lookup, blocks: Blocks, good: Good, covers: readonly Cover[]): Dealt {
  const dealing = new Dealing(lookup, blocks, good, covers)
  dealing.giveChoosy()
  dealing.giveLots()
  return dealing.giveRest()
}

class Dealing {
  private readonly left: Map<Offer, number>
  private readonly takings: readonly Taking[]

  constructor(lookup: Lookup, { links }: Blocks, good: Good, covers: readonly Cover[]) {
    const offers = links.offers.filter((one) => goodOf(one) === good && one.needs.length === 0)
    this.left = new Map(offers.map((one) => [one, lotsOf(one) * one.lot]))
    const pairs = Map.groupBy(
      links.pairs.filter(({ offer }) => this.left.has(offer)),
      ({ requirement }) => requirement.id,
    )
    const takes = takingsIn(lookup, good)
    this.takings = covers.flatMap((cover) => takes(cover, pairs.get(cover.requirement) ?? []))
  }

  /** What excludes others goes first, to whoever loses fewest others by it. Never more than is taken. */
  giveChoosy(): void {
    for (const offer of this.offers(excludes)) {
      const wanting = this.takings
        .filter((one) => one.able.some((pair) => pair.offer === offer))
        .map((one) => ({
          one,
          loses: one.able.filter((pair) => conflict(pair.offer, offer)).length,
        }))
        .toSorted((a, b) => a.loses - b.loses || a.one.able.length - b.one.able.length)
      for (const { one } of wanting) this.giveTo(one, offer, one.lacking)
    }
  }

  /**
   * What comes in lots of several goes where it would go if it could be divided, as far as that is whole lots; what is
   * left of it, to whoever has fewest to choose from.
   */
  giveLots(): void {
    const several = this.offers((one) => !excludes(one) && one.lot > 1)
    const offers = [...several, ...this.offers(isPlain)]
    for (let given = true; given; ) {
      given = false
      this.flow(offers)
        .given.slice(0, several.length)
        .forEach((own, place) => {
          const offer = several[place] as Offer
          for (const [taker, amount] of own) {
            if (this.giveTo(this.takings[taker] as Taking, offer, amount)) given = true
          }
        })
    }
    const fewest = this.takings.toSorted((a, b) => a.able.length - b.able.length)
    for (const offer of several) for (const one of fewest) this.giveTo(one, offer, one.lacking)
  }

  /** Nobody excludes another among the rest, so that as much as can be goes where it is taken. */
  giveRest(): Dealt {
    const offers = this.offers(isPlain)
    const { given, short } = this.flow(offers)
    const waiting = this.takings.filter((_, taker) => short[taker])
    given.forEach((own, place) => {
      for (const [taker, amount] of own) {
        const one = this.takings[taker]
        const pair = one?.able.find(({ offer }) => offer === offers[place])
        if (one && pair && amount > 0) this.give(one, pair, amount)
      }
    })
    for (const offer of this.offers(excludes)) {
      for (const one of waiting) this.giveTo(one, offer, one.lacking)
    }
    return {
      shares: sharesOf(this.takings),
      lacking: this.takings.reduce((sum, one) => sum + one.lacking, 0),
      short: new Map(waiting.map(({ cover, each }) => [cover, each])),
    }
  }

  private offers(which: (offer: Offer) => boolean): Offer[] {
    return [...this.left.keys()].filter(which)
  }

  private flow(offers: readonly Offer[]): Flow {
    const places = new Map(offers.map((one, place) => [one, place]))
    const to = offers.map((): number[] => [])
    this.takings.forEach(({ able, lacking }, taker) => {
      for (const { offer } of able) {
        if (lacking >= offer.lot) to[places.get(offer) ?? -1]?.push(taker)
      }
    })
    return flowOf(
      offers.map((one, place) => ({ amount: this.left.get(one) ?? 0, to: to[place] ?? [] })),
      this.takings.map((one) => one.lacking),
    )
  }

  /** Gives whole lots of what is left, up to an amount; says whether it gave any. */
  private giveTo(taking: Taking, offer: Offer, amount: number): boolean {
    const most = Math.min(amount, taking.lacking, this.left.get(offer) ?? 0)
    const lots = Math.floor(most / offer.lot)
    const pair = lots > 0 && taking.able.find((able) => able.offer === offer)
    if (pair) this.give(taking, pair, lots * offer.lot)
    return pair !== false && pair !== undefined
  }

  private give(taking: Taking, pair: Pair, amount: number): void {
    const { offer } = pair
    taking.given.set(pair, (taking.given.get(pair) ?? 0) + amount)
    taking.lacking -= amount
    this.left.set(offer, (this.left.get(offer) ?? 0) - amount)
    for (const one of this.takings) {
      if (one.cover !== taking.cover) continue
      one.able = one.able.filter((able) => !conflict(able.offer, offer))
    }
  }
}

const isPlain = (one: Offer): boolean => !excludes(one) && one.lot === 1

/** What a cover takes of a good: for its units, and in return for its shares. */
function takingsIn({ instance, recipes }: Lookup, good: Good) {
  const offers = new Map(instance.offers.map((one) => [one.id, one]))
  const requirements = new Map(instance.requirements.map((one) => [one.id, one]))
  return (cover: Cover, pairs: readonly Pair[]): Taking[] => {
    const requirement = requirements.get(cover.requirement)
    if (!requirement) return []
    const alternatives = recipes.get(requirement.capability)?.alternatives ?? []
    const sharing = cover.shares.flatMap(({ offer }) => offers.get(offer) ?? [])
    const able = pairs.filter(({ offer }) => !sharing.some((other) => conflict(offer, other)))
    const from = (day: number, lacking: number, each: number): Taking => ({
      ...{ cover, day, lacking, each, given: new Map() },
      able: able.filter((pair) => pair.from <= day),
    })
    return [
      ...cover.units.map((one) => {
        const { components } = alternatives.find(({ id }) => id === one.alternative) ?? {}
        const each = amountOf(components, good)
        return from(numberOf(one.from), one.units * each, each)
      }),
      ...cover.shares.map((share) => {
        const offer = offers.get(share.offer)
        const lots = share.amount / (offer?.lot ?? 1)
        return from(numberOf(share.from), lots * amountOf(offer?.needs, good), 1)
      }),
    ].filter(({ lacking }) => lacking > 0)
  }
}

const amountOf = (amounts: readonly Amount[] | undefined, good: Good): number =>
  amounts?.find((one) => goodOf(one) === good)?.amount ?? 0

function sharesOf(takings: readonly Taking[]): Map<Cover, Share[]> {
  const all = new Map<Cover, Map<Pair, number>>()
  for (const { cover, given } of takings) {
    const own = all.get(cover) ?? new Map<Pair, number>()
    for (const [pair, amount] of given) own.set(pair, (own.get(pair) ?? 0) + amount)
    all.set(cover, own)
  }
  const shareOf = ({ offer, from, until }: Pair, amount: number): Share => ({
    ...{ offer: offer.id, party: offer.party, component: offer.component },
    ...{ amount, unit: offer.unit, from: dayOf(from), until: dayOf(until) },
  })
  return new Map([...all].map(([cover, own]) => [cover, [...own].map((one) => shareOf(...one))]))
}
