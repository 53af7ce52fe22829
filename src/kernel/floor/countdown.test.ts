import { describe, expect, it } from 'vitest'
import { type Countdown, nextPhaseAt, phaseAt, remainingAt, spentAt } from './countdown.ts'

const clock: Countdown = { limit: 180, amber: 30, red: 10, spent: 0, since: 1_000 }
const second = (seconds: number) => 1_000 + seconds * 1000

describe('the clock of a speech', () => {
  it('runs down from the time that was given, and below zero', () => {
    expect([0, 60, 180, 200].map((seconds) => remainingAt(clock, second(seconds)))).toEqual([
      180_000, 120_000, 0, -20_000,
    ])
  })

  it('stands still while it is stopped, and keeps what was spoken', () => {
    const stopped = { ...clock, spent: 42_000, since: null }
    expect([second(0), second(900)].map((now) => spentAt(stopped, now))).toEqual([42_000, 42_000])
  })

  it('takes nothing back where a clock goes behind', () => {
    expect(spentAt({ spent: 5_000, since: second(10) }, second(3))).toBe(5_000)
  })

  it('is green, amber, red and over, each from its second on', () => {
    expect([0, 149, 150, 169, 170, 179, 180, 999].map((s) => phaseAt(clock, second(s)))).toEqual([
      'green',
      'green',
      'amber',
      'amber',
      'red',
      'red',
      'over',
      'over',
    ])
  })

  it('says when it changes next', () => {
    expect([0, 150, 170, 180].map((s) => nextPhaseAt(clock, second(s)))).toEqual([
      second(150),
      second(170),
      second(180),
      null,
    ])
    expect(nextPhaseAt({ ...clock, since: null }, second(0))).toBe(null)
  })
})
