import { ConferenceTime, OwnTime, type Zones } from '../../../ui/reader-time.tsx'
import { say } from '../words.ts'

const MINUTE = 60_000

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
  const start = Temporal.Instant.fromEpochMilliseconds(Math.floor(at / MINUTE) * MINUTE)
  const span = { start, end: null }
  return (
    <span class="likely">
      <span class="likely-word">{say(zones.language, 'likely')}</span>{' '}
      <ConferenceTime span={span} day={day} zones={zones} />{' '}
      <span class="likely-own">
        <OwnTime span={span} day={day} zones={zones} />
      </span>
    </span>
  )
}
