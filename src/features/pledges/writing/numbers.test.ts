import { describe, expect, it } from 'vitest'
import { decimalFrom, partialDayFrom, wholeFrom } from './numbers.ts'

describe('a number, as people write it', () => {
  it.each([
    ['16', '16'],
    [' 1 148 ', '1148'],
    ['1\u202F148', '1148'],
    ['1,148', '1148'],
    ['1.148', '1148'],
    ['1’148', '1148'],
    ['12,500.50', '12500.50'],
    ['12.500,50', '12500.50'],
    ['12 500,5', '12500.5'],
    ['2,5', '2.5'],
    ['1,000,000', '1000000'],
    ['١٦', '16'],
    ['١٬٢٥٠٫٥', '1250.5'],
    ['۱۲', '12'],
  ])('«%s» is %s', (typed, decimal) => {
    expect(decimalFrom(typed)).toBe(decimal)
  })

  it.each(['', 'sixteen', '1e3', '-4', '1,2,3', '12,34,567', '1.2.3', '16 helicopters', '0x10'])(
    '«%s» is none',
    (typed) => {
      expect(decimalFrom(typed)).toBeNull()
    },
  )

  it('is whole where only whole ones are meant', () => {
    expect(['16', '16,0', '1,148', '2,5', '9'.repeat(20)].map(wholeFrom)).toEqual([
      16,
      16,
      1148,
      null,
      null,
    ])
  })
})

describe('a day, as far as somebody knows it', () => {
  it.each([
    ['2024', '2024'],
    ['2024-5', '2024-05'],
    ['2024-05-17', '2024-05-17'],
    ['2024/05/17', '2024-05-17'],
    ['5/2024', '2024-05'],
    ['٢٠٢٤', '2024'],
  ])('«%s» is %s', (typed, day) => {
    expect(partialDayFrom(typed)).toBe(day)
  })

  it.each(['', '24', '2024-13', '2023-02-29', '5/6/2024', 'next year', '2024-05-17T10:00'])(
    '«%s» is none',
    (typed) => {
      expect(partialDayFrom(typed)).toBeNull()
    },
  )
})
