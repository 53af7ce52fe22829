import { describe, expect, it } from 'vitest'
import { PartyCode } from '../../../kernel/ids.ts'
import { shippedLedger, shippedPledges } from '../../../testing/record.ts'
import { DeliveryEvent } from '../../pledges/history.model.ts'
import { PledgeId } from '../../pledges/model.ts'
import { count } from '../count/count.ts'
import { filtered } from '../count/filter.ts'
import type { Entry } from '../ledger.model.ts'
import {
  AT_ONCE,
  addressOfReports,
  lastReportIn,
  lastReports,
  onPage,
  ReportsWish,
  reportedOn,
} from './last.ts'

const LEDGER = shippedLedger()
const [ANY] = LEDGER
if (!ANY) throw new Error('The ledger is empty')
const told = (on: string | null, more: Partial<Entry['reports'][number]> = {}) => ({
  stage: 'delivered' as const,
  on,
  inferred: false,
  quantity: null,
  ...more,
})
const pledge = (number: number, more: Partial<Entry>): Entry => ({
  ...ANY,
  id: PledgeId.parse(`KOR-2021-0${number}`),
  reannounces: [],
  reports: [],
  ...more,
})
const ids = (entries: readonly Entry[]) => entries.map(({ id }) => id.slice(-1))
const NOTHING = {}

describe('the last public report of a pledge', () => {
  it('is the latest dated one beyond the announcement, whatever it says', () => {
    const entry = pledge(1, {
      reports: [told('2022-01'), told('2023-02-01', { stage: 'suspended' }), told('2019')],
    })
    expect(reportedOn(entry)).toBe('2023-02-01')
  })

  it('is neither the announcement, nor what we inferred, nor what has no date', () => {
    const reports = [
      told('2021-12-07', { stage: 'announced' }),
      told('2022-01', { inferred: true }),
      told(null),
    ]
    expect(reportedOn(pledge(1, { reports }))).toBeNull()
  })

  it('is the very event whose day is printed', () => {
    for (const { id, delivery } of shippedPledges()) {
      const entry = LEDGER.find((one) => one.id === id)
      expect([id, lastReportIn(delivery)?.on ?? null]).toEqual([id, entry && reportedOn(entry)])
    }
  })

  it('is not one that is meant for fewer than everybody', () => {
    const [event] = shippedPledges().flatMap(({ delivery }) => delivery)
    const held = DeliveryEvent.parse({ ...event, stage: 'delivered', on: '2022', inferred: false })
    expect(lastReportIn([{ ...held, audience: 'secretariat' }])).toBeNull()
    expect(lastReportIn([held])).toEqual(held)
  })
})

describe('the lists', () => {
  it('have the pledge that was reported last at the top, a month by its last day', () => {
    const entries = [
      pledge(1, { reports: [told('2022-03-30')] }),
      pledge(2, { reports: [told('2022-03')] }),
      pledge(3, { reports: [told('2023')] }),
    ]
    expect(ids(lastReports(entries, NOTHING).reported)).toEqual(['3', '2', '1'])
  })

  it('hold apart what nothing was found of, by the day of its announcement', () => {
    const entries = [
      pledge(1, { since: '2015-09-28' }),
      pledge(2, { since: null }),
      pledge(3, { since: '2021-12-07' }),
      pledge(4, { reports: [told('2022')] }),
    ]
    expect(ids(lastReports(entries, NOTHING).none)).toEqual(['3', '1', '2'])
  })

  it('do not list a re-announcement again', () => {
    const again = pledge(1, { reannounces: [ANY.id] })
    expect(lastReports([again], NOTHING)).toEqual({ reported: [], none: [] })
  })

  it('are as long as the counts that they open', () => {
    for (const filter of [{}, { edition: 'seoul2021' }, { party: PartyCode.parse('KOR') }]) {
      const wish = ReportsWish.parse(filter)
      const { reported, none } = lastReports(LEDGER, wish)
      const counted = (known: 'anything' | 'nothing-found') =>
        count(
          filtered(LEDGER, { edition: wish.edition, party: wish.party, known }),
          'pledges',
          () => true,
        ).number
      expect([reported.length, none.length]).toEqual([
        counted('anything'),
        counted('nothing-found'),
      ])
    }
  })

  it('are turned page by page, each for itself, in the address', () => {
    const many = Array.from({ length: AT_ONCE + 3 }, (_, place) => place)
    expect(onPage(many, 1)).toHaveLength(AT_ONCE)
    expect(onPage(many, 2)).toEqual([AT_ONCE, AT_ONCE + 1, AT_ONCE + 2])
    const wish = ReportsWish.parse({ edition: 'seoul2021', page: '2', none: '1' })
    expect(addressOfReports(wish)).toBe('/record/reports?edition=seoul2021&page=2')
    expect(addressOfReports({ ...wish, page: 1, none: 3 })).toBe(
      '/record/reports?edition=seoul2021&none=3',
    )
  })

  it('begin on their first page where an address says something else', () => {
    expect(ReportsWish.parse({ page: 'last', none: '-1', edition: '' })).toEqual({
      page: 1,
      none: 1,
    })
  })
})
