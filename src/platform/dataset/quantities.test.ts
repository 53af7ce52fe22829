import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PERIODS, Quantity, UNITS } from '../../kernel/quantity.ts'
import { misfitOf } from './cells.ts'
import { quantityCells, quantityColumns, quantityFrom } from './quantities.ts'

const COLUMNS = quantityColumns('quantity', 'what was promised')
const money = fc.record({
  unit: fc.constant('money'),
  currency: fc.constantFrom('USD', 'EUR', 'KRW', 'JPY', 'KWD', 'CLF'),
  year: fc.option(fc.integer({ min: 1945, max: 2200 }), { nil: null }),
})
const things = fc.record({
  unit: fc.constantFrom(...UNITS.filter((unit) => unit !== 'money')),
  currency: fc.constant(null),
  year: fc.constant(null),
})
const number = fc.maxSafeNat()
const kinds = fc.oneof(
  fc.record({ kind: fc.constantFrom('exact', 'about', 'up-to', 'at-least'), value: number }),
  fc
    .tuple(number, number)
    .filter(([least, most]) => least !== most)
    .map(([a, b]) => ({ kind: 'range', value: Math.min(a, b), to: Math.max(a, b) })),
  fc.record({
    kind: fc.constant('per-period'),
    value: number,
    bound: fc.constantFrom('exact', 'at-least'),
    per: fc.constantFrom(...PERIODS),
  }),
)
const quantity = fc
  .tuple(kinds, fc.oneof(money, things))
  .map(([kind, measure]) => ({ ...kind, ...measure }))
  .filter((one) => Quantity.safeParse(one).success)

const cellsOf = (one: unknown) => quantityCells('quantity', Quantity.parse(one))
const again = (row: Parameters<typeof quantityFrom>[0]) =>
  Quantity.safeParse(quantityFrom(row, 'quantity')).data ?? null

describe('a quantity in cells', () => {
  it('is the same quantity again, to the last cent', () => {
    fc.assert(
      fc.property(quantity, (one) => {
        const cells = cellsOf(one)
        expect(again(cells)).toEqual(Quantity.parse(one))
        const misfits = COLUMNS.filter(
          (column) => misfitOf(column, cells[column.name] ?? null) !== null,
        )
        expect(misfits).toEqual([])
      }),
      { numRuns: 500 },
    )
    expect(again(cellsOf({ kind: 'none' }))).toEqual({ kind: 'none' })
  })

  it('has money in whole units, however many parts those have', () => {
    const said = (value: number, currency: string) =>
      cellsOf({ kind: 'exact', value, unit: 'money', currency }).quantity_value
    expect(said(15_050, 'USD')).toBe('150.50')
    expect(said(15_000, 'USD')).toBe('150')
    expect(said(7, 'EUR')).toBe('0.07')
    expect(said(15_050, 'KRW')).toBe('15050')
    expect(said(15_050, 'KWD')).toBe('15.050')
    expect(said(Number.MAX_SAFE_INTEGER, 'USD')).toBe('90071992547409.91')
  })

  it('is refused where its number is none, or has more digits than its currency', () => {
    const dollars = cellsOf({ kind: 'exact', value: 1, unit: 'money', currency: 'USD' })
    const people = cellsOf({ kind: 'exact', value: 1, unit: 'helicopter', currency: null })
    const bad = ['1.234', '1e3', '-1', '', ' 1', '1,5', '٣', '0x10', '90071992547409.92', 'NaN']
    for (const value of bad) expect(again({ ...dollars, quantity_value: value })).toBe(null)
    for (const value of [...bad, '1.5', '9007199254740992']) {
      expect(again({ ...people, quantity_value: value }), value).toBe(null)
    }
    expect(again({ ...dollars, quantity_value: '1.5' })).toMatchObject({ value: 150 })
    expect(again({ ...dollars, quantity_value: '1.500' })).toMatchObject({ value: 150 })
  })
})
