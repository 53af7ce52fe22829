import { type Element, element } from '../../kernel/documents/markup.ts'
import type { Schedule, ScheduledEvent } from './schedule.print.ts'

const leaf = (name: string, words: string | number | null | undefined): Element =>
  element(name, {}, words === null || words === undefined ? [] : String(words))

const event = (one: ScheduledEvent): Element =>
  element('event', { guid: one.guid, id: String(one.id) }, [
    leaf('room', one.room),
    leaf('title', one.title),
    leaf('subtitle', one.subtitle),
    leaf('type', one.type),
    leaf('date', one.date),
    leaf('start', one.start),
    leaf('duration', one.duration),
    leaf('abstract', one.abstract),
    leaf('slug', one.slug),
    leaf('track', one.track),
    element(
      'persons',
      {},
      one.persons.map(({ name }, index) => element('person', { id: String(index + 1) }, name)),
    ),
    leaf('language', one.language),
    leaf('description', one.description),
    element(
      'links',
      {},
      one.links.map(({ url, title }) => element('link', { href: url }, title)),
    ),
    leaf('url', one.url),
  ])

/** The same schedule as XML, for the apps that read only that. */
export const scheduleXml = ({ generator, schedule }: Schedule, address: string): Element => {
  const { conference } = schedule
  return element('schedule', {}, [
    element('generator', { name: generator.name, version: generator.version }),
    leaf('url', address),
    leaf('version', schedule.version),
    element('conference', {}, [
      leaf('title', conference.title),
      leaf('acronym', conference.acronym),
      leaf('start', conference.start),
      leaf('end', conference.end),
      leaf('days', conference.daysCount),
      leaf('timeslot_duration', conference.timeslot_duration),
      leaf('base_url', schedule.base_url),
      leaf('url', conference.url),
      leaf('time_zone_name', conference.time_zone_name),
    ]),
    ...conference.days.map((day) =>
      element(
        'day',
        { index: String(day.index), date: day.date, start: day.day_start, end: day.day_end },
        Object.entries(day.rooms).map(([name, events]) =>
          element('room', { name }, events.map(event)),
        ),
      ),
    ),
  ])
}
