import { type Line, withoutBullet } from '../lines.ts'
import { inEveryLanguage } from '../vocabulary/all.ts'
import { fold } from '../vocabulary/folding.ts'
import { anyOf } from '../vocabulary/phrases.ts'
import { type Span, spanAt, spansIn } from '../when/clock-times.ts'

/** A line that gives a time: the item's title where it stands there too, and what stands beside it. */
export interface Timed {
  span: Span
  title: string
  beside: readonly string[]
}

const LEAD = /^[\s\p{P}\p{S}]*/u
const NUMBER = /^\s*\d{1,2}[.)]\s+/
const LABEL = new RegExp(`^${anyOf(inEveryLanguage((words) => words.columns.time))} ?[:.-] ?`, 'u')
const BETWEEN = /^[\s\p{Pd}:：,，;.。|)\]】〕》>~～·•→]+/u
const TRAILING = /[\s\p{Pd}:：,，;|(（[【]+$/u
const LONGEST_TRAILING = 240

const tidyTitle = (text: string) => text.replace(BETWEEN, '').replace(/\s+/g, ' ').trim()

/** The span with which a text begins, behind bullets, numbers and «Time:». */
function leading(text: string): Span | null {
  const folded = fold(text)
  const starts = [
    0,
    LEAD.exec(folded)?.[0].length,
    NUMBER.exec(folded)?.[0].length,
    LABEL.exec(folded)?.[0].length,
  ]
  for (const start of new Set(starts)) {
    const span = start === undefined ? null : spanAt(folded, start)
    if (span) return span
  }
  return null
}

/** «Opening ceremony (19:30 – 20:00)»: the span with which a text ends. */
export function trailing(line: Line): Timed | null {
  if (line.cells || line.text.length > LONGEST_TRAILING) return null
  const span = spansIn(line.folded).at(-1)
  if (!span || span.from === 0) return null
  if (/[\p{L}\p{N}]/u.test(line.text.slice(span.to))) return null
  const title = withoutBullet(line.text.slice(0, span.from)).replace(TRAILING, '')
  return /\p{L}/u.test(title) ? { span, title, beside: [] } : null
}

const fills = (span: Span | null, text: string) =>
  span !== null && !/[\p{L}\p{N}]/u.test(text.slice(span.to))

/** A row of a table: the cell of the time, or two cells of start and end; the next cell is the title. */
function row(cells: readonly string[], titleAt: number | null): Timed | null {
  const spans = cells.map(leading)
  const at = spans.findIndex((span, index) => fills(span, cells[index] as string))
  const span = spans[at]
  if (!span) {
    const [first] = cells
    const begun = first === undefined ? null : leading(first)
    if (!begun || !first) return null
    return {
      span: begun,
      title: tidyTitle(first.slice(begun.to)),
      beside: cells.slice(1).filter(Boolean),
    }
  }
  const next = spans[at + 1]
  const second =
    span.end === null && next?.end === null && fills(next, cells[at + 1] as string) ? next : null
  const timeCells = second ? 2 : 1
  const others = cells
    .map((text, index) => ({ text, index }))
    .filter(({ text, index }) => text !== '' && (index < at || index >= at + timeCells))
  const title =
    others.find(({ index }) => index === titleAt) ??
    others.find(({ index }) => index > at && index >= (titleAt ?? 0)) ??
    others[0]
  return {
    span: second ? { ...span, end: second.start } : span,
    title: title ? tidyTitle(title.text) : '',
    beside: others.filter((one) => one !== title).map(({ text }) => text),
  }
}

/** The item that a line begins, if it begins with a time or is a row with one. */
export function timedIn(line: Line, titleAt: number | null = null): Timed | null {
  if (line.cells) return row(line.cells, titleAt)
  const span = leading(line.text)
  return span && { span, title: tidyTitle(line.text.slice(span.to)), beside: [] }
}

/** The same, from a place behind a date. */
export function timedAt(line: Line, at: number): Timed | null {
  const span = spanAt(line.folded, at)
  return span && { span, title: tidyTitle(line.text.slice(span.to)), beside: [] }
}
