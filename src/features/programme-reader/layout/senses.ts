import type { Line } from '../lines.ts'
import { fold } from '../vocabulary/folding.ts'
import { type DayHeading, dayHeadingIn } from '../when/day-headings.ts'
import { isAboutZone } from '../zones/zones.ts'
import { type Timed, timedAt, timedIn, trailing } from './items.ts'
import { isMark, tableHead } from './marks.ts'

/** What a line is by itself and by what follows it. A row of a table, or one line, may name a day and an item. */
export interface Sense {
  line: Line
  heading: DayHeading | null
  timed: Timed | null
  is: 'mark' | 'zone' | 'plain' | null
}

/** How far below a heading of a day its first item may stand; less where the heading says more than the day. */
const REACH = 8
const SHORT_REACH = 3

const cellLine = (line: Line, text: string): Line => {
  const { cells: _, ...rest } = line
  return { ...rest, text, folded: fold(text) }
}

/** «7 December | 09:00 – 09:30 | Opening»: the day in a cell before the time. */
function dayInRow(line: Line, titleAt: number | null): Pick<Sense, 'heading' | 'timed'> | null {
  const cells = line.cells ?? []
  for (const [index, cell] of cells.slice(0, 2).entries()) {
    const heading = cell === '' ? null : dayHeadingIn(cellLine(line, cell))
    if (!heading || heading.itemAt !== null || heading.title) continue
    const timed = timedIn({ ...line, cells: cells.with(index, '') }, titleAt)
    if (timed) return { heading, timed }
  }
  return null
}

function senseOf(line: Line, titleAt: number | null, trails: boolean): Sense {
  const inRow = line.cells ? dayInRow(line, titleAt) : null
  if (inRow) return { line, ...inRow, is: null }
  const heading = dayHeadingIn(line)
  if (heading) {
    const timed = heading.itemAt === null ? null : timedAt(line, heading.itemAt)
    return { line, heading, timed, is: null }
  }
  const timed = timedIn(line, titleAt) ?? (trails ? trailing(line) : null)
  if (timed && (timed.title !== '' || !isAboutZone(line))) return { line, heading, timed, is: null }
  const is = isAboutZone(line) ? 'zone' : isMark(line) || tableHead(line) ? 'mark' : 'plain'
  return { line, heading, timed: null, is }
}

/** Whether this text writes the time behind the title: then, and only then, a time at the end makes an item. */
function writesTimeLast(lines: readonly Line[]): boolean {
  let first = 0
  let last = 0
  for (const line of lines) {
    if (!/\d/.test(line.folded) || dayHeadingIn(line)) continue
    if (timedIn(line)) first++
    else if (trailing(line)) last++
  }
  return last > first
}

const followed = (senses: readonly Sense[], from: number, reach: number) =>
  senses.slice(from + 1, from + 1 + reach).some(({ timed }) => timed !== null)

/** The sense of every line. A date is a heading only where items follow; elsewhere it is a particular. */
export function sensesOf(lines: readonly Line[]): Sense[] {
  const trails = writesTimeLast(lines)
  let titleAt: number | null = null
  const senses = lines.map((line) => {
    const head = tableHead(line)
    if (head) titleAt = head.titleAt
    return senseOf(line, titleAt, trails)
  })
  return senses.map((sense, index) => {
    const { heading, timed, line } = sense
    if (!heading || timed) return sense
    const reach = heading.title ? SHORT_REACH : REACH
    if (followed(senses, index, reach)) return sense
    return { line, heading: null, timed: null, is: isMark(line) ? 'mark' : 'plain' }
  })
}
