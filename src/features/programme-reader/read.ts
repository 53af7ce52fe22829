import { type Assembled, assemble } from './layout/assembly.ts'
import { type Again, daysOf } from './layout/days.ts'
import { grouped, repeatedMarks, saidAgain } from './layout/repeats.ts'
import { sensesOf } from './layout/senses.ts'
import { type Line, linesOf, type ProgrammeSource } from './lines.ts'
import { type Fields, fieldsIn } from './particulars/fields.ts'
import type { Day, Doubt, Hints, Remark, Understood } from './understood.ts'
import { fold } from './vocabulary/folding.ts'
import { languageOf } from './vocabulary/language.ts'
import { calendarOf } from './when/calendar.ts'
import { zoneOf } from './zones/zone-of.ts'

/** The words around a time in which a zone may stand: «09:00 – 10:00 (KST)». */
const timesOf = ({ blocks }: Assembled) =>
  blocks
    .flatMap(({ items }) => items)
    .map(({ line, text, span }) => ({ number: line, text: text.slice(0, span.to + 12) }))

/** Lines about the zone that say the same again. */
function zonesAgain(zones: readonly Remark[]): Again {
  const first = new Map<string, number>()
  const again: Again = new Map()
  for (const { line, text } of zones) {
    const known = first.get(fold(text))
    if (known === undefined) first.set(fold(text), line)
    else again.set(line, known)
  }
  return again
}

/** Where the conference is: its venue, else what stands beside its dates («Accra, 5–6 December»), else its title. */
function placeOf(
  { venue, dates, title }: Fields,
  days: readonly Day[],
  lines: readonly Line[],
): string {
  const beside = lines.filter(({ number }) => dates?.lines.includes(number))
  return [
    venue?.value,
    ...days.map((day) => day.title),
    ...beside.map(({ text }) => text),
    title?.value,
  ]
    .filter(Boolean)
    .join(' ')
}

/**
 * Reads the programme of a conference as people write it, in any of the seven languages. Pure: the same text and
 * hints give the same result. Every line with something on it is in exactly one place of the result.
 */
export function readProgramme(source: ProgrammeSource, hints: Hints = {}): Understood {
  const lines = linesOf(source)
  const order = lines.map(({ number }) => number)
  const calendar = calendarOf(
    lines.map(({ folded }) => folded),
    hints,
  )
  const assembled = assemble(sensesOf(lines))
  const firstItem = Math.min(
    ...assembled.blocks.flatMap((block) => [
      ...block.lines,
      ...block.items.map((item) => item.line),
    ]),
  )
  const { fields, rest } = fieldsIn(assembled.loose, calendar, firstItem)
  const { days, repeats, doubts } = daysOf(assembled, calendar, fields.dates?.value.from ?? null)
  const again: Again = new Map([...repeats, ...zonesAgain(assembled.zones)])
  const inProgramme = new Set(again.keys())
  for (const [line, of] of saidAgain(rest, lines)) again.set(line, of)
  for (const [line, of] of repeatedMarks(assembled.marks, again, order)) again.set(line, of)
  const language = hints.language ?? languageOf(lines)
  const zone = zoneOf(
    {
      lines: assembled.zones.map(({ line, text }) => ({ number: line, text })),
      timed: timesOf(assembled),
      place: placeOf(fields, days, lines),
    },
    hints,
  )
  const unclear: Doubt[] = language ? [] : [{ code: 'language-unclear', line: 0, text: '' }]
  const once = ({ line }: Remark) => !again.has(line)
  const remarks = (some: readonly Line[]) =>
    some.map(({ number, text }) => ({ line: number, text })).filter(once)
  return {
    zone: zone.zone,
    language: language ?? 'en',
    ...fields,
    days,
    zoneLines: assembled.zones.filter(once).map(({ line }) => line),
    marks: assembled.marks.filter(once),
    repeats: grouped(again, order, (line) => inProgramme.has(line)),
    doubts: [...unclear, ...zone.doubts, ...doubts].toSorted((a, b) => a.line - b.line),
    unread: remarks(rest),
  }
}
