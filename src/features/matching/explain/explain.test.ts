import { beforeAll, describe, expect, it } from 'vitest'
import { instance, offer, requirement } from '../fixtures/invented.ts'
import type { Instance } from '../model/instance.ts'
import type { Engine } from '../solving/engine.ts'
import { loadEngine } from '../solving/highs.ts'
import { solve } from '../solving/solve.ts'
import { explain } from './explain.ts'
import { seenBy } from './seen.ts'

let engine: Engine
beforeAll(async () => {
  engine = await loadEngine()
})
const clock = () => 0
const explained = (one: Instance) => {
  const { plan } = solve(one, { milliseconds: 5000, within: 0 }, { engine, clock })
  return explain(one, plan, { engine, clock, milliseconds: 5000 })
}
const teams = (id: string, party: string, amount: number, more = {}) =>
  offer(id, party, { component: 'people', unit: 'team', amount, ...more })
const codes = (one: Instance) =>
  explained(one).requirements[0]?.reasons.map(({ code, party }) => [code, party])

describe('an explanation', () => {
  it('names who covers a need, and asks for nothing more', () => {
    const { requirements, scarce } = explained(
      instance(
        [offer('a', 'KEN', { conditions: ['funding'] }), teams('b', 'GHA', 2)],
        [requirement('r')],
      ),
    )
    expect(requirements[0]).toMatchObject({ standing: 'covered', missing: [], reasons: [] })
    expect(requirements[0]?.by.map(({ party, conditions }) => [party, conditions])).toEqual([
      ['KEN', ['funding']],
      ['GHA', []],
    ])
    expect(scarce).toEqual([])
  })

  it('says exactly what is missing, and that one more offer of it would do', () => {
    const { requirements, scarce } = explained(
      instance(
        [offer('a', 'KEN', { amount: 3 }), teams('b', 'GHA', 3)],
        [requirement('r', { units: 3 })],
      ),
    )
    const missing = {
      component: 'people',
      unit: 'team',
      amount: 1,
      from: '2027-01-01',
      until: '2027-12-31',
    }
    expect(requirements[0]).toMatchObject({
      standing: 'half',
      units: 1,
      wanted: 3,
      missing: [missing],
    })
    expect(requirements[0]?.completing).toEqual([{ ...missing, units: 1, weight: 1 }])
    expect(scarce[0]).toMatchObject({ component: 'people', amount: 1, units: 1 })
  })

  it('knows the days on which a component is missing', () => {
    const relay = [
      teams('b', 'GHA', 2, { until: '2027-06-30' }),
      teams('c', 'UGA', 2, { from: '2027-09-01' }),
    ]
    const { requirements } = explained(instance([offer('a', 'KEN'), ...relay], [requirement('r')]))
    expect(requirements[0]?.missing).toMatchObject([
      { amount: 2, from: '2027-07-01', until: '2027-08-31' },
    ])
  })

  it('counts the units that one more of a scarce component would complete', () => {
    const needs = [1, 2, 3].map((at) => requirement(`r${at}`))
    const one = instance([offer('a', 'KEN', { amount: 3 }), teams('b', 'GHA', 6)], needs, {
      recipes: [
        {
          capability: 'aviation',
          alternatives: [
            {
              id: 'whole',
              components: [
                { component: 'equipment', amount: 1, unit: 'helicopter' },
                { component: 'people', amount: 2, unit: 'team' },
                { component: 'transport', amount: 1, unit: 'flight' },
              ],
            },
          ],
        },
      ],
    })
    const [lift] = explained(one).scarce
    expect(lift).toMatchObject({ component: 'transport', amount: 1, units: 1 })
  })

  it('says why: nobody, date, readiness, language, taken', () => {
    const need = requirement('r', { languages: ['fr'], minimumReadiness: 2 })
    const only = (...crews: ReturnType<typeof offer>[]) =>
      codes(instance([offer('a', 'KEN'), ...crews], [need]))
    expect(only()).toEqual([['nobody-offers', null]])
    const speaking = { languages: ['fr' as const] }
    expect(only(teams('b', 'GHA', 2))).toEqual([['language', 'GHA']])
    expect(only(teams('b', 'GHA', 2, { ...speaking, readiness: 1 }))).toEqual([
      ['readiness', 'GHA'],
    ])
    expect(
      only(teams('b', 'GHA', 2, { ...speaking, from: '2028-01-01', until: '2028-12-31' })),
    ).toEqual([['date', 'GHA']])
    expect(only(teams('b', 'GHA', 1, speaking))).toEqual([['too-little', null]])
    const rivals = instance(
      [offer('a', 'KEN', { amount: 2 }), teams('b', 'GHA', 2)],
      [requirement('r'), requirement('s', { weight: 5 })],
    )
    expect(explained(rivals).requirements[0]?.reasons[0]).toMatchObject({
      code: 'taken',
      requirement: 's',
    })
  })

  it('keeps caveats to their author and the desk', () => {
    const caveats = { ...offer('x', 'GHA').caveats, partnersExcluded: [offer('x', 'KEN').party] }
    const whole = explained(
      instance(
        [
          offer('a', 'KEN'),
          teams('b', 'GHA', 2, { caveats: { ...caveats, missionsExcluded: ['M'] } }),
        ],
        [requirement('r', { mission: 'M' })],
      ),
    )
    expect(whole.requirements[0]?.reasons[0]).toMatchObject({
      code: 'mission-excluded',
      confidential: true,
    })
    const author = seenBy(whole, { party: offer('x', 'GHA').party })
    expect(author.requirements[0]?.reasons[0]?.code).toBe('mission-excluded')
    for (const reader of ['public', { party: offer('x', 'KEN').party }] as const) {
      const told = JSON.stringify(seenBy(whole, reader))
      expect(told).not.toContain('GHA')
      expect(told).not.toContain('excluded')
      expect(told).toContain('no-combination')
    }
  })
})
