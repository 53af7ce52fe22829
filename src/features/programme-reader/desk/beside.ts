import type { Line } from '../lines.ts'
import type { DeskSession } from '../sessions.ts'
import type { Day, Doubt, Item, Understood } from '../understood.ts'
import { LABELS } from '../vocabulary/vocabulary.ts'

/** What some lines of a text were taken for. */
export const PLACES = [
  'session',
  'day',
  'part',
  'field',
  'zone',
  'mark',
  'repeat',
  'unread',
] as const
export type PlaceOfLine = (typeof PLACES)[number]

/** A session as it was understood, and its row in the form. */
export interface Row {
  number: number
  session: DeskSession
  afterMidnight: boolean
}

/** Lines that follow each other and were taken for one thing. */
export interface Entry {
  what: PlaceOfLine
  lines: readonly { number: number; text: string }[]
  /** The label under which a field is known, `venue`. */
  field: (typeof LABELS)[number] | null
  day: Day | null
  /** Where a session begins; lines of it that stand apart have none. */
  row: Row | null
  doubts: readonly Doubt[]
}

interface Taken {
  what: PlaceOfLine
  of: unknown
  field?: Entry['field']
  day?: Day
  item?: Item
}

const dayAfter = (day: string) => Temporal.PlainDate.from(day).add({ days: 1 }).toString()

const LONGEST = 500

/** A session as the form begins with it: what the text does not say is left to be filled in. */
const asRow = (item: Item, date: string | null): DeskSession => ({
  take: true,
  day: date !== null && item.afterMidnight ? dayAfter(date) : date,
  start: item.start,
  end: item.end === item.start ? null : item.end,
  kind: item.kind,
  title: item.title.slice(0, LONGEST) || null,
  note: item.notes.map(({ text }) => text).join('\n') || null,
  room: null,
})

/** What each line of a text was taken for. Every line is in exactly one place of what was understood. */
function takenBy(understood: Understood): Map<number, Taken> {
  const taken = new Map<number, Taken>()
  const take = (lines: readonly number[], as: Taken) => {
    for (const line of lines) taken.set(line, as)
  }
  for (const field of LABELS) {
    take(understood[field]?.lines ?? [], { what: 'field', of: field, field })
  }
  for (const day of understood.days) {
    take(day.lines, { what: 'day', of: day, day })
    for (const item of day.items) take(item.lines, { what: 'session', of: item, item, day })
    for (const part of day.parts) take([part.line], { what: 'part', of: part })
  }
  take(understood.zoneLines, { what: 'zone', of: 'zone' })
  for (const { line } of understood.marks) take([line], { what: 'mark', of: 'mark' })
  for (const repeat of understood.repeats) take(repeat.lines, { what: 'repeat', of: repeat })
  for (const { line } of understood.unread) take([line], { what: 'unread', of: 'unread' })
  return taken
}

const UNREAD: Taken = { what: 'unread', of: 'unread' }

/** The text, line by line, beside what was understood of it: nothing of it is left out. */
export function besideSource(understood: Understood, lines: readonly Line[]): Entry[] {
  const taken = takenBy(understood)
  const items = understood.days.flatMap((day) => day.items)
  const doubts = Map.groupBy(understood.doubts, ({ line }) => line)
  const begun = new Set<Item>()
  const entries: (Entry & { of: unknown; lines: Entry['lines'][number][]; doubts: Doubt[] })[] = []
  for (const { number, text } of lines) {
    const { what, of, field, day, item }: Taken = taken.get(number) ?? UNREAD
    const last = entries.at(-1)
    if (last && last.of === of && last.what === what) {
      last.lines.push({ number, text })
      last.doubts.push(...(doubts.get(number) ?? []))
      continue
    }
    const isFirst = item !== undefined && !begun.has(item)
    if (item) begun.add(item)
    entries.push({
      ...{ what, of, field: field ?? null, day: day ?? null },
      lines: [{ number, text }],
      doubts: [...(doubts.get(number) ?? [])],
      row:
        isFirst && item
          ? {
              number: items.indexOf(item),
              session: asRow(item, day?.date ?? null),
              afterMidnight: item.afterMidnight,
            }
          : null,
    })
  }
  return entries.map(({ of: _, ...entry }) => entry)
}
