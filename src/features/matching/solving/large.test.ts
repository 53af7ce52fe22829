import { beforeAll, describe, expect, it } from 'vitest'
import { blocksOf } from '../blocks/split.ts'
import { check } from '../check/check.ts'
import { generate } from '../example/generate.ts'
import { scoreOf } from '../fixtures/exhaustive.ts'
import { oddInstance } from '../fixtures/odd.ts'
import { examine } from '../model/examine.ts'
import { LEVELS } from '../model/plan.ts'
import { lookupOf } from '../programme/fits.ts'
import { partsOf } from '../programme/parts.ts'
import type { Engine } from './engine.ts'
import { loadEngine } from './highs.ts'
import { LargePart } from './large.ts'

let engine: Engine
beforeAll(async () => {
  engine = await loadEngine()
})

const SIZE = { parties: 20, offers: 140, requirements: 14 }
const search = { milliseconds: 60_000, within: 0, clock: () => 0 }

describe('a part too large for one programme', { timeout: 60_000 }, () => {
  it('keeps every rule in all aims, and says of each what its plan comes to', () => {
    let tried = 0
    for (const instance of [1, 2, 3].flatMap((at) => [generate(at, SIZE), oddInstance(at, SIZE)])) {
      const { usable } = examine(instance)
      const lookup = lookupOf(usable)
      for (const part of partsOf(lookup)) {
        const blocks = blocksOf(lookup, part)
        if (!blocks) continue
        const solver = new LargePart(lookup, part, blocks)
        const reached = LEVELS.map((level) => solver.level(level, { engine, ...search }))
        const plan = { covers: [...solver.covers] }
        expect(check(usable, plan)).toEqual([])
        const [units, partners, partnerships, delay, change] = scoreOf(usable, plan)
        const told = reached.map(({ value }) => value)
        expect(told).toEqual([-units, partners, -partnerships, delay, change])
        const [first, second, third] = reached
        expect(first?.bound).toBeGreaterThanOrEqual(first?.value ?? 0)
        expect(second?.bound).toBeLessThanOrEqual(second?.value ?? 0)
        expect(third?.bound).toBeGreaterThanOrEqual(third?.value ?? 0)
        tried += 1
      }
    }
    expect(tried).toBeGreaterThanOrEqual(5)
  })

  it('has a bound, and the plan of a clerk at least, where there is no time at all', () => {
    const { usable } = examine(generate(1, SIZE))
    const lookup = lookupOf(usable)
    const [part] = partsOf(lookup)
    const blocks = part && blocksOf(lookup, part)
    if (!part || !blocks) throw new Error('It should fall into blocks')
    const hasty = { ...engine, relax: () => ({ values: null, bound: Infinity, prices: [] }) }
    const { value, bound } = new LargePart(lookup, part, blocks).level('units', {
      ...{ ...search, engine: hasty, milliseconds: 0 },
    })
    expect(Number.isFinite(bound)).toBe(true)
    expect(value).toBeGreaterThan(0)
    expect(value).toBeLessThanOrEqual(bound)
  })
})
