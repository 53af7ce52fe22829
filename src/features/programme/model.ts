import { z } from 'zod'
import { type Actor, holds, type Role } from '../../kernel/actor.ts'
import { PartyCode, SessionId } from '../../kernel/ids.ts'
import { Language } from '../../kernel/language.ts'
import { must } from '../../kernel/refusal.ts'
import { Source } from '../../kernel/source.ts'
import { readingOf, Text } from '../../kernel/text.ts'
import { Clock, Day, type Zone } from '../../kernel/time.ts'
import type { Side } from '../conferences/settings.model.ts'

export const SESSION_KINDS = [
  'ceremony',
  'plenary',
  'panel',
  'pledging',
  'side-event',
  'bilateral',
  'reception',
  'exhibition',
  'break',
  'press',
  'other',
] as const
export const SessionKind = z.enum(SESSION_KINDS)
export type SessionKind = z.infer<typeof SessionKind>

export const ROLES = [
  'chair',
  'opening',
  'message',
  'keynote',
  'speaker',
  'panellist',
  'closing',
  'with',
] as const

const isNamed = ({
  name,
  office,
  party,
}: {
  name: string | null
  office: Text | null
  party: PartyCode | null
}) => (name ?? office ?? party) !== null

/** Somebody as the secretariat names them: a person with the office as printed, an office alone, or a party alone. */
const named = {
  role: z.enum(ROLES),
  name: z.string().min(1).nullable().default(null),
  office: Text.nullable().default(null),
  party: PartyCode.nullable().default(null),
  /** `session-uncertain`: at the conference for certain, in this session only probably. */
  certainty: z.enum(['stated', 'session-uncertain']).default('stated'),
}
export const NamedParticipant = z.strictObject(named).refine(isNamed, 'programme.nobody-named')
export type NamedParticipant = z.infer<typeof NamedParticipant>

/** Somebody who takes part, and where that is known from. */
export const Participant = z
  .strictObject({
    ...named,
    note: Text.nullable().default(null),
    /** Null: the secretariat itself says so. */
    source: Source.nullable().default(null),
  })
  .refine(isNamed, 'programme.nobody-named')
export type Participant = z.infer<typeof Participant>

/** A broadcast or an interpretation channel: `floor` is what is said in the room. */
export const Stream = z.strictObject({
  channel: z.union([z.literal('floor'), Language]),
  url: z.url({ protocol: /^https$/ }),
})

export const SessionDocument = z.strictObject({
  name: Text,
  url: z.url({ protocol: /^https?$/ }),
  date: Day.nullable(),
})

/** When and where: wall times of the conference, whatever zone that is in. Either time may be unknown. */
export const Place = z.strictObject({
  day: Day,
  /** Where the day itself is not stated: the last of the days on which it may have been. */
  latestDay: Day.nullable().default(null),
  start: Clock.nullable(),
  /** A time not after the start belongs to the next day: 23:40 to 01:00. */
  end: Clock.nullable(),
  room: Text.nullable().default(null),
})
export type Place = z.infer<typeof Place>

/** `withdrawn`: it was listed in error. Whatever was once published stays, cancelled or withdrawn, for calendars. */
export const SessionStatus = z.enum(['confirmed', 'tentative', 'cancelled', 'withdrawn'])
export type SessionStatus = z.infer<typeof SessionStatus>

const details = {
  kind: SessionKind,
  title: Text,
  /** A theme of the conference's agenda. */
  theme: z.string().nullable(),
  /** What a reader should know besides: also why it was cancelled. */
  note: Text.nullable(),
  participants: z.array(Participant),
  streams: z.array(Stream),
  documents: z.array(SessionDocument),
  /** The order among sessions of a day whose time is not known. */
  position: z.int().nonnegative(),
  sources: z.array(Source),
}

/** What may be changed about a session without moving it. */
export const SessionDetails = z.strictObject(details)

/** A session as the secretariat works on it. */
export const Session = Place.extend({
  id: SessionId,
  /** Its place in the address and the anchor on the page; it never changes. */
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  status: SessionStatus.default('confirmed'),
  ...details,
  theme: details.theme.default(null),
  note: details.note.default(null),
  participants: details.participants.default([]),
  streams: details.streams.default([]),
  documents: details.documents.default([]),
  position: details.position.default(0),
  sources: details.sources.default([]),
})
export type Session = z.infer<typeof Session>

/** A session as the public sees it, since some release. */
export const PublishedSession = Session.extend({
  status: z.enum([...SessionStatus.options, 'moved']),
  /** Where it stood in an earlier release. */
  formerly: Place.nullable(),
  /** iCalendar's SEQUENCE: +1 at each release that changes time, place or status; never reset. */
  sequence: z.int().nonnegative(),
  /** The instant of the last release that changed anything about it. */
  revised: z.iso.datetime(),
})
export type PublishedSession = z.infer<typeof PublishedSession>

/** What was published at once: frozen, with the zone of that day. */
export interface Release {
  conference: string
  number: number
  note: Text
  at: Temporal.Instant
  zone: Zone
  sessions: readonly PublishedSession[]
}

/** To whom a release may be sent by letter: those who hold these roles at the conference. */
export const LETTER_ROLES = [
  'focal-point',
  'delegate',
  'co-chair',
  'host-secretariat',
  'un-secretariat',
  'protocol',
  'interpreter',
  'floor-desk',
] as const satisfies readonly Role[]

/** A letter about a release: to whom, and what the secretariat adds to the list of changes. */
export const ReleaseLetter = z.strictObject({
  to: z.array(z.enum(LETTER_ROLES)).min(1),
  words: Text.nullable().default(null),
})
export type ReleaseLetter = z.infer<typeof ReleaseLetter>

export const placeOf = ({ day, latestDay, start, end, room }: Place): Place => ({
  day,
  latestDay,
  start,
  end,
  room,
})

/** The room as it is written in its first language: by this two sessions are in the same room. */
export const roomKey = ({ room }: Pick<Place, 'room'>): string | null =>
  room && readingOf(room, room.original).value

export const isSamePlace = (a: Place, b: Place): boolean =>
  a.day === b.day &&
  a.latestDay === b.latestDay &&
  a.start === b.start &&
  a.end === b.end &&
  roomKey(a) === roomKey(b)

const NEVER = '99:99'

/** The order of a printed programme: by day and time, and what has no time after what has one. */
export const inOrder = <Item extends Place & { position: number; slug: string }>(
  sessions: readonly Item[],
): Item[] =>
  sessions.toSorted(
    (a, b) =>
      by(a.day, b.day) ||
      by(a.latestDay ?? '', b.latestDay ?? '') ||
      by(a.start ?? NEVER, b.start ?? NEVER) ||
      a.position - b.position ||
      by(a.slug, b.slug),
  )

const by = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** A place is possible if it has a start before it has an end, and does not take a whole day round. */
export function mustBePossible(place: Place): void {
  must(place.start !== null || place.end === null, 'programme.end-without-start')
  must(place.start === null || place.start !== place.end, 'programme.no-duration')
  must(place.latestDay === null || place.latestDay > place.day, 'programme.days-reversed')
  must(place.latestDay === null || place.start === null, 'programme.time-without-day')
}

export const mayEdit = (actor: Actor, conference: string): boolean =>
  holds(actor, conference, 'host-secretariat', 'un-secretariat', 'administrator')

/** Says how late a session runs: whoever edits the programme, and the desk in the room. */
export const mayReport = (actor: Actor, conference: string): boolean =>
  mayEdit(actor, conference) || holds(actor, conference, 'floor-desk')

/** Who agrees to a release for the host, and who for the United Nations. */
export const maySign = (actor: Actor, conference: string, side: Side): boolean =>
  holds(actor, conference, side === 'host' ? 'host-secretariat' : 'un-secretariat')

export const mayLoad = (actor: Actor, conference: string): boolean =>
  holds(actor, conference, 'loader', 'administrator')
