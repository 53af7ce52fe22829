import type { Language } from '../../kernel/language.ts'

/** Words that run on: in the reader's language, or in the one that is named; an address is followed, never printed. */
export interface Words {
  text: string
  language?: Language
  url?: string
  /** Says what the words before it are worth. */
  mark?: true
}

/** How a line stands out: `strong` names something, `quiet` says more about it. */
export type Tone = 'lead' | 'strong' | 'plain' | 'quiet'

/** A line of print, and the numbers of the sources that it rests on. */
export interface Line {
  tone: Tone
  words: readonly Words[]
  cites: readonly number[]
}

/** What is printed in one place of a table, line by line. */
export type Cell = readonly Line[]

/** Rows under a heading of their own; null where the table needs none. A row of one cell runs over all columns. */
export interface Group {
  heading: string | null
  /** What holds for all its rows, said once. */
  about: readonly Line[]
  /** Whether the heading stands in the table of contents. */
  listed: boolean
  rows: readonly (readonly Cell[])[]
}

/** A column: its name, its part of the width, and whether numbers stand in it. */
export interface Column {
  label: string
  share: number
  numbers?: boolean
}

/** A table; one that is `whole` stays on one page, others break between rows under their repeated head. */
export interface Table {
  kind: 'table'
  about: string
  whole: boolean
  columns: readonly Column[]
  groups: readonly Group[]
}

export type Block =
  | { kind: 'line'; line: Line }
  | { kind: 'heading'; level: 2 | 3; words: string; about: readonly Line[] }
  | { kind: 'numbers'; numbers: readonly { value: string; counts: string }[] }
  | Table
  | { kind: 'chart'; svg: string; title: string; alt: string; notes: readonly Line[] }
  | { kind: 'list'; items: readonly Cell[] }
  | { kind: 'terms'; terms: readonly { term: string; means: string }[] }
  | { kind: 'sources'; sources: readonly { number: number; line: Line }[] }

/** A chapter of the report. */
export interface Part {
  /** For links within the document. */
  id: string
  heading: string
  blocks: readonly Block[]
}

/** Rows that need no heading. */
export const plainly = (rows: Group['rows']): readonly Group[] => [
  { heading: null, about: [], listed: false, rows },
]

export const line = (
  tone: Tone,
  words: string | readonly Words[],
  cites: readonly number[] = [],
): Line => ({ tone, words: typeof words === 'string' ? [{ text: words }] : words, cites })

/** A line that stands by itself. */
export const paragraph = (
  tone: Tone,
  words: string | readonly Words[],
  cites: readonly number[] = [],
): Block => ({ kind: 'line', line: line(tone, words, cites) })
