import type { Clock } from '../platform/clock.ts'

/** A clock that stands until a test turns it. */
export interface ManualClock extends Clock {
  /** Turns the clock, forward or back, and wakes whoever is due, the earliest first. */
  turnTo(instant: Temporal.Instant | string): void
  advance(by: Temporal.DurationLike): void
}

export function manualClock(start: string): ManualClock {
  let now = Temporal.Instant.from(start)
  const waiting = new Set<{ instant: Temporal.Instant; wake: () => void }>()

  const wakeDue = () => {
    const due = [...waiting]
      .filter(({ instant }) => Temporal.Instant.compare(instant, now) <= 0)
      .sort((a, b) => Temporal.Instant.compare(a.instant, b.instant))
    for (const sleeper of due) {
      if (waiting.delete(sleeper)) sleeper.wake()
    }
  }
  const turnTo = (instant: Temporal.Instant | string) => {
    now = Temporal.Instant.from(instant)
    wakeDue()
  }
  return {
    now: () => now,
    at(instant, wake) {
      const sleeper = { instant, wake }
      waiting.add(sleeper)
      queueMicrotask(wakeDue)
      return () => waiting.delete(sleeper)
    },
    turnTo,
    advance: (by) => turnTo(now.add(by)),
  }
}
