import type { PartialDay } from '../../../kernel/time.ts'
import { Label, Over, SMALL } from '../drawing/label.tsx'
import { roomFor } from '../drawing/letters.ts'
import type { Pen } from '../drawing/picture.ts'

/** When something was, as far as it is known: years since the beginning of our era, with their fractions. */
export interface Moment {
  from: number
  to: number
}

const DAYS = 366
const dayOf = (year: number, month: number, day: number) =>
  year + (Temporal.PlainDate.from({ year, month, day }).dayOfYear - 1) / DAYS

/** A day is a moment; a month or a year, where nothing more is known, lasts. */
export function momentOf(on: PartialDay): Moment {
  const [year = 0, month, day] = on.split('-').map(Number)
  if (month === undefined) return { from: year, to: year + 1 }
  if (day === undefined) return { from: year + (month - 1) / 12, to: year + month / 12 }
  const at = dayOf(year, month, day)
  return { from: at, to: at }
}

/** The middle of what is known of a date. */
export const middleOf = ({ from, to }: Moment): number => (from + to) / 2

/** Whole years around some moments, at least two. */
export function spanOf(moments: readonly Moment[]): { first: number; last: number } {
  const first = Math.floor(Math.min(...moments.map(({ from }) => from)))
  const last = Math.ceil(Math.max(...moments.map(({ to }) => to)))
  return { first, last: Math.max(last, first + 2) }
}

const STEPS = [1, 2, 5, 10, 20, 50]

interface Line {
  pen: Pen
  first: number
  last: number
  y: number
}

/** A hairline at the beginning of each year, down to some height. */
export const YearLines = ({ pen, first, last, y, bottom }: Line & { bottom: number }) => (
  <g stroke={pen.ink.hair}>
    {Array.from({ length: last - first + 1 }, (_, place) => {
      const x = pen.place(place / (last - first))
      return <line x1={x} x2={x} y1={y} y2={bottom} />
    })}
  </g>
)

/** The number of each year in its middle; only every second, fifth … where there is no room for more. */
export function YearNumbers({ pen, first, last, y }: Line) {
  const count = last - first
  const room = roomFor('2021', SMALL) + 6
  const step = STEPS.find((one) => (pen.width / count) * one >= room) ?? count
  return (
    <Over pen={pen} by={5}>
      {Array.from({ length: Math.ceil(count / step) }, (_, nth) => (
        <Label
          pen={pen}
          lines={`${first + nth * step}`}
          at={(nth * step + 0.5) / count}
          y={y - 4}
          side="middle"
          size={SMALL}
          ink="quiet"
        />
      ))}
    </Over>
  )
}
