import { CannotStart } from '../config/cannot-start.ts'

/** Tells whoever started the process, on standard output; the log goes to standard error. */
export const tell = (sentence: string): void => void process.stdout.write(`${sentence}\n`)

/** Why the process ends: a sentence where a person can help, the whole trace where only we can. */
export function explain(error: unknown): void {
  const text = error instanceof CannotStart ? error.message : stackOf(error)
  process.stderr.write(`${text}\n`)
}

const stackOf = (error: unknown) =>
  error instanceof Error ? (error.stack ?? error.message) : String(error)
