import type { Language } from '../../kernel/language.ts'
import { readingOf, type Text } from '../../kernel/text.ts'
import { instantAt, localWithOffset } from '../../kernel/time.ts'
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

/**
 * When a session is planned: local times with their offset, else the day, else nothing. A delay of some minutes is
 * news for those who are there, whose page must then change in its parts only.
 */
function datesOf({ day, latestDay, plan: { start, end } }: ProgrammeSession, zone: string) {
  const known = latestDay === null ? { startDate: day } : {}
  return {
    ...(start ? { startDate: localWithOffset(start, zone) } : known),
    ...(end && { endDate: localWithOffset(end, zone) }),
  }
}

/** A session as schema.org's Event, part of its conference. */
export function sessionJsonLd(
  session: ProgrammeSession,
  { conference, zone }: Programme,
  { language, origin }: Reader,
) {
  const said = (text: Text) => readingOf(text, language).value
  const home = `${origin}/${language}/${conference.id}`
  const { formerly } = session
  return {
    '@context': SCHEMA,
    '@type': 'Event',
    '@id': `${home}/programme/${session.slug}`,
    url: `${home}/programme/${session.slug}`,
    name: said(session.title),
    inLanguage: language,
    ...datesOf(session, zone),
    ...(formerly?.start && {
      previousStartDate: localWithOffset(instantAt(formerly.day, formerly.start, zone), zone),
    }),
    eventStatus: `${SCHEMA}/${STATUS[session.status]}`,
    ...(session.room && { location: { '@type': 'Place', name: said(session.room) } }),
    superEvent: { '@type': 'BusinessEvent', '@id': home, name: said(conference.name) },
  }
}

/** The programme as the events of its conference, each with its name and its times. */
export function programmeJsonLd(programme: Programme, { language, origin }: Reader) {
  const { conference, sessions, zone } = programme
  const home = `${origin}/${language}/${conference.id}`
  return {
    '@context': SCHEMA,
    '@type': 'BusinessEvent',
    '@id': home,
    name: readingOf(conference.name, language).value,
    inLanguage: language,
    subEvent: sessions.map((session) => ({
      '@type': 'Event',
      '@id': `${home}/programme/${session.slug}`,
      name: readingOf(session.title, language).value,
      ...datesOf(session, zone),
      eventStatus: `${SCHEMA}/${STATUS[session.status]}`,
    })),
  }
}
