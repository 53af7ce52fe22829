import type { Requirement } from '../model/instance.ts'
import type { Deciding, Lots, Programme } from './deciding.ts'
import { conflict, excludes, type Good, goodOf, type Lookup } from './fits.ts'
import type { Group } from './like.ts'
import { alternativesOf, isActive, mostUnits, startsOf, thinDays, unpaid } from './limits.ts'
import { Lines, type Term } from './lines.ts'
import type { Pair, Part } from './pair.ts'
import { startBy, takenByUnits, takenInReturn, wantedBy } from './taken.ts'

/** Writes the constraints of a part: what may be given, and what makes units whole. */
export function writePart(
  lookup: Lookup,
  part: Part,
  groups: readonly Group[],
  accepted: ReadonlyMap<string, number>,
): Programme {
  const lines = new Lines()
  const byRequirement = new Map<Requirement, { group: Group; pair: Pair }[]>(
    part.requirements.map((one) => [one, []]),
  )
  for (const group of groups) {
    for (const pair of group.pairs) byRequirement.get(pair.requirement)?.push({ group, pair })
  }
  const pairs = Map.groupBy(part.pairs, ({ requirement }) => requirement)
  const deciding = part.requirements.map((requirement) => {
    const able = byRequirement.get(requirement) ?? []
    const one = columnsFor(lookup, lines, requirement, able, pairs.get(requirement) ?? [], accepted)
    holdWhole(lookup, lines, one)
    holdConflicts(lines, one)
    return one
  })
  const ofGroup = Map.groupBy(
    deciding.flatMap(({ lots }) => lots),
    ({ group }) => group,
  )
  for (const [group, lots] of ofGroup) {
    holdCapacity(lines, group, lots, lookup.kinds.get(group.head.component)?.once ?? false)
  }
  return { lines, deciding }
}

/** Nothing more is ever given than what would meet the whole need by itself, or was accepted before. */
function columnsFor(
  lookup: Lookup,
  lines: Lines,
  requirement: Requirement,
  able: readonly { group: Group; pair: Pair }[],
  pairs: readonly Pair[],
  accepted: ReadonlyMap<string, number>,
): Deciding {
  const alternatives = alternativesOf(lookup, requirement)
  const starts = startsOf(requirement, pairs)
  const wanted = new Set(able.flatMap(({ group }) => group.head.needs.map(goodOf)))
  const most = new Map<Good, number>()
  const begun = alternatives.map((alternative) => {
    const here = { ...alternative, components: unpaid(lookup, alternative) }
    const upper = mostUnits(requirement, here, pairs)
    for (const one of alternative.components) {
      const good = goodOf(one)
      // Units of several alternatives may stand beside each other.
      most.set(good, (most.get(good) ?? 0) + one.amount * upper)
    }
    return {
      alternative: alternative.id,
      columns: starts.map(() => lines.column(upper)),
      components: new Map(alternative.components.map((one) => [goodOf(one), one.amount])),
    }
  })
  const lots = able.flatMap(({ group, pair }) => {
    const good = goodOf(group.head)
    const before = accepted.get(`${group.head.id} ${requirement.id}`) ?? 0
    const useful = wanted.has(good) ? group.lots : Math.ceil((most.get(good) ?? 0) / group.head.lot)
    const upper = Math.min(group.lots, Math.max(useful, before))
    return upper > 0 ? [{ group, pair, upper, column: lines.column(upper) }] : []
  })
  return { requirement, starts, lots, begun }
}

/** What has begun stays; all that is needed is there on every day, for the units and in return. */
function holdWhole({ priced }: Lookup, lines: Lines, deciding: Deciding): void {
  const { requirement, begun } = deciding
  for (const { columns } of begun) {
    columns.slice(1).forEach((later, at) => {
      lines.atLeast(0, [
        [later, 1],
        [columns[at] as number, -1],
      ])
    })
  }
  lines.atMost(
    requirement.units,
    begun.map(({ columns }): Term => [columns.at(-1) as number, 1]),
  )
  const goods = new Set([
    ...begun.flatMap(({ components }) => [...components.keys()]),
    ...deciding.lots.flatMap(({ group }) => group.head.needs.map(goodOf)),
  ])
  for (const good of goods) if (!priced.has(good)) holdGood(lines, deciding, good)
}

function holdGood(lines: Lines, deciding: Deciding, good: Good): void {
  const { requirement, lots, starts } = deciding
  const giving = lots.filter(({ group }) => goodOf(group.head) === good)
  const needing = lots.filter((one) => wantedBy(one, good) > 0)
  const days = [
    ...new Set([
      ...thinDays(
        requirement,
        starts,
        giving.map(({ pair }) => pair),
      ),
      ...needing.map(({ pair }) => pair.from),
    ]),
  ]
  const written = new Set<string>()
  for (const day of days) {
    const given = giving.filter(({ pair }) => isActive(pair, day))
    const inReturn = lessOf(takenInReturn(needing, good, day))
    const begunBy = startBy(deciding, day)
    const key = [begunBy, given.map(({ column }) => column), inReturn.join()].join(';')
    if (written.has(key)) continue
    written.add(key)
    const supply = given.map(({ column, group }): Term => [column, group.head.lot])
    const demand = lessOf(takenByUnits(deciding, good, begunBy))
    lines.atLeast(0, [...supply, ...demand, ...inReturn])
    if (inReturn.length > 0) {
      const free = given.filter(({ group }) => group.head.needs.length === 0)
      lines.atLeast(0, [
        ...free.map(({ column, group }): Term => [column, group.head.lot]),
        ...inReturn,
      ])
    }
  }
}

const lessOf = (terms: readonly Term[]): Term[] =>
  terms.map(([column, factor]): Term => [column, -factor])

/** What excludes others does not stand beside any of them. */
function holdConflicts(lines: Lines, { lots }: Deciding): void {
  for (const one of lots.filter(({ group }) => excludes(group.head))) {
    const others = lots.filter(({ group }) => conflict(one.group.head, group.head))
    if (others.length === 0) continue
    const most = others.reduce((sum, { upper }) => sum + upper, 0)
    lines.atMost(most, [
      ...others.map(({ column }): Term => [column, 1]),
      [signOf(lines, one), most],
    ])
  }
}

/** A column that is one where anything is given. */
function signOf(lines: Lines, { column, upper }: Lots): number {
  if (upper === 1) return column
  const sign = lines.column(1, (values) => ((values[column] ?? 0) > 0 ? 1 : 0))
  lines.atMost(0, [
    [column, 1],
    [sign, -upper],
  ])
  return sign
}

/** Nobody gives more than there is: at any time, or in all where it is given once. */
function holdCapacity(lines: Lines, group: Group, lots: readonly Lots[], once: boolean): void {
  const sets = once
    ? [lots]
    : [...new Set(lots.map(({ pair }) => pair.from))].map((day) =>
        lots.filter(({ pair }) => isActive(pair, day)),
      )
  const written = new Set<string>()
  for (const set of sets) {
    const key = set.map(({ column }) => column).join()
    const most = set.reduce((sum, { upper }) => sum + upper, 0)
    if (most <= group.lots || written.has(key)) continue
    written.add(key)
    lines.atMost(
      group.lots,
      set.map(({ column }): Term => [column, 1]),
    )
  }
}
