import type { Child } from 'hono/jsx'
import type { Language } from '../../../kernel/language.ts'
import type { Ink } from './inks.ts'

/** Something drawn: its height in units, and the SVG elements within. */
export interface Drawing {
  height: number
  body: Child
}

/**
 * A picture that can be drawn twice: in a page, where it is as wide as its place and takes the page's colours and
 * type, and alone, as a file that depends on nothing.
 */
export interface Picture {
  draw(pen: Pen): Drawing
  /** What stands in a page instead, where HTML does better than SVG. */
  inPage?(): Child
}

/** Where a text is held: at its beginning, its middle or its end, in reading direction. */
export type Side = 'start' | 'middle' | 'end'

/**
 * What a picture is drawn with. Heights are units (in a page CSS pixels); along the line everything has a place
 * between 0, where reading begins, and 1, where it ends: from right to left in Arabic.
 */
export interface Pen {
  readonly language: Language
  /** Begins the identifiers of the drawing, so that several can stand in one page. */
  readonly id: string
  /** How wide the picture is at least, in units: what fits here fits everywhere. */
  readonly width: number
  /** 1 where reading runs to the right, -1 in Arabic: the sign of a distance in units. */
  readonly ahead: 1 | -1
  /** The distance between two lines of text, in units. */
  readonly leading: number
  readonly ink: Readonly<Record<Ink, string>>
  /** A place as a coordinate. */
  place(share: number): string | number
  /** What lies between two places, as attributes of a `rect`. */
  between(from: number, to: number): { x: string | number; width: string | number }
  /** Moves to a place: what is drawn inside has its origin there, and counts in units. */
  moved(share: number, y: number, body: Child): Child
  /** The attribute `text-anchor`; undefined where it is understood. */
  anchor(side: Side): string | undefined
  /** A text in the direction of its language. */
  said(text: string): string
}

/** To a tenth of a unit, which no eye can tell from more. */
export const rounded = (units: number): number => Math.round(units * 10) / 10
