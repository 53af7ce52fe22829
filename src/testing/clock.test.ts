import { describe, expect, it } from 'vitest'
import { manualClock } from './clock.ts'

describe('a clock that a test turns', () => {
  it('wakes whoever is due, the earliest first, once', () => {
    const clock = manualClock('2021-12-07T19:30+09:00')
    const woken: string[] = []
    clock.at(clock.now().add({ minutes: 30 }), () => woken.push('session'))
    clock.at(clock.now().add({ minutes: 10 }), () => woken.push('delay'))
    const cancel = clock.at(clock.now().add({ minutes: 20 }), () => woken.push('cancelled'))
    cancel()
    clock.advance({ minutes: 5 })
    expect(woken).toEqual([])
    clock.turnTo('2021-12-07T11:00:00Z')
    clock.advance({ hours: 1 })
    expect(woken).toEqual(['delay', 'session'])
  })

  it('wakes at once whoever waits for what has passed', async () => {
    const clock = manualClock('2021-12-07T19:30+09:00')
    await new Promise<void>((resolve) => clock.at(clock.now(), resolve))
  })

  it('lets whoever is woken wait again', () => {
    const clock = manualClock('2021-12-07T00:00:00Z')
    let woken = 0
    const again = () => {
      woken += 1
      clock.at(clock.now().add({ hours: 1 }), again)
    }
    again()
    clock.advance({ hours: 1 })
    clock.advance({ hours: 1 })
    expect(woken).toBe(3)
  })
})
