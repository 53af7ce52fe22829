import type { Language } from '../../kernel/language.ts'
import { readingOf, type Text } from '../../kernel/text.ts'
import { localWithOffset } from '../../kernel/time.ts'
import type { Programme, ProgrammeSession } from './timeline.ts'

const SCHEMA = 'https://schema.org'
const STATUS = {
  confirmed: 'EventScheduled',
  tentative: 'EventScheduled',
  moved: 'EventRescheduled',
  cancelled: 'EventCancelled',
  withdrawn: 'EventCancelled',
} as const

interface Reader {
  language: Language
  origin: string
}

/** A session as schema.org's Event, part of its conference. */
export function sessionJsonLd(
  session: ProgrammeSession,
  { conference, zone }: Programme,
  { language, origin }: Reader,
) {
  const said = (text: Text) => readingOf(text, language).value
  const home = `${origin}/${language}/${conference.id}`
  const { start, end } = session.expected
  const known = session.latestDay === null ? { startDate: session.day } : {}
  return {
    '@context': SCHEMA,
    '@type': 'Event',
    '@id': `${home}/programme/${session.slug}`,
    url: `${home}/programme/${session.slug}`,
    name: said(session.title),
    inLanguage: language,
    ...(start ? { startDate: localWithOffset(start, zone) } : known),
    ...(end && { endDate: localWithOffset(end, zone) }),
    ...(session.formerly?.start && {
      previousStartDate: `${session.formerly.day}T${session.formerly.start}`,
    }),
    eventStatus: `${SCHEMA}/${STATUS[session.status]}`,
    ...(session.room && { location: { '@type': 'Place', name: said(session.room) } }),
    superEvent: { '@type': 'BusinessEvent', '@id': home, name: said(conference.name) },
  }
}

/** The programme as the events of its conference, each with its name and its beginning. */
export function programmeJsonLd(programme: Programme, { language, origin }: Reader) {
  const { conference, sessions } = programme
  const home = `${origin}/${language}/${conference.id}`
  return {
    '@context': SCHEMA,
    '@type': 'BusinessEvent',
    '@id': home,
    name: readingOf(conference.name, language).value,
    inLanguage: language,
    subEvent: sessions.map(({ slug, title, day, latestDay, status, start }) => ({
      '@type': 'Event',
      '@id': `${home}/programme/${slug}`,
      name: readingOf(title, language).value,
      ...(latestDay === null && { startDate: start ? `${day}T${start}` : day }),
      eventStatus: `${SCHEMA}/${STATUS[status]}`,
    })),
  }
}
