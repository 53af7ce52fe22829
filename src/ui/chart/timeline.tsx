import type { Language } from '../../kernel/language.ts'
import type { PartialDay } from '../../kernel/time.ts'
import { say } from '../words.ts'
import type { Item } from './along/item.ts'
import { Mark, VOICES, type Voice } from './along/marks.tsx'
import { type Landmark, momentsAlong } from './along/moments.tsx'
import { Lasting, type Report, reportsAlong } from './along/reports.tsx'
import { type Turn, turnsAlong } from './along/turns.tsx'
import { momentOf, spanOf, YearLines, YearNumbers } from './along/years.tsx'
import { Label, Over, SMALL } from './drawing/label.tsx'
import { legend, type Sign } from './drawing/legend.tsx'
import { linesOf, roomFor } from './drawing/letters.ts'
import { rowsFor } from './drawing/packing.ts'
import type { Drawing, Pen, Picture } from './drawing/picture.ts'

/** What has one name and stands in one band: a stage of delivery, a level of readiness. */
export interface Lane {
  label: string
  marks: readonly Report[]
}

/** Parties that follow each other in one task. */
export interface Turns {
  label: string
  spans: readonly Turn[]
}

export interface TimelineOf {
  language: Language
  /** From above, in the order given; those without a mark are left out. */
  lanes: readonly Lane[]
  /** Above the lanes. */
  turns?: readonly Turns[]
  /** What lies across all lanes: the announcement, later editions. */
  moments?: readonly Landmark[]
  /** What each voice is called. */
  voices: Readonly<Partial<Record<Voice, string>>>
  /** The day up to which the record knows. */
  until: PartialDay
}

const ROW = 22
const NAME = SMALL + 1

/** The events of one pledge along a line of years: a lane for each stage, a shape for each voice. */
export function timeline(of: TimelineOf): Picture | null {
  const { moments = [], until } = of
  const lanes = of.lanes.filter(({ marks }) => marks.length > 0)
  const turns = (of.turns ?? []).filter(({ spans }) => spans.length > 0)
  if (lanes.length + turns.length === 0) return null
  const dates = [
    until,
    ...moments.map(({ on }) => on),
    ...lanes.flatMap(({ marks }) => marks.map(({ on }) => on)),
    ...turns.flatMap(({ spans }) => spans.flatMap((one) => [one.from, one.until ?? until])),
  ]
  const { first, last } = spanOf(dates.map(momentOf))
  const along = (year: number) => (year - first) / (last - first)

  return {
    draw(pen) {
      const key = legend(pen, signsOf(pen, of, lanes))
      const heads = momentsAlong(pen, moments, along, key.height)
      const axis = { pen, first, last, y: key.height + heads.height + 18 }
      let y = axis.y + 4
      const drawn = [
        ...turns.map(({ label, spans }) => ({
          label,
          items: turnsAlong(pen, spans, along, until),
        })),
        ...lanes.map(({ label, marks }) => ({ label, items: reportsAlong(pen, marks, along) })),
      ].map(({ label, items }) => {
        const lane = laneOf(pen, label, items, y)
        y += lane.height
        return lane.body
      })
      return {
        height: y,
        body: (
          <>
            {key.body}
            <YearLines {...axis} bottom={y} />
            {heads.draw(y)}
            <YearNumbers {...axis} />
            {drawn}
          </>
        ),
      }
    },
  }
}

/** A lane: its name, and what lies in it, in as many rows as it takes for nothing to overlap. */
function laneOf(pen: Pen, label: string, items: readonly Item[], y: number): Drawing {
  const lines = linesOf(label, NAME, pen.width)
  const name = { from: 0, to: (roomFor(lines[0] ?? '', NAME) + 12) / pen.width }
  // A name of one line shares the row with what lies behind it; a longer one has its own.
  const own = lines.length > 1 ? (lines.length - 1) * pen.leading + ROW : 0
  const rows = own > 0 ? rowsFor(items) : rowsFor([name, ...items]).slice(1)
  return {
    height: own + (Math.max(0, ...rows) + 1) * ROW + 4,
    body: (
      <>
        <rect {...pen.between(0, 1)} y={y} height="1" fill={pen.ink.hair} />
        <Over pen={pen} by={5}>
          <Label pen={pen} lines={lines} at={0} y={y + 17} size={NAME} ink="quiet" />
        </Over>
        {items.map((item, nth) => item.draw(y + own + 2 + ((rows[nth] ?? 0) + 0.5) * ROW))}
      </>
    ),
  }
}

/** What the signs in this very picture mean. */
function signsOf(pen: Pen, { language, voices }: TimelineOf, lanes: readonly Lane[]): Sign[] {
  const marks = lanes.flatMap((lane) => lane.marks)
  const signs: Sign[] = VOICES.filter((voice) => marks.some(({ by }) => by === voice)).map(
    (voice) => ({ sign: <Mark pen={pen} by={voice} />, label: voices[voice] ?? '' }),
  )
  if (marks.some((mark) => mark.inferred)) {
    const sign = <Mark pen={pen} by="pledger" hollow />
    signs.push({ sign, label: say(language, 'chart.inferred') })
  }
  if (marks.some(({ on }) => on.length < 10)) {
    const sign = <Lasting pen={pen} of={{ x: -8, width: 16 }} y={0} />
    signs.push({ sign, label: say(language, 'chart.lasting') })
  }
  return signs
}
