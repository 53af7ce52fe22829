import { describe, expect, it } from 'vitest'
import { PartyCode } from '../../../kernel/ids.ts'
import { PledgeId } from '../../pledges/model.ts'
import type { Entry } from '../ledger.model.ts'
import { Filter, filtered } from './filter.ts'

const pledge = (number: number, more: Partial<Entry> = {}): Entry => ({
  id: PledgeId.parse(`KOR-2021-${String(number).padStart(2, '0')}`),
  conference: 'seoul2021',
  lead: 'KOR',
  since: '2021-12-07',
  sinceConference: false,
  withdrawn: false,
  knownUntil: null,
  shares: [{ party: PartyCode.parse('KOR'), role: 'unit' }],
  quantity: { kind: 'none' },
  capabilities: ['aviation.helicopter.utility'],
  categories: [],
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
const told = (stage: Entry['reports'][number]['stage'], on: string) => ({
  stage,
  on,
  inferred: false,
  quantity: null,
})
const found = (filter: object, ...entries: readonly Entry[]) =>
  filtered(entries, Filter.parse(filter)).map(({ id }) => id.slice(-2))

describe('a filter', () => {
  it('finds a capability with everything below it', () => {
    const bare = pledge(2, { capabilities: ['aviation'] })
    expect(found({ capability: 'aviation' }, pledge(1), bare)).toEqual(['01', '02'])
    expect(found({ capability: 'aviation.helicopter' }, pledge(1), bare)).toEqual(['01'])
  })

  it('finds a pledge of any of several capabilities, once', () => {
    const other = pledge(2, { capabilities: ['medical'] })
    const both = pledge(3, { capabilities: ['medical', 'aviation'] })
    const capability = 'aviation,medical'
    expect(found({ capability }, pledge(1), other, both)).toEqual(['01', '02', '03'])
    expect(found({ capability: 'engineering,medical' }, pledge(1), other)).toEqual(['02'])
  })

  it('finds what was announced since a day, only where that is certain', () => {
    const all = [
      pledge(1, { since: '2015-09-28' }),
      pledge(2, { since: '2015' }),
      pledge(3, { since: '2015-09' }),
      pledge(4, { since: null }),
      pledge(5, { since: '2015-08-31' }),
    ]
    expect(found({ since: '2015-09' }, ...all)).toEqual(['01', '03'])
    expect(found({ since: '2015' }, ...all)).toEqual(['01', '02', '03', '05'])
  })

  it('finds a part that somebody has, and among those who receive whom it is meant for', () => {
    const kenya = PartyCode.parse('KEN')
    const meant = pledge(2, { beneficiaries: [kenya] })
    const named = pledge(3, { shares: [{ party: kenya, role: 'recipient' }] })
    expect(found({ role: 'unit' }, pledge(1), meant, named)).toEqual(['01', '02'])
    expect(found({ role: 'recipient' }, pledge(1), meant, named)).toEqual(['02', '03'])
  })

  it('finds what is known of delivery, by the day of the count', () => {
    const all = [
      pledge(1),
      pledge(2, { reports: [told('preparing', '2022-05-01'), told('delivered', '2023-01-01')] }),
    ]
    expect(found({ known: 'nothing-found' }, ...all)).toEqual(['01'])
    expect(found({ known: 'anything' }, ...all)).toEqual(['02'])
    expect(found({ known: 'delivered' }, ...all)).toEqual(['02'])
    expect(found({ known: 'under-way', on: '2022-12-31' }, ...all)).toEqual(['02'])
  })

  it('passes over what an address cannot mean', () => {
    const odd = { role: 'chief', since: 'yesterday', known: 'ranked', edition: '' }
    expect(Filter.parse(odd)).toEqual({})
    expect(found(odd, pledge(1))).toEqual(['01'])
  })
})
