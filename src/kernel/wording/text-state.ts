import type { Language } from '../language.ts'
import type { Text } from '../text.ts'

/**
 * How a text stands in a language, for whoever translates: `told` is nothing of theirs, being the original or what the
 * organiser or a publisher said; `machine` waits for a person.
 */
export const TEXT_STATES = ['missing', 'stale', 'machine', 'done', 'told'] as const
export type TextState = (typeof TEXT_STATES)[number]

/** What somebody has to do something about. */
export const OPEN_STATES = ['missing', 'stale', 'machine'] as const satisfies readonly TextState[]

/** How a text stands in a language. A language whose wording is the original's has nothing to be translated. */
export function stateIn({ original, in: said }: Text, language: Language): TextState {
  if (language === original) return 'told'
  const status = said[language]?.status
  if (status === undefined) return 'missing'
  if (status === 'stale' || status === 'machine') return status
  return status === 'authentic' || status === 'as-published' ? 'told' : 'done'
}
