import { describe, expect, it } from 'vitest'
import { ConferenceId, PartyCode } from '../../kernel/ids.ts'
import { examine } from '../matching/model/examine.ts'
import { instanceFrom, NOT_CONFIRMED, pairsIn } from './calculated/instance.ts'
import { follows } from './following/model.ts'
import { type Offer, OfferId, Terms } from './model.ts'
import { assumptionsOf, type Need, NeedId, NeedTerms, soughtOn } from './needs/model.ts'
import { madeOf } from './needs/recipes.ts'
import { faultsIn, settled } from './rules.ts'
import { endsSoon, shownOn, standingOn } from './shown.ts'

const [kenya, ghana, norway] = ['KEN', 'GHA', 'NOR'].map((code) => PartyCode.parse(code)) as [
  PartyCode,
  PartyCode,
  PartyCode,
]
const now = Temporal.Instant.from('2026-12-01T00:00:00Z')
const plain = { component: 'equipment', amount: 2, unit: 'helicopter', capability: 'aviation' }
const year = { from: '2027-01-01', until: '2027-12-31' }
const terms = (more: object = {}): Terms => Terms.parse({ ...plain, ...year, ...more })
const offer = (id: number, more: Partial<Offer> = {}): Offer => ({
  id: OfferId.parse(`00000000-0000-4000-8000-${String(id).padStart(12, '0')}`),
  ...{ conference: ConferenceId.parse('seoul2021'), party: kenya, terms: terms(), version: 1 },
  ...{ by: 'party', madeAt: now, changedAt: now, confirmedAt: now, withdrawnAt: null },
  takenFrom: null,
  ...more,
})
const need = (id: number, more: object = {}): Need => ({
  id: NeedId.parse(`00000000-0000-4000-8000-${String(id).padStart(12, '0')}`),
  ...{ conference: ConferenceId.parse('seoul2021'), version: 1, changedAt: now, droppedAt: null },
  terms: NeedTerms.parse({ capability: 'aviation', units: 2, ...year, ...more }),
})
const NOBODY = { capabilities: [], missions: [], parties: [] }

describe('terms of an offer', () => {
  const wrong = (more: object) =>
    Terms.safeParse({ ...plain, ...year, ...more }).error?.issues.map(({ path, message }) => [
      path.join('.'),
      message,
    ])

  it('count each part in its own units', () => {
    expect(wrong({ unit: 'flight' })).toEqual([['unit', 'offers.unit-of-component']])
    const needs = [{ component: 'transport', amount: 1, unit: 'kit' }]
    expect(wrong({ needs })).toEqual([['needs.0.unit', 'offers.unit-of-component']])
  })

  it('run forwards, and hold at least one lot', () => {
    expect(wrong({ from: '2028-01-01' })).toEqual([['until', 'offers.ends-before']])
    expect(wrong({ lot: 3 })).toEqual([['lot', 'offers.less-than-a-lot']])
  })

  it('refuse broken and huge amounts', () => {
    for (const amount of [0, -1, 1.5, 1e9, Number.NaN, 'many']) {
      expect(wrong({ amount })).not.toBeUndefined()
    }
  })

  it('say the same whatever the order', () => {
    const one = settled(terms({ languages: ['fr', 'en', 'fr'], words: '  ' }))
    expect(one).toEqual(settled(terms({ languages: ['en', 'fr'], words: null })))
  })

  it('are refused at the field that is wrong', () => {
    const codes = (more: object, today = '2026-12-01') =>
      faultsIn(terms(more), { party: kenya, today, unknown: NOBODY }).map(({ path, code }) => [
        path.join('.'),
        code,
      ])
    expect(codes({})).toEqual([])
    expect(codes({}, '2028-01-01')).toEqual([['terms.until', 'offers.over']])
    expect(codes({ caveats: { partnersExcluded: ['KEN'] } })).toEqual([
      ['terms.caveats.partnersExcluded', 'offers.partner-itself'],
    ])
    expect(codes({ caveats: { partnersExcluded: ['GHA'], partnersPreferred: ['GHA'] } })).toEqual([
      ['terms.caveats.partnersPreferred', 'offers.excluded-and-preferred'],
    ])
    const lift = { component: 'transport', amount: 1, unit: 'flight' }
    const helicopters = { component: 'equipment', amount: 1, unit: 'helicopter' }
    expect(codes({ needs: [lift, helicopters, lift] })).toEqual([
      ['terms.needs.1.component', 'offers.needs-itself'],
      ['terms.needs.2.component', 'offers.need-twice'],
    ])
  })
})

describe('what other delegations read of an offer', () => {
  const shown = offer(1, {
    terms: terms({
      audience: 'participants',
      conditions: ['parliament'],
      readiness: 3,
      caveats: { missionsExcluded: ['UNMISS'], words: 'Not at night' },
    }),
  })

  it('is nothing, where its party did not choose so, or it is not there', () => {
    expect(shownOn(offer(1), '2027-01-01')).toBeNull()
    expect(shownOn({ ...shown, withdrawnAt: now }, '2027-01-01')).toBeNull()
    expect(shownOn({ ...shown, confirmedAt: null }, '2027-01-01')).toBeNull()
    expect(shownOn(shown, '2028-01-01')).toBeNull()
    expect(shownOn(null, '2027-01-01')).toBeNull()
  })

  it('is no caveat, no condition and no readiness, nor that there are any', () => {
    const bare = offer(1, { terms: terms({ audience: 'participants' }) })
    expect(shownOn(shown, '2027-01-01')).toEqual(shownOn(bare, '2027-01-01'))
    expect(JSON.stringify(shownOn(shown, '2027-01-01'))).not.toMatch(/caveat|UNMISS|parliament/)
  })

  it('ends with its last day, of which its party is warned', () => {
    expect(standingOn(shown, '2027-12-31')).toBe('open')
    expect(standingOn(shown, '2028-01-01')).toBe('over')
    expect(endsSoon(shown, '2027-11-30')).toBe(false)
    expect(endsSoon(shown, '2027-12-01')).toBe(true)
  })
})

describe('a need', () => {
  it('is read by delegations without what it counts for', () => {
    expect(soughtOn(need(1), '2027-01-01')).toBeNull()
    const sought = soughtOn(need(1, { audience: 'participants', weight: 9 }), '2027-01-01')
    expect(sought?.terms).not.toHaveProperty('weight')
  })

  it('says what in it no paper says', () => {
    expect(assumptionsOf(need(1).terms, null)).toEqual(['units', 'from', 'until'])
    const paper = {
      quantity: { kind: 'exact', value: 2, unit: 'unit', currency: null, year: null } as const,
      ...{ mission: 'UNMISS', language: 'fr' as const },
      neededBy: { words: { original: 'en' as const, in: {} }, on: '2027-01' },
    }
    const said = { mission: 'UNMISS', languages: ['fr'] }
    expect(assumptionsOf(need(1, said).terms, paper)).toEqual(['until'])
    expect(assumptionsOf(need(1, { languages: ['en'], minimumReadiness: 2 }).terms, paper)).toEqual(
      ['mission', 'languages', 'until', 'readiness'],
    )
  })
})

describe('what units are made up of', () => {
  const note = { original: 'en' as const, in: {} }
  const recipe = {
    components: [
      { component: 'people' as const, note },
      { component: 'money' as const, note },
    ],
    sources: [],
  }
  const capabilities = [
    { code: 'aviation', recipe },
    { code: 'aviation.helicopter', recipe: null },
  ]

  it('is a whole, or one of each part that a recipe above names, but for money', () => {
    const { alternatives, of, by } = madeOf('aviation.helicopter', { capabilities, set: [] })
    expect({ of, by }).toEqual({ of: 'aviation', by: 'usual' })
    expect(alternatives.map((one) => one.components.map(({ component }) => component))).toEqual([
      ['unit'],
      ['people'],
    ])
    expect(madeOf('police', { capabilities, set: [] }).alternatives).toHaveLength(1)
  })

  it('is what the secretariat said, for it or above it', () => {
    const alternatives = [{ components: [{ component: 'unit', amount: 2, unit: 'unit' } as const] }]
    const set = [{ capability: 'aviation', alternatives, version: 3 }]
    expect(madeOf('aviation.helicopter', { capabilities, set })).toEqual({
      ...{ alternatives, by: 'set', of: 'aviation', version: 3 },
    })
  })
})

describe('what a calculation knows', () => {
  const known = {
    asOf: '2026-12-01',
    capabilities: [{ code: 'aviation', recipe: null }],
    offers: [
      offer(3),
      offer(2, { confirmedAt: null, by: 'secretariat' }),
      offer(1, { withdrawnAt: now }),
    ],
    needs: [need(2), need(1), { ...need(3), droppedAt: now }],
    set: [],
    together: [[norway, kenya], [kenya, norway], [ghana]],
  }

  it('is without fault, sorted, and the same for the same facts', () => {
    const instance = instanceFrom(known)
    expect(examine(instance).problems).toEqual([])
    expect(instance.offers.map(({ id }) => id.at(-1))).toEqual(['2', '3'])
    expect(instance.requirements.map(({ id }) => id.at(-1))).toEqual(['1', '2'])
    expect(instance.existing).toEqual([[kenya, norway]])
    const otherwise = {
      ...known,
      offers: known.offers.toReversed(),
      needs: known.needs.toReversed(),
    }
    expect(JSON.stringify(instanceFrom(otherwise))).toBe(JSON.stringify(instance))
  })

  it('says which offers nobody confirmed', () => {
    expect(instanceFrom(known).offers.map(({ conditions }) => conditions)).toEqual([
      [NOT_CONFIRMED],
      [],
    ])
  })

  it('pairs each party with each other once', () => {
    expect(pairsIn([[norway, kenya, ghana, kenya]])).toEqual([
      [ghana, kenya],
      [ghana, norway],
      [kenya, norway],
    ])
  })
})

describe('whoever follows a capability', () => {
  const on = (side: 'sought' | 'offered', capability: string | null) => ({ side, capability })

  it('is told of it and of what is below, and of nothing else', () => {
    const one = { side: 'offered', capability: 'medical' } as const
    expect(follows(one, on('offered', 'medical.evacuation'))).toBe(true)
    expect(follows(one, on('offered', 'medicalx'))).toBe(false)
    expect(follows(one, on('sought', 'medical'))).toBe(false)
    expect(follows({ ...one, capability: '*' }, on('offered', 'police'))).toBe(true)
  })

  it('is told of an offer that would do for it too', () => {
    const one = { side: 'offered', capability: 'medical.evacuation' } as const
    expect(follows(one, on('offered', 'medical'))).toBe(true)
    expect(follows(one, on('offered', null))).toBe(true)
    expect(follows({ ...one, side: 'sought' }, on('sought', 'medical'))).toBe(false)
  })
})
