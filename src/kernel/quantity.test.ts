import { describe, expect, it } from 'vitest'
import { majorOf, minorOf } from './money.ts'
import { boundsOf, plus, Quantity } from './quantity.ts'

describe('a quantity', () => {
  it('has a currency if it is money, and none if it is not', () => {
    expect(Quantity.safeParse({ kind: 'exact', value: 1, unit: 'money' }).success).toBe(false)
    expect(
      Quantity.safeParse({ kind: 'exact', value: 1, unit: 'troops', currency: 'EUR' }).success,
    ).toBe(false)
    expect(
      Quantity.safeParse({ kind: 'exact', value: 1, unit: 'money', currency: 'EUR' }).success,
    ).toBe(true)
  })

  it('never runs backwards, and is never a fraction', () => {
    const range = { kind: 'range', value: 100, to: 80, unit: 'percent' }
    expect(Quantity.safeParse(range).success).toBe(false)
    expect(Quantity.safeParse({ kind: 'exact', value: 1.5, unit: 'troops' }).success).toBe(false)
  })

  it('is bounded by what was said, and by nothing else', () => {
    const bounds = (quantity: object) => boundsOf(Quantity.parse(quantity))
    expect(bounds({ kind: 'exact', value: 16, unit: 'helicopter' })).toEqual({ low: 16, high: 16 })
    expect(bounds({ kind: 'up-to', value: 600, unit: 'troops' })).toEqual({ low: 0, high: 600 })
    expect(bounds({ kind: 'at-least', value: 5, unit: 'unit' })).toEqual({ low: 5, high: null })
    expect(bounds({ kind: 'none' })).toBeNull()
    expect(bounds({ kind: 'per-period', value: 5, unit: 'day', per: 'month' })).toBeNull()
  })

  it('stays open above when one part of a sum is', () => {
    expect(plus({ low: 1, high: 2 }, { low: 3, high: null })).toEqual({ low: 4, high: null })
    expect(plus({ low: 1, high: 2 }, { low: 3, high: 4 })).toEqual({ low: 4, high: 6 })
  })
})

describe('money', () => {
  it('goes from minor units to a decimal and back without losing any', () => {
    for (const [minor, currency, major] of [
      [15_050, 'USD', '150.50'],
      [15_000, 'USD', '150'],
      [5, 'EUR', '0.05'],
      [1_000_000, 'KRW', '1000000'],
      [1_234, 'KWD', '1.234'],
    ] as const) {
      expect(majorOf(minor, currency)).toBe(major)
      expect(minorOf(major, currency)).toBe(minor)
    }
  })

  it('is refused with more digits than its currency has', () => {
    expect(minorOf('1.005', 'EUR')).toBeNull()
    expect(minorOf('1.5', 'KRW')).toBeNull()
    expect(minorOf('-1', 'EUR')).toBeNull()
    expect(minorOf('1e3', 'EUR')).toBeNull()
  })
})
