import type { Language } from '../../kernel/language.ts'
import type { Participant, PublishedSession, SessionKind } from './model.ts'
import type { Change } from './release.ts'
import { say } from './words.ts'

/** What the exports call things: the words of the pages, so that a calendar and a page never differ. */
export const sayKind = (language: Language, kind: SessionKind): string =>
  say(language, `kind.${kind}`)

export const sayRole = (language: Language, role: Participant['role']): string =>
  say(language, `role.${role}`)

/** What stands beside somebody of whom only the conference is certain, not the session. */
export const sayUncertain = (language: Language): string =>
  say(language, 'certainty.session-uncertain')

export const sayStatus = (
  language: Language,
  status: Exclude<PublishedSession['status'], 'confirmed'>,
): string => say(language, `status.${status}`)

export const sayChange = (language: Language, change: Change): string =>
  say(language, `change.${change}`)

type Term = 'title' | 'time.none' | 'formerly' | 'changes' | 'changes.zone' | 'room' | 'theme'

export const sayTerm = (language: Language, term: Term): string => say(language, term)
