import type { Pen } from '../drawing/picture.ts'

/** Who reported something; the keys are those of the record. */
export const VOICES = [
  'pledger',
  'partner',
  'secretariat',
  'parliament',
  'reviewer',
  'scholar',
  'press',
] as const
export type Voice = (typeof VOICES)[number]

/** Each voice has a shape, some ten units across. */
const SHAPES: Readonly<Record<Voice, string>> = {
  pledger: 'M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z',
  partner: 'M-4.5-4.5h9v9h-9z',
  secretariat: 'M-6 0l3-5.2h6l3 5.2l-3 5.2h-6z',
  parliament: 'M-6 4.5l6-10.5l6 10.5z',
  reviewer: 'M-6-4.5h12l-6 10.5z',
  scholar: 'M-2-5.5h4v3.5h3.5v4h-3.5v3.5h-4v-3.5h-3.5v-4h3.5z',
  press: 'M0-6.5l6.5 6.5l-6.5 6.5l-6.5-6.5z',
}

/** The mark of a voice at the origin; hollow where what it reports was inferred. */
export function Mark({ pen, by, hollow }: { pen: Pen; by: Voice; hollow?: boolean }) {
  return (
    <path
      d={SHAPES[by]}
      fill={hollow ? pen.ink.paper : pen.ink.accent}
      stroke={pen.ink.accent}
      stroke-width={hollow ? 1.5 : undefined}
    />
  )
}
