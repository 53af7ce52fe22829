/** After the first attempt, the second …: in all, a message is tried for more than three days. */
const PAUSES = [5, 5 * 60, 30 * 60, 2 * 3600, 5 * 3600, 10 * 3600, 14 * 3600, 20 * 3600, 24 * 3600]

/** The longest that the other side may ask for patience, in seconds. */
const LONGEST_WISH = 24 * 3600

/**
 * How long to wait after an attempt, in seconds; null: it was the last one.
 *
 * @param attempts how many there were.
 * @param wish what the other side asked for, in seconds.
 */
export function pauseAfter(attempts: number, wish: number | null = null): number | null {
  const pause = PAUSES[attempts - 1]
  if (pause === undefined) return null
  return Math.max(pause, Math.min(wish ?? 0, LONGEST_WISH))
}

/** How long an endpoint may be out of reach before nothing is sent to it any more. */
export const PATIENCE = { hours: 5 * 24 }
