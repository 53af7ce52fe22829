import { sayTimeRange } from '../../i18n/clock.ts'
import { sayDay } from '../../i18n/days.ts'
import type { Language } from '../../kernel/language.ts'
import { readingOf } from '../../kernel/text.ts'
import type { Bilateral, Room } from './model.ts'
import { say } from './words.ts'

export const MAILS = ['asked', 'answered', 'scheduled', 'cancelled'] as const
export type Mail = (typeof MAILS)[number]

/** What a letter about a meeting lists: the other delegation, its state, when and where. Never what it is about. */
export function factsOf(
  language: Language,
  meeting: Bilateral,
  other: string,
  rooms: readonly Room[],
): { label: string; value: string }[] {
  const { placed, state } = meeting
  const room = rooms.find(({ id }) => id === placed?.room)
  return [
    { label: say(language, 'with'), value: other },
    { label: say(language, 'mail.state'), value: say(language, `state.${state}`) },
    ...(placed && state !== 'cancelled'
      ? [
          {
            label: say(language, 'day'),
            value: `${sayDay(language, placed.day)}, ${sayTimeRange(language, placed.from, placed.to)}`,
          },
        ]
      : []),
    ...(room && state !== 'cancelled'
      ? [{ label: say(language, 'room'), value: readingOf(room.name, language).value }]
      : []),
  ]
}
