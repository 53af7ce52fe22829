import { inEveryLanguage, VOCABULARIES } from '../vocabulary/all.ts'
import { fold } from '../vocabulary/folding.ts'

/** A day, or a run of days, that a folded text names from one place to another. */
export interface FoundDate {
  from: number
  to: number
  day: number
  month: number
  year: number | null
  /** The last day of a run: «7–8 December». */
  last: { day: number; month: number } | null
  /** «07/12/2021» where both numbers could be the month. */
  ambiguous: boolean
}

const vocabularies = Object.values(VOCABULARIES)
const numbered = (forms: (month: number) => readonly string[], count: number) =>
  new Map(
    Array.from({ length: count }, (_, index) => index).flatMap((index) =>
      forms(index).map((form) => [fold(form), index + 1] as const),
    ),
  )
const MONTHS = numbered((index) => vocabularies.flatMap((words) => words.months[index] ?? []), 12)
const WEEKDAYS = numbered(
  (index) => vocabularies.flatMap((words) => words.weekdays[index] ?? []),
  7,
)

const alternatives = (words: Iterable<string>) =>
  [...words].sort((a, b) => b.length - a.length).join('|')
const MONTH = `(?<!\\p{L})(${alternatives(MONTHS.keys())})\\.?(?: ?/ ?(?:${alternatives(MONTHS.keys())}))?(?!\\p{L})`
const DAY = '(?<![\\d.:/])(\\d{1,2})'
const ORDINAL = '(?: ?(?:st|nd|rd|th|er|re|º|°|o|ª|-?го|-е|e)(?!\\p{L})|\\.)?'
const JOINT =
  ' ?(?:-|~|,|&|et(?: le)?|au|and|to|y|al|a|и|по|до|و ?|الي|حتي|至|到|和|및|,) ?(?:le |el |the )?'
const YEAR = '(?:(?:,| de| del|,? of)? ?(\\d{4})(?![\\d])(?: ?(?:г\\.|г|года|م|هـ)(?!\\p{L}))?)?'

const pattern = (source: string) => new RegExp(source, 'gu')
type Groups = readonly (string | undefined)[]
interface Form {
  pattern: RegExp
  read(groups: Groups): Omit<FoundDate, 'from' | 'to'> | null
}

const number = (digits: string | undefined) => (digits === undefined ? null : Number(digits))
const monthOf = (name: string | undefined) =>
  name === undefined ? null : (MONTHS.get(name) ?? null)
const isDay = (day: number | null, month: number | null): boolean =>
  day !== null && month !== null && month >= 1 && month <= 12 && day >= 1 && day <= 31

function date(
  year: string | undefined,
  month: number | null,
  day: number | null,
  lastDay: number | null = null,
  lastMonth: number | null = month,
): Omit<FoundDate, 'from' | 'to'> | null {
  if (!isDay(day, month)) return null
  const last = isDay(lastDay, lastMonth)
    ? { day: lastDay as number, month: lastMonth as number }
    : null
  const full = year?.length === 2 ? 2000 + Number(year) : number(year)
  return { day: day as number, month: month as number, year: full, last, ambiguous: false }
}

/** «07/12/2021»: the day first, unless only the other reading is a date; with dots the day is always first. */
function numeric([, a, mark, b, year]: Groups): Omit<FoundDate, 'from' | 'to'> | null {
  const [first, second] = [Number(a), Number(b)]
  if (mark === '/' && first <= 12 && second > 12) return date(year, first, second)
  const read = date(year, second, first)
  return read && { ...read, ambiguous: mark === '/' && first <= 12 && first !== second }
}

const FORMS: readonly Form[] = [
  {
    pattern: pattern('(?<!\\d)(\\d{4})([-/.]) ?(\\d{1,2})\\2 ?(\\d{1,2})\\.?(?!\\d)'),
    read: ([, year, , month, day]) => date(year, number(month), number(day)),
  },
  {
    pattern: pattern(
      '(?:(?<!\\d)(\\d{4}) ?[年년] ?)?(?<!\\d)(\\d{1,2}) ?[月월] ?(\\d{1,2}) ?[日일号號](?: ?[-~至到和、,及] ?(?:(\\d{1,2}) ?[月월] ?)?(\\d{1,2}) ?[日일号號])?',
    ),
    read: ([, year, month, day, lastMonth, lastDay]) =>
      date(year, number(month), number(day), number(lastDay), number(lastMonth ?? month)),
  },
  {
    pattern: pattern(
      `${DAY}${ORDINAL} (?:de |of )?${MONTH}${JOINT}${DAY}${ORDINAL} (?:de |of )?${MONTH}${YEAR}`,
    ),
    read: ([, day, month, lastDay, lastMonth, year]) =>
      date(year, monthOf(month), number(day), number(lastDay), monthOf(lastMonth)),
  },
  {
    pattern: pattern(`${DAY}${ORDINAL}${JOINT}(\\d{1,2})${ORDINAL} (?:de |of )?${MONTH}${YEAR}`),
    read: ([, day, lastDay, month, year]) =>
      date(year, monthOf(month), number(day), number(lastDay)),
  },
  {
    pattern: pattern(`${DAY}${ORDINAL}[ -]?(?:de |of )?${MONTH}-?${YEAR}`),
    read: ([, day, month, year]) => date(year, monthOf(month), number(day)),
  },
  {
    pattern: pattern(
      `${MONTH} (\\d{1,2})${ORDINAL}(?![\\d:])(?:${JOINT}(\\d{1,2})${ORDINAL}(?![\\d:.]))?(?:,? ?(\\d{4})(?!\\d))?`,
    ),
    read: ([, month, day, lastDay, year]) =>
      date(year, monthOf(month), number(day), number(lastDay)),
  },
  {
    pattern: pattern('(?<![\\d.:/-])(\\d{1,2})([/.-]) ?(\\d{1,2})\\2 ?(\\d{4}|\\d{2})(?![\\d:])'),
    read: numeric,
  },
]

/** «12. 7.(화)» and «07.12 (вт)»: two numbers are a date only beside a weekday. */
const BESIDE_WEEKDAY = pattern(
  `(?<![\\d.:/])(\\d{1,2})([/.]) ?(\\d{1,2})\\.?(?= ?[(,]? ?(?:(?:${alternatives(WEEKDAYS.keys())})(?!\\p{Script=Latin}|\\p{Script=Cyrillic}|\\p{Script=Arabic})|[월화수목금토일]\\)))`,
)

/** Whoever writes more on one line writes prose, and says the date at its beginning. */
const LONGEST = 1000

/** Every date in a folded text, from left to right; none overlaps another. */
export function datesIn(line: string): FoundDate[] {
  const text = line.slice(0, LONGEST)
  if (!/\d/.test(text)) return []
  const found: FoundDate[] = []
  const free = (from: number, to: number) => found.every((one) => to <= one.from || from >= one.to)
  const add = (match: RegExpExecArray, read: Omit<FoundDate, 'from' | 'to'> | null) => {
    const to = match.index + match[0].length
    if (read && free(match.index, to)) found.push({ from: match.index, to, ...read })
  }
  for (const form of FORMS) {
    for (const match of text.matchAll(form.pattern)) add(match, form.read(match))
  }
  for (const match of text.matchAll(BESIDE_WEEKDAY)) {
    const [, a, , b] = match
    const korean = /^ ?[(][월화수목금토일]\)/.test(text.slice(match.index + match[0].length))
    const read = korean ? date(undefined, Number(a), Number(b)) : numeric([...match, undefined])
    add(match, read)
  }
  return found.sort((a, b) => a.from - b.from)
}

const WEEKDAY = new RegExp(
  `(?<!\\p{L})(?:${alternatives(WEEKDAYS.keys())})(?!\\p{Script=Latin}|\\p{Script=Cyrillic}|\\p{Script=Arabic})\\.?`,
  'u',
)
const KOREAN = ['월', '화', '수', '목', '금', '토', '일']
const CHINESE = ['一', '二', '三', '四', '五', '六', '日']
const BRACKETED = /[([]([월화수목금토일一二三四五六日])[)\]]/u

/** The first weekday (1 = Monday) that a folded text names, and where. */
export function weekdayIn(text: string): { weekday: number; from: number; to: number } | null {
  const named = WEEKDAY.exec(text)
  if (named) {
    const weekday = WEEKDAYS.get(named[0].replace(/\.$/, '')) as number
    return { weekday, from: named.index, to: named.index + named[0].length }
  }
  const short = BRACKETED.exec(text)
  if (!short) return null
  const place = Math.max(KOREAN.indexOf(short[1] as string), CHINESE.indexOf(short[1] as string))
  return { weekday: place + 1, from: short.index, to: short.index + short[0].length }
}

/** The filler words of every language, with which a date may be surrounded. */
export const FILLER = inEveryLanguage((words) => words.filler)
