import { sayOffset, sayTimeRange } from '../../i18n/clock.ts'
import { sayDay, sayDayRange, sayPartialDay } from '../../i18n/days.ts'
import { isolateIn } from '../../i18n/isolate.ts'
import { directionOf, type Language } from '../../kernel/language.ts'
import { say as sayInUi } from '../../ui/words.ts'
import type { Outline } from '../conferences/outline.ts'
import { sayStatus, sayTerm } from '../programme/terms.print.ts'
import type { ProgrammeSession } from '../programme/timeline.ts'
import { type Published, participantLines, sayText } from './lines.print.ts'
import { say } from './words.ts'

/** All that the template of the booklet prints, already said in the reader's language. */
export interface Booklet {
  language: Language
  direction: 'ltr' | 'rtl'
  author: string
  series: string
  title: string
  dates: string
  place: string
  zone: string
  release: string
  notice: string
  days: {
    label: string
    sessions: {
      time: string
      utc: string
      title: string
      cancelled: boolean
      mark: string
      lines: string[]
    }[]
  }[]
}

const isWhole = (day: string) => day.length === 10

function sayDates(language: Language, { dates }: Outline): string {
  if (!dates) return ''
  const last = dates.last ?? dates.first
  if (isWhole(dates.first) && isWhole(last)) return sayDayRange(language, dates.first, last)
  return sayPartialDay(language, dates.first)
}

/** The day of a session, or the days on which it may have been. */
const sayWhen = (language: Language, { day, latestDay }: ProgrammeSession): string =>
  latestDay ? sayDayRange(language, day, latestDay) : sayDay(language, day, { weekday: true })

function utcOf(language: Language, { plan: { start, end } }: ProgrammeSession): string {
  if (!start) return ''
  const clock = (instant: Temporal.Instant) =>
    instant.toZonedDateTimeISO('UTC').toPlainTime().toString({ smallestUnit: 'minute' })
  const range = end ? `${clock(start)}–${clock(end)} UTC` : `${clock(start)} UTC`
  return isolateIn(language, range)
}

/** The programme as a booklet: what `booklet.typ` sets. */
export function bookletOf(language: Language, { programme, parties }: Published): Booklet {
  const { conference, zone, release, sessions } = programme
  const place = [conference.venue?.name, conference.venue?.city].flatMap((words) =>
    words ? [sayText(language, words)] : [],
  )
  const first = sessions.find(({ plan }) => plan.start)?.plan.start
  const offset = first && sayOffset(language, first.toZonedDateTimeISO(zone).offset)

  const line = (session: ProgrammeSession): Booklet['days'][number]['sessions'][number] => ({
    time: session.start
      ? sayTimeRange(language, session.start, session.end)
      : sayTerm(language, 'time.none'),
    utc: zone === 'UTC' ? '' : utcOf(language, session),
    title: sayText(language, session.title),
    cancelled: session.status === 'cancelled',
    mark: session.status === 'confirmed' ? '' : sayStatus(language, session.status),
    lines: [
      ...(session.room ? [sayText(language, session.room)] : []),
      ...participantLines(language, session, parties),
      ...(session.note ? [sayText(language, session.note)] : []),
    ],
  })

  return {
    language,
    direction: directionOf(language),
    author: 'Plenum',
    series: sayTerm(language, 'title'),
    title: sayText(language, conference.name),
    dates: sayDates(language, conference),
    place: place.join(say(language, 'comma')),
    zone: offset ? say(language, 'times-in', { offset }) : '',
    release: say(language, 'release', { number: release.number }),
    notice: sayInUi(language, 'notice.sample'),
    days: [...Map.groupBy(sessions, (session) => sayWhen(language, session))].map(
      ([label, ofDay]) => ({ label, sessions: ofDay.map(line) }),
    ),
  }
}
