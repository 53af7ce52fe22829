import type { Language } from '../../kernel/language.ts'
import type { Day, Doubt, Understood } from './understood.ts'
import { LABELS } from './vocabulary/vocabulary.ts'
import { say } from './words.ts'

const WIDTH = 6
const LONGEST = 100

const numbered = (line: number) => String(line).padStart(WIDTH)
const short = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text)
const pair = (language: Language, label: Parameters<typeof say>[1], words: string) =>
  say(language, 'pair', { label: say(language, label), words })
const runs = (lines: readonly number[]) =>
  lines.length > 2 ? `${lines[0]}–${lines.at(-1)}` : lines.join(', ')

/** What was understood, for people: every entry beside the line that it was read from, doubts where they arise. */
export function viewOf(understood: Understood, language: Language): string {
  const doubtsAt = Map.groupBy(understood.doubts, ({ line }) => line)
  const doubtLines = (line: number) =>
    (doubtsAt.get(line) ?? []).map(
      ({ code }: Doubt) => `${' '.repeat(WIDTH)}  ? ${say(language, `doubt.${code}`)}`,
    )
  const entry = (line: number, text: string) => [
    `${numbered(line)}  ${short(text)}`,
    ...doubtLines(line),
  ]

  const fields = LABELS.flatMap((name) => {
    const field = understood[name]
    if (!field) return []
    const { value } = field
    const said =
      typeof value === 'string'
        ? value
        : 'from' in value
          ? `${value.from} – ${value.to}`
          : value.join(' · ')
    return entry(field.lines[0] ?? 0, pair(language, `field.${name}`, said.replace(/\n/g, ' ')))
  })

  const day = ({ date, title, items, lines }: Day) => [
    '',
    ...entry(
      lines[0] ?? items[0]?.line ?? 0,
      [date ?? say(language, 'no-date'), title].filter(Boolean).join(' · '),
    ),
    ...items.flatMap((item) => [
      ...entry(item.line, `${item.start} – ${item.end ?? '…'}  ${item.title} [${item.kind}]`).map(
        (line, index) => (index === 0 && item.afterMidnight ? `${line} (+1)` : line),
      ),
      ...item.notes.map((note) => `${numbered(note.line)}      · ${short(note.text)}`),
    ]),
  ]

  return [
    ...doubtLines(0),
    `${pair(language, 'zone', understood.zone ?? '?')} · ${pair(language, 'language', understood.language)}`,
    '',
    ...fields,
    ...understood.days.flatMap(day),
    '',
    ...understood.repeats.map(({ lines, of }) =>
      pair(language, 'repeated', `${runs(lines)} = ${runs(of)}`),
    ),
    pair(language, 'unread', String(understood.unread.length)),
    ...understood.unread.map(({ line, text }) => `${numbered(line)}  ${short(text)}`),
  ].join('\n')
}
