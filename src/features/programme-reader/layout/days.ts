import type { Day, Doubt, DoubtCode, Item } from '../understood.ts'
import { fold } from '../vocabulary/folding.ts'
import { type Calendar, resolve } from '../when/calendar.ts'
import { spansIn } from '../when/clock-times.ts'
import type { Assembled, Block, Draft } from './assembly.ts'
import { kindOf } from './kinds.ts'

interface Dated {
  date: string | null
  doubts: readonly DoubtCode[]
}

const dayAfter = (date: string, days: number) =>
  Temporal.PlainDate.from(date).add({ days }).toString()

/** «Day 2» or «Wednesday» alone: counted from the first day of the conference. */
function byOrder(block: Block, index: number, first: string | null): Dated {
  const { ordinal, weekday } = block.heading ?? { ordinal: null, weekday: null }
  if (!first) return { date: null, doubts: ['day-missing'] }
  if (ordinal !== null) {
    const date = dayAfter(first, ordinal - 1)
    const agrees = weekday === null || Temporal.PlainDate.from(date).dayOfWeek === weekday
    return { date, doubts: agrees ? ['day-numbered'] : ['weekday-disagrees'] }
  }
  if (weekday !== null) {
    const ahead = (weekday - Temporal.PlainDate.from(first).dayOfWeek + 7) % 7
    return { date: dayAfter(first, ahead), doubts: ['day-numbered'] }
  }
  return index === 0 ? { date: first, doubts: [] } : { date: null, doubts: ['day-missing'] }
}

const datedOf = (block: Block, index: number, calendar: Calendar, first: string | null): Dated =>
  block.heading?.date
    ? resolve(block.heading.date, block.heading.weekday, calendar)
    : byOrder(block, index, first)

const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
const clockAt = (total: number) =>
  `${String(Math.floor(total / 60) % 24).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`
const NOON = 12 * 60
const EVENING = 18 * 60
const MORNING = 6 * 60

/** «12.00 Lunch», then «1.30 Session»: written by the twelve-hour clock, the second is in the afternoon. */
function inAfternoon(draft: Draft, before: number | null): boolean {
  const start = minutes(draft.span.start)
  return (
    draft.span.twelveHour &&
    before !== null &&
    start < 8 * 60 &&
    start >= 60 &&
    before > start &&
    before >= 8 * 60 &&
    before < EVENING &&
    start + NOON >= before
  )
}

function itemsOf(block: Block, doubt: (code: DoubtCode, draft: Draft) => void): Item[] {
  let before: number | null = null
  let late = false
  return block.items.map((draft) => {
    let { start, end } = draft.span
    if (inAfternoon(draft, before)) {
      start = clockAt(minutes(start) + NOON)
      end = end && minutes(end) < NOON ? clockAt(minutes(end) + NOON) : end
      doubt('afternoon-assumed', draft)
    }
    const at = minutes(start)
    late ||= before !== null && before >= EVENING && at < MORNING
    if (end && minutes(end) < at && at < EVENING && minutes(end) >= MORNING)
      doubt('end-before-start', draft)
    if (draft.title === '') doubt('title-missing', draft)
    if (draft.notes.some(({ text }) => spansIn(fold(text)).some((span) => span.end))) {
      doubt('time-in-note', draft)
    }
    before = at
    return {
      start,
      end,
      title: draft.title,
      kind: kindOf(draft.title),
      afterMidnight: late && at < MORNING,
      notes: draft.notes,
      line: draft.line,
      lines: draft.lines.toSorted((a, b) => a - b),
    }
  })
}

const samePlace = (a: Item, b: Item) =>
  a.start === b.start && a.end === b.end && fold(a.title) === fold(b.title)

/** Which lines stand for which, where the same items are given again. */
export type Again = Map<number, number>

/** Puts an item that stands there already among the repeats; what is new under it stays with the first. */
function again(first: Item, second: Item, repeats: Again): Item {
  const notes = [...first.notes]
  const lines = [...first.lines]
  for (const line of second.lines) {
    const note = second.notes.find((one) => one.line === line)
    const known = note && first.notes.find((one) => fold(one.text) === fold(note.text))
    if (note && !known && line !== second.line) {
      notes.push(note)
      lines.push(line)
    } else {
      repeats.set(line, known?.line ?? first.line)
    }
  }
  return { ...first, notes, lines }
}

/** Joins a later block to the day that it belongs to. */
function join(day: Day, later: Day, repeats: Again): Day {
  const items = [...day.items]
  let fresh = 0
  for (const item of later.items) {
    const place = items.findIndex((one) => samePlace(one, item))
    if (place < 0) {
      items.push(item)
      fresh++
    } else {
      items[place] = again(items[place] as Item, item, repeats)
    }
  }
  const repeated = fresh === 0 && later.items.length > 0
  const heading = day.lines[0]
  const parts = later.parts.filter((part) => {
    const known = day.parts.find((one) => fold(one.text) === fold(part.text))
    if (known && repeated) repeats.set(part.line, known.line)
    return !(known && repeated)
  })
  if (repeated && heading !== undefined) for (const line of later.lines) repeats.set(line, heading)
  return {
    ...day,
    title: day.title ?? (repeated ? null : later.title),
    items,
    parts: [...day.parts, ...parts],
    lines: repeated && heading !== undefined ? day.lines : [...day.lines, ...later.lines],
  }
}

export interface Days {
  days: Day[]
  repeats: Again
  doubts: Doubt[]
}

/** The days of a programme with their dates; a day that stands there twice is one day. */
export function daysOf(
  { blocks }: Pick<Assembled, 'blocks'>,
  calendar: Calendar,
  firstDay: string | null,
): Days {
  const days: Day[] = []
  const repeats: Again = new Map()
  const doubts: Doubt[] = []
  for (const [index, block] of blocks.entries()) {
    const first = firstDay ?? days.find(({ date }) => date !== null)?.date ?? null
    const { date, doubts: about } = datedOf(block, index, calendar, first)
    const line = block.lines[0] ?? block.items[0]?.line ?? 0
    doubts.push(
      ...about.map((code) => ({ code, line, text: block.text || (block.items[0]?.text ?? '') })),
    )
    const items = itemsOf(block, (code, draft) =>
      doubts.push({ code, line: draft.line, text: draft.text }),
    )
    const day: Day = {
      date,
      title: block.heading?.title ?? null,
      items: [],
      parts: block.parts,
      lines: block.lines,
    }
    const known = days.findIndex(
      (one) => one.date === date && (date !== null || one.title === day.title),
    )
    if (known < 0) days.push(join(day, { ...day, items, parts: [], lines: [] }, repeats))
    else days[known] = join(days[known] as Day, { ...day, items }, repeats)
  }
  return { days, repeats, doubts: doubts.filter(({ line }) => !repeats.has(line)) }
}
