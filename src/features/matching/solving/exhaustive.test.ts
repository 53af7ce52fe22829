import { beforeAll, describe, expect, it } from 'vitest'
import { check } from '../check/check.ts'
import { smallInstance } from '../fixtures/chance.ts'
import { bestScore, scoreOf } from '../fixtures/exhaustive.ts'
import { examine } from '../model/examine.ts'
import { LEVELS } from '../model/plan.ts'
import type { Engine } from './engine.ts'
import { loadEngine } from './highs.ts'
import { solve } from './solve.ts'

let engine: Engine
beforeAll(async () => {
  engine = await loadEngine()
})

const MANY = 2000

describe('whoever tries everything', () => {
  it('finds nothing better', { timeout: 120_000 }, () => {
    let covered = 0
    for (let seed = 1; seed <= MANY; seed += 1) {
      const { usable } = examine(smallInstance(seed))
      const { plan, levels } = solve(
        usable,
        { milliseconds: 60_000, within: 0 },
        { engine, clock: () => 0 },
      )
      expect(check(usable, plan), `${seed}`).toEqual([])
      const score = scoreOf(usable, plan)
      expect(score, `${seed}`).toEqual(bestScore(usable))
      const values = score.map((one, at) => (at === 0 || at === 2 ? 0 - one : one))
      // What was accepted for needs of which nothing can be whole is no longer calculated with.
      const told = usable.accepted ? LEVELS.slice(0, 4) : LEVELS
      for (const [at, name] of told.entries()) {
        expect([levels[at]?.value, levels[at]?.proven], `${seed} ${name}`).toEqual([
          values[at],
          true,
        ])
      }
      if (plan.covers.length > 0) covered += 1
    }
    expect(covered).toBeGreaterThan(MANY / 5)
  })
})
