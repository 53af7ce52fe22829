import { describe, expect, it } from 'vitest'
import { PartyCode } from '../../../kernel/ids.ts'
import { shippedGroups, shippedLedger, shippedParties } from '../../../testing/record.ts'
import { count } from '../count/count.ts'
import { filtered } from '../count/filter.ts'
import { byRegion, filterOfState, MapWish, presenceIn } from './presence.ts'

const LEDGER = shippedLedger()
const PARTIES = shippedParties()
const REGIONAL = shippedGroups().filter(({ kind }) => kind === 'regional-group')
const GROUPS = REGIONAL.map(({ code }) => code)
const MEMBERSHIPS = REGIONAL.flatMap(({ code, members }) =>
  members.map((one) => ({ ...one, group: code })),
)
const DAY = '2026-02-06'
const party = (code: string) => PartyCode.parse(code)
const [ANY] = LEDGER
if (!ANY) throw new Error('The ledger is empty')
const pledge = (...shares: [string, 'unit' | 'recipient'][]) => ({
  ...ANY,
  reannounces: [],
  shares: shares.map(([code, role]) => ({ party: party(code), role })),
})
const presence = (...pledges: (typeof ANY)[]) => [...presenceIn(pledges, {})]

describe('a State is present', () => {
  it('in every pledge in which it promises something, once in each', () => {
    expect(presence(pledge(['KOR', 'unit'], ['USA', 'unit']), pledge(['KOR', 'unit']))).toEqual([
      ['KOR', 2],
      ['USA', 1],
    ])
  })

  it('not by receiving, and not by announcing the same again', () => {
    expect(presence(pledge(['USA', 'unit'], ['KEN', 'recipient']))).toEqual([['USA', 1]])
    expect(presence({ ...pledge(['KOR', 'unit']), reannounces: [ANY.id] })).toEqual([])
  })

  it('in as many pledges as the count of its number opens', () => {
    for (const wish of [{}, { edition: 'seoul2021' }, { capability: 'aviation' }]) {
      const asked = MapWish.parse(wish)
      for (const [code, pledges] of presenceIn(LEDGER, asked)) {
        const { number } = count(
          filtered(LEDGER, filterOfState(asked, code)),
          'pledges',
          () => true,
        )
        expect([code, number]).toEqual([code, pledges])
      }
    }
  })

  it('as far as a wish that means something asks', () => {
    expect(MapWish.parse({ edition: '', capability: '' })).toEqual({})
    const seoul = presenceIn(LEDGER, MapWish.parse({ edition: 'seoul2021' }))
    expect(seoul.get(party('KOR'))).toBeGreaterThan(0)
    expect(seoul.get(party('KOR'))).toBeLessThan(presenceIn(LEDGER, {}).get(party('KOR')) ?? 0)
  })
})

describe('the map', () => {
  const all = byRegion(PARTIES, GROUPS, MEMBERSHIPS, presenceIn(LEDGER, {}), DAY)

  it('has each of the 193 Members in one regional group, and the two observer States in none', () => {
    expect(all.map(({ group, states }) => [group, states.length])).toEqual([
      ['african', 54],
      ['asia-pacific', 54],
      ['eastern-european', 23],
      ['grulac', 33],
      ['weog', 29],
      [null, 2],
    ])
    const codes = all.flatMap(({ states }) => states.map(({ state }) => state.code))
    expect(new Set(codes).size).toBe(195)
  })

  it('has no organization, and no State before its admission', () => {
    const before = byRegion(PARTIES, GROUPS, MEMBERSHIPS, new Map(), '2011-07-13')
    const codes = before.flatMap(({ states }) => states.map(({ state }) => state.code))
    expect(codes).not.toContain('EU')
    expect(codes).not.toContain('SSD')
  })
})
