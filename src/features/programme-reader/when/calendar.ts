import type { DoubtCode, Hints } from '../understood.ts'
import { datesIn, type FoundDate } from './dates.ts'

/** What the whole text says about years and about the order of day and month. */
export interface Calendar {
  /** Most likely first. */
  years: readonly number[]
  monthFirst: boolean | null
  today: string | null
}

export interface Resolved {
  date: string | null
  doubts: readonly DoubtCode[]
}

const SLASHED = /(?<![\d/])(\d{1,2})\/(\d{1,2})\/\d{2,4}(?!\d)/g
const YEAR = /(?<![\d/.-])(?:19|20)\d{2}(?![\d/.]|-\d)/g
/** The years of a heading stand in the first lines; those of a history further down. */
const HEAD = 12

/** Reads a text for what decides its dates: a hint before full dates, those before years in the first lines. */
export function calendarOf(texts: readonly string[], hints: Hints): Calendar {
  const full = texts.flatMap((text) => datesIn(text).map(({ year }) => year))
  const head = texts.slice(0, HEAD).flatMap((text) => text.match(YEAR) ?? [])
  const years = [hints.year, ...full, ...head.map(Number)].filter((year) => year != null)
  const slashed = texts.flatMap((text) => [...text.matchAll(SLASHED)])
  const monthFirst = slashed.some(([, , second]) => Number(second) > 12)
    ? true
    : slashed.some(([, first]) => Number(first) > 12)
      ? false
      : null
  return { years: [...new Set(years)], monthFirst, today: hints.today ?? null }
}

function dayOf(year: number, month: number, day: number): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' })
  } catch {
    return null
  }
}

const fits = (date: Temporal.PlainDate, weekday: number | null) =>
  weekday === null || date.dayOfWeek === weekday

/** Years around the day of reading, the nearest first and of two the one to come. */
function yearsAround(today: string | null): number[] {
  if (!today) return []
  const year = Temporal.PlainDate.from(today).year
  return [0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6].map((distance) => year + distance)
}

function inOrder(
  { day, month, year }: { day: number; month: number; year: number | null },
  weekday: number | null,
  calendar: Calendar,
): Resolved {
  const said = year === null ? calendar.years : [year]
  const days = said.map((one) => dayOf(one, month, day)).filter((one) => one !== null)
  const fitting = days.find((one) => fits(one, weekday))
  if (fitting) return { date: fitting.toString(), doubts: [] }
  if (days[0]) return { date: days[0].toString(), doubts: ['weekday-disagrees'] }
  const assumed = yearsAround(calendar.today)
    .map((one) => dayOf(one, month, day))
    .find((one) => one !== null && fits(one, weekday))
  if (assumed && said.length === 0) return { date: assumed.toString(), doubts: ['year-assumed'] }
  return { date: null, doubts: ['year-missing'] }
}

/** The day that a date means; where day and month could change places, weekday and text decide. */
export function resolve(found: FoundDate, weekday: number | null, calendar: Calendar): Resolved {
  const dayFirst = inOrder(found, weekday, calendar)
  if (!found.ambiguous) return dayFirst
  const monthFirst = inOrder({ ...found, day: found.month, month: found.day }, weekday, calendar)
  if (weekday !== null && dayFirst.doubts.length !== monthFirst.doubts.length) {
    return dayFirst.doubts.length < monthFirst.doubts.length ? dayFirst : monthFirst
  }
  if (calendar.monthFirst !== null) return calendar.monthFirst ? monthFirst : dayFirst
  return { date: dayFirst.date, doubts: [...dayFirst.doubts, 'day-or-month'] }
}

/** The last day of a run of days that starts on a resolved date. */
export function lastOf(found: FoundDate, first: string): string {
  const start = Temporal.PlainDate.from(first)
  if (!found.last) return first
  const end = dayOf(start.year, found.last.month, found.last.day)
  if (!end) return first
  return Temporal.PlainDate.compare(end, start) >= 0
    ? end.toString()
    : end.add({ years: 1 }).toString()
}
