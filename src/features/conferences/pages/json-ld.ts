import type { Language } from '../../../kernel/language.ts'
import { readingOf } from '../../../kernel/text.ts'
import { current, former } from '../history.ts'
import type { Conference, Series } from '../model.ts'
import type { Outline } from '../outline.ts'

const SCHEMA = 'https://schema.org'
const ATTENDANCE = {
  'in-person': 'OfflineEventAttendanceMode',
  'in-person-webcast': 'MixedEventAttendanceMode',
  virtual: 'OnlineEventAttendanceMode',
  hybrid: 'MixedEventAttendanceMode',
} as const

interface Reader {
  language: Language
  origin: string
}

const urlOf = ({ origin, language }: Reader, address: string) => `${origin}/${language}${address}`

/** The series as schema.org's EventSeries, with its editions by their addresses. */
export function seriesJsonLd(series: Series, editions: readonly Outline[], reader: Reader) {
  const name = series.names.at(-1)?.name
  return {
    '@context': SCHEMA,
    '@type': 'EventSeries',
    '@id': urlOf(reader, ''),
    name: name && readingOf(name, reader.language).value,
    description: readingOf(series.summary.title, reader.language).value,
    subEvent: editions.map(({ id, name, dates, moved }) => ({
      '@type': 'BusinessEvent',
      '@id': urlOf(reader, `/${id}`),
      name: readingOf(name, reader.language).value,
      ...(dates && { startDate: dates.first }),
      ...(moved && { eventStatus: `${SCHEMA}/EventRescheduled` }),
    })),
  }
}

/** A conference as schema.org's BusinessEvent: what was moved, and what was moved online, said as such. */
export function conferenceJsonLd(
  conference: Conference,
  series: Series,
  names: ReadonlyMap<string, string>,
  reader: Reader,
) {
  const said = (text: Conference['name']) => readingOf(text, reader.language).value
  const dates = current(conference.dates)?.is
  const venue = current(conference.venue)?.is
  const format = current(conference.format)?.is
  const here = urlOf(reader, `/${conference.id}`)
  const online = format === 'virtual' || format === 'hybrid'
  const status = [
    ...(conference.dates.length > 1 ? ['EventRescheduled'] : []),
    ...(format === 'virtual' && conference.format.length > 1 ? ['EventMovedOnline'] : []),
  ]
  const seriesName = series.names.at(-1)?.name
  return {
    '@context': SCHEMA,
    '@type': 'BusinessEvent',
    '@id': here,
    url: here,
    name: said(conference.name),
    description: said(conference.summary.title),
    inLanguage: reader.language,
    ...(dates && { startDate: dates.first, endDate: dates.last ?? dates.first }),
    ...(conference.dates.length > 1 && {
      previousStartDate: former(conference.dates).map(({ is }) => is.first),
    }),
    eventStatus: (status.length > 0 ? status : ['EventScheduled']).map((one) => `${SCHEMA}/${one}`),
    ...(format && { eventAttendanceMode: `${SCHEMA}/${ATTENDANCE[format]}` }),
    location: [
      ...(online ? [{ '@type': 'VirtualLocation', url: here }] : []),
      ...(venue
        ? [
            {
              '@type': 'Place',
              name: [venue.name, venue.city].flatMap((part) => (part ? said(part) : [])).join(', '),
              ...(venue.country && {
                address: {
                  '@type': 'PostalAddress',
                  addressCountry: names.get(venue.country) ?? venue.country,
                  ...(venue.city && { addressLocality: said(venue.city) }),
                },
              }),
            },
          ]
        : []),
    ],
    organizer: conference.hosts.map(({ party, ministry }) => ({
      '@type': 'GovernmentOrganization',
      name: ministry ? `${said(ministry)} · ${names.get(party) ?? party}` : names.get(party),
    })),
    superEvent: {
      '@type': 'EventSeries',
      '@id': urlOf(reader, ''),
      ...(seriesName && { name: said(seriesName) }),
    },
  }
}
