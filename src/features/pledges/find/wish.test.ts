import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LEVELS, STAGES } from '../history.model.ts'
import { CONDITIONS } from '../model.ts'
import { ROLES } from '../shares.model.ts'
import { addressOfList, facetsWished, filtersOf, ORDERS, Wish } from './wish.ts'

const wish = (query: object = {}) => Wish.parse(query)
const asked = (address: string) =>
  Wish.parse(Object.fromEntries(new URL(address, 'https://plenum.example').searchParams))

describe('what a reader asks for', () => {
  it('is nothing where the address says nothing', () => {
    expect(filtersOf(wish())).toEqual([])
    expect(facetsWished(wish())).toEqual([])
  })

  it('is what a form without JavaScript sends, empty fields and all', () => {
    const sent = { q: '', party: 'KEN', role: '', edition: '', stage: 'delivered', page: '' }
    expect(facetsWished(wish(sent))).toEqual(['party:KEN', 'delivery:delivered'])
  })

  it('leaves out what it cannot mean', () => {
    const odd = {
      party: 'nobody!',
      role: 'president',
      edition: 'Seoul 2021',
      capability: "a'; drop table",
      mission: 'unmiss',
      stage: 'failed',
      reported: 'never',
      order: 'size',
      page: '-3',
      zzz: '1',
    }
    expect(wish(odd)).toEqual(wish())
  })

  it('cuts words that are too long, so that the field shows what was looked for', () => {
    expect(wish({ q: `  ${'猫'.repeat(200)}` }).q).toBe('猫'.repeat(80))
  })

  it('means one share by a party and a role together: this party in this role', () => {
    expect(facetsWished(wish({ party: 'KOR', role: 'equipment' }))).toEqual(['part:KOR:equipment'])
    expect(facetsWished(wish({ role: 'equipment' }))).toEqual(['role:equipment'])
  })

  it('is one facet for everything else', () => {
    expect(
      facetsWished(
        wish({
          edition: 'none',
          category: '2021.capabilities',
          capability: 'aviation.helicopter',
          mission: 'UNMISS',
          stage: 'ready-not-requested',
          readiness: 'RDL',
          condition: 'un-request',
          theme: 'women',
          quantity: 'up-to',
          reported: '2023',
          link: 're-announces',
          beneficiary: 'KEN',
          requirement: '2022-03.utility-helicopters',
        }),
      ),
    ).toEqual([
      'edition:none',
      'category:2021.capabilities',
      'capability:aviation.helicopter',
      'mission:UNMISS',
      'delivery:ready-not-requested',
      'readiness:RDL',
      'condition:un-request',
      'theme:women',
      'quantity:up-to',
      'reported:2023',
      'link:re-announces',
      'beneficiary:KEN',
      'requirement:2022-03.utility-helicopters',
    ])
  })
})

describe('the address of a list', () => {
  it('has nothing in it that goes without saying', () => {
    expect(addressOfList(wish())).toBe('/pledges')
    expect(addressOfList(wish({ edition: 'seoul2021', page: '1' }))).toBe(
      '/pledges?edition=seoul2021',
    )
  })

  it('gives back what it was made of', () => {
    const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) =>
      fc.option(arbitrary, { nil: undefined })
    const any = fc.record({
      q: fc.string({ unit: 'grapheme', maxLength: 20 }),
      party: maybe(fc.constantFrom('KOR', 'EU')),
      role: maybe(fc.constantFrom(...ROLES)),
      edition: maybe(fc.constantFrom('none', 'seoul2021')),
      stage: maybe(fc.constantFrom(...STAGES)),
      readiness: maybe(fc.constantFrom(...LEVELS)),
      condition: maybe(fc.constantFrom(...CONDITIONS)),
      order: fc.constantFrom(...ORDERS),
      page: fc.integer({ min: 1, max: 4000 }),
    })
    fc.assert(
      fc.property(any, (query) => {
        const one = wish(query)
        expect(asked(addressOfList(one))).toEqual(one)
      }),
    )
  })
})
