import { beforeAll, describe, expect, it } from 'vitest'
import { check } from '../check/check.ts'
import { generate } from '../example/generate.ts'
import { oddInstance } from '../fixtures/odd.ts'
import { examine } from '../model/examine.ts'
import { lookupOf } from '../programme/fits.ts'
import { partsOf } from '../programme/parts.ts'
import type { Engine } from '../solving/engine.ts'
import { loadEngine } from '../solving/highs.ts'
import { PartSolver } from '../solving/part.ts'
import { searchByBlocks, weightOf } from './search.ts'
import { blocksOf } from './split.ts'

let engine: Engine
beforeAll(async () => {
  engine = await loadEngine()
})

const limits = { milliseconds: 60_000, within: 0, clock: () => 0 }
const SIZE = { parties: 30, offers: 300, requirements: 30 }
const ODD = { parties: 20, offers: 200, requirements: 20 }
const SEEDS = Array.from({ length: 15 }, (_, at) => at + 1)

/** Parts that fall into blocks but for lift, with what nothing can better. */
function* parts() {
  const instances = SEEDS.flatMap((seed) => [
    { seed, instance: generate(seed, SIZE) },
    { seed: 0 - seed, instance: oddInstance(seed, ODD) },
  ])
  for (const { seed, instance } of instances) {
    const { usable } = examine(instance)
    const lookup = lookupOf(usable)
    for (const part of partsOf(lookup)) {
      const blocks = blocksOf(lookup, part)
      if (!blocks) continue
      const whole = new PartSolver(lookup, part).level('units', { engine, ...limits })
      const found = searchByBlocks(lookup, part, blocks, { engine, ...limits })
      yield { seed, usable, lookup, blocks, best: whole.value, found }
    }
  }
}

describe('a search block by block', { timeout: 120_000 }, () => {
  it('never finds more than can be, nor says that less cannot be passed, and keeps every rule', () => {
    let [met, sum, most] = [0, 0, 0]
    for (const { seed, usable, lookup, blocks, best, found } of parts()) {
      const covers = found.covers.toSorted((a, b) => (a.requirement < b.requirement ? -1 : 1))
      const value = weightOf(lookup, covers)
      expect(check(usable, { covers }), `${seed}`).toEqual([])
      expect(value, `${seed}`).toBeLessThanOrEqual(best)
      expect(found.bound, `${seed}`).toBeGreaterThanOrEqual(best)
      expect(blocks.blocks.length).toBeGreaterThan(1)
      met += 1
      sum += value
      most += best
    }
    expect(met).toBeGreaterThan(SEEDS.length / 2)
    // Near the best in all: one or two blocks at a time leave little.
    expect(sum / most).toBeGreaterThan(0.99)
  })

  it('finds the same, in whatever order the data come', () => {
    const one = generate(7, SIZE)
    const turned = {
      ...one,
      offers: one.offers.toReversed(),
      requirements: one.requirements.toReversed(),
    }
    const [found, again] = [one, turned].map((data) => {
      const lookup = lookupOf(examine(data).usable)
      return partsOf(lookup).map((part) => {
        const blocks = blocksOf(lookup, part)
        return blocks && searchByBlocks(lookup, part, blocks, { engine, ...limits })
      })
    })
    expect(found?.some((part) => part !== null)).toBe(true)
    expect(JSON.stringify(again)).toBe(JSON.stringify(found))
  })
})
