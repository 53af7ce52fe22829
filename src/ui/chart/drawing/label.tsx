import type { Child } from 'hono/jsx'
import type { Ink } from './inks.ts'
import { type Pen, rounded, type Side } from './picture.ts'

/** Sizes of text, in units: what is named, and what is measured. None is smaller. */
export const LABEL = 14
export const SMALL = 12

interface LabelProps {
  pen: Pen
  /** Each a line of its own. */
  lines: readonly string[] | string
  /** A place along the picture; without it the text stands where `pen.moved` moved to. */
  at?: number
  /** The baseline of the first line. */
  y: number
  /** Units by which the text is moved in reading direction. */
  shift?: number
  side?: Side
  size?: number
  ink?: Ink
  bold?: boolean
}

/** A text of one or more lines, mirrored in Arabic. */
export function Label(props: LabelProps) {
  const { pen, lines, at, y, shift = 0, side = 'start', size = LABEL, ink, bold } = props
  const [first = '', ...others] = typeof lines === 'string' ? [lines] : lines
  const x = at === undefined ? shift * pen.ahead : pen.place(at)
  const dx = at === undefined || shift === 0 ? undefined : shift * pen.ahead
  return (
    <text
      x={x}
      dx={dx}
      y={y}
      text-anchor={pen.anchor(side)}
      font-size={size === LABEL ? undefined : `${rounded((10 * size) / LABEL) / 10}em`}
      font-weight={bold ? 600 : undefined}
      fill={ink && pen.ink[ink]}
    >
      {pen.said(first)}
      {others.map((line) => (
        <tspan x={x} dx={dx} dy={pen.leading}>
          {pen.said(line)}
        </tspan>
      ))}
    </text>
  )
}

/** Texts that are set over something: the paper shines around their letters, as wide as told. */
export const Over = ({ pen, by = 3, children }: { pen: Pen; by?: number; children?: Child }) => (
  <g stroke={pen.ink.paper} stroke-width={by} stroke-linejoin="round" paint-order="stroke">
    {children}
  </g>
)
