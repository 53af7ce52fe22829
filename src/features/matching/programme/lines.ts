/** A column counts something: a whole number from nothing to its upper end. */
export interface Column {
  upper: number
  /** Worked out from the columns before it, where it says nothing by itself. */
  follows: ((values: readonly number[]) => number) | null
}

/** A row holds a sum of columns between two ends. */
export interface Row {
  lower: number
  upper: number
  columns: readonly number[]
  factors: readonly number[]
}

/** A sum of columns that should be great or small. */
export interface Aim {
  sense: 'most' | 'least'
  terms: readonly Term[]
}
export type Term = readonly [column: number, factor: number]

export function rowOf(lower: number, upper: number, terms: readonly Term[]): Row {
  const sums = new Map<number, number>()
  for (const [column, factor] of terms) sums.set(column, (sums.get(column) ?? 0) + factor)
  const kept = [...sums].filter(([, factor]) => factor !== 0)
  return {
    ...{ lower, upper },
    columns: kept.map(([column]) => column),
    factors: kept.map(([, factor]) => factor),
  }
}

/** An integer programme without an aim. */
export class Lines {
  readonly columns: Column[] = []
  readonly rows: Row[] = []

  column(upper: number, follows: Column['follows'] = null): number {
    return this.columns.push({ upper, follows }) - 1
  }

  atLeast(lower: number, terms: readonly Term[]): void {
    this.row(lower, Number.POSITIVE_INFINITY, terms)
  }

  atMost(upper: number, terms: readonly Term[]): void {
    this.row(Number.NEGATIVE_INFINITY, upper, terms)
  }

  private row(lower: number, upper: number, terms: readonly Term[]): void {
    this.rows.push(rowOf(lower, upper, terms))
  }

  /** The values of all columns, given those that say something by themselves. */
  complete(values: readonly number[]): number[] {
    const all: number[] = [...values]
    this.columns.forEach(({ follows }, column) => {
      if (follows) all[column] = follows(all)
    })
    return all
  }
}

/** What divides all factors of an aim: without it, the same is aimed at. */
export const commonFactor = ({ terms }: Aim): number =>
  terms.reduce((common, [, factor]) => divisorOf(common, factor), 0) || 1

const divisorOf = (a: number, b: number): number => (b === 0 ? Math.abs(a) : divisorOf(b, a % b))

export const totalOf = (terms: readonly Term[], values: readonly number[]): number =>
  terms.reduce((sum, [column, factor]) => sum + factor * (values[column] ?? 0), 0)
