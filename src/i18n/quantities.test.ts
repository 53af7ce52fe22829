import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../kernel/language.ts'
import { Quantity } from '../kernel/quantity.ts'
import { sayMoney, sayQuantity, sayRange } from './quantities.ts'

const said = (quantity: Record<string, unknown>) =>
  Object.fromEntries(
    LANGUAGES.map((language) => [language, sayQuantity(language, Quantity.parse(quantity))]),
  )

describe('a quantity is said', () => {
  it('with the plural of each language', () => {
    expect(said({ kind: 'exact', value: 16, unit: 'helicopter' })).toEqual({
      ar: '16 طائرة عمودية',
      zh: '16架直升机',
      en: '16 helicopters',
      fr: '16\u00a0hélicoptères',
      ru: '16\u00a0вертолетов',
      es: '16 helicópteros',
      ko: '헬기 16대',
    })
    expect(said({ kind: 'exact', value: 2, unit: 'helicopter' }).ar).toBe('طائرتان عموديتان')
    expect(said({ kind: 'exact', value: 22, unit: 'company' }).ru).toBe('22\u00a0роты')
  })

  it('as it was said: about, up to, at least, from to, each month', () => {
    expect(said({ kind: 'about', value: 1000, unit: 'troops' }).en).toBe('about 1,000 troops')
    expect(said({ kind: 'up-to', value: 10000, unit: 'troops' }).fr).toBe(
      'jusqu’à 10\u202f000\u00a0militaires',
    )
    expect(said({ kind: 'at-least', value: 2, unit: 'course' }).es).toBe('al menos 2 cursos')
    expect(said({ kind: 'range', value: 80, to: 100, unit: 'percent' }).en).toBe(
      '80 to 100 per cent',
    )
    expect(
      said({ kind: 'per-period', value: 29000, unit: 'trainee', per: 'year', bound: 'at-least' })
        .en,
    ).toBe('at least 29,000 trainees per year')
    expect(said({ kind: 'none' }).en).toBe('no quantity stated')
  })

  it('without a case that a dual would have to take, and without a dual that hides a number', () => {
    const two = { value: 2, unit: 'helicopter' }
    expect(said({ kind: 'about', ...two }).ar).toBe('طائرتان عموديتان تقريبا')
    expect(said({ kind: 'range', ...two, value: 1, to: 2 }).ar).toBe('من 1 إلى 2 طائرات عمودية')
  })

  it('with the code of its currency, and with cents only where there are some', () => {
    expect(sayMoney('en', 9_500_000_000, 'USD')).toBe('USD\u00a095,000,000')
    expect(sayMoney('fr', 8_200_000_000, 'EUR')).toBe('82\u202f000\u202f000\u00a0EUR')
    expect(sayMoney('en', 23_117_650, 'EUR')).toBe('EUR\u00a0231,176.50')
    expect(sayMoney('en', 1_000_000, 'KRW')).toBe('KRW\u00a01,000,000')
  })

  it('as the least and the most where that is all that is known', () => {
    const troops = { unit: 'troops', currency: null } as const
    expect(sayRange('en', troops, { low: 850, high: 850 })).toBe('850 troops')
    expect(sayRange('en', troops, { low: 850, high: 1200 })).toBe('850 to 1,200 troops')
    expect(sayRange('en', troops, { low: 850, high: null })).toBe('at least 850 troops')
    expect(sayRange('en', troops, { low: 0, high: 200 })).toBe('up to 200 troops')
  })
})
