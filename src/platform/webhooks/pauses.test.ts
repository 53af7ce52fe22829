import { describe, expect, it } from 'vitest'
import { pauseAfter } from './pauses.ts'

describe('the pauses between attempts', () => {
  it('grow, and end after more than three days', () => {
    const pauses: number[] = []
    for (let attempts = 1; ; attempts += 1) {
      const pause = pauseAfter(attempts)
      if (pause === null) break
      pauses.push(pause)
    }
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b))
    const days = pauses.reduce((sum, pause) => sum + pause, 0) / 86_400
    expect([pauses.length, Math.floor(days)]).toEqual([9, 3])
  })

  it('are longer where the other side asks for patience, but no longer than a day', () => {
    expect(pauseAfter(1, 120)).toBe(120)
    expect(pauseAfter(4, 120)).toBe(7200)
    expect(pauseAfter(1, 10_000_000)).toBe(86_400)
  })
})
