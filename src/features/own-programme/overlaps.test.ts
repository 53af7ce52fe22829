import { describe, expect, it } from 'vitest'
import { overlapsAmong } from './overlaps.ts'

const at = (clock: string | null) =>
  clock === null ? null : Temporal.Instant.from(`2021-12-07T${clock}Z`)
const item = (
  uid: string,
  start: string | null,
  end: string | null,
  status: 'confirmed' | 'tentative' | 'cancelled' = 'confirmed',
) => ({ uid, status, expected: { start: at(start), end: at(end) } })

const overlaps = (...items: Parameters<typeof overlapsAmong>[0]) =>
  Object.fromEntries(overlapsAmong(items))

describe('two things of somebody’s programme', () => {
  it('overlap where one begins before the other ends', () => {
    expect(overlaps(item('a', '10:00', '11:00'), item('b', '10:59', '12:00'))).toEqual({
      a: ['b'],
      b: ['a'],
    })
  })

  it('do not where one ends as the other begins', () => {
    expect(overlaps(item('a', '10:00', '11:00'), item('b', '11:00', '12:00'))).toEqual({})
  })

  it('do where they begin together, even if no end is known', () => {
    expect(overlaps(item('a', '10:00', null), item('b', '10:00', null))).toEqual({
      a: ['b'],
      b: ['a'],
    })
  })

  it('do where a beginning without an end falls into the other', () => {
    expect(overlaps(item('open', '10:30', null), item('b', '10:00', '11:00'))).toEqual({
      open: ['b'],
      b: ['open'],
    })
    expect(overlaps(item('open', '09:30', null), item('b', '10:00', '11:00'))).toEqual({})
  })

  it('do not where one was called off, or has no time', () => {
    expect(
      overlaps(
        item('a', '10:00', '11:00'),
        item('off', '10:00', '11:00', 'cancelled'),
        item('some-time', null, null),
      ),
    ).toEqual({})
  })

  it('are told each of all others', () => {
    const all = overlaps(
      item('day', '08:00', '18:00', 'tentative'),
      item('a', '09:00', '10:00'),
      item('b', '11:00', '12:00'),
    )
    expect(all).toEqual({ day: ['a', 'b'], a: ['day'], b: ['day'] })
  })
})
