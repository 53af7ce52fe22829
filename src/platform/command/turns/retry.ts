import { setTimeout as sleep } from 'node:timers/promises'
import { STALE_PLAN } from '../../database/planned.ts'

const ATTEMPTS = 8
const FIRST_PAUSE = 5
const LONGEST_PAUSE = 400

const SERIALIZATION_FAILURE = '40001'
const DEADLOCK = '40P01'
const UNIQUE_VIOLATION = '23505'

/** The same key came twice at once: the second attempt finds what the first has answered. */
const SAME_KEY = 'deed_pkey'

/** What PostgreSQL says with an error. */
export interface DatabaseError extends Error {
  code: string
  constraint?: string
}

/** Whether an error is PostgreSQL's own: it bears a five-character SQLSTATE. */
export const isDatabaseError = (error: unknown): error is DatabaseError =>
  error instanceof Error && 'code' in error && /^[0-9A-Z]{5}$/.test(String(error.code))

const isTransient = (error: unknown) =>
  isDatabaseError(error) &&
  (error.code === SERIALIZATION_FAILURE ||
    error.code === DEADLOCK ||
    error.code === STALE_PLAN ||
    (error.code === UNIQUE_VIOLATION && error.constraint === SAME_KEY))

/** Tries a transaction again that PostgreSQL gave up for the sake of another, after a pause by chance. */
export async function retrying<Answer>(transaction: () => Promise<Answer>): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transaction()
    } catch (error) {
      if (attempt === ATTEMPTS || !isTransient(error)) throw error
      await sleep(Math.random() * Math.min(FIRST_PAUSE * 2 ** attempt, LONGEST_PAUSE))
    }
  }
}
