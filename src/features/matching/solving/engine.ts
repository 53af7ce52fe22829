import type { Aim, Lines } from '../programme/lines.ts'

/** What a solver is asked: the best values of the columns of some lines. */
export interface Asked {
  lines: Lines
  aim: Aim
  /** Values to begin with, which keep all rows. */
  start: readonly number[] | null
  /** Columns that stay as they begin. */
  fixed?: ReadonlySet<number>
  milliseconds: number
  /** So near to its bound that it is good enough, as a share; 0 for nothing but the optimum. */
  within: number
  /** Told now and then, the best value so far and what none can pass; answering `true` ends the search. */
  tell?: (value: number, bound: number) => void
}

export interface Answer {
  /** Null where nothing was found that keeps all rows. */
  values: readonly number[] | null
  /** What no values can pass. */
  bound: number
}

/** Something that solves integer programmes. */
export type Engine = (asked: Asked) => Answer

/** Whether whole numbers keep all rows and bounds: what a solver says is believed only then. */
export function keepsAll({ columns, rows }: Lines, values: readonly number[]): boolean {
  return (
    columns.every(({ upper }, at) => {
      const value = values[at] ?? -1
      return Number.isInteger(value) && value >= 0 && value <= upper
    }) &&
    rows.every((row) => {
      const sum = row.columns.reduce(
        (all, column, at) => all + (row.factors[at] as number) * (values[column] as number),
        0,
      )
      return row.lower <= sum && sum <= row.upper
    })
  )
}
