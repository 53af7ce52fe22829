/** A property of jCal (RFC 7265): name, parameters, type, value. */
export type Property = readonly [string, Readonly<Record<string, string>>, string, ...unknown[]]
/** A component of jCal: name, properties, components. */
export type Component = readonly [string, readonly Property[], readonly Component[]]

/** A text, with the language that it is in where a reader's device should know. */
export const text = (name: string, value: string, language?: string): Property => [
  name,
  language ? { language } : {},
  'text',
  value,
]

export const uri = (name: string, value: string): Property => [name, {}, 'uri', value]

/** A moment in universal time, `20211207T103000Z`. */
export const moment = (name: string, instant: Temporal.Instant): Property => [
  name,
  {},
  'date-time',
  instant.toString({ smallestUnit: 'second' }),
]

/** A wall time with the name of its zone; universal time where the zone is UTC, which needs no rules. */
export const wallTime = (name: string, instant: Temporal.Instant, zone: string): Property => {
  if (zone === 'UTC') return moment(name, instant)
  const wall = instant.toZonedDateTimeISO(zone).toPlainDateTime()
  return [name, { tzid: zone }, 'date-time', wall.toString({ smallestUnit: 'second' })]
}

/** A whole day, or the day after the last one, as iCalendar's exclusive ends want it. */
export const day = (name: string, date: string): Property => [name, {}, 'date', date]
