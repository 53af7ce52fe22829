import { beforeAll, describe, expect, it } from 'vitest'
import { check } from '../check/check.ts'
import { explain } from '../explain/explain.ts'
import { examine } from '../model/examine.ts'
import { Instance } from '../model/instance.ts'
import { partnersOf } from '../model/plan.ts'
import type { Engine } from '../solving/engine.ts'
import { loadEngine } from '../solving/highs.ts'
import { solve } from '../solving/solve.ts'
import { EXAMPLE } from './example.ts'
import { generate } from './generate.ts'

let engine: Engine
beforeAll(async () => {
  engine = await loadEngine()
})
const limits = { milliseconds: 60_000, within: 0 }
const clock = () => 0

describe('the example', () => {
  it('is a partnership of three, a triangular one, and a hospital in turns', () => {
    expect(examine(Instance.parse(EXAMPLE)).problems).toEqual([])
    const { plan } = solve(EXAMPLE, limits, { engine, clock })
    expect(check(EXAMPLE, plan)).toEqual([])
    expect(plan.covers.map((one) => [one.requirement, partnersOf(one)])).toEqual([
      ['engineers', ['ORG-O', 'STATE-D', 'STATE-E']],
      ['helicopters', ['STATE-A', 'STATE-B', 'STATE-C']],
      ['hospital', ['STATE-A', 'STATE-B', 'STATE-C', 'STATE-E']],
    ])
  })

  it('shows what one more lift, and two more platoons, would complete', () => {
    const { plan } = solve(EXAMPLE, limits, { engine, clock })
    const { scarce, requirements } = explain(EXAMPLE, plan, { engine, clock, milliseconds: 60_000 })
    expect(scarce.map(({ component, amount, units }) => [component, amount, units])).toEqual([
      ['transport', 1, 1],
      ['people', 2, 1],
    ])
    expect(requirements.map(({ standing }) => standing)).toEqual(['half', 'half', 'covered'])
  })
})

describe('what is invented', () => {
  const size = { parties: 20, offers: 60, requirements: 15 }

  it('is the same from the same seed, and nothing is wrong with it', () => {
    const one = generate(7, size)
    expect(generate(7, size)).toEqual(one)
    expect(generate(8, size)).not.toEqual(one)
    expect(examine(Instance.parse(one)).problems.filter(({ setAside }) => setAside)).toEqual([])
  })
})
