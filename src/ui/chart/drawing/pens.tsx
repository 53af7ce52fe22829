import type { Child } from 'hono/jsx'
import { directionOf, type Language } from '../../../kernel/language.ts'
import { PRINT_INKS, THEME_INKS } from './inks.ts'
import { type Pen, rounded, type Side } from './picture.ts'

/** What a page offers a picture at least: a phone of 360 pixels less its margins. */
export const PHONE = 320

/** Arabic stands on taller lines. */
const leadingOf = (language: Language) => (language === 'ar' ? 21 : 18)

/** The size of a label in units; Arabic letters are smaller than their type. */
export const sizeOf = (language: Language): number => (language === 'ar' ? 15.5 : 14)

const percent = (share: number) => `${Math.round(share * 10_000) / 100}%`

/** Draws into a page: places are percentages, so that one drawing fits a phone and a wall. */
export function penOfPage(language: Language, id: string): Pen {
  const rtl = directionOf(language) === 'rtl'
  const place = (share: number) => percent(rtl ? 1 - share : share)
  return {
    language,
    id,
    width: PHONE,
    ahead: rtl ? -1 : 1,
    leading: leadingOf(language),
    ink: THEME_INKS,
    place,
    between: (from, to) => ({ x: place(rtl ? to : from), width: percent(to - from) }),
    moved: (share: number, y: number, body: Child) => (
      // biome-ignore lint/a11y/noSvgWithoutTitle: it only moves the origin; the picture around it has the title
      <svg x={place(share)} y={rounded(y)}>
        {body}
      </svg>
    ),
    anchor: (side) => (side === 'start' ? undefined : side),
    said: (text) => text,
  }
}

const MIRRORED: Readonly<Record<Side, string | undefined>> = {
  start: undefined,
  middle: 'middle',
  end: 'start',
}

/**
 * Draws at a fixed width, for a file. Not every program that opens one knows the direction of a text: it is
 * isolated as Unicode has it, and held at its right end ({@link ANCHORED} on the root).
 */
export function penOfFile(language: Language, width: number, id = 'p'): Pen {
  const rtl = directionOf(language) === 'rtl'
  const place = (share: number) => rounded((rtl ? 1 - share : share) * width)
  return {
    language,
    id,
    width,
    ahead: rtl ? -1 : 1,
    leading: leadingOf(language),
    ink: PRINT_INKS,
    place,
    between: (from, to) => ({
      x: place(rtl ? to : from),
      width: rounded((to - from) * width),
    }),
    moved: (share: number, y: number, body: Child) => (
      <g transform={`translate(${place(share)} ${rounded(y)})`}>{body}</g>
    ),
    anchor: (side) => (rtl ? MIRRORED[side] : side === 'start' ? undefined : side),
    said: (text) => (rtl ? `\u2067${text}\u2069` : text),
  }
}

/** What `text-anchor` must be on the root of a file. */
export const anchoredIn = (language: Language): string | undefined =>
  directionOf(language) === 'rtl' ? 'end' : undefined
