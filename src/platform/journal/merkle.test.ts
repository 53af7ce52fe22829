import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical, digestOf } from './canonical.ts'
import { leafOf, rootOf } from './merkle.ts'

const contents = fc.array(fc.string(), { minLength: 1, maxLength: 60 })
const rootOfContents = (all: readonly string[]) => rootOf(all.map(leafOf))

describe('the tree', () => {
  it('is the one of RFC 6962', () => {
    const [a, b, c] = ['', '\u0000', '\u0010'].map(leafOf)
    expect(a).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d')
    expect(rootOf([a as string, b as string])).toBe(
      'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    )
    expect(rootOf([a as string, b as string, c as string])).toBe(
      'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    )
  })

  it('has another root as soon as a leaf is changed', () => {
    fc.assert(
      fc.property(contents, fc.nat(), fc.string(), (all, place, other) => {
        const at = place % all.length
        fc.pre(all[at] !== other)
        expect(rootOfContents(all.with(at, other))).not.toBe(rootOfContents(all))
      }),
    )
  })

  it('has another root as soon as a leaf is removed, inserted, or leaves change places', () => {
    fc.assert(
      fc.property(contents, fc.nat(), fc.string(), (all, place, more) => {
        const at = place % all.length
        const root = rootOfContents(all)
        if (all.length > 1) expect(rootOfContents(all.toSpliced(at, 1))).not.toBe(root)
        expect(rootOfContents(all.toSpliced(at, 0, more))).not.toBe(root)
        const next = (at + 1) % all.length
        fc.pre(all[at] !== all[next])
        const swapped = all.with(at, all[next] as string).with(next, all[at] as string)
        expect(rootOfContents(swapped)).not.toBe(root)
      }),
    )
  })

  it('is not taken in by an inner node that passes for a leaf', () => {
    const leaves = ['a', 'b', 'c', 'd'].map(leafOf)
    const halves = [rootOf(leaves.slice(0, 2)), rootOf(leaves.slice(2))]
    expect(rootOf(halves.map(leafOf))).not.toBe(rootOf(leaves))
  })

  it('has a leaf', () => {
    expect(() => rootOf([])).toThrow(new RangeError('A tree has at least one leaf'))
  })
})

describe('canonical JSON', () => {
  it('does not depend on the order of fields, and leaves out what is undefined', () => {
    expect(canonical({ b: [1, { d: null, c: 'é' }], a: undefined })).toBe(
      '{"b":[1,{"c":"é","d":null}]}',
    )
  })

  it('says every value as JSON does', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  it('writes an instant as text', () => {
    expect(canonical({ at: Temporal.Instant.from('2021-12-07T19:30+09:00') })).toBe(
      '{"at":"2021-12-07T10:30:00Z"}',
    )
  })
})

describe('a digest', () => {
  it('depends on the salt', () => {
    expect(digestOf({ a: 1 }, 'x')).not.toBe(digestOf({ a: 1 }, 'y'))
    expect(digestOf({ a: 1, b: 2 }, 'x')).toBe(digestOf({ b: 2, a: 1 }, 'x'))
  })
})
