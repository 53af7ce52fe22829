import type { Kind } from '../understood.ts'

type Forms = readonly string[]

/** What the reader looks for in one language. Forms as `phrases.ts` reads them. */
export interface Vocabulary {
  /** January first; every form that stands beside a day. */
  months: readonly Forms[]
  /** Monday first. */
  weekdays: readonly Forms[]
  clock: {
    /** Before the start of a span: «from», «من الساعة». */
    from: Forms
    /** Before any time: «at», «الساعة». */
    at: Forms
    /** Between start and end. */
    to: Forms
    /** After the end: «까지». */
    until: Forms
    am: Forms
    pm: Forms
    noon: Forms
    midnight: Forms
    /** The unit of hours where it stands between hour and minutes: «9h30», «9时30分». */
    hour: Forms
    minute: Forms
    half: Forms
    /** Says only that this is a time: «hrs.». */
    suffix: Forms
  }
  kinds: Readonly<Record<Exclude<Kind, 'other'>, Forms>>
  labels: Readonly<Record<Label, Forms>>
  /** A line of these alone is a heading of the document: «Programme», «Provisional agenda». */
  programme: Forms
  overview: Forms
  /** «Day 1»: the words before or after the number. */
  day: Forms
  /** «First» and so on, as they stand beside «day». */
  ordinals: readonly Forms[]
  /** Small words that may stand in a day's heading. */
  filler: Forms
  columns: Readonly<Record<Column, Forms>>
  page: Forms
  /** The commonest words, by which a language is told from its neighbours. */
  common: Forms
}

/** A particular that a text may give under a label of its own. */
export const LABELS = [
  'title',
  'dates',
  'venue',
  'hosts',
  'participants',
  'themes',
  'crossCutting',
  'coChairs',
  'background',
  'objective',
] as const
export type Label = (typeof LABELS)[number]

export const COLUMNS = [
  'date',
  'time',
  'start',
  'end',
  'title',
  'place',
  'speakers',
  'notes',
] as const
export type Column = (typeof COLUMNS)[number]
