import { describe, expect, it } from 'vitest'
import { playing } from '../../../testing/floor.ts'
import { statementsOf } from './heard.ts'
import { meanOf, shareOf, spokenBy, totalOf } from './spoken.ts'

/** As many speeches, each as long as its number in minutes. */
function spoken(minutes: readonly number[]) {
  const list = playing()
  const ids = minutes.map((_, index) => list.asks(`P${String(index).padStart(2, '0')}`))
  list.does({ what: 'begin-session' })
  ids.forEach((speech, index) => {
    list.does({ what: 'give-floor', speech, reason: index > 0 ? 'other' : null })
    list.waits((minutes[index] ?? 0) * 60)
    list.does({ what: 'end-floor' })
  })
  return statementsOf(list.floor)
}

describe('statistics of speaking time', () => {
  it('add up, and count who went beyond the limit', () => {
    const total = totalOf(spoken([3, 5, 6]))
    expect(total).toEqual({ speeches: 3, spent: 14 * 60_000, beyond: 1 })
    expect(meanOf(total)).toBe((14 * 60_000) / 3)
  })

  it('stand by whatever is asked of each speech', () => {
    const heard = spoken([3, 5, 6])
    const by = spokenBy(heard, ({ speech }) => (speech.party === 'P00' ? 'one' : 'others'))
    expect([...by].map(([key, { speeches }]) => [key, speeches])).toEqual([
      ['one', 1],
      ['others', 2],
    ])
  })

  it('print no percentage of small numbers', () => {
    const few = totalOf(spoken([3, 5]))
    expect(shareOf(few, few)).toBe(null)
    const heard = spoken(Array.from({ length: 10 }, () => 2))
    const whole = totalOf(heard)
    expect(shareOf(totalOf(heard.slice(0, 3)), whole)).toBe(30)
    expect(shareOf(totalOf([]), totalOf([]))).toBe(null)
  })

  it('leave points of order apart', () => {
    const list = playing()
    list.does({ what: 'begin-session' })
    list.does({ what: 'point-of-order', speech: list.asks('KEN'), party: 'KEN' as never })
    list.does({ what: 'rule-on-point', ruling: 'noted' })
    expect(statementsOf(list.floor)).toEqual([])
  })
})
