import { type Logger, pino } from 'pino'
import type { Settings } from './settings.ts'

/** As much of a log as those need who complain. */
export interface Log {
  error(facts: object, sentence: string): void
  warn(facts: object, sentence: string): void
}

/** The log: one JSON object per line, on standard error; people are told in sentences on standard output. */
export const createLog = (level: Settings['logLevel']): Logger =>
  pino(
    {
      level,
      base: { pid: process.pid },
      // What PostgreSQL tells of a row that it refused may be about a person.
      redact: ['req.headers.cookie', 'req.headers.authorization', 'err.detail', 'err.where'],
    },
    pino.destination({ fd: 2, sync: true }),
  )
