import { inEveryLanguage } from '../vocabulary/all.ts'
import { anyOf } from '../vocabulary/phrases.ts'

/** A span of time that a folded text gives from one place to another. */
export interface Span {
  from: number
  to: number
  start: string
  end: string | null
  /** The hour was written without anything that says whether it is before or after noon, and could be either. */
  twelveHour: boolean
}

type Half = 'am' | 'pm'

interface Clock {
  to: number
  hour: number
  minute: number
  half: Half | null
  /** «9» alone is a time only beside a time; «0930» only beside another of its form or before «hrs». */
  form: 'plain' | 'digits' | 'bare'
  /** Four digits without a mark, whatever stands behind them. */
  compact: boolean
  word: boolean
  zeroLed: boolean
}

const sticky = (source: string) => new RegExp(source, 'uy')
const words = (pick: Parameters<typeof inEveryLanguage>[0]) => anyOf(inEveryLanguage(pick))

const FROM = sticky(`${words((v) => v.clock.from)}\\s{0,3}`)
const AT = sticky(`${words((v) => v.clock.at)}\\s{0,3}`)
const TO = sticky(
  `\\s{0,3}(?:${words((v) => v.clock.until)}\\s{0,3})?(?:[-~>→]{1,3}|${words((v) => v.clock.to)})\\s{0,3}`,
)
const UNTIL = sticky(`\\s{0,3}${words((v) => v.clock.until)}`)
const AM = sticky(`\\s{0,3}(?:${words((v) => v.clock.am)})`)
const PM = sticky(`\\s{0,3}(?:${words((v) => v.clock.pm)})`)
const NOON = sticky(words((v) => v.clock.noon))
const MIDNIGHT = sticky(words((v) => v.clock.midnight))
const NOON_AFTER = sticky(`\\s{1,3}\\(?${words((v) => v.clock.noon)}\\)?`)
const MIDNIGHT_AFTER = sticky(`\\s{1,3}\\(?${words((v) => v.clock.midnight)}\\)?`)
const SUFFIX = sticky(`\\s{0,3}${words((v) => [...v.clock.suffix, ...v.clock.hour])}\\.?`)
const ZONE_AFTER = sticky(
  '\\s{0,2}[(\\[]?(?:(?:gmt|utc)[+-]\\d{1,2}(?::\\d\\d)?|kst|utc|gmt|c?e[sd]?t|ce[sd]t|e[ae]t|wat|cat|jst|ist|msk|мск|bst|p[sd]t|wib)(?!\\p{L})[)\\]]?',
)

const COLON = sticky('(\\d{1,2}) ?: ?(\\d{2})(?::\\d{2})?(?!\\d)')
const DOT = sticky('(\\d{1,2})[.٫](\\d{2})(?![\\d/]|[.]\\d|%)')
const HOUR = words((v) => v.clock.hour)
const MINUTE = words((v) => v.clock.minute)
const HALF = words((v) => v.clock.half)
const UNITS = sticky(
  `(\\d{1,2}) ?(?:(?:h|ч|${HOUR})\\.? ?(\\d{2}) ?(?:${MINUTE})?(?!\\d)|${HOUR} ?(?:(\\d{1,2}) ?${MINUTE}|(${HALF}))?)`,
)
const DIGITS = sticky('(\\d{2})(\\d{2})(?!\\d|[.,:/]\\d|년|年)')
const BARE = sticky('(\\d{1,2})(?!\\d|[.,:/]\\d|\\p{L})')

const matches = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at
  return pattern.exec(text)
}
const skip = (pattern: RegExp, text: string, at: number): number =>
  at + (matches(pattern, text, at)?.[0].length ?? 0)

/** Which half of the day is named at a place, and where the name ends. */
function halfAt(text: string, at: number): { half: Half; to: number } | null {
  const am = matches(AM, text, at)
  const pm = matches(PM, text, at)
  if (am && (!pm || am[0].length >= pm[0].length)) return { half: 'am', to: at + am[0].length }
  return pm && { half: 'pm', to: at + pm[0].length }
}

function numbersAt(text: string, at: number) {
  const forms = [
    ['plain', COLON],
    ['plain', UNITS],
    ['plain', DOT],
    ['digits', DIGITS],
    ['bare', BARE],
  ] as const
  for (const [form, pattern] of forms) {
    const found = matches(pattern, text, at)
    if (!found) continue
    const hour = Number(found[1])
    const minute = found[4] ? 30 : Number(found[2] ?? found[3] ?? 0)
    if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) continue
    return { form, hour, minute, to: at + found[0].length, zeroLed: found[1]?.[0] === '0' }
  }
  return null
}

/** Reads one clock time at a place: «9.30 am», «오후 7시 30분», «12.00 noon», «midnight», «0930 hrs». */
function clockAt(text: string, place: number): Clock | null {
  const at = skip(AT, text, place)
  const before = halfAt(text, at)
  const numbersFrom = before ? skip(/ {0,2}/uy, text, before.to) : at
  const noonBefore = matches(NOON, text, at)
  const numbers =
    numbersAt(text, numbersFrom) ??
    (noonBefore ? numbersAt(text, skip(/ {0,2}/uy, text, at + noonBefore[0].length)) : null)
  if (!numbers || (noonBefore && numbers.form === 'bare')) {
    const midnight = matches(MIDNIGHT, text, at)
    const word = noonBefore ?? midnight
    if (!word) return null
    const to = at + word[0].length
    return {
      to,
      hour: noonBefore ? 12 : 0,
      minute: 0,
      half: null,
      form: 'plain',
      compact: false,
      word: true,
      zeroLed: true,
    }
  }
  return afterNumbers(text, numbers, before?.half ?? null)
}

function afterNumbers(
  text: string,
  numbers: NonNullable<ReturnType<typeof numbersAt>>,
  before: Half | null,
): Clock {
  let { to, form, hour } = numbers
  const suffix = skip(SUFFIX, text, to)
  if (suffix > to && form === 'digits') form = 'plain'
  if (form !== 'bare') to = suffix
  const noon = hour === 12 ? skip(NOON_AFTER, text, to) : to
  const midnight = hour === 12 || hour === 0 || hour === 24 ? skip(MIDNIGHT_AFTER, text, to) : to
  const named = noon > to || midnight > to
  if (midnight > to) hour = 0
  to = Math.max(noon, midnight)
  const after = named || before ? null : halfAt(text, to)
  if (after) to = after.to
  const half = before ?? after?.half ?? null
  if (half || named) form = 'plain'
  const compact = numbers.form === 'digits'
  return { ...numbers, compact, to: skip(ZONE_AFTER, text, to), form, hour, half, word: named }
}

const minutesOf = ({ hour, minute }: Clock, half: Half | null): number => {
  const shifted = half === 'pm' && hour < 12 ? hour + 12 : half === 'am' && hour === 12 ? 0 : hour
  return (shifted % 24) * 60 + minute
}

const two = (number: number) => String(number).padStart(2, '0')
const written = (minutes: number) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`

/** «2.00 – 3.30 pm», «오전 11시 ~ 12시 30분»: the half of the day that only one of two times names. */
function halves(start: Clock, end: Clock): [Half | null, Half | null] {
  if (start.half && end.half) return [start.half, end.half]
  if (end.half && !start.word && start.hour <= 12) {
    const same = minutesOf(start, end.half) < minutesOf(end, end.half)
    return [same ? end.half : end.half === 'pm' ? 'am' : 'pm', end.half]
  }
  if (start.half && !end.word && end.hour <= 12) {
    const same = minutesOf(end, start.half) > minutesOf(start, start.half)
    return [start.half, same ? start.half : start.half === 'am' ? 'pm' : null]
  }
  return [start.half, end.half]
}

const isYear = (clock: Clock) => clock.form === 'digits' && (clock.hour === 19 || clock.hour === 20)

/** Two bare numbers, or two years, are no span of time; one bare number beside a time is. */
function goTogether(start: Clock, end: Clock): boolean {
  if (start.form === 'bare') return end.form === 'plain' && !end.word
  if (end.form === 'bare') return start.form === 'plain' && !start.word
  if (start.compact || end.compact) {
    const years = isYear(start) && isYear(end) && (start.minute % 15 !== 0 || end.minute % 15 !== 0)
    return start.compact === end.compact && !years
  }
  return true
}

/** The span of time that starts exactly at a place of a folded text, or null. */
export function spanAt(text: string, from: number): Span | null {
  const place = skip(FROM, text, from)
  const start = clockAt(text, place) ?? (place > from ? clockAt(text, from) : null)
  if (!start) return null
  const joint = matches(TO, text, start.to)
  const end = joint && clockAt(text, start.to + joint[0].length)
  if (end && goTogether(start, end)) {
    const [first, second] = halves(start, end)
    return {
      from,
      to: skip(UNTIL, text, end.to),
      start: written(minutesOf(start, first)),
      end: written(minutesOf(end, second)),
      twelveHour: !first && !second && !start.word && !start.zeroLed && start.hour <= 12,
    }
  }
  if (start.form !== 'plain') return null
  return {
    from,
    to: skip(UNTIL, text, start.to),
    start: written(minutesOf(start, start.half)),
    end: null,
    twelveHour: !start.half && !start.word && !start.zeroLed && start.hour <= 12,
  }
}

const CANDIDATE = new RegExp(
  `\\d|${words((v) => [...v.clock.from, ...v.clock.at, ...v.clock.am, ...v.clock.pm, ...v.clock.noon, ...v.clock.midnight])}`,
  'gu',
)

/** Whoever writes more on one line writes prose. */
const LONGEST = 1000

/** Every span in a folded text, from left to right; none overlaps another. */
export function spansIn(line: string): Span[] {
  const text = line.slice(0, LONGEST)
  const spans: Span[] = []
  let done = 0
  for (const { index } of text.matchAll(CANDIDATE)) {
    if (index < done || /[\d.,:/]/.test(text[index - 1] ?? '')) continue
    const span = spanAt(text, index)
    if (!span) continue
    spans.push(span)
    done = span.to
  }
  return spans
}
