import type { Role } from '../../kernel/actor.ts'
import type { Language } from '../../kernel/language.ts'
import type { GivenRole } from './model.ts'
import { say } from './words.ts'

/** What a role is called, wherever it is named. */
export const sayRole = (language: Language, role: Exclude<Role, 'loader'>): string =>
  say(language, `role.${role satisfies GivenRole}`)
