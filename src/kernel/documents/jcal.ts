/** A property of jCal (RFC 7265): name, parameters, type, value. */
export type Property = readonly [
  name: string,
  parameters: Readonly<Record<string, string | readonly string[]>>,
  type: string,
  ...values: unknown[],
]
/** A component of jCal: name, properties, components. */
export type Component = readonly [
  name: string,
  properties: readonly Property[],
  components: readonly Component[],
]

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

/** A whole day, `2021-12-07`. */
export const wholeDay = (name: string, day: string): Property => [name, {}, 'date', day]

/** The day on which something that fills days ends: the day after the last, as iCalendar counts. */
export const endOfDays = (name: string, lastDay: string): Property =>
  wholeDay(name, Temporal.PlainDate.from(lastDay).add({ days: 1 }).toString())
