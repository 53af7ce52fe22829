/*
 * Wall times in any zone, for the server and the browser alike. Browsers do not all have Temporal yet, so this file
 * knows numbers and strings only, and imports nothing: it is sent to every reader.
 */

/** What a clock and a calendar on a wall show: `{ day: '2021-12-08', clock: '00:10', offset: '+13:00' }`. */
export interface Wall {
  day: string
  clock: string
  offset: string
}

/** How a language sets times: patterns with `{from}`, `{to}`, `{day}`; weekdays from Monday to Sunday, short. */
export interface TimeWords {
  /** A beginning without a known end. */
  alone: string
  range: string
  /** A range that ends on another day. */
  over: string
  /** What precedes a range on another day than the one it stands under. */
  other: string
  days: readonly string[]
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Swedish writes the parts in the order of ISO 8601, with Latin digits. */
function formatOf(zone: string | undefined): Intl.DateTimeFormat {
  const made = formats.get(zone ?? '')
  if (made) return made
  const format = new Intl.DateTimeFormat('sv-SE', {
    ...(zone === undefined ? {} : { timeZone: zone }),
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  formats.set(zone ?? '', format)
  return format
}

const MINUTE = 60_000

function signed(minutes: number): string {
  const size = Math.abs(minutes)
  const [hours, rest] = [Math.floor(size / 60), size % 60].map((n) => String(n).padStart(2, '0'))
  return `${minutes < 0 ? '-' : '+'}${hours}:${rest}`
}

/**
 * The wall time of a moment.
 * @param ms milliseconds since 1970, UTC
 * @param zone an IANA zone; without it that of the machine, which in a browser is the reader's
 */
export function wallAt(ms: number, zone?: string): Wall {
  const [year = '', month = '', date = '', hour = '', minute = ''] =
    formatOf(zone).format(ms).match(/\d+/g) ?? []
  const shown = Date.UTC(+year, +month - 1, +date, +hour, +minute)
  const moment = Math.floor(ms / MINUTE) * MINUTE
  return {
    day: `${year}-${month}-${date}`,
    clock: `${hour}:${minute}`,
    offset: signed((shown - moment) / MINUTE),
  }
}

/** The zone that the machine is set to: in a browser the reader's. An identifier, never shown. */
export const ownZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone

/** The short weekday of a calendar day. */
export const weekdayOf = (words: TimeWords, day: string): string =>
  words.days[(new Date(`${day}T00:00Z`).getUTCDay() + 6) % 7] ?? ''

/**
 * From when to when, as it is set under the heading of a day: «19:30–20:00», «Wed 00:10–01:30» where it begins on
 * another day, «23:30 – Wed 00:00» where it ends on one.
 */
export function setRange(words: TimeWords, from: Wall, to: Wall | null, day: string): string {
  const ahead = from.day === day ? '' : words.other.replace('{day}', weekdayOf(words, from.day))
  const pattern = to === null ? words.alone : to.day === from.day ? words.range : words.over
  const set = pattern
    .replace('{from}', from.clock)
    .replace('{to}', to?.clock ?? '')
    .replace('{day}', to === null ? '' : weekdayOf(words, to.day))
  return ahead + set
}

/** Whether a clock shows another time than the conference's at any of some moments. */
export const differs = (moments: readonly number[], conference: string, zone?: string): boolean =>
  moments.some((ms) => wallAt(ms, conference).offset !== wallAt(ms, zone).offset)

/** Things by the day on which they begin in a zone, in the order in which they begin. */
export function byDay<Item>(
  items: readonly Item[],
  beginOf: (item: Item) => number,
  zone?: string,
): { day: string; items: Item[] }[] {
  const days: { day: string; items: Item[] }[] = []
  for (const item of items.toSorted((a, b) => beginOf(a) - beginOf(b))) {
    const { day } = wallAt(beginOf(item), zone)
    const last = days.at(-1)
    if (last?.day === day) last.items.push(item)
    else days.push({ day, items: [item] })
  }
  return days
}
