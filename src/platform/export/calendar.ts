import ICAL from 'ical.js'

/** A property of jCal (RFC 7265): name, parameters, type, value. */
export type Property = readonly [string, Readonly<Record<string, string>>, string, ...unknown[]]
/** A component of jCal: name, properties, components. */
export type Component = readonly [string, readonly Property[], readonly Component[]]

/** Octets of a line before it is folded, the space that begins a folded line counted (RFC 5545: 75 at most). */
ICAL.foldLength = 74

const CONTROL = /(?![\n\t])\p{Cc}/gu

const clean = (value: unknown): unknown =>
  typeof value === 'string'
    ? value.replace(/\r\n?/g, '\n').replace(CONTROL, '')
    : Array.isArray(value)
      ? value.map(clean)
      : value

const cleanComponent = ([name, properties, components]: Component): Component => [
  name,
  properties.map(
    ([key, parameters, type, ...values]) =>
      [key, clean(parameters) as Record<string, string>, type, ...values.map(clean)] as const,
  ),
  components.map(cleanComponent),
]

/** Prints a calendar (RFC 5545) from its jCal: escaped, folded by octets, CRLF, without control characters. */
export const printCalendar = (calendar: Component): string =>
  ICAL.stringify(cleanComponent(calendar) as never)
