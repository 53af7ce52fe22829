import type { Line } from '../lines.ts'
import { withoutBullet } from '../lines.ts'
import type { Field, Understood } from '../understood.ts'
import { fold } from '../vocabulary/folding.ts'
import type { Label } from '../vocabulary/vocabulary.ts'
import { type Calendar, lastOf, resolve } from '../when/calendar.ts'
import { datesIn, weekdayIn } from '../when/dates.ts'
import { zoneOfPlace } from '../zones/zones.ts'
import { brokenLabel, hostsIn, labelIn, listed, partiesIn } from './labels.ts'

export type Fields = Pick<Understood, Label>

interface Raw {
  value: string
  lines: number[]
}

const isProse = (label: Label) => label === 'background' || label === 'objective'

/** The lines that belong to a label: its own and, where it has no value, those that follow up to the next. */
function gather(
  lines: readonly Line[],
  at: number,
  label: Label,
  value: string,
  own: number,
): Raw & { next: number } {
  const texts = value === '' ? [] : [value]
  const numbers = lines.slice(at, at + own).map((line) => line.number)
  let next = at + own
  const previous = () => lines[next - 1]
  const belongs = (line: Line) => {
    if (line.number !== (previous()?.number ?? 0) + 1 && !(isProse(label) || texts.length === 0))
      return false
    const labelled = labelIn(line.text, line.folded)
    if (labelled && (labelled.colon || labelled.value === '')) return false
    if (isProse(label)) return true
    return texts.length === 0 || (value === '' && line.bulleted) || /^[*※]/.test(line.text)
  }
  for (let line = lines[next]; line && belongs(line); line = lines[next]) {
    if (!/^[*※]/.test(line.text) || isProse(label))
      texts.push(isProse(label) ? line.text : withoutBullet(line.text))
    numbers.push(line.number)
    next++
  }
  return { value: texts.join('\n'), lines: numbers, next }
}

/** A label without a colon counts only among labels with one, and before a capital or a script without any. */
function counts(lines: readonly Line[], at: number, value: string): boolean {
  if (value === '') return true
  if (!/^[\p{Lu}\p{Lo}\d«"“]/u.test(value)) return false
  return lines
    .slice(Math.max(0, at - 6), at + 7)
    .some((line) => labelIn(line.text, line.folded)?.colon)
}

function labelled(lines: readonly Line[]): { raw: Map<Label, Raw>; rest: Line[] } {
  const raw = new Map<Label, Raw>()
  const rest: Line[] = []
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] as Line
    const broken = brokenLabel(line, lines[at + 1])
    const found = broken ? null : labelIn(line.text, line.folded)
    const label =
      broken ?? (found && (found.colon || counts(lines, at, found.value)) ? found.label : null)
    const gathered =
      label && !raw.has(label) && gather(lines, at, label, found?.value ?? '', broken ? 2 : 1)
    if (!label || !gathered || gathered.value === '') {
      rest.push(line)
      at++
      continue
    }
    raw.set(label, gathered)
    at = gathered.next
  }
  return { raw, rest }
}

function datesFrom(text: string, calendar: Calendar): { from: string; to: string } | null {
  const folded = fold(text)
  const found = datesIn(folded)
  const [first] = found
  const last = found.at(-1)
  if (!first || !last) return null
  const weekday = weekdayIn(folded)?.weekday ?? null
  const year = first.year ?? last.year
  const from = resolve(
    { ...first, year },
    found.length === 1 && !first.last ? weekday : null,
    calendar,
  ).date
  if (!from) return null
  if (first === last) return { from, to: lastOf(first, from) }
  const to = resolve({ ...last, year: last.year ?? year }, null, calendar).date
  return to && to >= from ? { from, to } : { from, to: from }
}

const LONGEST_TITLE = 220

/** Without a label, the title is the first line of substance before the programme. */
function firstTitle(lines: readonly Line[], before: number): Line | undefined {
  return lines.find(
    (line) =>
      line.number < before &&
      line.text.length >= 8 &&
      line.text.length <= LONGEST_TITLE &&
      !line.bulleted &&
      !line.cells &&
      datesIn(line.folded).length === 0 &&
      labelIn(line.text, line.folded)?.colon !== true &&
      !/[.;。]$/.test(line.text),
  )
}

const field = <Value>(raw: Raw | undefined, read: (value: string) => Value): Field<Value> | null =>
  raw ? { value: read(raw.value), lines: raw.lines } : null
const same = (value: string) => value

/** What the lines outside of the days say of the conference, and the lines that say nothing of it. */
export function fieldsIn(loose: readonly Line[], calendar: Calendar, firstItem: number) {
  const { raw, rest } = labelled(loose)
  const taken = new Set<number>()
  const take = (line: Line, value: string): Raw => {
    taken.add(line.number)
    return { value, lines: [line.number] }
  }
  const head = rest.filter((line) => line.number < firstItem)
  const first = raw.has('title') ? undefined : firstTitle(head, firstItem)
  const title = raw.get('title') ?? (first && take(first, first.text))
  for (const line of rest) {
    if (title && !taken.has(line.number) && fold(line.text) === fold(title.value)) {
      title.lines = [...title.lines, line.number].toSorted((a, b) => a - b)
      taken.add(line.number)
    }
  }
  const given = raw.get('dates')
  const dated = given
    ? undefined
    : head.find((line) => line.text.length <= 160 && datesFrom(line.text, calendar) !== null)
  const datesRaw = given ?? (dated && take(dated, dated.text))
  const dates = datesRaw && datesFrom(datesRaw.value, calendar)
  const place = raw.has('venue')
    ? undefined
    : head.find(
        (line) => !taken.has(line.number) && line.text.length <= 120 && zoneOfPlace(line.text),
      )
  const venue = raw.get('venue') ?? (place && take(place, place.text))
  const fields: Fields = {
    title: field(title, same),
    dates: datesRaw && dates ? { value: dates, lines: datesRaw.lines } : null,
    venue: field(venue, same),
    hosts: field(raw.get('hosts'), hostsIn),
    participants: field(raw.get('participants'), same),
    themes: field(raw.get('themes'), listed),
    crossCutting: field(raw.get('crossCutting'), listed),
    coChairs: field(raw.get('coChairs'), partiesIn),
    background: field(raw.get('background'), same),
    objective: field(raw.get('objective'), same),
  }
  const undated = given && !dates ? new Set(given.lines) : new Set<number>()
  return {
    fields,
    rest: loose.filter(
      (line) => undated.has(line.number) || (rest.includes(line) && !taken.has(line.number)),
    ),
  }
}
