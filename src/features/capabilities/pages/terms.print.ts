import type { Language } from '../../../kernel/language.ts'
import type { CategoryFigure, COUNTED } from '../categories.model.ts'
import type { SCOPES, URGENCIES } from '../requirements.model.ts'
import { say } from '../words.ts'

type Term =
  | `counts.${(typeof COUNTED)[number]}`
  | `how.${CategoryFigure['how']}`
  | `paper.${'paper' | 'statement'}`
  | `scope.${(typeof SCOPES)[number]}`
  | `urgency.${(typeof URGENCIES)[number]}`
  | 'content.unknown'
  | 'ours'
  | 'types-unknown'

/** What papers call things: the words of the pages, so that a report and a page never differ. */
export const sayTerm = (
  language: Language,
  term: Term,
  values?: Readonly<Record<string, string | number>>,
): string => say(language, term, values)
