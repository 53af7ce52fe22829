import type { Line } from '../lines.ts'
import type { Remark, Repeat } from '../understood.ts'
import type { Again } from './days.ts'

const SHORTEST = 20
const WHOLE_PARAGRAPH = 200
const MOST_PARAGRAPHS = 200

/** Lines of prose that say again what an earlier line says whole. */
export function saidAgain(rest: readonly Line[], earlier: readonly Line[]): Again {
  const again: Again = new Map()
  const first = new Map<string, number>()
  for (const { folded, number } of earlier) if (!first.has(folded)) first.set(folded, number)
  const paragraphs = earlier
    .filter(({ text }) => text.length >= WHOLE_PARAGRAPH)
    .slice(0, MOST_PARAGRAPHS)
  for (const line of rest) {
    if (line.text.length < SHORTEST) continue
    const same = first.get(line.folded)
    const of =
      same !== undefined && same < line.number
        ? same
        : paragraphs.find(
            ({ folded, number }) => number < line.number && folded.includes(line.folded),
          )?.number
    if (of !== undefined) again.set(line.number, of)
  }
  return again
}

/** Headings such as «Programme» that stand again directly above what is repeated. */
export function repeatedMarks(
  marks: readonly Remark[],
  again: Again,
  order: readonly number[],
): Again {
  const found: Again = new Map()
  for (const mark of marks.toReversed()) {
    const next = order[order.indexOf(mark.line) + 1]
    const first = marks.find((one) => one.text === mark.text && one.line < mark.line)
    if (first && next !== undefined && (again.has(next) || found.has(next)))
      found.set(mark.line, first.line)
  }
  return found
}

/** Repeated lines that follow each other, as one: «lines 36 to 44 say again what lines 27 to 34 say». */
export function grouped(
  again: Again,
  order: readonly number[],
  inProgramme: (line: number) => boolean,
): Repeat[] {
  const repeats: { lines: number[]; of: number[]; what: Repeat['what'] }[] = []
  let last = -2
  for (const [place, line] of order.entries()) {
    const of = again.get(line)
    if (of === undefined) continue
    const open = repeats.at(-1)
    if (open && last === place - 1) {
      open.lines.push(line)
      open.of.push(of)
    } else {
      repeats.push({ lines: [line], of: [of], what: 'text' })
    }
    last = place
  }
  return repeats.map(({ lines, of }) => ({
    lines,
    of: [...new Set(of)].toSorted((a, b) => a - b),
    what: lines.some(inProgramme) ? 'programme' : 'text',
  }))
}
