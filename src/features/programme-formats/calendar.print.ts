import {
  type Component,
  endOfDays,
  moment,
  type Property,
  text,
  uri,
  wallTime,
  wholeDay,
} from '../../kernel/documents/jcal.ts'
import type { Language } from '../../kernel/language.ts'
import { readingOf } from '../../kernel/text.ts'
import { earliest } from '../../kernel/time.ts'
import { say as sayInUi } from '../../ui/words.ts'
import type { Outline } from '../conferences/outline.ts'
import { sayKind, sayTerm } from '../programme/terms.print.ts'
import type { ProgrammeSession } from '../programme/timeline.ts'
import { type Published, participantLines, sayName, sayText } from './lines.print.ts'
import { say } from './words.ts'
import { zoneRules } from './zone-rules.ts'

/** Where a calendar was asked for: its own address and that of the pages, without a slash at the end. */
export interface Place {
  origin: string
  language: Language
}

const conferenceUid = (id: string) => `conference-${id}@plenum`

/** What a calendar is about, and that it is a sample: it is read far from the pages that say so. */
const described = (language: Language, about: string) =>
  `${about}\n\n${sayInUi(language, 'notice.sample')}`

/** The head that every calendar of ours shares (RFC 5545, 7986, and what older clients read instead). */
const head = (
  { origin, language }: Place,
  calendar: { name: string; about: string; uid: string; address: string; file: string },
  at: Temporal.Instant,
): Property[] => [
  text('version', '2.0'),
  text('prodid', '-//Plenum//Plenum//EN'),
  text('calscale', 'GREGORIAN'),
  text('method', 'PUBLISH'),
  text('uid', calendar.uid),
  text('name', calendar.name, language),
  text('x-wr-calname', calendar.name),
  text('description', described(language, calendar.about), language),
  text('x-wr-caldesc', described(language, calendar.about)),
  moment('last-modified', at),
  uri('url', `${origin}/${language}${calendar.address}`),
  uri('source', `${origin}/${language}${calendar.file}`),
  ['refresh-interval', {}, 'duration', 'PT1H'],
  ['x-published-ttl', {}, 'duration', 'PT1H'],
]

const STATUS = { cancelled: 'CANCELLED', withdrawn: 'CANCELLED', tentative: 'TENTATIVE' } as const
const BESIDE: readonly string[] = ['break', 'exhibition', 'reception']

/** When it is; as whole days where no time is known, on all the days on which it may be. */
function when(session: ProgrammeSession, zone: string): Property[] {
  const { start, end } = session.plan
  if (!start)
    return [wholeDay('dtstart', session.day), endOfDays('dtend', session.latestDay ?? session.day)]
  return [wallTime('dtstart', start, zone), ...(end ? [wallTime('dtend', end, zone)] : [])]
}

function session(
  place: Place,
  { programme, parties }: Published,
  one: ProgrammeSession,
): Component {
  const { language, origin } = place
  const { conference, zone, release } = programme
  const lines = [
    ...participantLines(language, one, parties),
    ...(one.note ? [sayText(language, one.note)] : []),
    ...(one.start ? [] : [sayTerm(language, 'time.none')]),
  ]
  const where = one.room ?? conference.venue?.name
  return [
    'vevent',
    [
      text('uid', `session-${one.id}@plenum`),
      moment('dtstamp', release.at),
      moment('last-modified', Temporal.Instant.from(one.revised)),
      ['sequence', {}, 'integer', one.sequence],
      text('status', STATUS[one.status as keyof typeof STATUS] ?? 'CONFIRMED'),
      text('class', 'PUBLIC'),
      text('transp', one.start && !BESIDE.includes(one.kind) ? 'OPAQUE' : 'TRANSPARENT'),
      ...when(one, zone),
      text('summary', sayText(language, one.title), language),
      ...(lines.length > 0 ? [text('description', lines.join('\n'), language)] : []),
      ...(where ? [text('location', sayText(language, where), language)] : []),
      text('categories', sayKind(language, one.kind), language),
      uri('url', `${origin}/${language}/${conference.id}/programme/${one.slug}`),
      text('related-to', conferenceUid(conference.id)),
      ...one.streams.map(
        ({ channel, url }): Property => [
          'conference',
          { feature: ['AUDIO', 'VIDEO'], label: channel },
          'uri',
          url,
        ],
      ),
    ],
    [],
  ]
}

/** The rules of the zone, where any event needs them. */
function rules(sessions: readonly ProgrammeSession[], zone: string): Component[] {
  const starts = sessions.flatMap(({ plan }) => plan.start ?? [])
  const first = earliest(starts)
  if (!first || zone === 'UTC') return []
  const last = starts.reduce((a, b) => (Temporal.Instant.compare(a, b) >= 0 ? a : b))
  return [zoneRules(zone, first, last)]
}

const calendarOf = (
  place: Place,
  published: Published,
  sessions: readonly ProgrammeSession[],
  file: string,
): Component => {
  const { conference, zone, release } = published.programme
  const { language } = place
  return [
    'vcalendar',
    [
      ...head(
        place,
        {
          name: sayText(language, conference.shortName),
          about: sayText(language, conference.name),
          uid: `programme-${conference.id}@plenum`,
          address: `/${conference.id}/programme`,
          file,
        },
        release.at,
      ),
      text('x-wr-timezone', zone),
    ],
    [...rules(sessions, zone), ...sessions.map((one) => session(place, published, one))],
  ]
}

/** The whole programme: an event a session, cancelled ones too, so that subscribers are told. */
export const programmeCalendar = (place: Place, published: Published): Component => {
  const { conference, sessions, withdrawn } = published.programme
  return calendarOf(
    place,
    published,
    [...sessions, ...withdrawn],
    `/${conference.id}/programme.ics`,
  )
}

/** One session alone. */
export const sessionCalendar = (
  place: Place,
  published: Published,
  one: ProgrammeSession,
): Component =>
  calendarOf(
    place,
    published,
    [one],
    `/${published.programme.conference.id}/programme/${one.slug}.ics`,
  )

/** The conference as one event that fills its days; null where the days are not known to the day. */
export function conferenceCalendar(
  place: Place,
  conference: Outline,
  version: number,
  at: Temporal.Instant,
): Component | null {
  const { language, origin } = place
  const whole = /^\d{4}-\d{2}-\d{2}$/
  const first = conference.dates?.first
  const last = conference.dates?.last ?? first
  if (!first || !last || !whole.test(first) || !whole.test(last)) return null
  const where = [conference.venue?.name, conference.venue?.city].flatMap((words) =>
    words ? [sayName(language, readingOf(words, language).value)] : [],
  )
  const about = {
    name: sayText(language, conference.shortName),
    about: sayText(language, conference.name),
    uid: `calendar-${conference.id}@plenum`,
    address: `/${conference.id}`,
    file: `/${conference.id}.ics`,
  }
  const event: Component = [
    'vevent',
    [
      text('uid', conferenceUid(conference.id)),
      moment('dtstamp', at),
      ['sequence', {}, 'integer', version - 1],
      text('status', 'CONFIRMED'),
      text('class', 'PUBLIC'),
      text('transp', 'TRANSPARENT'),
      wholeDay('dtstart', first),
      endOfDays('dtend', last),
      text('summary', sayText(language, conference.name), language),
      text('description', sayText(language, conference.summary), language),
      ...(where.length > 0 ? [text('location', where.join(say(language, 'comma')), language)] : []),
      uri('url', `${origin}/${language}/${conference.id}`),
    ],
    [],
  ]
  return ['vcalendar', head(place, about, at), [event]]
}
