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
import type { PersonalItem } from '../../kernel/people/personal-item.ts'
import { earliest } from '../../kernel/time.ts'
import { sayText } from '../programme-formats/lines.print.ts'
import { zoneRules } from '../programme-formats/zone-rules.ts'
import { say } from './words.ts'

/** Whose calendar it is tells nobody who reads it; where it was asked for, and since when it has its address. */
export interface Own {
  language: Language
  /** Without a slash at the end. */
  origin: string
  since: Temporal.Instant
}

const latest = (instants: readonly Temporal.Instant[]) =>
  instants.reduce((a, b) => (Temporal.Instant.compare(a, b) >= 0 ? a : b))

function when({ plan: { start, end }, zone, day, latestDay }: PersonalItem): Property[] {
  if (!start) return [wholeDay('dtstart', day), endOfDays('dtend', latestDay ?? day)]
  return [wallTime('dtstart', start, zone), ...(end ? [wallTime('dtend', end, zone)] : [])]
}

function eventOf(item: PersonalItem, { language, origin }: Own): Component {
  const lines = item.lines(language)
  return [
    'vevent',
    [
      text('uid', item.uid),
      moment('dtstamp', item.stamped),
      moment('last-modified', item.revised),
      ['sequence', {}, 'integer', item.sequence],
      text('status', item.status.toUpperCase()),
      text('class', 'PRIVATE'),
      text('transp', item.plan.start && item.status !== 'cancelled' ? 'OPAQUE' : 'TRANSPARENT'),
      ...when(item),
      text('summary', sayText(language, item.title), language),
      ...(lines.length > 0 ? [text('description', lines.join('\n'), language)] : []),
      ...(item.room ? [text('location', sayText(language, item.room), language)] : []),
      text('categories', item.kind(language), language),
      uri('url', `${origin}/${language}${item.address}`),
    ],
    [],
  ]
}

/** The rules of every zone in which something has a time. */
function rulesOf(items: readonly PersonalItem[]): Component[] {
  const timed = items.flatMap(({ zone, plan: { start } }) =>
    start && zone !== 'UTC' ? [{ zone, start }] : [],
  )
  return [...Map.groupBy(timed, ({ zone }) => zone)].flatMap(([zone, all]) => {
    const starts = all.map(({ start }) => start)
    const first = earliest(starts)
    return first ? [zoneRules(zone, first, latest(starts))] : []
  })
}

/** Somebody’s own programme, of all conferences; what was called off stays in it, so that their devices are told. */
export function ownCalendar(items: readonly PersonalItem[], own: Own): Component {
  const { language, since } = own
  return [
    'vcalendar',
    [
      text('version', '2.0'),
      text('prodid', '-//Plenum//Plenum//EN'),
      text('calscale', 'GREGORIAN'),
      text('method', 'PUBLISH'),
      text('name', say(language, 'calendar.name'), language),
      text('x-wr-calname', say(language, 'calendar.name')),
      text('description', say(language, 'lead'), language),
      moment('last-modified', latest([since, ...items.map(({ revised }) => revised)])),
      ['refresh-interval', {}, 'duration', 'PT1H'],
      ['x-published-ttl', {}, 'duration', 'PT1H'],
    ],
    [...rulesOf(items), ...items.map((item) => eventOf(item, own))],
  ]
}
