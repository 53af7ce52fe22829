import { sayClock } from '../../i18n/clock.ts'
import { sayDay } from '../../i18n/days.ts'
import type { Language } from '../../kernel/language.ts'

/** A moment of the machine's life, in UTC: whoever looks after an instance compares it with logs. */
export function Moment({ at, language }: { at: Temporal.Instant; language: Language }) {
  const wall = at.toZonedDateTimeISO('UTC')
  const day = sayDay(language, wall.toPlainDate().toString())
  const clock = sayClock(language, wall.toPlainTime().toString())
  return (
    <time class="whitespace-nowrap" datetime={at.toString({ smallestUnit: 'second' })}>
      {day} <bdi>{clock} UTC</bdi>
    </time>
  )
}
