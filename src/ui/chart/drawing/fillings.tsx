import type { Pen } from './picture.ts'

/**
 * How a part is filled, so that it is told apart without colour. In order of what is known: `solid` delivered,
 * `hatched` partly, `dotted` known otherwise, `tinted` in preparation, `open` nothing found.
 */
export const FILLINGS = ['solid', 'hatched', 'dotted', 'tinted', 'open'] as const
export type Filling = (typeof FILLINGS)[number]

/** The attributes of a shape that is filled so. */
export function filled(pen: Pen, filling: Filling) {
  const { accent, tint, quiet } = pen.ink
  if (filling === 'open') return { fill: 'none', stroke: quiet, 'stroke-dasharray': '2 2' }
  const fill = { solid: accent, tinted: tint, hatched: '', dotted: '' }[filling]
  return { fill: fill || `url(#${pen.id}-${filling})`, stroke: accent }
}

/** The patterns behind the fillings that a drawing uses; once in each drawing. */
export function Patterns({ pen, of }: { pen: Pen; of: readonly Filling[] }) {
  const used = new Set(of)
  if (!used.has('hatched') && !used.has('dotted')) return null
  return (
    <defs>
      {used.has('hatched') && (
        <pattern
          id={`${pen.id}-hatched`}
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <path d="M1 0v5" stroke={pen.ink.accent} stroke-width="2" />
        </pattern>
      )}
      {used.has('dotted') && (
        <pattern id={`${pen.id}-dotted`} width="5" height="5" patternUnits="userSpaceOnUse">
          <circle cx="2.5" cy="2.5" r="1.1" fill={pen.ink.accent} />
        </pattern>
      )}
    </defs>
  )
}
