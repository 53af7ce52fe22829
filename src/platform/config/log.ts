import { type Logger, pino } from 'pino'
import type { Settings } from './settings.ts'

/** The log: one JSON object per line, on standard error; people are told in sentences on standard output. */
export const createLog = (level: Settings['logLevel']): Logger =>
  pino(
    {
      level,
      base: { pid: process.pid },
      redact: ['req.headers.cookie', 'req.headers.authorization'],
    },
    pino.destination({ fd: 2, sync: true }),
  )
