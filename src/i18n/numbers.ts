import type { Language } from '../kernel/language.ts'

/** Latin digits in Arabic, and no comma before «and» in English, as the United Nations writes. */
export const LOCALES: Readonly<Record<Language, string>> = {
  ar: 'ar-u-nu-latn',
  zh: 'zh-Hans-u-co-pinyin',
  en: 'en-GB',
  fr: 'fr',
  ru: 'ru',
  es: 'es',
  ko: 'ko',
}

const remembered = <Value>(make: (locale: string) => Value) => {
  const made = new Map<Language, Value>()
  return (language: Language): Value => {
    const value = made.get(language) ?? make(LOCALES[language])
    made.set(language, value)
    return value
  }
}

const numberFormat = remembered((locale) => new Intl.NumberFormat(locale))
const listFormat = remembered((locale) => new Intl.ListFormat(locale))

/** A number as people of the language group its digits: «12,345», «12 345» (fr, with U+202F). */
export const sayNumber = (language: Language, number: number): string =>
  numberFormat(language).format(number)

const COMMAS: Partial<Record<Language, string>> = { ar: '، ', zh: '，' }

/** Several things beside each other with the comma of the language, and without «and»: «A, B», «A، B», «A，B». */
export const setBeside = (language: Language, items: readonly string[]): string =>
  items.join(COMMAS[language] ?? ', ')

/** Several things as one phrase: «A, B and C», «A、B和C». */
export const sayList = (language: Language, items: readonly string[]): string =>
  listFormat(language).format(items)
