import { sayDay } from '../../../i18n/days.ts'
import { wallAt } from '../../../i18n/wall.ts'
import type { Language } from '../../../kernel/language.ts'
import { epochOf } from '../../../kernel/time.ts'

/** A moment as its reader's own calendar and clock say it: «26 November 2026, 14:05». */
export function Moment({
  at,
  language,
  zone,
  clock = true,
}: {
  at: Temporal.Instant
  language: Language
  zone: string | null
  /** Whether the time of day matters. */
  clock?: boolean
}) {
  const wall = wallAt(epochOf(at), zone ?? 'UTC')
  return (
    <time datetime={at.toString({ smallestUnit: 'minute' })}>
      {sayDay(language, wall.day)}
      {clock && (
        <>
          {' '}
          <bdi>{zone === null ? `${wall.clock} UTC` : wall.clock}</bdi>
        </>
      )}
    </time>
  )
}
