import type { Pen } from './picture.ts'

/**
 * How a part is filled, so that it is told apart without colour. In order of what is known: `solid` delivered,
 * `hatched` partly, `dotted` known otherwise, `tinted` in preparation, `barred` at rest, `open` nothing found.
 */
export const FILLINGS = ['solid', 'hatched', 'dotted', 'tinted', 'barred', 'open'] as const
export type Filling = (typeof FILLINGS)[number]

/** The attributes of a shape that is filled so. */
export function filled(pen: Pen, filling: Filling) {
  const { accent, tint, quiet } = pen.ink
  if (filling === 'open') return { fill: 'none', stroke: quiet, 'stroke-dasharray': '2 2' }
  const fill = { solid: accent, tinted: tint, hatched: '', dotted: '', barred: '' }[filling]
  return { fill: fill || `url(#${pen.id}-${filling})`, stroke: accent }
}

/** What is repeated, on squares of five units. */
const PATTERNS = ['hatched', 'dotted', 'barred'] as const

const repeated = (pen: Pen, pattern: (typeof PATTERNS)[number]) => {
  const { accent } = pen.ink
  if (pattern === 'dotted') return <circle cx="2.5" cy="2.5" r="1.1" fill={accent} />
  return pattern === 'hatched' ? (
    <path d="M1 0v5" stroke={accent} stroke-width="2" />
  ) : (
    <path d="M0 2.5h5" stroke={accent} />
  )
}

/** The patterns behind the fillings that a drawing uses; once in each drawing. */
export function Patterns({ pen, of }: { pen: Pen; of: readonly Filling[] }) {
  const used = PATTERNS.filter((pattern) => of.includes(pattern))
  if (used.length === 0) return null
  return (
    <defs>
      {used.map((pattern) => (
        <pattern
          id={`${pen.id}-${pattern}`}
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform={pattern === 'hatched' ? 'rotate(45)' : undefined}
        >
          {repeated(pen, pattern)}
        </pattern>
      ))}
    </defs>
  )
}
