import { readingOf } from '../../kernel/text.ts'
import { localWithOffset } from '../../kernel/time.ts'
import { say } from '../../ui/words.ts'
import { sayKind } from '../programme/terms.print.ts'
import type { ProgrammeSession } from '../programme/timeline.ts'
import type { Place } from './calendar.print.ts'
import { type Published, sayText } from './lines.print.ts'
import { numbersOf } from './numbers.ts'

/** A session as the schedule formats have it (c3voc schedule, version 1). */
export interface ScheduledEvent {
  guid: string
  id: number
  date: string
  start: string
  end?: string
  duration: string
  room: string
  slug: string
  url: string
  title: string
  subtitle: null
  track: string | null
  type: string
  language: string
  abstract: string
  description: null
  persons: { name: string }[]
  links: { url: string; title: string; type: 'web' }[]
}

interface Day {
  index: number
  date: string
  day_start: string
  day_end: string
  rooms: Record<string, ScheduledEvent[]>
}

export interface Schedule {
  $schema: string
  generator: { name: string; version: string; url: string }
  schedule: {
    version: string
    base_url: string
    conference: {
      acronym: string
      title: string
      description: string
      start: string
      end: string
      daysCount: number
      timeslot_duration: string
      time_zone_name: string
      url: string
      days: Day[]
      meta: { untimed: { guid: string; date: string; title: string }[] }
    }
  }
}

type Timed = ProgrammeSession & { plan: { start: Temporal.Instant } }
const isTimed = (session: ProgrammeSession): session is Timed => session.plan.start !== null
const takesPlace = ({ status }: ProgrammeSession) => status !== 'cancelled'

const twoDigits = (number: number) => String(number).padStart(2, '0')

/** `1:20`: hours and minutes; `0:00` where the end is not known, because the format wants one. */
function durationOf({ plan: { start, end } }: ProgrammeSession): string {
  const minutes = start && end ? end.since(start).total('minutes') : 0
  return `${Math.floor(minutes / 60)}:${twoDigits(minutes % 60)}`
}

const seconds = (instant: Temporal.Instant, zone: string) =>
  localWithOffset(instant, zone).replace(/(T\d\d:\d\d)/, '$1:00')

/** The first start and the last end of some sessions. */
const bounds = (sessions: readonly Timed[]): [Temporal.Instant, Temporal.Instant] => {
  const instants = sessions
    .flatMap(({ plan: { start, end } }) => [start, end ?? start])
    .sort(Temporal.Instant.compare)
  return [instants[0], instants.at(-1)] as [Temporal.Instant, Temporal.Instant]
}

/** The whole of a day, for one of which no time is known. */
const wholeDay = (date: string, zone: string): [Temporal.Instant, Temporal.Instant] => {
  const day = Temporal.PlainDate.from(date)
  const begin = (of: Temporal.PlainDate) => of.toZonedDateTime(zone).toInstant()
  return [begin(day), begin(day.add({ days: 1 }))]
}

/**
 * The programme as c3voc's schedule, which conference apps read. It has no place for what has no time or is
 * cancelled: untimed sessions stand in `meta`, cancelled ones in the calendar feed only.
 */
export function scheduleOf(
  { origin, language }: Place,
  { programme, parties: _ }: Published,
  product: { version: string },
): Schedule {
  const { conference, zone, release } = programme
  const sessions = programme.sessions.filter(takesPlace)
  const numbers = numbersOf(sessions.map(({ id }) => id))
  const home = sayText(language, conference.venue?.name ?? conference.shortName)

  const event = (session: Timed): ScheduledEvent => {
    const title = readingOf(session.title, language)
    const { start, end } = session.plan
    return {
      guid: session.id,
      id: numbers.get(session.id) as number,
      date: seconds(start, zone),
      start: session.start as string,
      ...(end ? { end: seconds(end, zone) } : {}),
      duration: durationOf(session),
      room: session.room ? sayText(language, session.room) : home,
      slug: `${conference.id}-${session.slug}`,
      url: `${origin}/${language}/${conference.id}/programme/${session.slug}`,
      title: title.value,
      subtitle: null,
      track: session.theme,
      type: sayKind(language, session.kind),
      language: title.language,
      abstract: session.note ? sayText(language, session.note) : '',
      description: null,
      // The format has no word for doubt, so whoever is not certainly in this session is not named.
      persons: session.participants.flatMap(({ name, certainty }) =>
        name && certainty === 'stated' ? [{ name }] : [],
      ),
      links: session.streams.map(({ channel, url }) => ({
        url,
        title: channel,
        type: 'web' as const,
      })),
    }
  }

  const days = [...Map.groupBy(sessions, ({ day }) => day)].map(([date, ofDay], position): Day => {
    const timedOfDay = ofDay.filter(isTimed)
    const [first, last] = timedOfDay.length > 0 ? bounds(timedOfDay) : wholeDay(date, zone)
    return {
      index: position + 1,
      date,
      day_start: seconds(first, zone),
      day_end: seconds(last, zone),
      rooms: Object.fromEntries(Map.groupBy(timedOfDay.map(event), ({ room }) => room)),
    }
  })

  return {
    $schema: 'https://c3voc.de/schedule/schema.json',
    generator: { name: 'Plenum', version: product.version, url: origin },
    schedule: {
      version: String(release.number),
      base_url: `${origin}/`,
      conference: {
        acronym: conference.id,
        title: sayText(language, conference.name),
        description: `${sayText(language, conference.summary)}\n\n${say(language, 'notice.sample')}`,
        start: days[0]?.day_start ?? conference.dates?.first ?? '',
        end: days.at(-1)?.day_end ?? conference.dates?.last ?? '',
        daysCount: days.length,
        timeslot_duration: '00:05',
        time_zone_name: zone,
        url: `${origin}/${language}/${conference.id}`,
        days,
        meta: {
          untimed: sessions
            .filter((session) => !isTimed(session))
            .map(({ id, day, title }) => ({
              guid: id,
              date: day,
              title: sayText(language, title),
            })),
        },
      },
    },
  }
}
