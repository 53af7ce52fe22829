import { LANGUAGES } from '../../kernel/language.ts'
import type { PersonalItem } from '../../kernel/people/personal-item.ts'
import { Text } from '../../kernel/text.ts'
import { instantAt } from '../../kernel/time.ts'
import { nameOn, type Party } from '../parties/model.ts'
import type { OwnMeeting } from './own.ts'
import { say } from './words.ts'

/** A meeting as somebody's own: with whom, when and where; never what it is about. */
export function itemOf(
  { id, conference, state, version, changedAt, party, ...meeting }: OwnMeeting,
  parties: ReadonlyMap<string, Party>,
): PersonalItem {
  const { other, day, starts, ends, room, zone } = meeting
  const known = parties.get(other)
  const title = Text.parse({
    original: 'en',
    in: Object.fromEntries(
      LANGUAGES.map((language) => {
        const name = known ? nameOn(known, day, language).short : other
        const value = say(language, 'own', { label: say(language, 'own.title'), name })
        return [language, { value, status: 'unofficial' }]
      }),
    ),
  })
  const span = { start: instantAt(day, starts, zone), end: instantAt(day, ends, zone) }
  return {
    uid: `bilateral-${id}@plenum`,
    address: `/${conference}/delegation/${party}/bilaterals`,
    ...{ conference, title, room, day, zone, latestDay: null, plan: span, expected: span },
    kind: (language) => say(language, 'own.title'),
    lines: () => [],
    status: state === 'cancelled' ? 'cancelled' : 'confirmed',
    sequence: version,
    ...{ revised: changedAt, stamped: changedAt },
  }
}
