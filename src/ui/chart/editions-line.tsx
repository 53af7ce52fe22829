import type { Language } from '../../kernel/language.ts'
import { Patterns } from './drawing/fillings.tsx'
import { together } from './drawing/letters.ts'
import type { Picture } from './drawing/picture.ts'
import { legendOf, type Part, type Stack, scaleOf, stack } from './stacked.tsx'

/** An edition: its name with its date, and what became of what was promised there. */
export interface Edition extends Stack {
  /** «December 2021»; not needed where the name has the year. */
  when?: string
}

/** Where what belongs to an edition begins, beside the line. */
const ASIDE = 0.07
const AXIS = 0.016
const GAP = 20

/** Editions on a line that runs down the page: of each, what is known of its pledges, and what was published. */
export function editionsLine({
  parts,
  editions,
}: {
  language: Language
  parts: readonly Part[]
  editions: readonly Edition[]
}): Picture | null {
  if (editions.length === 0) return null
  const scale = scaleOf(editions)
  return {
    draw(pen) {
      const key = legendOf(pen, parts)
      const dots: number[] = []
      let y = key.height + 4
      const body = editions.map(({ when, ...edition }) => {
        const label = when ? `${edition.label} · ${together(when)}` : edition.label
        const drawn = stack(pen, parts, { ...edition, label }, { y, from: ASIDE, scale })
        dots.push(y + 8)
        y += drawn.height + GAP
        return drawn.body
      })
      const x = pen.place(AXIS)
      return {
        height: y - GAP,
        body: (
          <>
            <Patterns pen={pen} of={parts.map(({ filling }) => filling)} />
            {key.body}
            <line x1={x} x2={x} y1={dots[0]} y2={dots.at(-1)} stroke={pen.ink.accent} />
            <g fill={pen.ink.paper} stroke={pen.ink.accent} stroke-width="2">
              {dots.map((dot) => (
                <circle cx={x} cy={dot} r="4" />
              ))}
            </g>
            {body}
          </>
        ),
      }
    },
  }
}
