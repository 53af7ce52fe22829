import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { figuresOf, untilNextSecond } from './figures.ts'

const SECOND = 1000

describe('the figures of a clock', () => {
  it.each([
    [180 * SECOND, '3:00'],
    [179_001, '3:00'],
    [179_000, '2:59'],
    [1, '0:01'],
    [0, '0:00'],
    [-999, '0:00'],
    [-SECOND, '−0:01'],
    [-72 * SECOND, '−1:12'],
    [(3600 + 62) * SECOND, '1:01:02'],
    [-3600 * SECOND, '−1:00:00'],
  ])('show %i ms as %s', (remaining, figures) => {
    expect(figuresOf(remaining)).toBe(figures)
  })

  it('stay as they are until the next second, and then change', () => {
    fc.assert(
      fc.property(fc.integer({ min: -7_200_000, max: 7_200_000 }), (remaining) => {
        const wait = untilNextSecond(remaining)
        expect(wait).toBeGreaterThan(0)
        expect(wait).toBeLessThanOrEqual(SECOND)
        expect(figuresOf(remaining - wait + 1)).toBe(figuresOf(remaining))
        // Between 0:00 and −0:01 a whole second passes in which the time is over and no second of it is full.
        if (remaining - wait !== 0) {
          expect(figuresOf(remaining - wait)).not.toBe(figuresOf(remaining))
        }
      }),
    )
  })
})
