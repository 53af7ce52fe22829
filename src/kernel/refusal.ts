/** 400 malformed, 401 nobody is signed in, 403 rights, 404 no such thing, 409 a broken rule, 422 input, 429 too often. */
export type RefusalStatus = 400 | 401 | 403 | 404 | 405 | 409 | 413 | 414 | 422 | 429 | 500 | 503

/** One field that was refused: its path in the input (`['day', 'start']`) and the message key. */
export interface RefusedField {
  path: readonly (string | number)[]
  code: string
  values?: RefusalValues
}

export type RefusalValues = Readonly<Record<string, string | number>>

/**
 * A deed that is not done, and why. The code is a message key (`programme.already-cancelled`: the word
 * `refusal.already-cancelled` of the feature `programme`), so that every reader gets it in their language.
 */
export class Refusal extends Error {
  readonly code: string
  readonly status: RefusalStatus
  readonly values: RefusalValues
  readonly fields: readonly RefusedField[]

  constructor(
    code: string,
    status: RefusalStatus = 409,
    values: RefusalValues = {},
    fields: readonly RefusedField[] = [],
  ) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.status = status
    this.values = values
    this.fields = fields
  }
}

/** States a rule: the condition holds, or the deed is refused (409). */
export function must(
  condition: unknown,
  code: string,
  values: RefusalValues = {},
): asserts condition {
  if (!condition) throw new Refusal(code, 409, values)
}

/** Whether a rule would let a deed pass: what a page asks before it shows a button. */
export function allows(deed: () => unknown): boolean {
  try {
    deed()
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}
