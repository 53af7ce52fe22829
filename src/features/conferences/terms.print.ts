import type { Language } from '../../kernel/language.ts'
import { say } from './words.ts'

type Term =
  | 'as-of'
  | 'as-of.month'
  | 'co-chairs'
  | 'co-chairs.note'
  | 'colon'
  | 'convenors'
  | 'dates.unknown'
  | 'figures.differ'
  | 'hosts'
  | 'printed'
  | `document.${'concept-note' | 'logistics-note' | 'outcome' | 'pledging-guide' | 'report' | 'requirements' | 'study'}`
  | `format.${'hybrid' | 'in-person' | 'in-person-webcast' | 'virtual'}`
  | `group.${'attendance' | 'endorsement' | 'invited' | 'level' | 'pledged' | 'pledging' | 'situation' | 'subjects'}`
  | `value.${'about' | 'exactly' | 'from-to' | 'over' | 'up-to'}`

/** What papers call things: the words of the pages, so that a report and a page never differ. */
export const sayTerm = (
  language: Language,
  term: Term,
  values?: Readonly<Record<string, string | number>>,
): string => say(language, term, values)
