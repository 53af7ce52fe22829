import type { PartyCode } from '../../../kernel/ids.ts'
import type { Instance } from '../model/instance.ts'
import type { LevelName } from '../model/plan.ts'
import type { Deciding, Lots, Programme } from './deciding.ts'
import type { Aim, Lines, Term } from './lines.ts'

/** Lots that the accepted plan gives, by offer and requirement. */
export function acceptedLots({ accepted, offers }: Instance): Map<string, number> {
  const lot = new Map(offers.map((one) => [one.id, one.lot]))
  const lots = new Map<string, number>()
  for (const { requirement, shares } of accepted?.covers ?? []) {
    for (const { offer, amount } of shares) {
      const key = `${offer} ${requirement}`
      lots.set(key, (lots.get(key) ?? 0) + Math.floor(amount / (lot.get(offer) ?? 1)))
    }
  }
  return lots
}

/** Pairs of parties that work together already, or of which one wishes to work with the other: `GHA KEN`. */
export type Ties = ReadonlySet<string>

export const tiesIn = ({ existing, offers }: Instance): Ties =>
  new Set(
    [
      ...existing,
      ...offers.flatMap(({ party, caveats }) =>
        caveats.partnersPreferred.map((other) => [party, other] as const),
      ),
    ]
      .filter(([a, b]) => a !== b)
      .map((pair) => pair.toSorted().join(' ')),
  )

/** Whole units, each at the weight of its requirement. */
export const unitsAim = ({ deciding }: Programme): Aim => ({
  sense: 'most',
  terms: deciding.flatMap(({ requirement, begun }) =>
    begun.map(({ columns }): Term => [columns.at(-1) as number, requirement.weight]),
  ),
})

/** For each requirement and party a column that says whether it gives anything for it. */
export type Signs = ReadonlyMap<Deciding, ReadonlyMap<PartyCode, number>>

export const signsOf = ({ lines, deciding }: Programme): Signs =>
  new Map(deciding.map((one) => [one, partnersOf(lines, one)]))

/** An aim, with the columns and rows that it needs beside the programme. Groups must not mix parties. */
export function aimOf(
  programme: Programme,
  level: LevelName,
  { signs, ties, accepted }: { signs: Signs; ties: Ties; accepted: ReadonlyMap<string, number> },
): Aim {
  const { lines, deciding } = programme
  switch (level) {
    case 'units':
      return unitsAim(programme)
    case 'partners': {
      const all = [...signs.values()].flatMap((some) => [...some.values()])
      return { sense: 'least', terms: all.map((sign): Term => [sign, 1]) }
    }
    case 'partnerships': {
      const all = [...signs.values()].flatMap((some) => tiesAmong(lines, some, ties))
      return { sense: 'most', terms: all }
    }
    case 'delay':
      return { sense: 'least', terms: deciding.flatMap(delaysOf) }
    case 'change': {
      const all = deciding.flatMap(({ lots }) => lots.map((one) => changeOf(lines, one, accepted)))
      return { sense: 'least', terms: all }
    }
  }
}

/** For each party that could give for a requirement, a column that says whether it does. */
function partnersOf(lines: Lines, { lots }: Deciding): Map<PartyCode, number> {
  const signs = new Map<PartyCode, number>()
  for (const [party, own] of Map.groupBy(lots, ({ group }) => group.head.party)) {
    const [only] = own
    if (own.length === 1 && only?.upper === 1) {
      signs.set(party, only.column)
      continue
    }
    const sign = lines.column(1, (values) =>
      own.some(({ column }) => (values[column] ?? 0) > 0) ? 1 : 0,
    )
    signs.set(party, sign)
    const most = own.reduce((sum, { upper }) => sum + upper, 0)
    lines.atMost(0, [...own.map(({ column }): Term => [column, 1]), [sign, -most]])
    lines.atLeast(0, [...own.map(({ column }): Term => [column, 1]), [sign, -1]])
  }
  return signs
}

function tiesAmong(lines: Lines, signs: ReadonlyMap<PartyCode, number>, ties: Ties): Term[] {
  if (ties.size === 0) return []
  const parties = [...signs.keys()].toSorted()
  return parties.flatMap((a, at) =>
    parties.slice(at + 1).flatMap((b): Term[] => {
      if (!ties.has(`${a} ${b}`)) return []
      const [one, other] = [signs.get(a) as number, signs.get(b) as number]
      const both = lines.column(1, (values) => Math.min(values[one] ?? 0, values[other] ?? 0))
      for (const sign of [one, other]) {
        lines.atMost(0, [
          [both, 1],
          [sign, -1],
        ])
      }
      return [[both, 1]]
    }),
  )
}

/** Days from the first possible start to the one at which a unit begins. */
const delaysOf = ({ starts, begun }: Deciding): Term[] =>
  starts.slice(1).flatMap((day, at) => {
    const days = day - (starts[at] as number)
    return begun.flatMap(({ columns }): Term[] => [
      [columns.at(-1) as number, days],
      [columns[at] as number, -days],
    ])
  })

/** Lots more or fewer than accepted; where nothing was accepted, all that is given: nobody is asked for more than needed. */
function changeOf(
  lines: Lines,
  { column, upper, group, pair }: Lots,
  accepted: ReadonlyMap<string, number>,
): Term {
  const before = accepted.get(`${group.head.id} ${pair.requirement.id}`) ?? 0
  if (before === 0) return [column, 1]
  const change = lines.column(Math.max(upper, before), (values) =>
    Math.abs((values[column] ?? 0) - before),
  )
  lines.atLeast(-before, [
    [change, 1],
    [column, -1],
  ])
  lines.atLeast(before, [
    [change, 1],
    [column, 1],
  ])
  return [change, 1]
}
