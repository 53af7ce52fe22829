import type { Trouble } from './mail.ts'

/** What is known of an attempt that did not succeed. */
export interface Mishap {
  trouble: Trouble
  /** Whether trying again is of no use. */
  final: boolean
  /** What the mail server answered, where it did. */
  said: string | null
}

/** An error of the mail client, as much of it as counts. */
interface ClientError {
  code?: unknown
  responseCode?: unknown
  response?: unknown
}

/** Answers that say something of us, not of the letter: who sends must sign in first, or differently (RFC 4954 §6). */
const SIGN_IN_FIRST = new Set([454, 530, 534, 535, 538])

const LONGEST_SAID = 300

/**
 * What an error means. A server that takes a letter for wrong (5xx) is believed; one that does not let us in, is busy
 * (4xx) or away, is asked again.
 */
export function mishapOf(error: unknown): Mishap {
  const { code, responseCode, response } = (error ?? {}) as ClientError
  const said = typeof response === 'string' ? response.slice(0, LONGEST_SAID) : null
  if (code === 'EAUTH' || code === 'ENOAUTH' || SIGN_IN_FIRST.has(Number(responseCode))) {
    return { trouble: 'not-let-in', final: false, said }
  }
  if (typeof responseCode !== 'number') return { trouble: 'out-of-reach', final: false, said }
  return responseCode >= 500
    ? { trouble: 'refused', final: true, said }
    : { trouble: 'put-off', final: false, said }
}

/** In minutes, after the first attempt, the second …; the last one again and again. */
const PAUSES = [1, 2, 5, 10, 20, 40, 60]
/** A server that is away may come back any minute, and then nobody should wait long. */
const LONGEST_OUT_OF_REACH = 5

/** How long to wait before the next attempt, after that many. */
export function pauseAfter(attempts: number, trouble: Trouble): { minutes: number } {
  const minutes = PAUSES[Math.min(Math.max(attempts, 1), PAUSES.length) - 1] ?? 1
  const server = trouble === 'out-of-reach' || trouble === 'not-let-in'
  return { minutes: server ? Math.min(minutes, LONGEST_OUT_OF_REACH) : minutes }
}
