import { describe, expect, it } from 'vitest'
import { nearest, nextTurn, seasonOf, spanOf } from './season.ts'

const at = (instant: string) => Temporal.Instant.from(instant)
const held = (first: string, last: string | null, zone = 'Asia/Kathmandu') => ({
  dates: { first, last },
  zone,
})

describe('where a conference stands in time', () => {
  it('begins and ends at midnight of its own zone', () => {
    const conference = held('2021-12-07', '2021-12-08')
    expect(spanOf(conference)?.map(String)).toEqual([
      '2021-12-06T18:15:00Z',
      '2021-12-08T18:15:00Z',
    ])
    expect(seasonOf(conference, at('2021-12-06T18:14:59Z'))).toBe('upcoming')
    expect(seasonOf(conference, at('2021-12-06T18:15:00Z'))).toBe('running')
    expect(seasonOf(conference, at('2021-12-08T18:15:00Z'))).toBe('past')
  })

  it('takes a partial date for all the days that it could be', () => {
    expect(spanOf(held('2021-07', null, 'UTC'))?.map(String)).toEqual([
      '2021-07-01T00:00:00Z',
      '2021-08-01T00:00:00Z',
    ])
    expect(spanOf(held('2015', null, 'America/St_Johns'))?.map(String)).toEqual([
      '2015-01-01T03:30:00Z',
      '2016-01-01T03:30:00Z',
    ])
  })

  it('is unknown without dates', () => {
    expect(seasonOf({ dates: null, zone: 'UTC' }, at('2021-01-01T00:00:00Z'))).toBe('undated')
  })

  it('knows the next turn of several, and which one comes next', () => {
    const first = held('2021-12-07', '2021-12-08')
    const second = held('2023-12-05', '2023-12-06', 'America/St_Johns')
    const all = [second, { dates: null, zone: 'UTC' }, first]
    expect(String(nextTurn(all, at('2021-12-07T00:00:00Z')))).toBe('2021-12-08T18:15:00Z')
    expect(String(nextTurn(all, at('2022-01-01T00:00:00Z')))).toBe('2023-12-05T03:30:00Z')
    expect(nextTurn(all, at('2024-01-01T00:00:00Z'))).toBeNull()
    expect(nearest(all, at('2021-12-07T00:00:00Z'))).toBe(first)
    expect(nearest(all, at('2022-01-01T00:00:00Z'))).toBe(second)
    expect(nearest(all, at('2024-01-01T00:00:00Z'))).toBeNull()
  })
})
