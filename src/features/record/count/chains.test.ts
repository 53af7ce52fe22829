import { describe, expect, it } from 'vitest'
import { PledgeId } from '../../pledges/model.ts'
import type { Entry } from '../ledger.model.ts'
import { chainsAmong } from './chains.ts'

const id = (text: string) => PledgeId.parse(text)
const pledge = (name: string, conference: string | null, links: Partial<Entry> = {}): Entry => ({
  id: id(name),
  conference,
  lead: name.slice(0, 3),
  since: `${name.slice(4, 8)}-01-01`,
  sinceConference: false,
  withdrawn: false,
  knownUntil: null,
  shares: [],
  quantity: { kind: 'none' },
  capabilities: [],
  categories: [],
  missions: [],
  beneficiaries: [],
  conditions: [],
  reannounces: [],
  renews: [],
  partOf: null,
  reports: [],
  earlier: [],
  ...links,
})
const chains = (...entries: Entry[]) =>
  chainsAmong(entries).map(({ steps }) => steps.map(({ entry, how }) => [entry.id, how]))

describe('a promise through the editions', () => {
  it('begins with its first announcement, and tells a renewal from the same again', () => {
    const first = pledge('CAN-2017-03', 'vancouver2017')
    const second = pledge('CAN-2023-03', 'accra2023', { renews: [first.id] })
    const third = pledge('CAN-2025-02', 'berlin2025', { reannounces: [second.id] })
    expect(chains(third, first, second)).toEqual([
      [
        ['CAN-2017-03', 'first'],
        ['CAN-2023-03', 'renews'],
        ['CAN-2025-02', 're-announces'],
      ],
    ])
  })

  it('is none if it was made at one edition only, however often', () => {
    const first = pledge('NPL-2019-01', 'newyork2019')
    expect(
      chains(first, pledge('NPL-2019-02', 'newyork2019', { reannounces: [first.id] })),
    ).toEqual([])
  })

  it('ends where the pledge before is not in the list, and never runs in a circle', () => {
    const lost = pledge('KOR-2023-01', 'accra2023', { renews: [id('KOR-2021-02')] })
    expect(chains(lost)).toEqual([])
    const a = pledge('FRA-2019-01', 'newyork2019', { renews: [id('FRA-2021-01')] })
    const b = pledge('FRA-2021-01', 'seoul2021', { renews: [a.id] })
    expect(chains(a, b)).toEqual([])
  })
})
