import { beforeAll, describe, expect, it } from 'vitest'
import { check } from '../check/check.ts'
import { generate } from '../example/generate.ts'
import { smallInstance } from '../fixtures/chance.ts'
import { offer } from '../fixtures/invented.ts'
import { examine } from '../model/examine.ts'
import type { Instance } from '../model/instance.ts'
import type { Engine } from './engine.ts'
import { loadEngine } from './highs.ts'
import { solve } from './solve.ts'

let engine: Engine
beforeAll(async () => {
  engine = await loadEngine()
})
const limits = { milliseconds: 60_000, within: 0 }
const solved = (one: Instance) => solve(one, limits, { engine, clock: () => 0 })
const values = (one: Instance) => solved(one).levels.map(({ value }) => value)
const SOME = Array.from({ length: 40 }, (_, at) => ({
  ...examine(smallInstance(5000 + at)).usable,
  accepted: null,
}))
const first = <One>([one]: readonly One[]) => one as One

describe('a plan', { timeout: 60_000 }, () => {
  it('is the same, byte for byte, however the data are ordered', () => {
    const large = generate(3, { parties: 20, offers: 60, requirements: 8 })
    for (const one of [...SOME, large]) {
      const turned = {
        ...one,
        offers: one.offers.toReversed(),
        requirements: one.requirements.toReversed(),
      }
      const told = JSON.stringify(solved(one))
      expect(JSON.stringify(solved(one))).toBe(told)
      expect(JSON.stringify(solved(turned))).toBe(told)
    }
  })

  it('does not change where all weights are scaled', () => {
    for (const one of SOME) {
      const requirements = one.requirements.map((need) => ({ ...need, weight: need.weight * 7 }))
      expect(solved({ ...one, requirements }).plan).toEqual(solved(one).plan)
    }
  })

  it('does not change by an offer that serves nobody', () => {
    for (const one of SOME) {
      const useless = offer('useless', 'ZZZ', { capability: 'medical' })
      expect(solved({ ...one, offers: [...one.offers, useless] }).plan).toEqual(solved(one).plan)
    }
  })

  it('is as good whatever parties and offers are called', () => {
    for (const one of SOME) {
      const renamed = JSON.parse(
        JSON.stringify(one)
          .replaceAll(/"(AAA|BBB|CCC|DDD)"/g, (_, code: string) => `"X${code}"`)
          .replaceAll(/"o(\d)"/g, (_, at: string) => `"offer-${9 - Number(at)}"`),
      ) as Instance
      expect(values(renamed)).toEqual(values(one))
    }
  })

  it('is as good where an offer is split in two', () => {
    for (const one of SOME) {
      const whole = first(one.offers.filter(({ amount, lot }) => amount >= 2 * lot))
      if (!whole) continue
      const halves = [
        { ...whole, id: `${whole.id}-a`, amount: whole.lot },
        { ...whole, id: `${whole.id}-b`, amount: whole.amount - whole.lot },
      ]
      const offers = [...one.offers.filter(({ id }) => id !== whole.id), ...halves]
      expect(values({ ...one, offers })).toEqual(values(one))
    }
  })

  it('is the best so far where the time is up, with what it cannot pass', () => {
    const one = generate(5, { parties: 30, offers: 100, requirements: 20 })
    const full = solved(one)
    let now = 0
    const hurried = solve(one, { milliseconds: 1, within: 0 }, { engine, clock: () => (now += 1) })
    expect(check(examine(one).usable, hurried.plan)).toEqual([])
    expect(hurried.stopped).toBe('time')
    expect(hurried.levels[0]?.value).toBeGreaterThan(0)
    expect(hurried.levels[0]?.value).toBeLessThanOrEqual(full.levels[0]?.value ?? 0)
    expect(hurried.levels[0]?.bound).toBeGreaterThanOrEqual(full.levels[0]?.value ?? 0)
    expect(hurried.levels.every(({ gap, proven }) => proven === (gap === 0))).toBe(true)
  })
})

describe('the second reader', () => {
  it('finds what is wrong with a plan that was tampered with', () => {
    const one = SOME.find((some) => solved(some).plan.covers.length > 0) as Instance
    const { covers } = solved(one).plan
    const cover = first(covers)
    const share = first(cover.shares)
    const told = (more: object, shares: object = {}) =>
      check(one, {
        covers: [
          { ...cover, shares: [{ ...share, ...shares }, ...cover.shares.slice(1)], ...more },
        ],
      }).map(({ code }) => code)
    expect(told({})).toEqual([])
    expect(told({}, { amount: share.amount + 100 })).toContain('more-than-offered')
    expect(told({}, { amount: 0.5 })).toContain('no-whole-lots')
    expect(told({}, { party: 'ZZZ' })).toContain('other-party')
    expect(told({}, { offer: 'nobody' })).toContain('unknown-offer')
    expect(told({}, { from: '2020-01-01' })).toContain('other-days')
    expect(told({ shares: [] })).toContain('unit-incomplete')
    expect(told({ units: [{ ...first(cover.units), units: 99 }] })).toContain('more-than-needed')
  })
})
