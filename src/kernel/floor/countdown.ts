/**
 * The clock of a speech, as the server and every screen read it: a stopwatch that was set going at some instant, or
 * stands still. Instants are milliseconds since 1970, so that a browser reads it without a calendar.
 */
export interface Countdown {
  /** Seconds that were given. */
  limit: number
  /** Seconds before the end at which it turns amber, and then red. */
  amber: number
  red: number
  /** Milliseconds spoken before it was last set going. */
  spent: number
  /** When it was last set going; null: it stands still. */
  since: number | null
}

/** `over`: the time that was given has been used up, and the speaker still speaks. */
export const PHASES = ['green', 'amber', 'red', 'over'] as const
export type Phase = (typeof PHASES)[number]

/** Milliseconds spoken by an instant. A clock that goes behind never takes back what was spoken. */
export const spentAt = (
  { spent, since }: Pick<Countdown, 'spent' | 'since'>,
  now: number,
): number => spent + (since === null ? 0 : Math.max(0, now - since))

/** Milliseconds that remain; below zero once the time is over. */
export const remainingAt = (countdown: Countdown, now: number): number =>
  countdown.limit * 1000 - spentAt(countdown, now)

/** Milliseconds before the end at which each phase but the first begins. */
const beginningsOf = ({ amber, red }: Countdown): readonly [Phase, number][] => [
  ['over', 0],
  ['red', red * 1000],
  ['amber', amber * 1000],
]

/** What a clock shows beside its figures; a limit shorter than a warning begins in that warning. */
export function phaseAt(countdown: Countdown, now: number): Phase {
  const remaining = remainingAt(countdown, now)
  return beginningsOf(countdown).find(([, from]) => remaining <= from)?.[0] ?? 'green'
}

/** The next instant at which the phase changes; null where the clock stands still or is over. */
export function nextPhaseAt(countdown: Countdown, now: number): number | null {
  if (countdown.since === null) return null
  const remaining = remainingAt(countdown, now)
  const waits = beginningsOf(countdown).flatMap(([, from]) =>
    remaining > from ? [remaining - from] : [],
  )
  return waits.length === 0 ? null : now + Math.min(...waits)
}
