import type { Language } from '../../kernel/language.ts'

/** The one name of the deed by which stale translations are noted. */
export const NOTE_STALE = 'notifications.note-stale'

/** How many texts of a conference are stale in a language. */
export interface Stale {
  language: Language
  count: number
}

/** The languages in which more is stale than was last told, with how much more. */
export const grownSince = (before: readonly Stale[], now: readonly Stale[]): Stale[] =>
  now.flatMap(({ language, count }) => {
    const known = before.find((one) => one.language === language)?.count ?? 0
    return count > known ? [{ language, count: count - known }] : []
  })
