import type { Say } from '../../../../i18n/words.ts'
import type { Language } from '../../../../kernel/language.ts'
import type { Feature } from '../../../feature.ts'
import type { Done } from '../../page.ts'

/**
 * The cookie that says, once, what was just done: to the page to which the deed leads, and to no other, for a browser may
 * have a hall's screen open beside the desk.
 */
const COOKIE = 'plenum.done'
const SECONDS = 60
const SAID = /(?:^|;\s*)plenum\.done=([a-z-]+\.[a-z-]+(?:&[a-z]+=\d{1,9})*)@([^;\s]*)/g

/** What was done, with every number of its answer: `delegations.approve&people=42`. */
export const doneOf = (command: string, answer: Readonly<Record<string, unknown>>): string => {
  const numbers = Object.entries(answer).filter(([name, value]) => isCount(name, value))
  return [command, ...numbers.map(([name, value]) => `${name}=${value}`)].join('&')
}

const isCount = (name: string, value: unknown) =>
  /^[a-z]+$/.test(name) && typeof value === 'number' && /^\d{1,9}$/.test(`${value}`)

const pathIn = (address: string) => new URL(address, 'http://plenum').pathname
const keptAt = (path: string, seconds: number) =>
  `Path=${path}; Max-Age=${seconds}; HttpOnly; SameSite=Lax`

/** Tells the page at an address what was done, as `doneOf` says it. */
export function rememberDone(done: string, address: string): string {
  const path = pathIn(address)
  return `${COOKIE}=${done}@${path}; ${keptAt(path, SECONDS)}`
}

/** Said once at an address, it is forgotten. */
export const forgetDone = (address: string): string => `${COOKIE}=; ${keptAt(pathIn(address), 0)}`

/** What was just done, for the page that is asked for; null: nothing, or another page is to say it. */
export function doneBy(request: Request): string | null {
  const path = pathIn(request.url)
  const said = (request.headers.get('cookie') ?? '').matchAll(SAID)
  return said.find(([, , at]) => at === path)?.[1] ?? null
}

/** What a cookie says, as a page knows it. */
export function readDone(done: string): Done {
  const [command = '', ...numbers] = done.split('&')
  return { command, counts: countsIn(numbers) }
}

/**
 * What was done, in words: the feature's own `done.…`, or null where it has none, or tells numbers of what was not done
 * because nothing was left to do.
 */
export function sayDone(
  { command, counts }: Done,
  language: Language,
  features: readonly Feature[],
): string | null {
  const [owner, word] = command.split('.')
  const feature = features.find(({ name }) => name === owner)
  try {
    return feature ? (feature.say as Say)(language, `done.${word}`, counts) : null
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

const countsIn = (numbers: readonly string[]) =>
  Object.fromEntries(
    numbers.map((one) => {
      const [name = '', value] = one.split('=')
      return [name, Number(value)]
    }),
  )
