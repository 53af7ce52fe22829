import type { Say } from '../../i18n/words.ts'
import type { Language } from '../../kernel/language.ts'
import type { Refusal, RefusalStatus, RefusalValues } from '../../kernel/refusal.ts'
import type { Feature } from '../feature.ts'
import { say } from '../words.ts'

/** A refusal in words, for a page. */
export interface Explanation {
  title: string
  /** One for each field that was refused; the path as forms name it, `day.start`. */
  fields: readonly { path: string; message: string }[]
}

/** A refusal as RFC 9457 has it, `application/problem+json`. */
export interface Problem {
  /** Relative to the origin. */
  type: string
  title: string
  status: RefusalStatus
  detail: string
  instance?: string
  /** By field; the pointer is a JSON pointer as a fragment, `#/day/start`. */
  errors?: readonly { pointer: string; code: string; detail: string }[]
}

/** Says a refusal in the reader's language. */
export const explain = (
  refusal: Refusal,
  language: Language,
  features: readonly Feature[],
): Explanation => ({
  title: sayCode(refusal.code, refusal.values, language, features),
  fields: refusal.fields.map(({ path, code, values }) => ({
    path: path.join('.'),
    message: sayCode(code, values, language, features),
  })),
})

/** The same for a program: the code stands in the type, the words in the language that the caller asked for. */
export function problem(
  refusal: Refusal,
  language: Language,
  features: readonly Feature[],
  instance?: string,
): Problem {
  const { title, fields } = explain(refusal, language, features)
  const errors = refusal.fields.map(({ path, code }, index) => ({
    pointer: `#${path.map((step) => `/${escapeStep(String(step))}`).join('')}`,
    code,
    detail: fields[index]?.message ?? title,
  }))
  return {
    type: `/problems/${refusal.code}`,
    title: say(language, `problem.${refusal.status}`),
    status: refusal.status,
    detail: title,
    ...(instance === undefined ? {} : { instance }),
    ...(errors.length === 0 ? {} : { errors }),
  }
}

/** RFC 6901 §3 and §6. */
const escapeStep = (step: string) =>
  encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))

/**
 * A code is `feature.word`, and the word stands with the feature. What no feature owns (`input.…`, `time.…`) stands
 * with the platform, whose own codes begin with `platform.`.
 */
function sayCode(
  code: string,
  values: RefusalValues | undefined,
  language: Language,
  features: readonly Feature[],
): string {
  const [owner, word] = code.split('.')
  const feature = features.find(({ name }) => name === owner)
  return feature
    ? (feature.say as Say)(language, `refusal.${word}`, values)
    : (say as Say)(language, `refusal.${owner === 'platform' ? word : code}`, values)
}
