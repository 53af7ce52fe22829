import { sayOffset } from '../../../i18n/clock.ts'
import { sayDay } from '../../../i18n/days.ts'
import { wallAt } from '../../../i18n/wall.ts'
import type { Language } from '../../../kernel/language.ts'
import { epochOf } from '../../../kernel/time.ts'
import { say } from '../words.ts'

/** A moment in universal time: those who look after machines compare it with their logs. */
export function sayMoment(language: Language, at: Temporal.Instant): string {
  const { day, clock, offset } = wallAt(epochOf(at), 'UTC')
  return say(language, 'moment', {
    ...{ day: sayDay(language, day), clock, offset: sayOffset(language, offset) },
  })
}
