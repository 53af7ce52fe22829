import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Quantity } from '../../kernel/quantity.ts'
import { isClosed, missionGap, readinessGap } from './gap.ts'

const helicopters = (kind: string, value: number, more: object = {}) =>
  Quantity.parse({ kind, value, unit: 'helicopter', ...more })
const NONE = Quantity.parse({ kind: 'none' })

describe('the mission gap', () => {
  it('is what is needed, less the shares that were accepted', () => {
    const needed = helicopters('exact', 16)
    expect(missionGap(needed, [])).toEqual({ measure: 'mission', missing: { low: 16, high: 16 } })
    expect(missionGap(needed, [helicopters('exact', 6), helicopters('exact', 4)]).missing).toEqual({
      low: 6,
      high: 6,
    })
  })

  it('is nothing, not less than nothing, where more is offered than needed', () => {
    const gap = missionGap(helicopters('exact', 2), [helicopters('exact', 5)])
    expect(gap.missing).toEqual({ low: 0, high: 0 })
    expect(isClosed(gap)).toBe(true)
  })

  it('is unknown, never zero, where the need has no quantity', () => {
    const gap = missionGap(NONE, [helicopters('exact', 5)])
    expect(gap).toEqual({ measure: 'mission', missing: null })
    expect(isClosed(gap)).toBe(null)
  })

  it('is unknown where the need is a number per month', () => {
    const perMonth = Quantity.parse({ kind: 'per-period', value: 5, unit: 'day', per: 'month' })
    expect(missionGap(perMonth, []).missing).toBe(null)
  })

  it('stays open where a share does not say how much, or counts something else', () => {
    const needed = helicopters('exact', 16)
    const crews = Quantity.parse({ kind: 'exact', value: 40, unit: 'personnel' })
    for (const share of [NONE, crews]) {
      expect(missionGap(needed, [helicopters('exact', 6), share]).missing).toEqual({
        low: 0,
        high: 10,
      })
    }
  })

  it('carries «up to», «at least» and ranges through', () => {
    const needed = helicopters('range', 10, { to: 12 })
    expect(missionGap(needed, [helicopters('up-to', 4)]).missing).toEqual({ low: 6, high: 12 })
    expect(missionGap(needed, [helicopters('at-least', 4)]).missing).toEqual({ low: 0, high: 8 })
    expect(missionGap(helicopters('at-least', 10), []).missing).toEqual({ low: 10, high: null })
  })

  it('never grows when a share is added, in whatever order', () => {
    const share = fc
      .record({ kind: fc.constantFrom('exact', 'up-to', 'at-least'), value: fc.nat(30) })
      .map(({ kind, value }) => helicopters(kind, value))
    fc.assert(
      fc.property(fc.array(share), share, fc.nat(60), (shares, one, needed) => {
        const before = missionGap(helicopters('exact', needed), shares).missing
        const after = missionGap(helicopters('exact', needed), [one, ...shares]).missing
        const turned = missionGap(helicopters('exact', needed), [...shares, one]).missing
        expect(after).toEqual(turned)
        expect(after?.low).toBeLessThanOrEqual(before?.low ?? 0)
        expect(after?.high).toBeLessThanOrEqual(before?.high ?? 0)
        expect(after?.low).toBeLessThanOrEqual(after?.high ?? 0)
      }),
    )
  })
})

describe('the readiness gap', () => {
  it('is what a generic mission needs, less the pledges at level 2 or above', () => {
    expect(readinessGap(5, 2)).toEqual({ measure: 'readiness', missing: { low: 3, high: 3 } })
    expect(isClosed(readinessGap(5, 5))).toBe(true)
    expect(isClosed(readinessGap(5, 2))).toBe(false)
  })

  it('is unknown where either number is, and unknown is not closed', () => {
    expect(readinessGap(null, 2).missing).toBe(null)
    expect(readinessGap(5, null).missing).toBe(null)
    expect(isClosed(readinessGap(null, null))).toBe(null)
  })
})
