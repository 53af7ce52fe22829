import { sayDuration } from '../../../i18n/clock.ts'
import { sayDay } from '../../../i18n/days.ts'
import type { Language } from '../../../kernel/language.ts'
import { ConferenceTime, OwnTime, type Zones } from '../../../ui/reader-time.tsx'
import { dayIn } from '../../programme/pages/marks.tsx'
import { say } from '../words.ts'

const instantOf = (at: number | Temporal.Instant) =>
  typeof at === 'number' ? Temporal.Instant.fromEpochMilliseconds(at) : at

const MINUTE = 60_000

/** The minute in which something is likely: a second more or less is not known. */
const toMinute = (at: number) => Math.round(at / MINUTE) * MINUTE

/** A moment with its day by the clock of the conference, and beside it by the reader’s. */
export function At({ at, zones }: { at: number | Temporal.Instant; zones: Zones }) {
  const start = instantOf(at)
  const day = dayIn(start, zones.conference)
  const span = { start, end: null }
  return (
    <span class="inline-flex flex-wrap gap-x-3">
      <span>
        {sayDay(zones.language, day)} <ConferenceTime span={span} day={day} zones={zones} />
      </span>
      <span class="text-muted">
        <OwnTime span={span} day={day} zones={zones} />
      </span>
    </span>
  )
}

/** A likely time on some day of the session: the clock of the conference, below it the reader’s. */
export function LikelyClock({ at, day, zones }: { at: number; day: string; zones: Zones }) {
  const span = { start: instantOf(toMinute(at)), end: null }
  return (
    <span class="inline-flex flex-wrap items-baseline justify-end gap-x-3">
      <span>
        <ConferenceTime span={span} day={day} zones={zones} />
      </span>
      <small class="font-normal text-muted">
        <OwnTime span={span} day={day} zones={zones} />
      </small>
    </span>
  )
}

/** A likely time with its day. */
export const Likely = ({ at, zones }: { at: number; zones: Zones }) => (
  <At at={toMinute(at)} zones={zones} />
)

/** A time limit in words: «3 minutes», «90 seconds». */
export const sayLimit = (language: Language, seconds: number): string =>
  seconds % 60 === 0
    ? sayDuration(language, seconds / 60)
    : say(language, 'seconds', { count: seconds })
