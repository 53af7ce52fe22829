import type { Component } from '../../kernel/documents/jcal.ts'

/** `+0900`, `-0330`: an offset as iCalendar writes it inside jCal, `+09:00`. */
const offsetAt = (instant: Temporal.Instant, zone: string) =>
  instant.toZonedDateTimeISO(zone).offset

const observance = (
  kind: 'standard' | 'daylight',
  start: Temporal.PlainDateTime,
  from: string,
  to: string,
): Component => [
  kind,
  [
    ['dtstart', {}, 'date-time', start.toString({ smallestUnit: 'second' })],
    ['tzoffsetfrom', {}, 'utc-offset', from],
    ['tzoffsetto', {}, 'utc-offset', to],
  ],
  [],
]

/** Every instant in a period at which the clocks of a zone change. */
export function changesOfClocks(
  zone: string,
  from: Temporal.Instant,
  until: Temporal.Instant,
): Temporal.Instant[] {
  const changes: Temporal.Instant[] = []
  let here: Temporal.ZonedDateTime | null = from.toZonedDateTimeISO(zone)
  while (true) {
    here = here.getTimeZoneTransition('next')
    if (!here || Temporal.Instant.compare(here.toInstant(), until) > 0) return changes
    changes.push(here.toInstant())
  }
}

/**
 * The VTIMEZONE of a zone under its IANA name, with the changes of the clocks from a year before the first day to a
 * year after the last (not from 1970 to 2038, as libraries do), and without abbreviations, which mislead clients.
 */
export function zoneRules(
  zone: string,
  first: Temporal.Instant,
  last: Temporal.Instant,
): Component {
  const from = first.subtract({ hours: 24 * 366 })
  const until = last.add({ hours: 24 * 366 })
  const before = offsetAt(from, zone)
  const least = offsetOfWinter(zone, from, until)
  const changes = changesOfClocks(zone, from, until).map((change) => {
    const [old, now] = [offsetAt(change.subtract({ seconds: 1 }), zone), offsetAt(change, zone)]
    const wall = change.toZonedDateTimeISO(old).toPlainDateTime()
    return observance(now === least ? 'standard' : 'daylight', wall, old, now)
  })
  const start = from.toZonedDateTimeISO(zone).toPlainDate().toPlainDateTime()
  return [
    'vtimezone',
    [
      ['tzid', {}, 'text', zone],
      ['x-lic-location', {}, 'text', zone],
    ],
    [observance(before === least ? 'standard' : 'daylight', start, before, before), ...changes],
  ]
}

/** The smallest offset of a period: standard time, as the clocks go forward for summer. */
function offsetOfWinter(zone: string, from: Temporal.Instant, until: Temporal.Instant): string {
  const offsets = [from, ...changesOfClocks(zone, from, until)].map((instant) =>
    instant.toZonedDateTimeISO(zone),
  )
  return offsets.reduce((least, next) =>
    next.offsetNanoseconds < least.offsetNanoseconds ? next : least,
  ).offset
}
