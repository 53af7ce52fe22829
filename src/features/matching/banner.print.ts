import type { Language } from '../../kernel/language.ts'
import { say } from './words.ts'

/** What stands over every calculation (DIPLOMACY 19). */
export const sayBanner = (language: Language): string => say(language, 'banner')
