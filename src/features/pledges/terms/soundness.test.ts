import { describe, expect, it } from 'vitest'
import { Refusal } from '../../../kernel/refusal.ts'
import { mustBeSound, PledgeId, pledgesNamedIn, Terms } from '../model.ts'

const id = PledgeId.parse('KOR-2021-01')
const text = { original: 'en', in: { en: { value: 'Helicopters', status: 'unofficial' } } }
const terms = (more: object = {}) =>
  Terms.parse({
    conference: 'seoul2021',
    title: text,
    summary: text,
    lead: 'KOR',
    shares: [{ party: 'KOR', role: 'unit', consent: 'named' }],
    quantity: { kind: 'none' },
    ...more,
  })
const refusalOf = (more: object) => {
  try {
    mustBeSound(id, terms(more))
    return null
  } catch (error) {
    return error instanceof Refusal ? error.code : error
  }
}

describe('an identifier', () => {
  it.each(['KOR-2021-01', 'EU-2025-01', 'JOINT-2015-01', 'COMMONWEALTH-2015-123'])(
    'is who leads, a year and a number: %s',
    (one) => {
      expect(PledgeId.safeParse(one).success).toBe(true)
    },
  )
  it.each(['kor-2021-01', 'KOR-21-01', 'KOR-2021-1', 'K-2021-01', 'KOR-2021-01.json', ''])(
    'is nothing else: «%s»',
    (one) => {
      expect(PledgeId.safeParse(one).success).toBe(false)
    },
  )
})

describe('terms are sound', () => {
  it('where nothing but the least was said', () => {
    expect(refusalOf({})).toBeNull()
  })

  it('where they end in the year in which they begin, whatever the day', () => {
    expect(refusalOf({ from: '2022-06-15', until: '2022' })).toBeNull()
    expect(refusalOf({ from: '2022', until: '2022-06-15' })).toBeNull()
  })

  it('unless they end before they begin', () => {
    expect(refusalOf({ from: '2022-07', until: '2022-06-30' })).toBe(
      'pledges.ends-before-it-begins',
    )
  })

  it('unless a pledge is a part of itself, or linked to itself', () => {
    expect(refusalOf({ partOf: id })).toBe('pledges.part-of-itself')
    expect(refusalOf({ links: [{ kind: 'renews', to: id }] })).toBe('pledges.linked-to-itself')
  })

  it('unless the same link is there twice; two kinds of link to one pledge are two things', () => {
    const link = { kind: 'renews', to: 'KOR-2019-01' }
    expect(refusalOf({ links: [link, link] })).toBe('pledges.same-link-twice')
    expect(refusalOf({ links: [link, { ...link, kind: 'adds-detail' }] })).toBeNull()
  })

  it('unless their shares do not fit', () => {
    expect(refusalOf({ lead: 'USA' })).toBe('pledges.lead-without-share')
  })

  it('with money that has a currency, and nothing else that has', () => {
    const money = { kind: 'exact', value: 100, unit: 'money' }
    const is = (quantity: object) => Terms.safeParse({ ...terms(), quantity }).success
    expect([is(money), is({ ...money, currency: 'EUR' })]).toEqual([false, true])
    expect(is({ ...money, unit: 'troops', currency: 'EUR' })).toBe(false)
  })

  it('with two sides at least where sources disagree', () => {
    const source = { publisher: 'Gazette', url: 'https://example.org', date: null, grade: 'B' }
    const is = (...claims: object[]) =>
      Terms.safeParse({ ...terms(), disagreements: [{ about: text, claims }] }).success
    const claim = { value: text, source }
    expect([is(claim), is(claim, claim)]).toEqual([false, true])
  })
})

describe('the pledges that terms name', () => {
  it('are those of its links and the one it is a part of, each once', () => {
    const named = terms({
      partOf: 'KOR-2019-01',
      links: [
        { kind: 'renews', to: 'KOR-2019-01' },
        { kind: 'enables', to: 'KEN-2021-01' },
      ],
    })
    expect(pledgesNamedIn(named)).toEqual(['KOR-2019-01', 'KEN-2021-01'])
  })
})
