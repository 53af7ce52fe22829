import { Refusal } from '../../kernel/refusal.ts'
import { isDatabaseError } from './turns/retry.ts'

/** `programme.room-taken`: a constraint that bears the name of a refusal. */
const REFUSAL = /^[a-z][a-z-]*\.[a-z][a-z-]*$/

/** A rule that the database itself keeps is refused like any other; every other error stays what it is. */
export const asRefusal = (error: unknown): unknown =>
  isDatabaseError(error) &&
  error.code.startsWith('23') &&
  error.constraint !== undefined &&
  REFUSAL.test(error.constraint)
    ? new Refusal(error.constraint, 409)
    : error
