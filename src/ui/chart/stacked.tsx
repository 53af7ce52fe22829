import type { Child } from 'hono/jsx'
import { sayNumber } from '../../i18n/numbers.ts'
import type { Language } from '../../kernel/language.ts'
import { type Filling, filled, Patterns } from './drawing/fillings.tsx'
import { headed } from './drawing/headed.tsx'
import { Label, SMALL } from './drawing/label.tsx'
import { legend } from './drawing/legend.tsx'
import { linesOf, roomFor } from './drawing/letters.ts'
import { apart } from './drawing/packing.ts'
import { type Drawing, type Pen, type Picture, rounded } from './drawing/picture.ts'

/** A part of every row; parts stand in the order given. */
export interface Part {
  label: string
  filling: Filling
}

/** A whole and its parts, in the order of the parts' names. */
export interface Stack {
  label: string
  /** The whole in words: «33 pledges». */
  said: string
  counts: readonly number[]
  /** A line below, for a number that is counted by another rule. */
  note?: string
}

const THICK = 14
const NUMBERS = 15
const GAP = 14

interface Stacks {
  language: Language
  parts: readonly Part[]
  rows: readonly Stack[]
}

/** Wholes one below the other, all to one scale, each divided into the same parts, with the number of each part. */
export function stacked({ parts, rows }: Stacks): Picture | null {
  if (rows.length === 0) return null
  const scale = scaleOf(rows)
  return {
    draw(pen) {
      const key = legendOf(pen, parts)
      let y = key.height
      const body = rows.map((row) => {
        const drawn = stack(pen, parts, row, { y, from: 0, scale })
        y += drawn.height + GAP
        return drawn.body
      })
      return {
        height: y - GAP,
        body: (
          <>
            <Patterns pen={pen} of={parts.map(({ filling }) => filling)} />
            {key.body}
            {body}
          </>
        ),
      }
    },
  }
}

const sum = (counts: readonly number[]) => counts.reduce((total, one) => total + one, 0)

/** The share of the width that one takes, so that the largest whole fills it. */
export const scaleOf = (rows: readonly Pick<Stack, 'counts'>[]): number =>
  1 / Math.max(1, ...rows.map(({ counts }) => sum(counts)))

/** What the fillings mean. */
export const legendOf = (pen: Pen, parts: readonly Part[]): Drawing =>
  legend(
    pen,
    parts.map(({ label, filling }) => ({
      label,
      sign: <rect x="-8" y="-6" width="16" height="12" {...filled(pen, filling)} />,
    })),
  )

/** One whole from a place along the picture on: its name, its parts, their numbers, its note. */
export function stack(
  pen: Pen,
  parts: readonly Part[],
  row: Stack,
  { y, from, scale }: { y: number; from: number; scale: number },
): Drawing {
  const head = headed(pen, row, y, from)
  const top = y + head.height
  const unit = (1 - from) * scale
  const segments: { from: number; to: number; filling: Filling; count: number }[] = []
  let end = from
  row.counts.forEach((count, place) => {
    const part = parts[place]
    if (count === 0 || !part) return
    segments.push({ from: end, to: end + count * unit, filling: part.filling, count })
    end += count * unit
  })
  const noted = row.note ? linesOf(row.note, SMALL + 1, (1 - from) * pen.width) : []
  const below = top + THICK + NUMBERS
  return {
    height: below + noted.length * pen.leading - y,
    body: (
      <>
        {head.body}
        {segments.map((one) => (
          <rect
            {...pen.between(one.from, one.to)}
            y={top}
            height={THICK}
            {...filled(pen, one.filling)}
          />
        ))}
        {segments.length === 0 && (
          <line {...ends(pen, from, 1)} y1={top + 7} y2={top + 7} stroke={pen.ink.hair} />
        )}
        <Numbers pen={pen} segments={segments} y={top + THICK + 12} />
        {noted.length > 0 && (
          <Label pen={pen} lines={noted} at={from} y={below + 12} size={SMALL + 1} ink="quiet" />
        )}
      </>
    ),
  }
}

const ends = (pen: Pen, from: number, to: number) => ({ x1: pen.place(from), x2: pen.place(to) })

/** The number of each part below its middle, moved aside where the parts are narrower than their numbers. */
function Numbers({
  pen,
  segments,
  y,
}: {
  pen: Pen
  segments: readonly { from: number; to: number; count: number }[]
  y: number
}): Child {
  const numbers = segments.map(({ from, to, count }) => {
    const said = sayNumber(pen.language, count)
    return { said, at: (from + to) / 2, room: (roomFor(said, SMALL) + 7) / pen.width }
  })
  // Moved by units, not by shares: where the picture is wider, each number is nearer to its part.
  return apart(numbers).map((place, nth) => {
    const { said = '', at = 0 } = numbers[nth] ?? {}
    return (
      <Label
        pen={pen}
        lines={said}
        at={at}
        shift={rounded((place - at) * pen.width)}
        y={y}
        side="middle"
        size={SMALL}
      />
    )
  })
}
