import type { Language } from '../../../kernel/language.ts'
import { readingOf, type Text } from '../../../kernel/text.ts'
import type { Zones } from '../../../ui/reader-time.tsx'
import { Words } from '../../../ui/text.tsx'
import type { Outline } from '../../conferences/outline.ts'
import type { Speakers } from '../../floor/pages/speaker-line.tsx'
import { nameplateOf } from '../../floor/pages/speaker-line.tsx'
import { countdownOf, type Floor, speaking } from '../../floor/queue/floor.ts'
import type { Window } from '../../floor/queue/settings.ts'
import type { Pace } from '../../floor/rehearsal/rehearsal.model.ts'
import type { Standing } from '../../floor/standing.ts'
import { sayMeeting, sayPace, sayTerm } from '../../floor/terms.print.ts'
import type { Sight } from '../sight.ts'

/** Everything that a screen of a list is drawn from. */
export interface Screen {
  language: Language
  conference: Outline
  /** The session in the address and in words, and its expected end where that is known. */
  session: { slug: string; title: Text; day: string }
  expected: { start: Temporal.Instant | null; end: Temporal.Instant | null } | null
  floor: Floor
  window: Window
  standing: Standing
  speakers: Speakers
  sight: Sight
  zones: Zones
  now: Temporal.Instant
  /** All of it is invented, and played at a pace: then every screen says so. Null: it is in earnest. */
  rehearsal: { pace: Pace } | null
}

/** The address of a list, or of one of its screens, without its language. */
export const addressOf = (
  {
    conference,
    session,
  }: { conference: Pick<Screen['conference'], 'id'>; session: Pick<Screen['session'], 'slug'> },
  screen = '',
): string => `/${conference.id}/floor/${session.slug}${screen && `/${screen}`}`

export const SessionTitle = ({ screen: { session, language } }: { screen: Screen }) => (
  <Words in={readingOf(session.title, language)} language={language} />
)

export const conferenceName = ({ conference, language }: Pick<Screen, 'conference' | 'language'>) =>
  readingOf(conference.shortName, language).value

/** The clock of whoever speaks, where the reader may see it. */
export function clockOf({ floor, sight }: Pick<Screen, 'floor' | 'sight'>) {
  const turn = speaking(floor)
  return turn && sight.seconds ? countdownOf(floor, turn) : null
}

/** Who has the floor, as one line: what a screen reader says when it changes. */
export function sayNow({ language, floor, speakers, sight }: Screen): string {
  const turn = sight.list ? speaking(floor) : null
  if (!turn)
    return floor.meeting === 'running'
      ? sayTerm(language, 'speaker.none')
      : sayMeeting(language, floor.meeting)
  return `${sayTerm(language, 'speaker.now')}: ${nameplateOf(speakers, turn.speech.party)}`
}

/** Said politely when somebody else speaks, and not when a second passes. */
export const Announcement = ({ screen }: { screen: Screen }) => (
  <p class="sr-only" role="status" aria-live="polite">
    {sayNow(screen)}
  </p>
)

/** A rehearsal says so on every screen, in capitals where a script has them (DIPLOMACY 21). */
export const RehearsalMark = ({ screen: { rehearsal, language } }: { screen: Screen }) =>
  rehearsal && (
    <p class="rehearsal">
      {sayTerm(language, 'rehearsal')}
      {rehearsal.pace > 1 && <small>{sayPace(language, rehearsal.pace)}</small>}
    </p>
  )
