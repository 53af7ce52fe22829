import { numberOf } from '../model/days.ts'
import type { Requirement } from '../model/instance.ts'
import type { Deciding } from '../programme/deciding.ts'
import { type Good, goodOf, isOnce, type Lookup } from '../programme/fits.ts'
import type { Group } from '../programme/like.ts'
import { thinDays } from '../programme/limits.ts'
import { type Term, totalOf } from '../programme/lines.ts'
import { startBy, takenByUnits, wantedBy } from '../programme/taken.ts'
import { flowOf, type Giver } from './flow.ts'

/**
 * For some requirements together there is never more of a good on a day than all have who could give it to any of them
 * (the condition of Hall's theorem). True of every plan; what is given once counts from the day on which it is taken.
 */
export interface Ceiling {
  good: Good
  day: number
  among: ReadonlySet<Requirement>
  most: number
}

/** What is taken under a ceiling, less what those give who want something in return. */
export const takenUnder = (
  lookup: Lookup,
  { good, day, among }: Ceiling,
  deciding: readonly Deciding[],
): Term[] =>
  deciding.flatMap((one) => (among.has(one.requirement) ? takenOf(lookup, one, good, day) : []))

function takenOf(lookup: Lookup, one: Deciding, good: Good, day: number): Term[] {
  const start = startBy(one, day)
  if (start < 0) return []
  const once = isOnce(lookup, good)
  const inReturn = one.lots.flatMap((lots): Term[] => {
    const { group, pair, column } = lots
    if (group.head.needs.length === 0 || pair.from > day || !(once || pair.until >= day)) return []
    const given = goodOf(group.head) === good ? group.head.lot : 0
    const taken = wantedBy(lots, good) - given
    return taken === 0 ? [] : [[column, taken]]
  })
  return [...takenByUnits(one, good, start), ...inReturn]
}

/** A good on a day: who asks for it, and who can give it to whom. */
class Layer {
  private readonly asking: readonly Deciding[]
  private readonly taken: readonly (readonly Term[])[]
  private readonly givers: readonly Giver[]
  private readonly good: Good
  private readonly day: number

  constructor(
    lookup: Lookup,
    good: Good,
    day: number,
    asking: readonly Deciding[],
    groups: readonly Group[],
  ) {
    this.good = good
    this.day = day
    this.asking = asking
    this.taken = asking.map((one) => takenOf(lookup, one, good, day))
    const places = new Map(asking.map(({ requirement }, place) => [requirement, place]))
    const once = isOnce(lookup, good)
    this.givers = groups.flatMap((group): Giver[] => {
      const to = group.pairs.flatMap(({ requirement, from, until }) => {
        const place = places.get(requirement)
        return place !== undefined && from <= day && (once || until >= day) ? [place] : []
      })
      return to.length === 0 ? [] : [{ amount: group.lots * group.head.lot, to }]
    })
  }

  /** The ceiling that values break most, if they break one. */
  brokenBy(values: readonly number[]): Ceiling | null {
    const taken = this.taken.map((terms) => totalOf(terms, values))
    const wanted = taken.map((one) => Math.max(0, one))
    if (wanted.every((one) => one < LEAST)) return null
    const { lacking, short } = flowOf(this.givers, wanted)
    if (lacking.reduce((sum, one) => sum + one, 0) < LEAST) return null
    const able = this.givers.filter(({ to }) =>
      to.some((place) => short[place] && (wanted[place] ?? 0) >= LEAST),
    )
    // Whoever could get it from nobody else is under the same ceiling; who gives more than it takes would only raise it.
    const others = new Set(this.givers.filter((one) => !able.includes(one)).flatMap(({ to }) => to))
    return {
      ...{ good: this.good, day: this.day },
      among: new Set(
        this.asking.flatMap(({ requirement }, place) =>
          others.has(place) || (taken[place] ?? 0) < 0 ? [] : [requirement],
        ),
      ),
      most: able.reduce((sum, { amount }) => sum + amount, 0),
    }
  }
}

/** A relaxation may break a ceiling by a rounding. */
const LEAST = 1e-6

/** The goods that concern, on all days on which something is asked for or ends. */
export function layersOf(
  lookup: Lookup,
  {
    deciding,
    giving: groups,
    concerns,
  }: {
    deciding: readonly Deciding[]
    giving: readonly Group[]
    concerns: (good: Good) => boolean
  },
): Layer[] {
  const goods = new Set(deciding.flatMap(({ begun }) => begun.flatMap(goodsIn)))
  return [...goods].filter(concerns).flatMap((good) => {
    const giving = groups.filter(({ head }) => goodOf(head) === good)
    const once = isOnce(lookup, good)
    return daysOf(deciding, giving, good, once).map((day) => {
      const asking = deciding.filter(
        ({ requirement }) =>
          numberOf(requirement.from) <= day && (once || numberOf(requirement.until) >= day),
      )
      return new Layer(lookup, good, day, asking, giving)
    })
  })
}

const goodsIn = ({ components }: { components: ReadonlyMap<Good, number> }) => [
  ...components.keys(),
]

function daysOf(
  deciding: readonly Deciding[],
  giving: readonly Group[],
  good: Good,
  once: boolean,
): number[] {
  const pairs = Map.groupBy(
    once ? [] : giving.flatMap((group) => group.pairs),
    ({ requirement }) => requirement,
  )
  const days = deciding.flatMap((one) => [
    ...thinDays(one.requirement, one.starts, pairs.get(one.requirement) ?? []),
    ...one.lots.filter((lots) => wantedBy(lots, good) > 0).map(({ pair }) => pair.from),
  ])
  return [...new Set(days)].toSorted((a, b) => a - b)
}
