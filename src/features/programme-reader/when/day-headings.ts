import type { Line } from '../lines.ts'
import { inEveryLanguage, VOCABULARIES } from '../vocabulary/all.ts'
import { anyOf } from '../vocabulary/phrases.ts'
import { spanAt } from './clock-times.ts'
import { datesIn, FILLER, type FoundDate, weekdayIn } from './dates.ts'

/** What a line says about the day under which the following items stand. */
export interface DayHeading {
  date: FoundDate | null
  weekday: number | null
  /** «Day 2». */
  ordinal: number | null
  title: string | null
  /** Where an item starts on the same line: «7 December, 9.30: Opening». */
  itemAt: number | null
}

const DAY = anyOf(inEveryLanguage((words) => words.day))
const ORDINALS = Array.from({ length: 7 }, (_, index) =>
  anyOf(Object.values(VOCABULARIES).flatMap((words) => words.ordinals[index] ?? [])),
)
const NTH = `(?:${ORDINALS.map((forms) => `(${forms})`).join('|')})`
const NUMBERED = new RegExp(
  `${DAY} ?(?:n[°o] ?|#)?(\\d{1,2}|i{1,3}|iv|[ⅰ-ⅶⅠ-Ⅶ])(?![\\p{L}\\d])|(?:第 ?)?(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|re|e|o|º|ª|-?й|-й)? ?${DAY}`,
  'u',
)
const NAMED = new RegExp(`${NTH}(?: ?날|-| )?${DAY}|${DAY} ${NTH}|${NTH} ?날`, 'u')
const ROMAN = ['i', 'ii', 'iii', 'iv']
const WORDS = new RegExp(
  `${anyOf([
    ...FILLER,
    ...inEveryLanguage((words) => [
      ...words.programme,
      ...words.day,
      ...words.labels.dates,
      ...words.columns.date,
    ]),
  ])}`,
  'gu',
)
const PUNCTUATION = /[\s\p{P}\p{S}]+/gu
const LONGEST_TITLE = 90

interface Numbered {
  ordinal: number
  from: number
  to: number
}

function ordinalIn(text: string): Numbered | null {
  const found = NUMBERED.exec(text)
  if (found) {
    const digits = (found[1] ?? found[2]) as string
    const small = digits.charCodeAt(0) >= 0x2160 ? (digits.charCodeAt(0) & 0xf) + 1 : 0
    const ordinal = small || ROMAN.indexOf(digits) + 1 || Number(digits)
    return ordinal > 0 ? { ordinal, from: found.index, to: found.index + found[0].length } : null
  }
  const named = NAMED.exec(text)
  if (!named) return null
  const group = named.slice(1).findIndex(Boolean)
  return { ordinal: (group % 7) + 1, from: named.index, to: named.index + named[0].length }
}

const cut = (text: string, part: { from: number; to: number } | null) =>
  part ? text.slice(0, part.from) + ' '.repeat(part.to - part.from) + text.slice(part.to) : text

/** What is left of a text without weekdays, numbers of days, small words and punctuation. */
function remainder(text: string): string {
  const plain = cut(cut(text, weekdayIn(text)), ordinalIn(text))
  return plain.replace(WORDS, ' ').replace(PUNCTUATION, '')
}

/** Where the words behind a date begin: past its weekday, brackets and dashes. */
function behind(text: string, from: number): number {
  let at = from
  for (;;) {
    const rest = text.slice(at)
    const weekday = weekdayIn(rest)
    const gap = /^[\s\p{P}\p{S}]*/u.exec(rest)?.[0].length ?? 0
    const skipped = weekday && weekday.from <= gap ? weekday.to : gap
    if (skipped === 0) return at
    at += skipped
  }
}

const isTitle = (text: string) => text.length <= LONGEST_TITLE && !/[.;。]$/.test(text)

function around(
  line: Line,
  part: { from: number; to: number },
): Pick<DayHeading, 'title' | 'itemAt'> | null {
  const before = line.folded.slice(0, part.from)
  const after = line.folded.slice(part.to)
  if (remainder(before) === '') {
    const at = behind(line.folded, part.to)
    if (spanAt(line.folded, at)) return { title: null, itemAt: at }
    if (remainder(after) === '') return { title: null, itemAt: null }
    const title = line.text.slice(at).trim()
    return isTitle(title) ? { title, itemAt: null } : null
  }
  if (remainder(after) !== '') return null
  const title = line.text.slice(0, part.from).replace(/[\s\p{Pd}:：,，(（]+$/u, '')
  return isTitle(title) && title.length <= 60 ? { title, itemAt: null } : null
}

/** Whether a line is the heading of a day, and of which. */
export function dayHeadingIn(line: Line): DayHeading | null {
  const text = line.folded
  if (text.length > 200) return null
  // «Day 1 – 7 December» is no run of days.
  const numbered = datesIn(cut(text, ordinalIn(text)))
  const dates = numbered.length > 0 ? numbered : datesIn(text)
  const [date] = dates
  if (dates.length > 1 || date?.last) return null
  const undated = date ? cut(text, date) : text
  const ordinal = ordinalIn(undated)
  const weekday = weekdayIn(undated)
  const part = date ?? ordinal ?? (remainder(text) === '' ? weekday : null)
  if (!part) return null
  const found = around(line, part)
  if (!found) return null
  return {
    date: date ?? null,
    weekday: weekday?.weekday ?? null,
    ordinal: ordinal?.ordinal ?? null,
    ...found,
  }
}
