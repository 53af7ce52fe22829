import type { Child } from 'hono/jsx'
import { sayCity } from '../../../i18n/cities.ts'
import { sayDuration, sayTimeRange } from '../../../i18n/clock.ts'
import { sayDay, sayDayRange } from '../../../i18n/days.ts'
import type { PartyCode } from '../../../kernel/ids.ts'
import type { Language } from '../../../kernel/language.ts'
import { readingOf, type Text } from '../../../kernel/text.ts'
import { hrefOf } from '../../../ui/navigation.tsx'
import { ConferenceTime, type Zones } from '../../../ui/reader-time.tsx'
import { Words } from '../../../ui/text.tsx'
import type { Party } from '../../parties/model.ts'
import type { Place } from '../model.ts'
import { type Programme, type ProgrammeSession, phaseOf, type Span } from '../timeline.ts'
import { say } from '../words.ts'

/** What every page of a programme is drawn from. */
export interface Frame {
  language: Language
  programme: Programme
  parties: ReadonlyMap<PartyCode, Party>
  themes: ReadonlyMap<string, Text>
  zones: Zones
  now: Temporal.Instant
  /** What later features set beside a session, by its identifier. */
  beside?: ((session: string) => Child[]) | undefined
}

/** A span that has a beginning; without one there is no time to show. */
export const timed = ({ start, end }: Span) => (start ? { start, end } : null)

/** The day of a session, as far as it is stated. */
export const sayPlaceDay = (language: Language, { day, latestDay }: Place): string =>
  latestDay === null
    ? sayDay(language, day, { weekday: true })
    : `${sayDayRange(language, day, latestDay)} (${say(language, 'day.open')})`

/** The day of an instant in a zone. */
export const dayIn = (instant: Temporal.Instant, zone: string) =>
  instant.toZonedDateTimeISO(zone).toPlainDate().toString()

/** The words that the browser needs to add the reader's own time. */
export const readerWords = (language: Language) => ({
  offset: say(language, 'time.yours', { offset: '{offset}' }),
  same: say(language, 'zone.same'),
  differs: say(language, 'zone.differs', { offset: '{offset}' }),
  group: say(language, 'group.own'),
})

/** A chosen zone by its city, where it is one of ours; never by its identifier. */
export function sayPlace({ language, chosen }: Zones, offset: string): string {
  const city = chosen && sayCity(language, chosen)
  return city ? `${city}, ${offset}` : say(language, 'time.yours', { offset })
}

/** Where something stood: day, time and room on one line. */
export function PlaceLine({ place, language }: { place: Place; language: Language }) {
  return (
    <>
      {sayPlaceDay(language, place)}
      {place.start && ` · ${sayTimeRange(language, place.start, place.end)}`}
      {place.room && (
        <>
          {' · '}
          <Words in={readingOf(place.room, language)} language={language} />
        </>
      )}
    </>
  )
}

/** What a reader must know at a glance: now or next, cancelled, moved from where, late by how much. */
export function Marks({
  session,
  frame,
  next,
}: {
  session: ProgrammeSession
  frame: Frame
  next: Temporal.Instant | null
}) {
  const { language, now, zones } = frame
  const { status, formerly, late, expected } = session
  const isOff = status === 'cancelled' || status === 'withdrawn'
  const isNext = next !== null && expected.start?.equals(next)
  const plan = timed(session.plan)
  return (
    <>
      {!isOff && phaseOf(expected, now) === 'now' && (
        <strong class="badge badge-primary me-2">{say(language, 'phase.now')}</strong>
      )}
      {!isOff && isNext && <span class="badge me-2">{say(language, 'phase.next')}</span>}
      {status !== 'confirmed' && (
        <strong class="me-2 text-warning">{say(language, `status.${status}`)}</strong>
      )}
      {formerly && !isOff && (
        <span class="me-2">
          {say(language, 'formerly')} <PlaceLine place={formerly} language={language} />
        </span>
      )}
      {late > 0 && plan && (
        <span class="me-2 text-warning">
          {say(language, 'late')} · {sayDuration(language, late)} · {say(language, 'planned')}{' '}
          <s>
            <ConferenceTime span={plan} day={session.day} zones={zones} />
          </s>
        </span>
      )}
    </>
  )
}

/** A quiet way to the desk, for those who work there. */
export function EditLink({ at, language }: { at: string | null; language: Language }) {
  if (at === null) return null
  return (
    <p class="mark">
      <a href={hrefOf(language, at)}>{say(language, 'edit')}</a>
    </p>
  )
}
