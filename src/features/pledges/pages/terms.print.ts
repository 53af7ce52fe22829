import type { Language } from '../../../kernel/language.ts'
import type { Stage, Voice } from '../history.model.ts'
import type { CONDITIONS } from '../model.ts'
import type { CONSENTS, Role } from '../shares.model.ts'
import { say } from '../words.ts'

type Term =
  | `condition.${(typeof CONDITIONS)[number]}`
  | `consent.${(typeof CONSENTS)[number]}`
  | `role.${Role}`
  | `stage.${Stage}`
  | `voice.${Voice}`
  | `share.${'known' | 'none' | 'party' | 'quantity' | 'role'}`
  | 'confirmed'
  | 'field.conditions'
  | 'inferred'
  | 'last-report'
  | 'last-report.none'
  | 'link.re-announces'
  | 'link.renews'
  | 'period.open'
  | 'reported-here'
  | 'rotation'
  | 'rotation.note'

/** What papers call things: the words of the pages, so that a report and a page never differ. */
export const sayTerm = (language: Language, term: Term): string => say(language, term)
