import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PartyCode } from '../../../kernel/ids.ts'
import { Quantity } from '../../../kernel/quantity.ts'
import { PledgeId } from '../../pledges/model.ts'
import { ROLES } from '../../pledges/shares.model.ts'
import type { Entry } from '../ledger.model.ts'
import { count, RULES, type Rule } from './count.ts'
import { filtered } from './filter.ts'

const id = (number: number) => PledgeId.parse(`KOR-2021-${String(number).padStart(2, '0')}`)
const party = (code: string) => PartyCode.parse(code)
const isState = (code: string) => code.length === 3
const pledge = (number: number, more: Partial<Entry> = {}): Entry => ({
  id: id(number),
  conference: 'seoul2021',
  lead: 'KOR',
  since: '2021-12-07',
  sinceConference: false,
  withdrawn: false,
  knownUntil: null,
  shares: [{ party: party('KOR'), role: 'unit' }],
  quantity: { kind: 'none' },
  capabilities: ['infantry.company'],
  categories: ['2021.capabilities'],
  missions: [],
  beneficiaries: [],
  conditions: [],
  reannounces: [],
  renews: [],
  partOf: null,
  reports: [],
  earlier: [],
  ...more,
})
const of = (quantity: object) => Quantity.parse(quantity)
const counted = (rule: Rule, ...entries: Entry[]) => count(entries, rule, isState)
const sums = (rule: Rule, ...entries: Entry[]) =>
  counted(rule, ...entries).sums.map(({ measure, year, bounds }) => [measure, year, bounds])

describe('counting', () => {
  it('counts a joint pledge once, and each of its parties once', () => {
    const joint = pledge(1, {
      shares: ['KOR', 'USA', 'KEN'].map((code) => ({ party: party(code), role: 'unit' })),
      quantity: of({ kind: 'exact', value: 16, unit: 'helicopter' }),
    })
    expect(counted('pledges', joint).number).toBe(1)
    expect(counted('states', joint).codes).toEqual(['KEN', 'KOR', 'USA'])
    expect(sums('quantities', joint)).toEqual([['helicopter', null, { low: 16, high: 16 }]])
  })

  it('counts a state once, in however many categories it promises something', () => {
    const women = pledge(2, { categories: ['2021.women', '2021.training'] })
    expect(counted('states', pledge(1), women, pledge(3)).number).toBe(1)
  })

  it('never counts a recipient among those who promise', () => {
    const shares = [
      { party: party('USA'), role: 'money' as const },
      { party: party('KEN'), role: 'recipient' as const },
    ]
    expect(counted('states', pledge(1, { shares })).codes).toEqual(['USA'])
  })

  it('tells states from organisations', () => {
    const shares = [{ party: party('EU'), role: 'training' as const }]
    expect(counted('states', pledge(1, { shares })).number).toBe(0)
    expect(counted('parties', pledge(1, { shares })).number).toBe(1)
  })

  it('adds nothing for a re-announcement, and says so', () => {
    const troops = of({ kind: 'up-to', value: 10000, unit: 'troops' })
    const first = pledge(1, { quantity: troops })
    const again = pledge(2, { quantity: troops, reannounces: [id(1)] })
    expect(counted('pledges', first, again).number).toBe(1)
    expect(sums('quantities', first, again)).toEqual([['troops', null, { low: 0, high: 10000 }]])
    expect(counted('quantities', first, again).leftOut).toEqual([
      { id: id(2), why: 're-announced' },
    ])
  })

  it('counts one aircraft in turns as one', () => {
    const shares = ['NOR', 'PRT', 'DNK', 'SWE', 'BEL'].map((code) => ({
      party: party(code),
      role: 'unit' as const,
    }))
    const aircraft = of({ kind: 'exact', value: 1, unit: 'aircraft' })
    expect(sums('quantities', pledge(1, { shares, quantity: aircraft }))).toEqual([
      ['aircraft', null, { low: 1, high: 1 }],
    ])
  })

  it('does not add what is part of another amount', () => {
    const euros = (value: number) =>
      of({ kind: 'exact', value, unit: 'money', currency: 'EUR', year: 2023 })
    const whole = pledge(1, { quantity: euros(46_900_000) })
    const part = pledge(2, { quantity: euros(24_900_000), partOf: id(1) })
    expect(sums('money', whole, part)).toEqual([
      ['EUR', 2023, { low: 46_900_000, high: 46_900_000 }],
    ])
    expect(counted('pledges', whole, part).number).toBe(2)
  })

  it('never adds currencies, nor the money of two years', () => {
    const money = (currency: string, year: number) =>
      pledge(year, { quantity: of({ kind: 'exact', value: 100, unit: 'money', currency, year }) })
    expect(sums('money', money('EUR', 2021), money('USD', 2022), money('EUR', 2023))).toEqual([
      ['EUR', 2021, { low: 100, high: 100 }],
      ['EUR', 2023, { low: 100, high: 100 }],
      ['USD', 2022, { low: 100, high: 100 }],
    ])
  })

  it('carries ranges and open ends through, and guesses no unknown', () => {
    const troops = (quantity: object) => of({ unit: 'troops', ...quantity })
    const all = [
      pledge(1, { quantity: troops({ kind: 'exact', value: 100 }) }),
      pledge(2, { quantity: troops({ kind: 'up-to', value: 600 }) }),
      pledge(3, { quantity: troops({ kind: 'at-least', value: 50 }) }),
      pledge(4),
      pledge(5, { quantity: troops({ kind: 'per-period', value: 5, per: 'month' }) }),
    ]
    expect(sums('quantities', ...all)).toEqual([['troops', null, { low: 150, high: null }]])
    expect(counted('quantities', ...all).leftOut).toEqual([
      { id: id(4), why: 'no-quantity' },
      { id: id(5), why: 'per-period' },
    ])
  })
})

const anEntry = fc
  .record({
    number: fc.integer({ min: 1, max: 9999 }),
    parties: fc.uniqueArray(fc.constantFrom('KOR', 'USA', 'KEN', 'EU', 'FRA'), { minLength: 1 }),
    role: fc.constantFrom(...ROLES),
    value: fc.nat(5000),
    kind: fc.constantFrom('exact', 'about', 'up-to', 'at-least', 'none'),
    unit: fc.constantFrom('troops', 'company', 'helicopter'),
    category: fc.constantFrom('2021.training', '2021.women'),
  })
  .map(({ number, parties, role, value, kind, unit, category }) =>
    pledge(number, {
      shares: parties.map((code) => ({ party: party(code), role })),
      quantity: of(kind === 'none' ? { kind } : { kind, value, unit }),
      categories: [category],
    }),
  )
const someEntries = fc.uniqueArray(anEntry, { selector: ({ id: one }) => one, maxLength: 30 })
const totals = (entries: readonly Entry[]) =>
  RULES.map((rule) => {
    const { number, codes, sums: all } = count(entries, rule, isState)
    return { number, codes, sums: all.map(({ measure, year, bounds }) => [measure, year, bounds]) }
  })

describe('no total changes', () => {
  it('when a pledge is split into more shares of the same parties', () => {
    fc.assert(
      fc.property(someEntries, (entries) => {
        const split = entries.map((entry) => ({
          ...entry,
          shares: entry.shares.flatMap((share) =>
            share.role === 'recipient' ? share : [share, { ...share, role: 'transport' as const }],
          ),
        }))
        expect(totals(split)).toEqual(totals(entries))
      }),
    )
  })

  it('when pledges are announced again', () => {
    fc.assert(
      fc.property(someEntries, fc.nat(), (entries, seed) => {
        const again = entries
          .filter((_, i) => (seed + i) % 2 === 0)
          .map((entry, i) => ({ ...entry, id: id(20_000 + i), reannounces: [entry.id] }))
        expect(totals([...entries, ...again])).toEqual(totals(entries))
      }),
    )
  })

  it('when pledges stand in another order', () => {
    fc.assert(
      fc.property(someEntries, (entries) => {
        expect(totals(entries.toReversed())).toEqual(totals(entries))
      }),
    )
  })

  it('when a category is renamed', () => {
    fc.assert(
      fc.property(someEntries, (entries) => {
        const renamed = entries.map((entry) => ({
          ...entry,
          categories: entry.categories.map((code) => code.replace('training', 'instruction')),
        }))
        const within = (all: readonly Entry[], category: string) =>
          totals(filtered(all, { category }))
        expect(within(renamed, '2021.instruction')).toEqual(within(entries, '2021.training'))
        expect(totals(renamed)).toEqual(totals(entries))
      }),
    )
  })

  it('but each pledge is either counted or left out with a reason, once', () => {
    fc.assert(
      fc.property(someEntries, (entries) => {
        for (const rule of ['pledges', 'quantities', 'units', 'money'] as const) {
          const { counted: found, leftOut } = count(entries, rule, isState)
          const all = [...found, ...leftOut.map(({ id: one }) => one)]
          expect(all.toSorted()).toEqual(entries.map(({ id: one }) => one).toSorted())
        }
      }),
    )
  })
})
