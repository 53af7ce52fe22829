import { dayOf, numberOf } from '../model/days.ts'
import type { Offer } from '../model/instance.ts'
import type { Cover, Share, Units } from '../model/plan.ts'
import type { Begun, Deciding, Lots, Programme } from './deciding.ts'
import type { Lookup } from './fits.ts'
import { lotsOf } from './pair.ts'

/** What the values of a programme's columns mean: who gives what, split back to single offers. */
export function readCovers(
  lookup: Lookup,
  { deciding }: Programme,
  values: readonly number[],
): Cover[] {
  const shares = new Map<Deciding, Share[]>(deciding.map((one) => [one, []]))
  const homes = new Map(deciding.map((one) => [one.requirement, one]))
  const given = deciding.flatMap(({ lots }) => lots.filter(({ column }) => values[column]))
  for (const [group, some] of Map.groupBy(given, (one) => one.group)) {
    const once = lookup.kinds.get(group.head.component)?.once ?? false
    const room = new Room(group.members, once)
    // In the order of their first days, in which whoever is free is always enough.
    const inTime = some.toSorted((a, b) => a.pair.from - b.pair.from)
    for (const one of inTime) {
      const into = shares.get(homes.get(one.pair.requirement) as Deciding) as Share[]
      const known = new Set(into.map(({ party }) => party as string))
      for (const [offer, lots] of room.take(one.pair, values[one.column] ?? 0, known)) {
        into.push(shareOf(offer, lots, one))
      }
    }
  }
  return deciding.flatMap((one) => {
    const units = unitsIn(one, values)
    const own = shares.get(one)?.toSorted((a, b) => (a.offer < b.offer ? -1 : 1)) ?? []
    if (units.length === 0) return []
    return [{ requirement: one.requirement.id, units, shares: own }]
  })
}

const shareOf = (offer: Offer, lots: number, { pair }: Lots): Share => ({
  offer: offer.id,
  party: offer.party,
  component: offer.component,
  amount: lots * offer.lot,
  unit: offer.unit,
  from: dayOf(pair.from),
  until: dayOf(pair.until),
})

const unitsIn = ({ starts, begun }: Deciding, values: readonly number[]): Units[] =>
  begun.flatMap(({ alternative, columns }) =>
    starts.flatMap((start, at) => {
      const before = at === 0 ? 0 : (values[columns[at - 1] as number] ?? 0)
      const units = (values[columns[at] as number] ?? 0) - before
      return units > 0 ? [{ alternative, units, from: dayOf(start) }] : []
    }),
  )

/** What each member of a group still has. */
class Room {
  private readonly members: readonly Offer[]
  private readonly once: boolean
  private readonly taken = new Map<Offer, { until: number; lots: number }[]>()

  constructor(members: readonly Offer[], once: boolean) {
    this.members = members
    this.once = once
  }

  private free(offer: Offer, day: number): number {
    return (this.taken.get(offer) ?? []).reduce(
      (left, { until, lots }) => (this.once || until >= day ? left - lots : left),
      lotsOf(offer),
    )
  }

  /** Takes lots from as few members as possible: first of parties that are known there, then of who has most. */
  take(
    { from, until }: { from: number; until: number },
    lots: number,
    known: ReadonlySet<string>,
  ): [Offer, number][] {
    let left = lots
    const order = this.members
      .map((offer) => ({ offer, free: this.free(offer, from), known: known.has(offer.party) }))
      .toSorted((a, b) => Number(b.known) - Number(a.known) || b.free - a.free)
    return order.flatMap(({ offer, free }): [Offer, number][] => {
      const part = Math.min(free, left)
      if (part <= 0) return []
      left -= part
      this.taken.set(offer, [...(this.taken.get(offer) ?? []), { until, lots: part }])
      return [[offer, part]]
    })
  }
}

/** The values of columns that say what a plan says. */
export function valuesOf({ lines, deciding }: Programme, covers: readonly Cover[]): number[] {
  const values = lines.columns.map(() => 0)
  const byRequirement = new Map(covers.map((one) => [one.requirement, one]))
  for (const { requirement, lots, begun, starts } of deciding) {
    const cover = byRequirement.get(requirement.id)
    if (!cover) continue
    const homes = new Map<string, Lots>(
      lots.flatMap((one) => one.group.members.map(({ id }) => [id, one] as const)),
    )
    for (const { offer, amount } of cover.shares) {
      const home = homes.get(offer)
      if (home) values[home.column] = (values[home.column] ?? 0) + amount / home.group.head.lot
    }
    for (const one of begun) begin(values, one, starts, cover)
  }
  return lines.complete(values)
}

function begin(
  values: number[],
  { alternative, columns }: Begun,
  starts: readonly number[],
  { units }: Cover,
): void {
  columns.forEach((column, at) => {
    values[column] = units
      .filter((one) => one.alternative === alternative && numberOf(one.from) <= (starts[at] ?? 0))
      .reduce((sum, one) => sum + one.units, 0)
  })
}
