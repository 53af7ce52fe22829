import type { Child } from 'hono/jsx'
import { SMALL } from '../drawing/label.tsx'
import { roomFor, shortened } from '../drawing/letters.ts'
import type { Extent } from '../drawing/packing.ts'
import type { Pen, Side } from '../drawing/picture.ts'

/** Something along the line: how much of it it takes with its words, and how it is drawn at some height. */
export interface Item extends Extent {
  draw(y: number): Child
}

/** From years to places along the picture. */
export type Along = (year: number) => number

/** Words beside something: at which of its ends, and how much of the line both take together. */
export interface Beside extends Extent {
  side: Side
  label: string
  /** Where the words are held. */
  at: number
}

/** The distance between a mark and its words, in units. */
export const BESIDE = 10
/** Half a mark and some air. */
const MARK = 8
const AIR = 6

/** Sets words beside an extent: behind it, or before it where there is no room, or cut where there is none either. */
export function beside(pen: Pen, { from, to }: Extent, label: string): Beside {
  const share = (units: number) => units / pen.width
  const taken = share(label === '' ? BESIDE : roomFor(label, SMALL) + BESIDE + AIR)
  const behind = 1 - to >= taken || (1 - to >= from && from < taken)
  const said = shortened(label, SMALL, (behind ? 1 - to : from) * pen.width - BESIDE - AIR)
  const words = label === '' ? '' : said
  return behind
    ? { from: from - share(MARK), to: Math.min(1, to + taken), side: 'start', at: to, label: words }
    : { from: Math.max(0, from - taken), to: to + share(MARK), side: 'end', at: from, label: words }
}
