import { sayDay } from '../../../i18n/days.ts'
import { wallAt } from '../../../i18n/wall.ts'
import type { Language } from '../../../kernel/language.ts'
import { epochOf, localWithOffset } from '../../../kernel/time.ts'

/** A moment on the clocks of a conference, to the minute. */
export function Moment({
  language,
  zone,
  at,
}: {
  language: Language
  zone: string
  at: Temporal.Instant
}) {
  const { day, clock } = wallAt(epochOf(at), zone)
  return (
    <time datetime={localWithOffset(at, zone)}>
      {sayDay(language, day)} <bdi>{clock}</bdi>
    </time>
  )
}
