/** The time, and a wake-up call. Everything that depends on time takes it from here, so that a test can turn it. */
export interface Clock {
  now(): Temporal.Instant
  /** Calls back once, at the instant or at once if it has passed; the answer cancels the call. */
  at(instant: Temporal.Instant, wake: () => void): () => void
}

const LONGEST_TIMER = 2 ** 31 - 1

/** The clock of the machine. */
export const systemClock: Clock = {
  now: () => Temporal.Now.instant(),
  at(instant, wake) {
    let timer: NodeJS.Timeout
    const wait = () => {
      const left = instant.epochMilliseconds - Date.now()
      timer = setTimeout(left <= 0 ? wake : wait, Math.min(Math.max(left, 0), LONGEST_TIMER))
      timer.unref()
    }
    wait()
    return () => clearTimeout(timer)
  },
}
