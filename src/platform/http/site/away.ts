/** PostgreSQL's classes of errors and Node's codes while the database is stopped, full or out of reach. */
const AWAY = /^(?:ECONN|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|ENOENT|08|53|57P)/

/** Whether a request failed because the database is away for a moment: 503, and the same request may pass soon. */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code } = error as { code?: unknown }
  if (typeof code === 'string') return AWAY.test(code)
  return /^(?:Connection terminated|timeout exceeded when trying to connect)/.test(error.message)
}
