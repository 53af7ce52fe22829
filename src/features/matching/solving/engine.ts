import type { Aim, Lines, Row } from '../programme/lines.ts'

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

/** What is asked where there are more rows than could be written: first for any values, then for whole ones. */
export interface AskedRelaxed {
  lines: Lines
  aim: Aim
  /** How many milliseconds are left. */
  left: () => number
  /** The rows that values break, of those that are not written yet; asked again until there are none. */
  broken: (values: readonly number[]) => readonly Row[]
}

export interface Relaxed {
  /** Whole numbers that keep all rows, as far as they were told; null where none were found. */
  values: readonly number[] | null
  /** What no whole numbers can pass. */
  bound: number
  /** What one more would be worth under each row that was broken, in the order in which they were told. */
  prices: readonly number[]
}

/** Something that solves programmes. */
export interface Engine {
  best: (asked: Asked) => Answer
  relax: (asked: AskedRelaxed) => Relaxed
}

/** How something is searched. */
export interface Search extends Pick<Asked, 'milliseconds' | 'within' | 'tell'> {
  engine: Engine
  /** Milliseconds that only grow. */
  clock: () => number
}

/** What was reached, and what nothing can pass. */
export interface Reached {
  value: number
  bound: number
}

/** How much is left of so many milliseconds that begin now. */
export function timeFrom(clock: () => number, milliseconds: number): () => number {
  const ends = clock() + milliseconds
  return () => Math.max(0, ends - clock())
}

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
