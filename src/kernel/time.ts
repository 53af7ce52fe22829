import { z } from 'zod'

/** A zone of the IANA database (`Asia/Seoul`), never an abbreviation or an offset. */
export const Zone = z.string().refine((name) => isZone(name), 'time.unknown-zone')
export type Zone = z.infer<typeof Zone>

/** A calendar day, `2021-12-07`. */
export const Day = z.iso.date()
/** A wall time, `19:30`. */
export const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** A day as far as it is known: `2021`, `2021-07` or `2021-07-29`. */
export const PartialDay = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/)
export type PartialDay = z.infer<typeof PartialDay>

/** Whether the running zone database knows the name. */
export function isZone(name: string): boolean {
  if (name !== 'UTC' && !/^[A-Za-z]+(\/[A-Za-z0-9_+-]+)+$/.test(name)) return false
  if (/^Etc\//.test(name)) return false
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name)
    return true
  } catch {
    return false
  }
}

/**
 * The moment at which a wall clock of a zone shows a time. A time that a change of the clocks skips is read
 * with the offset from before it, one that comes twice as the first (RFC 5545, as Temporal's `compatible`).
 */
export const instantAt = (day: string, clock: string, zone: string): Temporal.Instant =>
  Temporal.PlainDate.from(day)
    .toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(clock) })
    .toInstant()

const locals = new WeakMap<Temporal.Instant, { zone: string; local: string }>()

/**
 * `2021-12-07T19:30+09:00`: the value of HTML's `datetime`, local time with its offset. Worked out once for an instant
 * in the zone that was asked for last.
 */
export function localWithOffset(instant: Temporal.Instant, zone: string): string {
  const last = locals.get(instant)
  if (last?.zone === zone) return last.local
  const local = instant
    .toZonedDateTimeISO(zone)
    .toString({ smallestUnit: 'minute', timeZoneName: 'never' })
  locals.set(instant, { zone, local })
  return local
}

const known = new WeakMap<Temporal.Instant, number>()

/**
 * Milliseconds since 1970. An instant tells them by way of large numbers, which is slow where a page compares
 * thousands; instants do not change, so each is asked once.
 */
export function epochOf(instant: Temporal.Instant): number {
  const told = known.get(instant)
  if (told !== undefined) return told
  const milliseconds = instant.epochMilliseconds
  known.set(instant, milliseconds)
  return milliseconds
}

/** Whether one instant comes before another, or is it; to the millisecond. */
export const isNotAfter = (a: Temporal.Instant, b: Temporal.Instant): boolean =>
  epochOf(a) <= epochOf(b)

/** The earliest of some instants, or null where there is none. */
export const earliest = (instants: readonly Temporal.Instant[]): Temporal.Instant | null =>
  instants.reduce<Temporal.Instant | null>(
    (first, next) => (first && isNotAfter(first, next) ? first : next),
    null,
  )
