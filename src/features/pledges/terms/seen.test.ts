import { describe, expect, it } from 'vitest'
import { AUDIENCES } from '../../../kernel/people/audience.ts'
import { facetsOf, wordsOf } from '../find/facets.ts'
import { GUARDED_FIELDS, type GuardedField, PledgeId, Terms } from '../model.ts'
import { historySeenBy, termsSeenBy } from './seen.ts'

const text = (value: string) => ({ original: 'en', in: { en: { value, status: 'unofficial' } } })

/** Everything that may be kept for fewer, said; each with a word that stands nowhere else. */
const SECRETS = {
  words: 'zirconium',
  missions: ['UNMISS'],
  requirements: [{ code: '2022-03.utility-helicopters' }],
  conditions: [{ kind: 'budget', note: text('beryllium') }],
  beneficiaries: ['KEN'],
  beneficiariesNote: text('cadmium'),
  rotation: [
    { party: 'KOR', from: '2031', until: null },
    { party: 'USA', from: '2032', until: null },
  ],
  quantity: { kind: 'exact', value: 987_654, unit: 'troops' },
  from: '2041-05',
  until: '2042-05',
  note: text('gallium'),
  baseline: text('hafnium'),
} as const satisfies Record<GuardedField, unknown>

const pledge = (audiences: object) =>
  Terms.parse({
    conference: 'seoul2021',
    title: text('Helicopters'),
    summary: text('Helicopters for a mission'),
    lead: 'KOR',
    shares: [
      { party: 'KOR', role: 'unit', consent: 'named', quantity: SECRETS.quantity },
      { party: 'USA', role: 'transport', consent: 'named' },
    ],
    ...SECRETS,
    audiences,
  })
const id = PledgeId.parse('KOR-2021-01')
const asFound = (terms: Terms) => [...facetsOf(terms, [], []), ...wordsOf(id, terms)]

describe('what a reader sees of the terms', () => {
  it('is everything where nothing was kept for fewer', () => {
    const terms = pledge({})
    expect(termsSeenBy('public', terms)).toEqual(terms)
  })

  it.each(GUARDED_FIELDS)('is as if %s had not been said, where it is meant for fewer', (field) => {
    const terms = pledge({ [field]: 'parties' })
    const seen = termsSeenBy('public', terms)
    expect(termsSeenBy('parties', terms)[field]).toEqual(terms[field])
    expect(seen[field]).not.toEqual(terms[field])
    const secret = JSON.stringify(SECRETS[field])
    expect(JSON.stringify(terms)).toContain(JSON.stringify(terms[field]))
    expect(JSON.stringify(seen)).not.toContain(secret)
  })

  it('cannot be told to keep what nobody hides: the shares, a title', () => {
    for (const field of ['shares', 'title', 'summary', 'colour']) {
      expect(Terms.safeParse({ ...pledge({}), audiences: { [field]: 'parties' } }).success).toBe(
        false,
      )
    }
  })

  it('hides the quantity of each share together with that of the whole', () => {
    const seen = termsSeenBy('participants', pledge({ quantity: 'parties' }))
    expect(JSON.stringify(seen)).not.toContain('987654')
  })

  it('does not tell who may see what, but to the secretariat', () => {
    const terms = pledge({ from: 'secretariat' })
    const told = AUDIENCES.filter((reader) => termsSeenBy(reader, terms).audiences.from)
    expect(told).toEqual(['secretariat'])
  })

  it('reaches whoever belongs to the audience or to a smaller one', () => {
    const terms = pledge({ from: 'participants' })
    expect(AUDIENCES.filter((reader) => termsSeenBy(reader, terms).from === '2041-05')).toEqual([
      'participants',
      'parties',
      'secretariat',
    ])
  })
})

describe('what a search and a filter find', () => {
  const open = asFound(pledge({}))
  const hidden = (field: GuardedField) =>
    asFound(termsSeenBy('public', pledge({ [field]: 'secretariat' })))

  it.each([
    ['words', 'zirconium'],
    ['missions', 'mission:UNMISS'],
    ['requirements', 'requirement:2022-03.utility-helicopters'],
    ['conditions', 'condition:budget'],
    ['beneficiaries', 'beneficiary:KEN'],
    ['beneficiariesNote', 'cadmium'],
    ['quantity', 'quantity:exact'],
    ['note', 'gallium'],
  ] as const)('is not what %s holds, where it is meant for fewer', (field, found) => {
    expect(open).toContain(found)
    expect(hidden(field)).not.toContain(found)
  })
})

describe('what a reader sees of a history', () => {
  it('is what was reported for everybody', () => {
    const events = AUDIENCES.map((audience) => ({ audience }))
    expect(historySeenBy('public', events)).toEqual([{ audience: 'public' }])
    expect(historySeenBy('parties', events).map(({ audience }) => audience)).toEqual([
      'public',
      'participants',
      'parties',
    ])
  })
})
