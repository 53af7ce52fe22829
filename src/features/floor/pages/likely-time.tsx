import { ConferenceTime, OwnTime, type Zones } from '../../../ui/reader-time.tsx'
import { say } from '../words.ts'

const MINUTE = 60_000

/** The minute in which something is likely to be, from milliseconds since 1970. */
export const minuteOf = (at: number): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(Math.floor(at / MINUTE) * MINUTE)

/** When somebody is likely to be called: to the minute, in the conference's time and the reader's; said to be likely. */
export function LikelyTime({
  at,
  day,
  zones,
}: {
  /** Milliseconds since 1970. */
  at: number
  /** The day of the session. */
  day: string
  zones: Zones
}) {
  const span = { start: minuteOf(at), end: null }
  return (
    <span class="likely">
      <span class="likely-word">{say(zones.language, 'likely')}</span>{' '}
      <span class="likely-time">
        <ConferenceTime span={span} day={day} zones={zones} />
      </span>{' '}
      <span class="likely-own">
        <OwnTime span={span} day={day} zones={zones} />
      </span>
    </span>
  )
}
