import { describe, expect, it } from 'vitest'
import type { Stage } from '../history.model.ts'
import { levelOn, reachedOn, renewalDue, standingOn } from './standing.ts'

const told = (
  stage: Stage,
  on: string | null,
  more: Partial<Parameters<typeof at>[0][number]> = {},
) => ({
  stage,
  on,
  inferred: false,
  quantity: null,
  ...more,
})
const at = (events: Parameters<typeof standingOn>[0], day = '2026-01-01') => standingOn(events, day)

describe('where a pledge stands', () => {
  it('is announced while nothing else was reported', () => {
    expect(at([told('announced', '2021-12-07')])).toEqual({
      stage: 'announced',
      on: null,
      reportedOn: null,
    })
  })

  it('is the furthest stage that was reported, although a later report tells of less', () => {
    const events = [told('partly-delivered', '2023-12-21'), told('preparing', '2024-05-23')]
    expect(at(events)).toEqual({
      stage: 'partly-delivered',
      on: '2023-12-21',
      reportedOn: '2024-05-23',
    })
  })

  it('rests where it was suspended, until a later day says more', () => {
    const flights = [told('delivered', '2019-08'), told('suspended', '2020-03-06')]
    expect(at(flights).stage).toBe('suspended')
    expect(at([...flights, told('delivered', '2021-11')]).stage).toBe('delivered')
  })

  it('counts a month from its last day, and a year from its last', () => {
    const event = [told('delivered', '2022-02')]
    expect(at(event, '2022-02-27').stage).toBe('announced')
    expect(at(event, '2022-02-28').stage).toBe('delivered')
    expect(at([told('delivered', '2022')], '2022-12-30').stage).toBe('announced')
  })

  it('does not count what we inferred, nor what has no date', () => {
    const events = [
      told('delivered', '2018-10', { inferred: true }),
      told('delivered', null),
      told('preparing', '2017'),
    ]
    expect(at(events).stage).toBe('preparing')
  })
})

describe('what was reached', () => {
  const batch = (value: number, on: string) =>
    told('partly-delivered', on, { quantity: { value, unit: 'helicopter', currency: null } })

  it('is the highest level reported, never a sum: six and six of sixteen are six', () => {
    expect(reachedOn([batch(6, '2023-12-21'), batch(6, '2024-02-01')], '2026-01-01')).toEqual(
      new Map([['helicopter', 6]]),
    )
  })

  it('counts only what was delivered, not what was announced or prepared', () => {
    const prepared = told('preparing', '2024-05-23', {
      quantity: { value: 8, unit: 'helicopter', currency: null },
    })
    expect(reachedOn([prepared], '2026-01-01').size).toBe(0)
  })
})

describe('readiness', () => {
  const level = (
    one: '1' | '2' | '3' | 'RDL',
    on: string,
    what: 'reached' | 'renewed' | 'ended' = 'reached',
  ) => ({ level: one, what, on, inferred: false })

  it('is the last level reached: it goes up, down and away', () => {
    const ladder = [level('1', '2017-09'), level('2', '2018-10'), level('3', '2020')]
    expect(levelOn(ladder, '2018-01-01')).toBe('1')
    expect(levelOn(ladder, '2026-01-01')).toBe('3')
    expect(levelOn([...ladder, level('2', '2021-05-01')], '2026-01-01')).toBe('2')
    expect(levelOn([...ladder, level('3', '2022-05-01', 'ended')], '2026-01-01')).toBeNull()
  })

  it('is renewed after twelve months, then after every six, unless the system says otherwise', () => {
    const reached = [level('2', '2021-01-31')]
    expect(renewalDue(reached, '2021-06-01')).toBe('2022-01-31')
    const renewed = [...reached, level('2', '2022-01-31', 'renewed')]
    expect(renewalDue(renewed, '2022-06-01')).toBe('2022-07-31')
    expect(renewalDue(reached, '2021-06-01', { first: 24, later: 12 })).toBe('2023-01-31')
    expect(renewalDue([level('2', '2021')], '2022-06-01')).toBeNull()
  })
})
