import type { Language } from '../language.ts'
import type { Text } from '../text.ts'

interface Span {
  start: Temporal.Instant | null
  end: Temporal.Instant | null
}

/** Something in somebody’s own programme: a session that they chose, a speech of theirs, a meeting. */
export interface PersonalItem {
  /** The identifier in calendars, for life: `session-0190…@plenum`. */
  uid: string
  conference: string
  /** Where more is said of it, without a language: `/seoul2021/programme/opening`. */
  address: string
  title: Text
  /** What sort of thing it is, in a word. */
  kind(language: Language): string
  /** What else is to be known, a line each. */
  lines(language: Language): readonly string[]
  room: Text | null
  /** The day at the conference; where that is not stated, the first and the last on which it may be. */
  day: string
  latestDay: string | null
  /** The zone of the conference’s wall times. */
  zone: string
  plan: Span
  /** The same while the conference runs late. */
  expected: Span
  /** What was called off stays, and says so: calendars must be told. */
  status: 'confirmed' | 'tentative' | 'cancelled'
  /** iCalendar’s SEQUENCE: how often time, place or status changed. */
  sequence: number
  /** When it last changed, and when what is told of it was published. */
  revised: Temporal.Instant
  stamped: Temporal.Instant
}
