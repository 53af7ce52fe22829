import ICAL from 'ical.js'
import type { Component } from '../../kernel/documents/jcal.ts'

/** Octets of a line before it is folded, the space that begins a folded line not counted (RFC 5545: 75 with it). */
ICAL.foldLength = 74

/** What RFC 7986 and older clients added to the calendar, with the types that the library does not know yet. */
const { property } = ICAL.design.icalendar as { property: Record<string, { defaultType: string }> }
for (const name of ['name', 'x-wr-calname', 'x-wr-caldesc', 'x-wr-timezone', 'x-lic-location']) {
  property[name] = { defaultType: 'text' }
}
property['x-published-ttl'] = { defaultType: 'duration' }

const CONTROL = /(?![\n\t])\p{Cc}/gu

const withoutControls = (_: string, value: unknown): unknown =>
  typeof value === 'string' ? value.replace(/\r\n?/g, '\n').replace(CONTROL, '') : value

/** Prints a calendar (RFC 5545) from its jCal: escaped, folded by octets, CRLF, without control characters. */
export const printCalendar = (calendar: Component): string =>
  ICAL.stringify(JSON.parse(JSON.stringify(calendar), withoutControls))
