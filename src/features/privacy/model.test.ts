import { describe, expect, it } from 'vitest'
import { type Actor, ANONYMOUS } from '../../kernel/actor.ts'
import { daysOf, keptUntil, latestOf, maySetNotice, overdueOn, USUAL_DAYS } from './model.ts'

const LAST = '2021-12-08'

describe('personal data', () => {
  it('are kept for a number of days after the conference, by their class', () => {
    expect(keptUntil(USUAL_DAYS, 'identity', LAST)).toBe('2022-01-07')
    expect(keptUntil(USUAL_DAYS, 'photo', LAST)).toBe('2022-03-08')
    expect(keptUntil(USUAL_DAYS, 'press', LAST)).toBe('2022-06-06')
    expect(keptUntil(USUAL_DAYS, 'record', LAST)).toBeNull()
  })

  it('are kept as long as nobody knows when the conference ends', () => {
    expect(overdueOn(USUAL_DAYS, null, '2100-01-01')).toEqual([])
  })

  it('are kept through the last day, and not a day longer', () => {
    expect(overdueOn(USUAL_DAYS, LAST, '2022-01-07')).toEqual([])
    expect(overdueOn(USUAL_DAYS, LAST, '2022-01-08')).toEqual(['identity', 'access', 'travel'])
    expect(overdueOn(USUAL_DAYS, LAST, '2030-01-01')).toEqual([
      'identity',
      'access',
      'travel',
      'photo',
      'badge',
      'contact',
      'press',
    ])
  })

  it('are kept as the conference says, where it says something', () => {
    const days = daysOf({ days: { photo: 0, record: 365, press: null } })
    expect(overdueOn(days, LAST, '2021-12-09')).toEqual(['photo'])
    expect(keptUntil(days, 'record', LAST)).toBe('2022-12-08')
    expect(keptUntil(days, 'press', LAST)).toBeNull()
    expect(daysOf(null)).toEqual(USUAL_DAYS)
  })

  it('are kept by the latest of the last days that were said lately, so that a slip costs nothing', () => {
    expect(latestOf([LAST])).toBe(LAST)
    expect(latestOf(['2012-12-08', LAST, '2011-01-01'])).toBe(LAST)
    expect(latestOf(['2012-12-08', null])).toBeNull()
    expect(overdueOn(USUAL_DAYS, latestOf(['2012-12-08', '2030-01-01']), '2025-01-01')).toEqual([])
  })

  it('are answered for by the host of that conference', () => {
    const host: Actor = {
      kind: 'account',
      id: 'host',
      grants: [{ role: 'host-secretariat', conference: 'seoul2021' }],
    }
    expect(maySetNotice(host, 'seoul2021')).toBe(true)
    expect(maySetNotice(host, 'accra2023')).toBe(false)
    expect(maySetNotice(ANONYMOUS, 'seoul2021')).toBe(false)
  })
})
