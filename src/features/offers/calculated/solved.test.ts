import { beforeAll, describe, expect, it } from 'vitest'
import { ConferenceId, PartyCode } from '../../../kernel/ids.ts'
import { check } from '../../matching/check/check.ts'
import type { Engine } from '../../matching/solving/engine.ts'
import { loadEngine } from '../../matching/solving/highs.ts'
import { solve } from '../../matching/solving/solve.ts'
import { type Offer, OfferId, Terms } from '../model.ts'
import { NeedId, NeedTerms } from '../needs/model.ts'
import { instanceFrom } from './instance.ts'

let engine: Engine
beforeAll(async () => {
  engine = await loadEngine()
})

const now = Temporal.Instant.from('2026-12-01T00:00:00Z')
const conference = ConferenceId.parse('seoul2021')
const year = { from: '2027-01-01', until: '2027-12-31' }
const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
const offer = (number: number, party: string, terms: object): Offer => ({
  ...{ id: OfferId.parse(id(number)), conference, party: PartyCode.parse(party), version: 1 },
  terms: Terms.parse({ capability: 'aviation', ...year, ...terms }),
  ...{ by: 'party', madeAt: now, changedAt: now, confirmedAt: now, withdrawnAt: null },
  takenFrom: null,
})
const need = {
  ...{ id: NeedId.parse(id(9)), conference, version: 1, changedAt: now, droppedAt: null },
  terms: NeedTerms.parse({ capability: 'aviation.helicopter', units: 1, ...year }),
}
const alternatives = [
  {
    components: [
      { component: 'equipment', amount: 2, unit: 'helicopter' } as const,
      { component: 'people', amount: 1, unit: 'team' } as const,
    ],
  },
]

/** Who gives what together, of what is offered. */
function planned(offers: readonly Offer[]) {
  const instance = instanceFrom({
    ...{ asOf: '2026-12-01', capabilities: [], offers, needs: [need], together: [] },
    set: [{ capability: 'aviation', alternatives, version: 1 }],
  })
  const limits = { milliseconds: 5000, within: 0 }
  const { plan } = solve(instance, limits, { engine, clock: () => performance.now() })
  expect(check(instance, plan)).toEqual([])
  return plan.covers.flatMap(({ shares }) =>
    shares.map(({ party, amount, unit }) => `${party} ${amount} ${unit}`),
  )
}
const helicopters = { component: 'equipment', amount: 4, unit: 'helicopter' }
const crew = offer(2, 'KEN', { component: 'people', amount: 1, unit: 'team' })

describe('offers as they are kept', () => {
  it('make whole units together', () => {
    expect(planned([offer(1, 'KOR', helicopters), crew])).toEqual([
      'KOR 2 helicopter',
      'KEN 1 team',
    ])
  })

  it('make none where a caveat stands against it', () => {
    for (const caveats of [{ partnersExcluded: ['KEN'] }, { partnersReadiness: 2 }]) {
      expect(planned([offer(1, 'KOR', { ...helicopters, caveats }), crew])).toEqual([])
    }
  })

  it('make one only with what they need in return', () => {
    const needs = [{ component: 'transport', amount: 1, unit: 'flight' }]
    const asking = offer(1, 'KOR', { ...helicopters, needs, lot: 2 })
    expect(planned([asking, crew])).toEqual([])
    const lift = { component: 'transport', amount: 3, unit: 'flight', capability: null }
    expect(planned([asking, crew, offer(3, 'NOR', lift)])).toContain('NOR 1 flight')
  })
})
