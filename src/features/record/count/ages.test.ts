import { describe, expect, it } from 'vitest'
import { PledgeId } from '../../pledges/model.ts'
import type { Entry } from '../ledger.model.ts'
import { atAge, dayAtAge, knownOn, shareDelivered } from './ages.ts'

type Report = Entry['reports'][number]
const told = (stage: Report['stage'], on: string, inferred = false): Report => ({
  stage,
  on,
  inferred,
  quantity: null,
})
const pledge = (number: number, since: string | null, ...reports: Report[]): Entry => ({
  id: PledgeId.parse(`KOR-2021-${String(number).padStart(2, '0')}`),
  conference: 'seoul2021',
  lead: 'KOR',
  since,
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
  reports,
  earlier: [],
})
const TODAY = '2026-02-06'

describe('editions are compared at equal age', () => {
  it('which a pledge reaches so many months after the last day of its announcement', () => {
    expect(dayAtAge({ since: '2021-12-07' }, 6)).toBe('2022-06-07')
    expect(dayAtAge({ since: '2023-12' }, 24)).toBe('2025-12-31')
    expect(dayAtAge({ since: null }, 6)).toBeNull()
  })

  it('by what was known then, not by what is known today', () => {
    const one = pledge(
      1,
      '2021-12-07',
      told('preparing', '2022-05-01'),
      told('delivered', '2022-06-15'),
    )
    expect(atAge([one], 6, TODAY).by['under-way']).toEqual([one.id])
    expect(atAge([one], 12, TODAY).by.delivered).toEqual([one.id])
  })

  it('leaving out the pledges that are still younger, or whose day is not known', () => {
    const found = atAge(
      [pledge(1, '2025-05-14'), pledge(2, null), pledge(3, '2021-12-07')],
      12,
      TODAY,
    )
    expect(found).toMatchObject({ pledges: 1, judged: 0, tooYoung: 2 })
  })

  it('leaving out an age that came after our sources were last read', () => {
    const read = { ...pledge(1, '2021-12-07'), knownUntil: '2022-06-01' }
    expect(atAge([read], 6, TODAY)).toMatchObject({ pledges: 0, tooYoung: 1 })
  })

  it('with a report of anything as judged, and nothing found as what it is', () => {
    expect(knownOn(pledge(1, '2021-12-07', told('announced', '2021-12-07')), TODAY)).toBe(
      'nothing-found',
    )
    expect(knownOn(pledge(1, '2021-12-07', told('registered', '2022-02')), TODAY)).toBe('under-way')
    expect(knownOn(pledge(1, '2021-12-07', told('suspended', '2022-02')), TODAY)).toBe('at-rest')
    expect(knownOn(pledge(1, '2021-12-07', told('delivered', '2022-02', true)), TODAY)).toBe(
      'nothing-found',
    )
  })

  it('without comparing a re-announcement', () => {
    const again = { ...pledge(2, '2021-12-07'), reannounces: [pledge(1, '2019-03-29').id] }
    expect(atAge([again], 6, TODAY)).toMatchObject({ pledges: 0, tooYoung: 0 })
  })
})

describe('a percentage', () => {
  const of = (delivered: number, other: number, nothing: number) => {
    const all = [
      ...Array.from({ length: delivered }, () => [told('delivered', '2022-01-01')]),
      ...Array.from({ length: other }, () => [told('preparing', '2022-01-01')]),
      ...Array.from({ length: nothing }, () => []),
    ]
    return shareDelivered(
      atAge(
        all.map((reports, i) => pledge(i, '2021-12-07', ...reports)),
        24,
        TODAY,
      ),
    )
  }

  it('is said where ten pledges and half of them are judged', () => {
    expect(of(4, 6, 10)).toBe(40)
  })

  it('is not said where fewer than ten, or fewer than half, are judged', () => {
    expect(of(9, 0, 0)).toBeNull()
    expect(of(4, 6, 11)).toBeNull()
  })
})
