import type { Language } from '../kernel/language.ts'
import type { PartialDay } from '../kernel/time.ts'
import { LONE_MONTHS, MONTHS, WEEKDAYS } from './calendar/calendar-words.ts'

/** How much of a day is said: its weekday (not unless asked), its year (unless told not to). */
export interface DayStyle {
  weekday?: boolean
  year?: boolean
}

/** Russian's «2021 г.» never breaks before its abbreviation. */
const RUSSIAN_YEAR = '\u00A0г.'

const nth = (words: readonly string[], number: number) => words[number - 1] as string
const monthIn = (language: Language, day: Temporal.PlainDate) => nth(MONTHS[language], day.month)
const numberIn = (language: Language, day: number) =>
  language === 'fr' && day === 1 ? '1er' : `${day}`

/** Day and month without the year, as each language orders and joins them. */
function dayAndMonth(language: Language, day: Temporal.PlainDate): string {
  const month = monthIn(language, day)
  if (language === 'zh') return `${month}${day.day}日`
  if (language === 'ko') return `${month} ${day.day}일`
  if (language === 'es') return `${day.day}\u00A0de ${month}`
  return `${numberIn(language, day.day)}${language === 'en' ? ' ' : '\u00A0'}${month}`
}

/** Sets a year beside what belongs to it. */
function withYear(language: Language, said: string, year: number): string {
  switch (language) {
    case 'zh':
      return `${year}年${said}`
    case 'ko':
      return `${year}년 ${said}`
    case 'ru':
      return `${said} ${year}${RUSSIAN_YEAR}`
    case 'es':
      return `${said} de ${year}`
    default:
      return `${said} ${year}`
  }
}

function withWeekday(language: Language, said: string, weekday: string): string {
  if (language === 'zh' || language === 'ko') return `${said} ${weekday}`
  const comma = language === 'ar' || language === 'fr' ? '' : ','
  return `${weekday}${comma} ${said}`
}

/**
 * A calendar day (`2021-12-07`) as the documents of the United Nations write it: «7 December 2021»,
 * «mardi 7 décembre 2021», «7 كانون الأول/ديسمبر 2021», «2021年12月7日 星期二».
 */
export function sayDay(language: Language, day: string, style: DayStyle = {}): string {
  const date = Temporal.PlainDate.from(day)
  const short = dayAndMonth(language, date)
  const said = style.year === false ? short : withYear(language, short, date.year)
  return style.weekday ? withWeekday(language, said, nth(WEEKDAYS[language], date.dayOfWeek)) : said
}

/** The weekday alone, «Tuesday». */
export const sayWeekday = (language: Language, day: string): string =>
  nth(WEEKDAYS[language], Temporal.PlainDate.from(day).dayOfWeek)

/** A day as far as it is known: «2021», «July 2021», «29 July 2021». Nothing is filled in. */
export function sayPartialDay(language: Language, day: PartialDay): string {
  if (day.length > 7) return sayDay(language, day)
  const [year, month] = day.split('-').map(Number) as [number, number | undefined]
  if (month !== undefined) return withYear(language, nth(LONE_MONTHS[language], month), year)
  if (language === 'zh') return `${year}年`
  if (language === 'ko') return `${year}년`
  return language === 'ru' ? `${year}${RUSSIAN_YEAR}` : `${year}`
}

/** Two days beside each other are named both; further apart the first and the last are. */
function joined(language: Language, first: string, last: string, adjacent: boolean): string {
  switch (language) {
    case 'ar':
      return adjacent ? `${first} و${last}` : `من ${first} إلى ${last}`
    case 'fr':
      return adjacent ? `${first} et ${last}` : `du ${first} au ${last}`
    case 'es':
      return adjacent ? `${first} y ${last}` : `del ${first} al ${last}`
    case 'zh':
      return `${first}至${last}`
    case 'ko':
      return `${first}~${last}`
    default:
      return /\s/.test(first) ? `${first} – ${last}` : `${first}–${last}`
  }
}

/**
 * The first and the last day of something, what they share said once: «7–8 December 2021»,
 * «7 et 8 décembre 2021», «du 7 au 10 décembre 2021», «30 November – 2 December 2021», «2021年12月7日至8日».
 */
export function sayDayRange(language: Language, from: string, to: string): string {
  const first = Temporal.PlainDate.from(from)
  const last = Temporal.PlainDate.from(to)
  if (first.equals(last)) return sayDay(language, from)
  const adjacent = first.add({ days: 1 }).equals(last)
  if (first.year !== last.year) {
    return joined(language, sayDay(language, from), sayDay(language, to), adjacent)
  }
  const sameMonth = first.month === last.month
  const eastAsian = language === 'zh' || language === 'ko'
  if (eastAsian) {
    const unit = language === 'zh' ? '日' : '일'
    const end = sameMonth ? `${last.day}${unit}` : dayAndMonth(language, last)
    return withYear(
      language,
      joined(language, dayAndMonth(language, first), end, adjacent),
      first.year,
    )
  }
  const start = sameMonth ? numberIn(language, first.day) : dayAndMonth(language, first)
  const said = joined(language, start, dayAndMonth(language, last), adjacent)
  return withYear(language, said, first.year)
}
