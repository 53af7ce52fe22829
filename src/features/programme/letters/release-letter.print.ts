import { sayTimeRange, sayZoneOffset } from '../../../i18n/clock.ts'
import { sayDay, sayDayRange } from '../../../i18n/days.ts'
import { isolateIn } from '../../../i18n/isolate.ts'
import type { Language } from '../../../kernel/language.ts'
import { type Reading, readingOf, type Text } from '../../../kernel/text.ts'
import { instantAt } from '../../../kernel/time.ts'
import type { Outline } from '../../conferences/outline.ts'
import type { Place } from '../model.ts'
import type { ChangedSession, Difference } from '../release.ts'
import { endDay } from '../timeline.ts'
import { say } from '../words.ts'

/** A release as a letter tells it. */
export interface Told {
  conference: Pick<Outline, 'id' | 'name' | 'shortName'>
  number: number
  note: Text
  zone: string
  at: Temporal.Instant
  difference: Difference | null
  /** What the secretariat adds. */
  words: Text | null
}

/** A line of a letter, and where it leads. */
export interface LetterLine {
  text: string
  /** Below the language: `/seoul2021/programme/opening`. */
  address: string
}

/** What a letter about a release says to readers of one language. */
export interface ReleaseWords {
  subject: string
  note: Reading
  words: Reading | null
  zone: string
  heading: string
  lines: readonly LetterLine[]
  /** The address of the programme, and what the link says. */
  link: { label: string; address: string }
}

/** What the letter about a release says, in a language, with the reader's own times beside those of the conference. */
export function releaseWords(told: Told, language: Language, own: string | null): ReleaseWords {
  const { conference, number, note, zone, at, difference, words } = told
  const short = readingOf(conference.shortName, language).value
  const home = `/${conference.id}/programme`
  const parts = [short, say(language, 'title'), `${say(language, 'release')} ${number}`]
  const line = (changed: ChangedSession): LetterLine => ({
    text: sayChanged(changed, language, { zone, own }),
    address: changed.changes.includes('removed') ? home : `${home}/${changed.slug}`,
  })
  return {
    subject: parts.map((part) => isolateIn(language, part)).join(' · '),
    note: readingOf(note, language),
    words: words && readingOf(words, language),
    zone: difference?.zone
      ? say(language, 'changes.zone')
      : say(language, 'zone.base', { offset: sayZoneOffset(language, at, zone) }),
    heading: say(language, difference ? 'changes' : 'changes.first'),
    lines: difference?.sessions.map(line) ?? [],
    link: { label: say(language, 'glance.more'), address: home },
  }
}

interface Zones {
  zone: string
  own: string | null
}

/** «another time · Opening ceremony · 7 December 2021 · 19:30–20:00 · formerly 18:00–18:30». */
function sayChanged(
  { changes, title, titleBefore, place, placeBefore }: ChangedSession,
  language: Language,
  zones: Zones,
): string {
  const bare = (text: Text) => isolateIn(language, readingOf(text, language).value)
  const formerly = (words: string) => `${say(language, 'formerly')} ${words}`
  const gone = changes.includes('removed')
  return [
    bare(title),
    changes.map((change) => say(language, `change.${change}`)).join(', '),
    ...(gone ? [] : [sayPlaceIn(place, language), sayOwnTime(place, language, zones)]),
    placeBefore && formerly(sayPlaceIn(placeBefore, language)),
    titleBefore && formerly(bare(titleBefore)),
  ]
    .filter((part) => part)
    .join(' · ')
}

const sayPlaceIn = ({ day, latestDay, start, end, room }: Place, language: Language): string =>
  [
    latestDay ? sayDayRange(language, day, latestDay) : sayDay(language, day),
    start && sayTimeRange(language, start, end),
    room && isolateIn(language, readingOf(room, language).value),
  ]
    .filter((part) => part)
    .join(' · ')

/** The same on the reader's own clock, where it shows another time. */
function sayOwnTime(place: Place, language: Language, { zone, own }: Zones): string | null {
  if (own === null || place.start === null) return null
  const at = (day: string, clock: string) => instantAt(day, clock, zone).toZonedDateTimeISO(own)
  const start = at(place.day, place.start)
  const end = place.end === null ? null : at(endDay(place), place.end)
  const day = start.toPlainDate().toString()
  const clock = (time: Temporal.ZonedDateTime) => time.toPlainTime().toString().slice(0, 5)
  if (day === place.day && clock(start) === place.start) return null
  const offset = sayZoneOffset(language, start.toInstant(), own)
  const span = sayTimeRange(language, clock(start), end && clock(end))
  return `${say(language, 'time.yours', { offset })} ${sayDay(language, day)} ${span}`
}
