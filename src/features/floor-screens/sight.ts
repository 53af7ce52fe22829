import type { Actor } from '../../kernel/actor.ts'
import { spentAt } from '../../kernel/floor/countdown.ts'
import { earliest } from '../../kernel/time.ts'
import { seesList } from '../floor/model.ts'
import { type Floor, limitOf, speaking } from '../floor/queue/floor.ts'
import { ahead, paceOf } from '../floor/queue/likely.ts'

/** How much of a list somebody may see. */
export interface Sight {
  /** Who speaks, who waits and who has spoken. */
  list: boolean
  /** The seconds that remain to whoever speaks. */
  seconds: boolean
  /** The names of those who are still to speak: they are told beforehand to those who take part, and to nobody else. */
  names: boolean
}

/** What everybody sees is a matter of the settings; whoever takes part sees all. */
export function sightOf(
  actor: Actor,
  conference: string,
  { settings }: Pick<Floor, 'settings'>,
  listed: boolean,
): Sight {
  const inRoom = seesList(actor, conference)
  return {
    list: inRoom || listed,
    seconds: inRoom || (listed && settings.countdown === 'public'),
    names: inRoom,
  }
}

const MINUTE = 60_000

/** The minute of the clock after an instant, both in milliseconds since 1970. */
const nextMinute = (now: number) => (Math.floor(now / MINUTE) + 1) * MINUTE

/**
 * The next instant at which the clock alone moves the likely times, in milliseconds since 1970; null: it does not.
 * While somebody speaks within their time, all others stand where they stood. A minute of a page is never wrong by more
 * than one.
 *
 * @param expected when the session is expected to begin, where that is known.
 */
export function likelyUntil(floor: Floor, now: number, expected: number | null): number | null {
  const { meeting } = floor
  if (ahead(floor).length === 0 || meeting === 'adjourned' || meeting === 'suspended') return null
  if (meeting === 'before') {
    if (expected === null) return null
    return now < expected ? expected : nextMinute(now)
  }
  const turn = speaking(floor)
  if (!turn || turn.since === null) return nextMinute(now)
  const lasts = limitOf(floor, turn.speech) * 1000 * paceOf(floor).share
  return Math.max(nextMinute(now), Math.round(now + lasts - spentAt(turn, now)))
}

/** The earlier of some instants in milliseconds since 1970 and as such; null where there is none. */
export const soonest = (
  until: Temporal.Instant | null,
  ...others: readonly (number | null)[]
): Temporal.Instant | null =>
  earliest([
    ...(until ? [until] : []),
    ...others.flatMap((at) => (at === null ? [] : [Temporal.Instant.fromEpochMilliseconds(at)])),
  ])
