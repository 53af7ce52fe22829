import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linesOf, roomFor, shortened } from './letters.ts'
import { apart, rowsFor } from './packing.ts'

describe('lines', () => {
  it('break after spaces and hyphens, and keep what is joined', () => {
    expect(linesOf('Training and capacity-building', 12, 90)).toEqual([
      'Training and',
      'capacity-',
      'building',
    ])
    expect(linesOf('Règle\u00A0: une fois', 12, 60)).toEqual(['Règle\u00A0:', 'une fois'])
  })

  it('break anywhere in Chinese, but not before its punctuation', () => {
    expect(linesOf('每项承诺，只计一次', 10, 41)).toEqual(['每项承', '诺，只计', '一次'])
  })

  it('fit into their room, and lose nothing as long as words do', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-zА-я中文]{1,8}$/), { minLength: 1, maxLength: 20 }),
        (words) => {
          const text = words.join(' ')
          const lines = linesOf(text, 10, 100)
          expect(lines.every((line) => roomFor(line, 10) <= 100)).toBe(true)
          expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
        },
      ),
    )
  })

  it('end in an ellipsis where there are more than may be', () => {
    expect(linesOf('one two three four five', 10, 40, 2)).toEqual(['one two', 'three…'])
    expect(shortened('Reconnaissance', 10, 50)).toBe('Reconn…')
    expect(shortened('short', 10, 50)).toBe('short')
  })
})

describe('what stands in one line', () => {
  const wishes = fc.array(
    fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), room: fc.constant(0.05) }),
    { maxLength: 20 },
  )

  it('stands apart, in its order, within the picture', () => {
    fc.assert(
      fc.property(wishes, (asked) => {
        const places = apart(asked.toSorted((a, b) => a.at - b.at))
        places.forEach((place, nth) => {
          expect(place).toBeGreaterThanOrEqual(0.025 - 1e-9)
          expect(place).toBeLessThanOrEqual(0.975 + 1e-9)
          if (nth > 0) expect(place - (places[nth - 1] ?? 0)).toBeGreaterThan(0.05 - 1e-9)
        })
      }),
    )
  })

  it('stands where it wishes where there is room', () => {
    expect(
      apart([
        { at: 0.2, room: 0.1 },
        { at: 0.7, room: 0.1 },
      ]),
    ).toEqual([0.2, 0.7])
  })
})

describe('rows', () => {
  it('hold no two that overlap, and are filled from the first on', () => {
    const extents = fc.array(
      fc
        .tuple(
          fc.double({ min: 0, max: 1, noNaN: true }),
          fc.double({ min: 0, max: 1, noNaN: true }),
        )
        .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) })),
      { maxLength: 25 },
    )
    fc.assert(
      fc.property(extents, (given) => {
        const rows = rowsFor(given)
        given.forEach((one, nth) => {
          given.slice(nth + 1).forEach((two, later) => {
            const apart = one.to <= two.from || two.to <= one.from
            expect(apart || rows[nth] !== rows[nth + 1 + later]).toBe(true)
          })
        })
      }),
    )
    expect(
      rowsFor([
        { from: 0, to: 0.4 },
        { from: 0.5, to: 1 },
        { from: 0.3, to: 0.6 },
      ]),
    ).toEqual([0, 0, 1])
  })
})
