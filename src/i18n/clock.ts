import type { Language } from '../kernel/language.ts'
import { TIME_WORDS } from './calendar/time-words.ts'
import { isolateIn } from './isolate.ts'
import { say } from './units.ts'

/**
 * A wall time (`19:30`), 24 hours and Latin digits in every language: a programme is a timetable, in which
 * French and Spanish write the colon as well.
 */
export const sayClock = (_language: Language, clock: string): string => clock.slice(0, 5)

/**
 * From when to when: «19:30–20:00», in Arabic in words. Without an end only the beginning is known, and said.
 * Both are wall times, `19:30`.
 */
export function sayTimeRange(language: Language, start: string, end: string | null): string {
  const { alone, range } = TIME_WORDS[language]
  return (end === null ? alone : range)
    .replace('{from}', sayClock(language, start))
    .replace('{to}', sayClock(language, end ?? ''))
}

/**
 * A zone's distance from UTC, from the offset that Temporal gives (`+09:00`): «UTC+09:00», «UTC−03:30», «UTC».
 * In Arabic it is isolated, because it would otherwise be torn apart.
 */
export function sayOffset(language: Language, offset: string): string {
  const distance = offset.slice(0, 6)
  const said = /^[+-]00:00$/.test(distance) ? 'UTC' : `UTC${distance.replace('-', '−')}`
  return isolateIn(language, said)
}

/** The offset of a zone at a moment, as {@link sayOffset} says it. */
export const sayZoneOffset = (
  language: Language,
  instant: Temporal.Instant,
  zone: string,
): string => sayOffset(language, instant.toZonedDateTimeISO(zone).offset)

/** A length of time in minutes: «1 hour 30 minutes», «20 minutes». */
export function sayDuration(language: Language, minutes: number): string {
  const whole = Math.max(0, Math.round(minutes))
  const [hours, rest] = [Math.floor(whole / 60), whole % 60]
  if (hours === 0) return say(language, 'minutes', { count: rest })
  if (rest === 0) return say(language, 'hours', { count: hours })
  return say(language, 'hours-and-minutes', {
    hours: say(language, 'hours', { count: hours }),
    minutes: say(language, 'minutes', { count: rest }),
  })
}
