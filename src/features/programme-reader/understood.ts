import type { Language } from '../../kernel/language.ts'
import type { SessionKind } from '../programme/model.ts'

/** What a session is, as far as its title says. */
export type Kind = SessionKind

/** What a text says under a label, and the lines on which it says it. */
export interface Field<Value> {
  value: Value
  lines: readonly number[]
}

export interface Remark {
  line: number
  text: string
}

export interface Item {
  /** `19:30`, a wall time of the conference's zone; an end that the text does not give stays null. */
  start: string
  end: string | null
  title: string
  kind: Kind
  /** The start is after midnight of the day under which the item stands. */
  afterMidnight: boolean
  /** Speakers, rooms, bullets: whatever stands under the title or beside it. */
  notes: readonly Remark[]
  /** The line of the time. */
  line: number
  lines: readonly number[]
}

export interface Day {
  /** `2021-12-07`; null where the text never says which day it is. */
  date: string | null
  /** What the heading says beside the date. */
  title: string | null
  items: readonly Item[]
  /** Headings between the items: «Morning», «Segment I». */
  parts: readonly Remark[]
  lines: readonly number[]
}

export type DoubtCode =
  | 'language-unclear'
  | 'zone-missing'
  | 'zone-ambiguous'
  | 'zone-differs'
  | 'zone-from-place'
  | 'zone-offset'
  | 'day-missing'
  | 'day-numbered'
  | 'day-or-month'
  | 'year-assumed'
  | 'year-missing'
  | 'weekday-disagrees'
  | 'afternoon-assumed'
  | 'end-before-start'
  | 'time-in-note'
  | 'title-missing'

export interface Doubt {
  code: DoubtCode
  /** 0 where the doubt is about the whole text. */
  line: number
  text: string
}

/** Lines that stand in the text once more; their content is understood once. */
export interface Repeat {
  of: readonly number[]
  lines: readonly number[]
  what: 'programme' | 'text'
}

export interface Understood {
  /** An IANA zone, an offset (`+09:00`) where the text gives nothing else, or null. */
  zone: string | null
  language: Language
  title: Field<string> | null
  dates: Field<{ from: string; to: string }> | null
  venue: Field<string> | null
  hosts: Field<readonly string[]> | null
  participants: Field<string> | null
  themes: Field<readonly string[]> | null
  crossCutting: Field<readonly string[]> | null
  coChairs: Field<readonly string[]> | null
  background: Field<string> | null
  objective: Field<string> | null
  days: readonly Day[]
  /** Lines that say which zone the times are in. */
  zoneLines: readonly number[]
  /** Headings of the document, heads and rules of tables, page numbers. */
  marks: readonly Remark[]
  repeats: readonly Repeat[]
  doubts: readonly Doubt[]
  /** Every line with something on it that was not understood. */
  unread: readonly Remark[]
}

export interface Hints {
  zone?: string
  language?: Language
  year?: number
  /** The day of reading, for programmes that never say their year. */
  today?: string
}
