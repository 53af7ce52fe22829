import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { same } from './same.ts'

describe('same', () => {
  it('finds every JSON value the same as its copy, whatever the order of fields', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse())
        expect(same(value, JSON.parse(JSON.stringify(turned)))).toBe(
          same(value, JSON.parse(JSON.stringify(value))),
        )
        expect(same(value, structuredClone(value))).toBe(true)
      }),
    )
  })

  it.each([
    [{ a: 1 }, { a: 2 }],
    [{ a: 1 }, { a: 1, b: null }],
    [
      [1, 2],
      [2, 1],
    ],
    [[], {}],
    [null, {}],
    ['1', 1],
  ])('tells %j from %j', (a, b) => {
    expect(same(a, b)).toBe(false)
    expect(same(b, a)).toBe(false)
  })
})
