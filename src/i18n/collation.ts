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

const strokes = new Intl.Collator('zh-Hans-u-co-stroke')

/** Orders Chinese names by the number of strokes, as lists without romanization do. */
export const compareByStrokes = (a: string, b: string): number => strokes.compare(a, b)

/** The key under which a name sorts: Arabic passes over the article of each word, the others keep the name. */
export const sortKeyOf = (language: Language, name: string): string =>
  language === 'ar' ? name.replace(/(^|\s)ال(?=\S{2})/gu, '$1') : name
