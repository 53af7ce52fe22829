import { describe, expect, it } from 'vitest'
import { earliest, instantAt, isZone, localWithOffset, PartialDay } from './time.ts'

describe('a wall time', () => {
  it('is an instant only with its zone', () => {
    expect(instantAt('2021-12-07', '19:30', 'Asia/Seoul').toString()).toBe('2021-12-07T10:30:00Z')
    expect(instantAt('2021-12-07', '19:30', 'Asia/Kathmandu').toString()).toBe(
      '2021-12-07T13:45:00Z',
    )
    expect(instantAt('2021-12-07', '19:30', 'America/St_Johns').toString()).toBe(
      '2021-12-07T23:00:00Z',
    )
  })

  it('that a change of the clocks skips is read with the offset from before it', () => {
    expect(instantAt('2021-03-28', '02:30', 'Europe/Berlin').toString()).toBe(
      '2021-03-28T01:30:00Z',
    )
  })

  it('that comes twice is the first', () => {
    expect(instantAt('2021-10-31', '02:30', 'Europe/Berlin').toString()).toBe(
      '2021-10-31T00:30:00Z',
    )
  })

  it('is printed as local time with its offset', () => {
    const opening = instantAt('2021-12-07', '19:30', 'Asia/Seoul')
    expect(localWithOffset(opening, 'Asia/Seoul')).toBe('2021-12-07T19:30+09:00')
    expect(localWithOffset(opening, 'America/St_Johns')).toBe('2021-12-07T07:00-03:30')
    expect(localWithOffset(opening, 'UTC')).toBe('2021-12-07T10:30+00:00')
  })
})

describe('a zone', () => {
  it('is a name of the IANA database', () => {
    expect(['Asia/Seoul', 'America/Argentina/Buenos_Aires', 'UTC'].map(isZone)).toEqual([
      true,
      true,
      true,
    ])
  })

  it('is never an abbreviation, an offset or a fixed zone', () => {
    expect(['KST', 'GMT', '+09:00', 'Etc/GMT-9', 'Asia/Nowhere', ''].map(isZone)).toEqual(
      Array(6).fill(false),
    )
  })
})

describe('a day as far as it is known', () => {
  it('may be a year or a month', () => {
    const known = (day: string) => PartialDay.safeParse(day).success
    expect(['2021', '2021-07', '2021-07-29'].map(known)).toEqual([true, true, true])
    expect(['21', '2021-13', '2021-7', '2021-07-32'].map(known)).toEqual(Array(4).fill(false))
  })
})

describe('the earliest', () => {
  it('of none is none', () => {
    expect(earliest([])).toBeNull()
  })

  it('of some is the first in time, not in the list', () => {
    const [later, sooner] = ['2021-12-08T00:00Z', '2021-12-07T00:00Z'].map(Temporal.Instant.from)
    expect(earliest([later, sooner] as Temporal.Instant[])?.toString()).toBe('2021-12-07T00:00:00Z')
  })
})
