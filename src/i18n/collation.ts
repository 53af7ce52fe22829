import type { Language } from '../kernel/language.ts'
import { LOCALES } from './numbers.ts'

const collators = new Map<Language, Intl.Collator>()

/**
 * Orders two stored sort keys as a reader of the language expects: accents and case come last, Chinese by
 * pinyin. Which key a name has is stored beside it ({@link sortKeyOf} proposes one).
 */
export function compareIn(language: Language): (a: string, b: string) => number {
  const collator =
    collators.get(language) ?? new Intl.Collator(LOCALES[language], { numeric: true })
  collators.set(language, collator)
  return collator.compare
}

/** The key under which a name sorts: Arabic passes over the article of each word, the others keep the name. */
export const sortKeyOf = (language: Language, name: string): string =>
  language === 'ar' ? name.replace(/(^|\s)ال(?=\S{2})/gu, '$1') : name
