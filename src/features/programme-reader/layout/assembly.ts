import { type Line, withoutBullet } from '../lines.ts'
import { labelIn } from '../particulars/labels.ts'
import type { Remark } from '../understood.ts'
import type { DayHeading } from '../when/day-headings.ts'
import type { Timed } from './items.ts'
import { isMark } from './marks.ts'
import type { Sense } from './senses.ts'

/** An item as it grows while its lines are read. */
export interface Draft extends Timed {
  line: number
  lines: number[]
  notes: Remark[]
  text: string
}

/** One heading of a day and what stands under it. A date may have several. */
export interface Block {
  heading: DayHeading | null
  text: string
  lines: number[]
  items: Draft[]
  parts: Remark[]
}

export interface Assembled {
  blocks: Block[]
  zones: Remark[]
  marks: Remark[]
  /** What stands outside of any day: particulars, prose, notes. */
  loose: Line[]
}

const remark = ({ number, text }: Line): Remark => ({ line: number, text })
const LONGEST_PART = 100

/** Items stand close together, so that an empty line ends the notes of one. */
function isTight(senses: readonly Sense[]): boolean {
  const items = senses.filter(({ timed }) => timed)
  return items.filter(({ line }) => !line.apart).length * 2 >= items.length
}

const isBare = (sense: Sense | undefined) => sense?.timed?.title === ''
const isPlain = (sense: Sense | undefined) => sense?.is === 'plain'

/** Where times stand on lines of their own: whether the title stands above them. */
function titlesAbove(senses: readonly Sense[]): boolean {
  let above = 0
  let below = 0
  for (const [index, sense] of senses.entries()) {
    if (!isBare(sense)) continue
    if (isPlain(senses[index - 1])) above++
    if (isPlain(senses[index + 1])) below++
  }
  return above > below
}

const continues = (title: string, line: Line) =>
  title !== '' &&
  !line.apart &&
  !line.bulleted &&
  /^\p{Ll}/u.test(line.text) &&
  !/[.;:：]$/.test(title)

/** Puts the lines of a programme together: days, their items, and what stands under each. */
export function assemble(senses: readonly Sense[]): Assembled {
  const tight = isTight(senses)
  const above = titlesAbove(senses)
  const result: Assembled = { blocks: [], zones: [], marks: [], loose: [] }
  let open: Draft | null = null
  let held: Line | null = null

  const block = (): Block => {
    const last = result.blocks.at(-1)
    if (last) return last
    const first: Block = { heading: null, text: '', lines: [], items: [], parts: [] }
    result.blocks.push(first)
    return first
  }

  const begin = (heading: DayHeading, line: Line, alone: boolean) => {
    const last = result.blocks.at(-1)
    const lines = alone ? [line.number] : []
    const joins = last?.heading && last.items.length === 0 && !(last.heading.date && heading.date)
    if (joins && last.heading) {
      last.heading = {
        ...heading,
        date: last.heading.date ?? heading.date,
        weekday: last.heading.weekday ?? heading.weekday,
        ordinal: last.heading.ordinal ?? heading.ordinal,
        title: last.heading.title ?? heading.title,
      }
      last.lines.push(...lines)
      last.text += ` ${line.text}`
    } else {
      result.blocks.push({ heading, text: line.text, lines, items: [], parts: [] })
    }
    open = null
  }

  const add = (timed: Timed, line: Line) => {
    const item: Draft = {
      ...timed,
      title: timed.title || (held?.text ?? ''),
      line: line.number,
      lines: held ? [held.number, line.number] : [line.number],
      notes: timed.beside.map((text) => ({ line: line.number, text })),
      text: line.text,
    }
    held = null
    block().items.push(item)
    open = item
  }

  const plain = (line: Line, next: Sense | undefined) => {
    const item = open as Draft | null
    if (item && item.title === '') {
      item.title = withoutBullet(line.text)
      item.lines.push(line.number)
      return
    }
    if (above && isBare(next) && !line.bulleted) {
      held = line
      open = null
      return
    }
    const short = line.text.length <= LONGEST_PART && !line.bulleted && !line.cells
    const under = result.blocks.length > 0 && next?.timed
    if (short && under && (line.apart || !item) && !/[.。]$/.test(line.text)) {
      block().parts.push(remark(line))
      open = null
      return
    }
    const label = labelIn(line.text, line.folded)?.label
    const passage = label === 'background' || label === 'objective' || label === 'coChairs'
    if (!item || passage || (tight && line.apart && !line.bulleted)) {
      result.loose.push(line)
      open = null
      return
    }
    if (continues(item.title, line) && item.notes.length === 0) item.title += ` ${line.text}`
    else item.notes.push({ line: line.number, text: withoutBullet(line.text) })
    item.lines.push(line.number)
  }

  for (const [index, { line, heading, timed, is }] of senses.entries()) {
    if (heading) begin(heading, line, !timed)
    if (timed) add(timed, line)
    if (is === 'zone') result.zones.push(remark(line))
    if (is === 'mark') result.marks.push(remark(line))
    if (is === 'zone' || (is === 'mark' && /\p{L}/u.test(line.text) && isMark(line))) open = null
    if (is === 'plain') plain(line, senses[index + 1])
  }
  return result
}
