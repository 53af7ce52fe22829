import type { Say } from '../../../../i18n/words.ts'
import type { Language } from '../../../../kernel/language.ts'
import type { Feature } from '../../../feature.ts'

/** The cookie that says, once, what was just done. */
const COOKIE = 'plenum.done'
const SECONDS = 60
const SAID = /(?:^|;\s*)plenum\.done=([a-z-]+\.[a-z-]+)/

/** Tells the next page what was done. */
export const rememberDone = (command: string): string =>
  `${COOKIE}=${command}; Path=/; Max-Age=${SECONDS}; HttpOnly; SameSite=Lax`

/** Said once, it is forgotten. */
export const forgetDone = (): string => `${COOKIE}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`

/** The command that was just done, by the cookie of a request; null: none. */
export const doneBy = (request: Request): string | null =>
  SAID.exec(request.headers.get('cookie') ?? '')?.[1] ?? null

/** What was done, in words: the feature's own `done.…`, or null where it has none. */
export function sayDone(
  command: string,
  language: Language,
  features: readonly Feature[],
): string | null {
  const [owner, word] = command.split('.')
  const feature = features.find(({ name }) => name === owner)
  try {
    return feature ? (feature.say as Say)(language, `done.${word}`) : null
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
