import { describe, expect, it } from 'vitest'
import { changesOfClocks, zoneRules } from './zone-rules.ts'

const instant = Temporal.Instant.from
const seoul = [instant('2021-12-07T10:30Z'), instant('2021-12-08T14:00Z')] as const

describe('the rules of a zone', () => {
  it('carry the IANA name, never an abbreviation', () => {
    const rules = zoneRules('Asia/Seoul', ...seoul)
    expect(rules[1]).toEqual([
      ['tzid', {}, 'text', 'Asia/Seoul'],
      ['x-lic-location', {}, 'text', 'Asia/Seoul'],
    ])
    expect(JSON.stringify(rules)).not.toContain('tzname')
  })

  it('of a zone whose clocks never change are one standard time', () => {
    expect(zoneRules('Asia/Kathmandu', ...seoul)[2]).toEqual([
      [
        'standard',
        [
          ['dtstart', {}, 'date-time', '2020-12-06T00:00:00'],
          ['tzoffsetfrom', {}, 'utc-offset', '+05:45'],
          ['tzoffsetto', {}, 'utc-offset', '+05:45'],
        ],
        [],
      ],
    ])
  })

  it('name every change within a year of the conference, and none beyond', () => {
    const rules = zoneRules('America/St_Johns', ...seoul)
    expect(
      rules[2].map(([kind, [start, from, to]]) => [kind, start?.[3], from?.[3], to?.[3]]),
    ).toEqual([
      ['standard', '2020-12-06T00:00:00', '-03:30', '-03:30'],
      ['daylight', '2021-03-14T02:00:00', '-03:30', '-02:30'],
      ['standard', '2021-11-07T02:00:00', '-02:30', '-03:30'],
      ['daylight', '2022-03-13T02:00:00', '-03:30', '-02:30'],
      ['standard', '2022-11-06T02:00:00', '-02:30', '-03:30'],
    ])
  })

  it('start south of the equator in summer', () => {
    expect(zoneRules('Pacific/Auckland', ...seoul)[2][0]?.[0]).toBe('daylight')
  })
})

describe('the changes of the clocks', () => {
  it('are found in the period only', () => {
    const year = [instant('2021-01-01T00:00Z'), instant('2022-01-01T00:00Z')] as const
    expect(changesOfClocks('Europe/Berlin', ...year).map(String)).toEqual([
      '2021-03-28T01:00:00Z',
      '2021-10-31T01:00:00Z',
    ])
    expect(changesOfClocks('UTC', ...year)).toEqual([])
  })
})
