import { majorOf, minorOf } from '../../kernel/money.ts'
import { PERIODS, QUANTITY_KINDS, type Quantity, UNITS } from '../../kernel/quantity.ts'
import { choice, decimal, integer, text } from './columns.ts'
import type { Cell, Column, Row } from './dataset.ts'

/** The columns of a quantity: `quantity_kind`, `quantity_value`, … Money stands in whole units, as an exact decimal. */
export const quantityColumns = (prefix: string, what: string): readonly Column[] => [
  choice(`${prefix}_kind`, `How the quantity of ${what} was said.`, QUANTITY_KINDS, {
    required: true,
    example: 'exact',
  }),
  decimal(`${prefix}_value`, 'The number, or the least of a range; money in whole units.', {
    example: '16',
  }),
  decimal(`${prefix}_to`, 'The most of a range.'),
  choice(`${prefix}_unit`, 'What is counted.', UNITS, { example: 'helicopter' }),
  text(`${prefix}_currency`, 'The currency of money (ISO 4217).', { example: 'USD' }),
  integer(`${prefix}_year`, 'The year whose value the money has.'),
  choice(`${prefix}_per`, 'The period of a number per period.', PERIODS),
  choice(`${prefix}_bound`, 'Whether a number per period is a lower bound.', ['exact', 'at-least']),
]

const spoken = (value: number, currency: string | null) =>
  currency === null ? String(value) : majorOf(value, currency)

/** A quantity as cells. */
export function quantityCells(prefix: string, quantity: Quantity): Row {
  const cells = (
    kind: string,
    value: Cell = null,
    to: Cell = null,
    measure: { unit: Cell; currency: Cell; year: Cell } = NO_MEASURE,
    period: { per: Cell; bound: Cell } = NO_PERIOD,
  ): Row => ({
    [`${prefix}_kind`]: kind,
    [`${prefix}_value`]: value,
    [`${prefix}_to`]: to,
    [`${prefix}_unit`]: measure.unit,
    [`${prefix}_currency`]: measure.currency,
    [`${prefix}_year`]: measure.year,
    [`${prefix}_per`]: period.per,
    [`${prefix}_bound`]: period.bound,
  })
  if (quantity.kind === 'none') return cells('none')
  const value = spoken(quantity.value, quantity.currency)
  const to = quantity.kind === 'range' ? spoken(quantity.to, quantity.currency) : null
  const period = quantity.kind === 'per-period' ? quantity : NO_PERIOD
  return cells(quantity.kind, value, to, quantity, period)
}

const whole = (said: string): number | null => {
  const number = /^\d+$/.test(said) ? Number(said) : Number.NaN
  return Number.isSafeInteger(number) ? number : null
}

const NO_MEASURE = { unit: null, currency: null, year: null }
const NO_PERIOD = { per: null, bound: null }

/**
 * The quantity that some cells say, as a command's schema takes it. A number that is none, or has more digits than its
 * currency, stays what it was, so that the schema refuses it.
 */
export function quantityFrom(row: Row, prefix: string): unknown {
  const cell = (name: string) => row[`${prefix}_${name}`] ?? null
  const kind = cell('kind')
  if (kind === 'none') return { kind }
  const currency = cell('currency')
  const number = (said: Cell) => {
    if (typeof said !== 'string') return said
    return (typeof currency === 'string' ? minorOf(said, currency) : whole(said)) ?? said
  }
  const measure = { unit: cell('unit'), currency, year: cell('year') }
  const value = number(cell('value'))
  if (kind === 'range') return { kind, value, to: number(cell('to')), ...measure }
  if (kind === 'per-period') {
    return { kind, value, bound: cell('bound'), per: cell('per'), ...measure }
  }
  return { kind, value, ...measure }
}
