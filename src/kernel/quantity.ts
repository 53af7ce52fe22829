import { z } from 'zod'
import { Currency } from './money.ts'

/** What is counted in a promise or a need. A `unit` is any military or police unit; its type is the capability. */
export const UNITS = [
  'troops',
  'personnel',
  'police-officers',
  'experts',
  'observers',
  'battalion',
  'company',
  'platoon',
  'unit',
  'team',
  'task-force',
  'contingent-type',
  'hospital',
  'laboratory',
  'helicopter',
  'aircraft',
  'vehicle',
  'kit',
  'course',
  'trainee',
  'conference',
  'workshop',
  'centre',
  'institution',
  'network',
  'project',
  'commitment',
  'flight',
  'voyage',
  'percent',
  'multiplier',
  'day',
  'month',
  'money',
] as const
export const Unit = z.enum(UNITS)
export type Unit = z.infer<typeof Unit>

export const PERIODS = ['day', 'week', 'month', 'year'] as const

/** Money counts in minor units of its currency (cents), and is worth what it was worth in its year. */
const measure = {
  unit: Unit,
  currency: Currency.nullable().default(null),
  year: z.int().min(1945).max(2200).nullable().default(null),
}
const Value = z.int().nonnegative()

const spoken = (kind: 'exact' | 'about' | 'up-to' | 'at-least') =>
  z.strictObject({ kind: z.literal(kind), value: Value, ...measure })

/**
 * A quantity as it was said: «about 1,000 troops» stays «about». Nothing that was left open is filled in; `none`
 * means that no quantity was said.
 */
export const Quantity = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('none') }),
    spoken('exact'),
    spoken('about'),
    spoken('up-to'),
    spoken('at-least'),
    z.strictObject({ kind: z.literal('range'), value: Value, to: Value, ...measure }),
    z.strictObject({
      kind: z.literal('per-period'),
      value: Value,
      /** Whether the number in each period is itself a lower bound. */
      bound: z.enum(['exact', 'at-least']).default('exact'),
      per: z.enum(PERIODS),
      ...measure,
    }),
  ])
  .refine((one) => one.kind !== 'range' || one.to >= one.value, 'quantity.range-backwards')
  .refine(
    (one) => one.kind === 'none' || (one.unit === 'money') === (one.currency !== null),
    'quantity.currency-of-money',
  )
export type Quantity = z.infer<typeof Quantity>
export type QuantityKind = Quantity['kind']
export const QUANTITY_KINDS = [
  'exact',
  'about',
  'up-to',
  'at-least',
  'range',
  'per-period',
  'none',
] as const satisfies readonly QuantityKind[]

/** What a quantity counts, so that like is added to like: `troops`, or `USD` for money. */
export const measureOf = (quantity: Exclude<Quantity, { kind: 'none' }>): string =>
  quantity.currency ?? quantity.unit

/** The least and the most that was said; `high` is null where no upper bound was said. */
export interface Bounds {
  low: number
  high: number | null
}

/**
 * What a quantity amounts to at least and at most. `about` is taken at its word, since nobody said how far it may be
 * off; whoever prints the sum says that a part of it is about. A number per period has no total: null.
 */
export function boundsOf(quantity: Quantity): Bounds | null {
  switch (quantity.kind) {
    case 'exact':
    case 'about':
      return { low: quantity.value, high: quantity.value }
    case 'up-to':
      return { low: 0, high: quantity.value }
    case 'at-least':
      return { low: quantity.value, high: null }
    case 'range':
      return { low: quantity.value, high: quantity.to }
    default:
      return null
  }
}

/** Two bounds together; what is open above stays open. */
export const plus = (a: Bounds, b: Bounds): Bounds => ({
  low: a.low + b.low,
  high: a.high === null || b.high === null ? null : a.high + b.high,
})
