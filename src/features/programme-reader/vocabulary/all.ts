import type { Language } from '../../../kernel/language.ts'
import { ar } from './ar.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { ko } from './ko.ts'
import { ru } from './ru.ts'
import type { Vocabulary } from './vocabulary.ts'
import { zh } from './zh.ts'

export const VOCABULARIES: Readonly<Record<Language, Vocabulary>> = { ar, zh, en, fr, ru, es, ko }

/** One list of every language, because programmes mix them: a Korean one has «Coffee Break», a French one «KST». */
export const inEveryLanguage = (forms: (words: Vocabulary) => readonly string[]): string[] => [
  ...new Set(Object.values(VOCABULARIES).flatMap(forms)),
]
