import type { Child } from 'hono/jsx'
import type { PartialDay } from '../../../kernel/time.ts'
import { Label, Over, SMALL } from '../drawing/label.tsx'
import { rowsFor } from '../drawing/packing.ts'
import type { Pen } from '../drawing/picture.ts'
import { type Along, beside } from './item.ts'
import { middleOf, momentOf } from './years.tsx'

/** A line across everything, with its words at the top: an announcement, an edition. */
export interface Landmark {
  on: PartialDay
  label: string
}

const INSET = 5

/** Landmarks: how high their words are together, and their lines down to some height. */
export function momentsAlong(
  pen: Pen,
  moments: readonly Landmark[],
  along: Along,
  top: number,
): { height: number; draw(bottom: number): Child } {
  const heads = moments.map(({ on, label }) => {
    const place = along(middleOf(momentOf(on)))
    return { place, ...beside(pen, { from: place, to: place }, label) }
  })
  const rows = rowsFor(heads)
  const row = pen.leading - 1
  const topOf = (nth: number) => top + (rows[nth] ?? 0) * row
  return {
    height: heads.length === 0 ? 0 : (Math.max(...rows) + 1) * row + 4,
    draw: (bottom) => (
      <>
        <g stroke={pen.ink.quiet} stroke-dasharray="4 3">
          {heads.map(({ place }, nth) => {
            const x = pen.place(place)
            return <line x1={x} x2={x} y1={topOf(nth)} y2={bottom} />
          })}
        </g>
        <Over pen={pen}>
          {heads.map(({ at, side, label }, nth) => (
            <Label
              pen={pen}
              lines={label}
              at={at}
              shift={side === 'start' ? INSET : -INSET}
              side={side}
              y={topOf(nth) + 11}
              size={SMALL}
            />
          ))}
        </Over>
      </>
    ),
  }
}
