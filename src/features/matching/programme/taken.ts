import type { Deciding, Lots } from './deciding.ts'
import { type Good, goodOf } from './fits.ts'
import { isActive } from './limits.ts'
import type { Term } from './lines.ts'

/** At which of its starts a requirement is on a day: what has begun by then. */
export const startBy = ({ starts }: Pick<Deciding, 'starts'>, day: number): number =>
  starts.findLastIndex((start) => start <= day)

/** So much of a good is taken by the units that have begun by a start. */
export const takenByUnits = ({ begun }: Deciding, good: Good, start: number): Term[] =>
  begun.flatMap(({ columns, components }): Term[] => {
    const amount = components.get(good)
    return amount === undefined ? [] : [[columns[start] as number, amount]]
  })

/** How much of a good is wanted in return for each lot. */
export const wantedBy = ({ group }: Lots, good: Good): number =>
  group.head.needs.find((one) => goodOf(one) === good)?.amount ?? 0

/** So much of a good is taken on a day in return for what is given on it. */
export const takenInReturn = (lots: readonly Lots[], good: Good, day: number): Term[] =>
  lots
    .filter((one) => wantedBy(one, good) > 0 && isActive(one.pair, day))
    .map((one): Term => [one.column, wantedBy(one, good)])
