import type { Outline } from './outline.ts'

/** Where a conference stands in time, seen from its own place. */
export type Season = 'past' | 'running' | 'upcoming' | 'undated'

type Dated = Pick<Outline, 'dates' | 'zone'>

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** The first instant of a conference's first day and the first after its last, in its own zone. */
export function spanOf({ dates, zone }: Dated): [Temporal.Instant, Temporal.Instant] | null {
  const last = dates?.last ?? dates?.first
  if (!dates || !last) return null
  const [begin] = bounds(dates.first)
  const [, end] = bounds(last)
  return [startOf(begin, zone), startOf(end, zone)]
}

/** A day as far as it is known begins with the first day that it could be and ends after the last. */
function bounds(day: string): [Temporal.PlainDate, Temporal.PlainDate] {
  if (DAY.test(day)) {
    const date = Temporal.PlainDate.from(day)
    return [date, date.add({ days: 1 })]
  }
  const [year = '', month] = day.split('-')
  const first = Temporal.PlainDate.from(`${year}-${month ?? '01'}-01`)
  return [first, first.add(month ? { months: 1 } : { years: 1 })]
}

const startOf = (date: Temporal.PlainDate, zone: string) =>
  date.toZonedDateTime({ timeZone: zone }).toInstant()

export function seasonOf(conference: Dated, now: Temporal.Instant): Season {
  const span = spanOf(conference)
  if (!span) return 'undated'
  if (Temporal.Instant.compare(now, span[0]) < 0) return 'upcoming'
  return Temporal.Instant.compare(now, span[1]) < 0 ? 'running' : 'past'
}

/** The next instant at which one of the conferences begins or is over. */
export function nextTurn(
  conferences: readonly Dated[],
  now: Temporal.Instant,
): Temporal.Instant | null {
  const later = conferences
    .flatMap((conference) => spanOf(conference) ?? [])
    .filter((instant) => Temporal.Instant.compare(instant, now) > 0)
    .sort(Temporal.Instant.compare)
  return later[0] ?? null
}

/** The one that runs, else the one that comes next; null where all are over. */
export function nearest<One extends Dated>(
  conferences: readonly One[],
  now: Temporal.Instant,
): One | null {
  const at = (one: One) => (spanOf(one) as [Temporal.Instant, Temporal.Instant])[0]
  const ahead = conferences
    .filter((one) => ['running', 'upcoming'].includes(seasonOf(one, now)))
    .sort((one, other) => Temporal.Instant.compare(at(one), at(other)))
  return ahead[0] ?? null
}
