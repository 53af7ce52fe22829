import type { Language } from '../kernel/language.ts'

/** Each language in its own script: a reader looks for their own, not for its translation. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  ar: 'العربية',
  zh: '中文',
  en: 'English',
  fr: 'Français',
  ru: 'Русский',
  es: 'Español',
  ko: '한국어',
}
