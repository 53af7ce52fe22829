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

/** BCP 47 tags where the bare language would leave the script open: our Chinese is simplified. */
export const LANGUAGE_TAGS: Readonly<Record<Language, string>> = {
  ar: 'ar',
  zh: 'zh-Hans',
  en: 'en',
  fr: 'fr',
  ru: 'ru',
  es: 'es',
  ko: 'ko',
}
