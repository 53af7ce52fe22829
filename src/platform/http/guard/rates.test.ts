import { describe, expect, it } from 'vitest'
import { manualClock } from '../../../testing/clock.ts'
import { createRates } from './rates.ts'

/** Rates by a clock that stands until it is moved, in seconds. */
function rated() {
  const clock = manualClock('2021-12-07T10:30:00Z')
  const waits = createRates(clock, { burst: 3, perSecond: 0.5 })
  return {
    /** What requests are told that come from an address at once. */
    several: (address: string, times: number) =>
      Array.from({ length: times }, () => waits(address)),
    pass: (seconds: number) => clock.advance({ seconds }),
  }
}

describe('requests from one address', () => {
  it('may pass at once up to a number, and are then told when the next may', () => {
    const { several } = rated()
    expect(several('10.0.0.1', 5)).toEqual([0, 0, 0, 2, 2])
  })

  it('do not use up what others have', () => {
    const { several } = rated()
    several('10.0.0.1', 4)
    expect(several('10.0.0.2', 3)).toEqual([0, 0, 0])
  })

  it('may pass again as time goes by', () => {
    const { several, pass } = rated()
    several('10.0.0.1', 3)
    pass(2)
    expect(several('10.0.0.1', 2)).toEqual([0, 2])
  })

  it('are as those of one that never came, once everything is given back', () => {
    const { several, pass } = rated()
    several('10.0.0.1', 3)
    pass(6)
    several('10.0.0.2', 1)
    expect(several('10.0.0.1', 4)).toEqual([0, 0, 0, 2])
  })

  it('are remembered until then, whoever else comes', () => {
    const { several, pass } = rated()
    several('10.0.0.1', 3)
    for (let other = 0; other < 1_000; other += 1) several(`10.1.${other >> 8}.${other & 255}`, 1)
    pass(1)
    expect(several('10.0.0.1', 1)).toEqual([1])
  })
})
