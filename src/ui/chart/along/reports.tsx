import type { PartialDay } from '../../../kernel/time.ts'
import { Label, Over, SMALL } from '../drawing/label.tsx'
import type { Pen } from '../drawing/picture.ts'
import { type Along, BESIDE, beside, type Item } from './item.ts'
import { Mark, type Voice } from './marks.tsx'
import { middleOf, momentOf } from './years.tsx'

/** Something that was reported. */
export interface Report {
  /** A day, or the month or year where nothing more is known: then it is drawn as long as that. */
  on: PartialDay
  /** Short words beside the mark: «6 of 16». */
  label?: string
  by: Voice
  /** Whether we inferred it. */
  inferred?: boolean
}

/** Reports as marks with their words. */
export const reportsAlong = (pen: Pen, reports: readonly Report[], along: Along): Item[] =>
  reports.map(({ on, label = '', by, inferred = false }) => {
    const moment = momentOf(on)
    const extent = { from: along(moment.from), to: along(moment.to) }
    const words = beside(pen, extent, label)
    return {
      from: words.from,
      to: words.to,
      draw: (y) => (
        <>
          {extent.to > extent.from && (
            <Lasting pen={pen} of={pen.between(extent.from, extent.to)} y={y} />
          )}
          {pen.moved(along(middleOf(moment)), y, <Mark pen={pen} by={by} hollow={inferred} />)}
          {words.label !== '' && (
            <Over pen={pen}>
              <Label
                pen={pen}
                lines={words.label}
                at={words.at}
                shift={words.side === 'start' ? BESIDE : -BESIDE}
                side={words.side}
                y={y + 4}
                size={SMALL}
              />
            </Over>
          )}
        </>
      ),
    }
  })

/** The month or the year in which something was, since its day is not known. */
export const Lasting = ({
  pen,
  of,
  y,
}: {
  pen: Pen
  of: ReturnType<Pen['between']>
  y: number
}) => <rect {...of} y={y - 3} height="6" rx="3" fill={pen.ink.tint} stroke={pen.ink.accent} />
