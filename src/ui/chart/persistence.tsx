import type { Child } from 'hono/jsx'
import type { Language } from '../../kernel/language.ts'
import type { PartialDay } from '../../kernel/time.ts'
import { say } from '../words.ts'
import { headed } from './drawing/headed.tsx'
import { Label, Over, SMALL } from './drawing/label.tsx'
import { legend } from './drawing/legend.tsx'
import { roomFor } from './drawing/letters.ts'
import type { Pen, Picture } from './drawing/picture.ts'

/** Something that papers name again and again. */
export interface Recurrence {
  label: string
  /** In words: «since September 2015, 6 of 9 papers». */
  said: string
  /** The papers that name it, by their dates. */
  named: readonly PartialDay[]
}

const THICK = 12
const GAP = 12
const HEADER = 34
const TINY = 11
/** The white between two columns, of a column. */
const MARGIN = 0.1

/** Which dated papers name what: a column for each paper, in order of their dates, a row for each thing. */
export function persistence({
  language,
  papers,
  rows,
}: {
  language: Language
  papers: readonly PartialDay[]
  rows: readonly Recurrence[]
}): Picture | null {
  const dates = [...new Set(papers)].sort()
  if (dates.length === 0 || rows.length === 0) return null
  const column = 1 / dates.length
  return {
    draw(pen) {
      const key = legend(pen, [
        {
          label: say(language, 'chart.named'),
          sign: <rect x="-8" y="-6" width="16" height={THICK} fill={pen.ink.accent} />,
        },
        {
          label: say(language, 'chart.not-named'),
          sign: <path d="M-8 0h16" stroke={pen.ink.quiet} />,
        },
      ])
      let y = key.height + HEADER
      const heads: Child[] = []
      const strips = rows.map((row) => {
        const head = headed(pen, row, y)
        heads.push(head.body)
        y += head.height
        const strip = (
          <>
            <rect {...pen.between(0, 1)} y={y + THICK / 2 - 0.5} height="1" fill={pen.ink.quiet} />
            {dates.map(
              (date, place) =>
                row.named.includes(date) && (
                  <rect
                    {...pen.between((place + MARGIN) * column, (place + 1 - MARGIN) * column)}
                    y={y}
                    height={THICK}
                    fill={pen.ink.accent}
                  />
                ),
            )}
          </>
        )
        y += THICK + GAP
        return strip
      })
      return {
        height: y - GAP,
        body: (
          <>
            {key.body}
            <Dates pen={pen} dates={dates} y={key.height} bottom={y - GAP} />
            <Over pen={pen}>{heads}</Over>
            {strips}
          </>
        ),
      }
    },
  }
}

/** The years over the columns, the number of the month below, and a hairline where a year begins. */
function Dates({
  pen,
  dates,
  y,
  bottom,
}: {
  pen: Pen
  dates: readonly PartialDay[]
  y: number
  bottom: number
}) {
  const column = 1 / dates.length
  const years = [...Map.groupBy(dates.keys(), (place) => dates[place]?.slice(0, 4) ?? '')]
  return (
    <g fill={pen.ink.quiet}>
      {years.map(([year, places]) => {
        const all = [...places]
        const from = (all[0] ?? 0) * column
        const middle = from + (all.length * column) / 2
        const room = all.length * column * pen.width
        return (
          <>
            <line
              x1={pen.place(from)}
              x2={pen.place(from)}
              y1={y + 4}
              y2={bottom}
              stroke={pen.ink.hair}
            />
            <Label
              pen={pen}
              lines={roomFor(year, TINY) <= room ? year : year.slice(2)}
              at={middle}
              y={y + 13}
              side="middle"
              size={roomFor(year, SMALL) <= room ? SMALL : TINY}
            />
          </>
        )
      })}
      {dates.map((date, place) => (
        <Label
          pen={pen}
          lines={date.slice(5, 7) || '–'}
          at={(place + 0.5) * column}
          y={y + 27}
          side="middle"
          size={SMALL}
        />
      ))}
    </g>
  )
}
