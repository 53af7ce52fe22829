import { beforeAll, describe, expect, it } from 'vitest'
import { check } from '../check/check.ts'
import { instance, offer, requirement } from '../fixtures/invented.ts'
import type { Instance } from '../model/instance.ts'
import type { Engine } from './engine.ts'
import { loadEngine } from './highs.ts'
import { solve } from './solve.ts'

let engine: Engine
beforeAll(async () => {
  engine = await loadEngine()
})
const solved = (one: Instance) => {
  const solution = solve(
    one,
    { milliseconds: 5000, within: 0 },
    { engine, clock: () => performance.now() },
  )
  expect(check(one, solution.plan)).toEqual([])
  return solution
}
const team = { component: 'people', unit: 'team' }

describe('a plan', () => {
  it('makes a whole unit of shares of two', () => {
    const one = instance(
      [offer('a', 'KEN'), offer('b', 'GHA', { ...team, amount: 2 })],
      [requirement('r')],
    )
    const { plan, levels, stopped } = solved(one)
    expect(plan.covers[0]?.units).toEqual([{ alternative: 'whole', units: 1, from: '2027-01-01' }])
    expect(levels.map(({ value, proven }) => [value, proven])).toEqual([
      [1, true],
      [2, true],
      [0, true],
      [0, true],
      [3, true],
    ])
    expect(stopped).toBeNull()
  })
})
