/** One figure of a run, and what it must not pass. */
export interface Figure {
  name: string
  value: number
  unit: string
  /** The budget: «at most» unless `least` says otherwise; left out where nothing is promised. */
  most?: number
  least?: number
}

/** The value below which a share of all lies: `quantile(times, 0.5)` is the median. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (sorted.length - 1) * share
  const below = sorted[Math.floor(at)] ?? Number.NaN
  const above = sorted[Math.ceil(at)] ?? Number.NaN
  return below + (above - below) * (at - Math.floor(at))
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)

const rounded = (value: number) =>
  value.toLocaleString('en', { maximumSignificantDigits: 3, useGrouping: false })

const budgetOf = ({ most, least, unit }: Figure) => {
  if (most !== undefined) return `<= ${most} ${unit}`
  return least === undefined ? '' : `>= ${least} ${unit}`
}

/** Whether a figure keeps its budget; one without a budget does. */
export const keeps = ({ value, most = Infinity, least = -Infinity }: Figure): boolean =>
  value <= most && value >= least

/** A figure as one line: name, value, budget, and whether it is over. */
export function sayFigure(figure: Figure): string {
  const said = `${rounded(figure.value)} ${figure.unit}`
  const over = keeps(figure) ? '' : '  OVER'
  return `  ${figure.name.padEnd(58)} ${said.padStart(16)}   ${budgetOf(figure)}${over}`.trimEnd()
}
