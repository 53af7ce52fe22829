import { describe, expect, it } from 'vitest'
import { nextDigest } from './digest.ts'

const next = (after: string, zone: string, hour: number) =>
  nextDigest(Temporal.Instant.from(after), zone, hour).toZonedDateTimeISO(zone).toString()

describe('a digest', () => {
  it.each([
    ['before its hour', '2021-12-07T02:00Z', 'Asia/Kathmandu', 8, '2021-12-07T08:00:00+05:45'],
    ['after its hour', '2021-12-07T02:15Z', 'Asia/Kathmandu', 8, '2021-12-08T08:00:00+05:45'],
    ['a second before', '2021-12-07T02:14:59Z', 'Asia/Kathmandu', 8, '2021-12-07T08:00:00+05:45'],
  ])('leaves at the hour of its reader: %s', (_, after, zone, hour, expected) => {
    expect(next(after, zone, hour)).toBe(`${expected}[${zone}]`)
  })

  it('leaves at midnight in Auckland while it is still yesterday in Greenwich', () => {
    expect(next('2021-12-07T10:59:59Z', 'Pacific/Auckland', 0)).toBe(
      '2021-12-08T00:00:00+13:00[Pacific/Auckland]',
    )
    expect(next('2021-12-07T11:00Z', 'Pacific/Auckland', 0)).toBe(
      '2021-12-09T00:00:00+13:00[Pacific/Auckland]',
    )
  })

  it('leaves as the clocks go on, on a day on which its hour is skipped', () => {
    // On 27 March 2022 in Berlin there is no 02:00; in Beirut there is no midnight.
    expect(next('2022-03-26T12:00Z', 'Europe/Berlin', 2)).toBe(
      '2022-03-27T03:00:00+02:00[Europe/Berlin]',
    )
    expect(next('2022-03-26T12:00Z', 'Asia/Beirut', 0)).toBe(
      '2022-03-27T01:00:00+03:00[Asia/Beirut]',
    )
  })

  it('leaves once on a day on which its hour comes twice', () => {
    const first = nextDigest(Temporal.Instant.from('2021-10-30T12:00Z'), 'Europe/Berlin', 2)
    expect(first.toString()).toBe('2021-10-31T00:00:00Z')
    expect(next(first.toString(), 'Europe/Berlin', 2)).toBe(
      '2021-11-01T02:00:00+01:00[Europe/Berlin]',
    )
  })

  it('keeps to the clocks of St. John’s, half an hour off', () => {
    expect(next('2021-12-07T11:29Z', 'America/St_Johns', 8)).toBe(
      '2021-12-07T08:00:00-03:30[America/St_Johns]',
    )
  })

  it('is never due before what it tells, nor more than a day and an hour after it', () => {
    const instants = Array.from({ length: 400 }, (_, hours) =>
      Temporal.Instant.from('2022-03-20T00:07Z').add({ hours }),
    )
    for (const zone of ['Pacific/Auckland', 'America/St_Johns', 'Europe/Berlin', 'Pacific/Apia']) {
      const waits = instants.map((at) => at.until(nextDigest(at, zone, 2)).total('hours'))
      expect(Math.min(...waits)).toBeGreaterThan(0)
      expect(Math.max(...waits)).toBeLessThanOrEqual(25)
    }
  })
})
