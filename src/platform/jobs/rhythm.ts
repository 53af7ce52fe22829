/** When a job comes by itself: each day at a time of UTC (`03:00`), each hour at a minute of it, or each minute. */
export type Rhythm = { daily: string } | { hourly: number } | { minutely: true }

const DAY = { days: 1 }
const HOUR = { hours: 1 }
const MINUTE = { minutes: 1 }

/** The last moment, not after `now`, at which a rhythm asks for its job. */
export function slotAt(rhythm: Rhythm, now: Temporal.Instant): Temporal.Instant {
  const wall = now.toZonedDateTimeISO('UTC')
  if ('daily' in rhythm) {
    const slot = wall.withPlainTime(Temporal.PlainTime.from(rhythm.daily))
    return (Temporal.ZonedDateTime.compare(slot, wall) > 0 ? slot.subtract(DAY) : slot).toInstant()
  }
  if ('minutely' in rhythm) return now.round({ smallestUnit: 'minute', roundingMode: 'floor' })
  const slot = wall.withPlainTime({ hour: wall.hour, minute: rhythm.hourly })
  return (Temporal.ZonedDateTime.compare(slot, wall) > 0 ? slot.subtract(HOUR) : slot).toInstant()
}

/** The first moment after `now` at which a rhythm asks for its job. */
export const nextSlot = (rhythm: Rhythm, now: Temporal.Instant): Temporal.Instant =>
  slotAt(rhythm, now).add('daily' in rhythm ? { hours: 24 } : 'minutely' in rhythm ? MINUTE : HOUR)
