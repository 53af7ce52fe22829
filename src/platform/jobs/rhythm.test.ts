import { describe, expect, it } from 'vitest'
import { nextSlot, type Rhythm, slotAt } from './rhythm.ts'

const around = (rhythm: Rhythm, now: string) => {
  const instant = Temporal.Instant.from(now)
  return [slotAt(rhythm, instant), nextSlot(rhythm, instant)].map(String)
}

describe('a rhythm', () => {
  it.each([
    ['2026-12-31T02:59:59.999Z', '2026-12-30T03:00:00Z', '2026-12-31T03:00:00Z'],
    ['2026-12-31T03:00:00Z', '2026-12-31T03:00:00Z', '2027-01-01T03:00:00Z'],
    ['2026-12-31T23:59:00Z', '2026-12-31T03:00:00Z', '2027-01-01T03:00:00Z'],
  ])('of days, at %s, has its slots around it', (now, before, after) => {
    expect(around({ daily: '03:00' }, now)).toEqual([before, after])
  })

  it.each([
    ['2026-12-31T23:59:59.999Z', '2026-12-31T23:59:00Z', '2027-01-01T00:00:00Z'],
    ['2027-01-01T00:00:00Z', '2027-01-01T00:00:00Z', '2027-01-01T00:01:00Z'],
  ])('of minutes, at %s, has its slots around it', (now, before, after) => {
    expect(around({ minutely: true }, now)).toEqual([before, after])
  })

  it.each([
    ['2026-12-31T23:04:00Z', '2026-12-31T22:05:00Z', '2026-12-31T23:05:00Z'],
    ['2026-12-31T23:05:00Z', '2026-12-31T23:05:00Z', '2027-01-01T00:05:00Z'],
    ['2027-01-01T00:00:00Z', '2026-12-31T23:05:00Z', '2027-01-01T00:05:00Z'],
  ])('of hours, at %s, has its slots around it', (now, before, after) => {
    expect(around({ hourly: 5 }, now)).toEqual([before, after])
  })
})
