import { describe, expect, it } from 'vitest'
import { middleOf, momentOf, spanOf } from './years.tsx'

describe('a moment', () => {
  it('lasts as long as nothing more is known', () => {
    expect(momentOf('2021')).toEqual({ from: 2021, to: 2022 })
    expect(momentOf('2021-07')).toEqual({ from: 2021.5, to: 2021 + 7 / 12 })
    const day = momentOf('2021-07-02')
    expect(day.to).toBe(day.from)
    expect(day.from).toBeCloseTo(2021.5, 2)
  })

  it('of the first of January belongs to its year, of the last of December too', () => {
    expect(momentOf('2026-01-01')).toEqual({ from: 2026, to: 2026 })
    expect(momentOf('2024-12-31').to).toBeLessThan(2025)
  })

  it('has a middle', () => {
    expect(middleOf(momentOf('2021'))).toBe(2021.5)
  })
})

describe('the years around moments', () => {
  it('are whole, and at least two', () => {
    expect(spanOf([momentOf('2014-09-26'), momentOf('2026-01-01')])).toEqual({
      first: 2014,
      last: 2026,
    })
    expect(spanOf([momentOf('2021-12-07')])).toEqual({ first: 2021, last: 2023 })
  })
})
