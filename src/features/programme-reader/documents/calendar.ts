import ICAL from 'ical.js'
import type { SourceLine } from '../lines.ts'

interface Entry {
  day: string
  clock: string | null
  end: string | null
  title: string
  beside: string[]
  zone: string
}

const two = (number: number) => String(number).padStart(2, '0')
const dayOf = (time: ICAL.Time) => `${time.year}-${two(time.month)}-${two(time.day)}`
const clockOf = (time: ICAL.Time) => `${two(time.hour)}:${two(time.minute)}`

/** The zone as the file names it; a time with Z is in UTC. */
const zoneOf = (component: ICAL.Component): string => {
  const start = component.getFirstProperty('dtstart')
  const named = start?.getFirstParameter('tzid')
  const time = start?.getFirstValue()
  return named ?? (time instanceof ICAL.Time && time.zone?.tzid === 'UTC' ? 'UTC' : '')
}

function entryOf(component: ICAL.Component): Entry | null {
  const event = new ICAL.Event(component)
  if (!event.startDate) return null
  const timed = !event.startDate.isDate
  return {
    day: dayOf(event.startDate),
    clock: timed ? clockOf(event.startDate) : null,
    end: timed && component.hasProperty('dtend') ? clockOf(event.endDate) : null,
    title: event.summary ?? '',
    beside: [event.location, ...(event.description ?? '').split('\n')].filter(
      (text): text is string => Boolean(text),
    ),
    zone: zoneOf(component),
  }
}

const byTime = (a: Entry, b: Entry) =>
  (a.day + (a.clock ?? '')).localeCompare(b.day + (b.clock ?? ''), 'en')

/** A calendar as the lines of a programme: its name, its zone, and each event as a row under its day. */
export function linesOfCalendar(text: string): SourceLine[] {
  const calendar = new ICAL.Component(ICAL.parse(text))
  const entries = calendar
    .getAllSubcomponents('vevent')
    .map(entryOf)
    .filter((entry) => entry !== null)
    .toSorted(byTime)
  const name =
    calendar.getFirstPropertyValue('name') ?? calendar.getFirstPropertyValue('x-wr-calname')
  const zone =
    calendar.getFirstPropertyValue('x-wr-timezone') ?? entries.find((entry) => entry.zone)?.zone
  const lines: SourceLine[] = []
  if (name) lines.push(`Title: ${name}`)
  if (zone) lines.push(`Time zone: ${zone}`)
  let day = ''
  for (const entry of entries) {
    if (entry.day !== day) lines.push(entry.day)
    day = entry.day
    const time = entry.end ? `${entry.clock} – ${entry.end}` : entry.clock
    lines.push({ cells: [time ?? '', entry.title, ...entry.beside] })
  }
  return lines
}
