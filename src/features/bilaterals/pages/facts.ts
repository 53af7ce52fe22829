import type { Language } from '../../../kernel/language.ts'
import { nameOn, type Party } from '../../parties/model.ts'
import type { Bilateral, Room } from '../model.ts'

/** What every part of these pages needs. */
export interface Desk {
  language: Language
  conference: string
  zone: string
  /** The first and the last day of the conference, and those between. */
  days: readonly string[]
  now: Temporal.Instant
  parties: ReadonlyMap<string, Party>
  rooms: readonly Room[]
  /** What was said with the last deed, by the meeting. */
  notes: ReadonlyMap<string, string>
}

/** A party by the name of the day, in the reader's language. */
export function partyName({ parties, language, days, now }: Desk, code: string): string {
  const party = parties.get(code)
  const day = days[0] ?? now.toZonedDateTimeISO('UTC').toPlainDate().toString()
  return party ? nameOn(party, day, language).short : code
}

/** The other side of a meeting. */
export const otherThan = ({ asking, asked }: Bilateral, party: string): string =>
  asking === party ? asked : asking

const MOST_DAYS = 14

/** The days of a conference; what is not known to the day has none. */
export function daysOf(dates: { first: string; last: string | null } | null): string[] {
  const whole = /^\d{4}-\d{2}-\d{2}$/
  if (!dates || !whole.test(dates.first)) return []
  const first = Temporal.PlainDate.from(dates.first)
  const last = dates.last && whole.test(dates.last) ? Temporal.PlainDate.from(dates.last) : first
  const count = Math.min(MOST_DAYS, first.until(last).days + 1)
  return Array.from({ length: count }, (_, index) => first.add({ days: index }).toString())
}
