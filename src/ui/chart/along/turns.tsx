import type { PartialDay } from '../../../kernel/time.ts'
import { Label, SMALL } from '../drawing/label.tsx'
import { roomFor } from '../drawing/letters.ts'
import type { Pen } from '../drawing/picture.ts'
import { type Along, type Beside, beside, type Item } from './item.ts'
import { middleOf, momentOf } from './years.tsx'

/** Whose turn it was, from when to when; null: it has no end yet. */
export interface Turn {
  from: PartialDay
  until: PartialDay | null
  label: string
}

const HEIGHT = 16
const INSET = 4

/** Turns as spans. One ends in the middle of the month in which the next begins, where no day is known. */
export const turnsAlong = (
  pen: Pen,
  turns: readonly Turn[],
  along: Along,
  now: PartialDay,
): Item[] =>
  turns.map(({ from, until, label }) => {
    const begin = along(middleOf(momentOf(from)))
    const end = Math.max(begin, along(middleOf(momentOf(until ?? now))))
    const fits = roomFor(label, SMALL) + 2 * INSET <= (end - begin) * pen.width
    const words: Beside = fits
      ? { from: begin, to: end, side: 'middle', at: (begin + end) / 2, label }
      : beside(pen, { from: begin, to: end }, label)
    const shift = { start: INSET, middle: 0, end: -INSET }[words.side]
    return {
      from: words.from,
      to: words.to,
      draw: (y) => (
        <>
          <rect
            {...pen.between(begin, end)}
            y={y - HEIGHT / 2}
            height={HEIGHT}
            fill={pen.ink.tint}
            stroke={pen.ink.accent}
          />
          <Label
            pen={pen}
            lines={words.label}
            at={words.at}
            shift={shift}
            side={words.side}
            y={y + 4}
            size={SMALL}
          />
        </>
      ),
    }
  })
