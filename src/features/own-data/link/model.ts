/** For how long a link leads to somebody's own data. */
export const VALID = { hours: 24 }

/** So many links go to one person in an hour; whoever asks for more is told the same and gets none. */
const MOST = 3
const HOUR = { hours: 1 }

/** Whether another link may go to somebody, after those that did. */
export const mayGo = (sent: readonly Temporal.Instant[], now: Temporal.Instant): boolean =>
  sent.filter((at) => Temporal.Instant.compare(at, now.subtract(HOUR)) > 0).length < MOST
