import type { Language } from '../kernel/language.ts'

/** Wraps a name or an identifier so that it keeps its own direction in plain text (calendars, mail, CSV). */
export const isolate = (text: string): string => `\u2068${text}\u2069`

/** The same only where the surrounding text runs from right to left, and the isolate is needed. */
export const isolateIn = (language: Language, text: string): string =>
  language === 'ar' ? isolate(text) : text
