import type { Child } from 'hono/jsx'
import { LABEL, Label } from './label.tsx'
import { linesOf, roomFor } from './letters.ts'
import type { Drawing, Pen } from './picture.ts'

/** What a sign stands for; the sign is drawn around the origin, at most 16 units wide and 12 high. */
export interface Sign {
  sign: Child
  label: string
}

const BESIDE = 22
const GAP = 14
const SIZE = LABEL - 1

/** As many columns as the longest word of explanation allows. */
function columnsFor(pen: Pen, signs: readonly Sign[]): number {
  const widest = Math.max(...signs.map(({ label }) => roomFor(label, SIZE) + BESIDE + GAP))
  return Math.max(1, Math.min(signs.length, 4, Math.floor(pen.width / widest)))
}

/** What the signs of a picture mean, in columns of equal width. */
export function legend(pen: Pen, signs: readonly Sign[]): Drawing {
  if (signs.length === 0) return { height: 0, body: null }
  const columns = columnsFor(pen, signs)
  const room = pen.width / columns - BESIDE
  const rows: { signs: { lines: string[]; sign: Child }[]; y: number }[] = []
  let y = 0
  for (let first = 0; first < signs.length; first += columns) {
    const row = signs
      .slice(first, first + columns)
      .map(({ sign, label }) => ({ sign, lines: linesOf(label, SIZE, room) }))
    rows.push({ signs: row, y })
    y += Math.max(...row.map(({ lines }) => lines.length)) * pen.leading + 3
  }
  return {
    height: y + 10,
    body: rows.map((row) =>
      row.signs.map(({ sign, lines }, column) =>
        pen.moved(
          column / columns,
          row.y + 7,
          <>
            <g transform={`translate(${8 * pen.ahead})`}>{sign}</g>
            <Label pen={pen} lines={lines} y={5} shift={BESIDE} size={SIZE} />
          </>,
        ),
      ),
    ),
  }
}
