import { z } from 'zod'

/** The languages of the product, in the order of a language switch: the six of the United Nations, then the host's. */
export const LANGUAGES = ['ar', 'zh', 'en', 'fr', 'ru', 'es', 'ko'] as const

export const Language = z.enum(LANGUAGES)
export type Language = z.infer<typeof Language>

/** The writing direction of a language, as HTML's `dir` wants it. */
export const directionOf = (language: Language): 'rtl' | 'ltr' =>
  language === 'ar' ? 'rtl' : 'ltr'
