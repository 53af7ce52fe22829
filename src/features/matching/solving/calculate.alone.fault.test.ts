import { describe, expect, it } from 'vitest'
import { check } from '../check/check.ts'
import { generate } from '../example/generate.ts'
import { instance, offer, requirement } from '../fixtures/invented.ts'
import { calculate } from './calculate.worker.ts'
import { loadEngine } from './highs.ts'
import { type Progress, solve } from './solve.ts'

const one = instance(
  [offer('a', 'KEN'), offer('b', 'GHA', { component: 'people', unit: 'team', amount: 2 })],
  [requirement('r'), requirement('s')],
)
const limits = { milliseconds: 10_000, within: 0 }
const wanted = { instance: one, limits, explaining: 5000 }

describe('a process that calculates', () => {
  it('answers what would be answered here, says how far it is, and ends', async () => {
    const told: Progress[] = []
    const { solution, explanation } = await calculate(wanted, { tell: (some) => told.push(some) })
    const engine = await loadEngine()
    expect(solution).toEqual(solve(one, limits, { engine, clock: () => 0 }))
    expect(explanation?.requirements.map(({ standing }) => standing)).toEqual(['covered', 'not'])
  })

  it('answers with the best plan so far where it is asked to end', async () => {
    const stop = new AbortController()
    const large = generate(3, { parties: 40, offers: 700, requirements: 140 })
    const calculating = calculate(
      { instance: large, limits: { milliseconds: 60_000, within: 0 }, explaining: 5000 },
      { stop: stop.signal, tell: () => stop.abort(new Error('enough')) },
    )
    const { solution } = await calculating
    expect(solution.stopped).toBe('cancelled')
    expect(solution.levels[0]?.value).toBeGreaterThan(0)
    expect(check(large, solution.plan)).toEqual([])
  })

  it('ends at once where it is cancelled, before and while it works, and the next one has its turn', async () => {
    const cancel = new AbortController()
    const running = calculate(wanted, { signal: cancel.signal })
    const waiting = calculate(wanted, { signal: AbortSignal.abort(new Error('never')) })
    const next = calculate(wanted)
    setTimeout(() => cancel.abort(new Error('enough')), 20)
    await expect(running).rejects.toThrow('enough')
    await expect(waiting).rejects.toThrow('never')
    expect((await next).solution.levels[0]?.value).toBe(1)
  })
})
