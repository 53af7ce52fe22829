import { must } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import { earliest, instantAt, isNotAfter } from '../../kernel/time.ts'
import type { Outline } from '../conferences/outline.ts'
import { inOrder, type Place, type PublishedSession, roomKey, type Session } from './model.ts'

/** From when to when, as far as it is known. */
export interface Span {
  start: Temporal.Instant | null
  end: Temporal.Instant | null
}

/** A published session with its instants: as planned, and as expected while the conference runs late. */
export interface ProgrammeSession extends PublishedSession {
  plan: Span
  /** Minutes; 0 where it runs to plan. */
  late: number
  expected: Span
}

/** The programme as the public sees it. */
export interface Programme {
  conference: Outline
  /** The zone of its wall times, as released. */
  zone: string
  release: { number: number; at: Temporal.Instant; note: Text }
  /** In the order of a printed programme, cancelled ones too. */
  sessions: readonly ProgrammeSession[]
  /** Listed in error once: of interest to calendars only, which must be told. */
  withdrawn: readonly ProgrammeSession[]
}

const nextDay = (day: string) => Temporal.PlainDate.from(day).add({ days: 1 }).toString()

/** The day on which a session ends: the next one if it runs over midnight. */
export const endDay = ({ day, start, end }: Pick<Place, 'day' | 'start' | 'end'>): string =>
  start !== null && end !== null && end <= start ? nextDay(day) : day

/** The instants of sessions in a zone. Most of a programme begins and ends together: each is looked up once. */
export function spansIn(zone: string): (place: Place) => Span {
  const known = new Map<string, Temporal.Instant>()
  const at = (day: string, clock: string) => {
    const key = day + clock
    const instant = known.get(key) ?? instantAt(day, clock, zone)
    known.set(key, instant)
    return instant
  }
  return (place) => ({
    start: place.start === null ? null : at(place.day, place.start),
    end: place.end === null ? null : at(endDay(place), place.end),
  })
}

/** The instants of a session in the conference's zone. */
export const spanOf = (place: Place, zone: string): Span => spansIn(zone)(place)

/** What was last said about a session that runs late; 0 takes it back. */
export interface Delay {
  session: string
  minutes: number
}

type Planned = Place & { id: string; status: string }

const shares = (a: Planned, b: Planned) => {
  const [here, there] = [roomKey(a), roomKey(b)]
  return here === null || there === null || here === there
}

const follows = (later: Planned, earlier: Planned) =>
  later.day === earlier.day &&
  later.start !== null &&
  earlier.start !== null &&
  later.start >= earlier.start &&
  shares(later, earlier)

/**
 * How late each session runs, in minutes. A delay reported of one session carries on to what follows it that day in
 * the same room, until a later session has a report of its own. The plan itself stays.
 */
export function lateness(
  sessions: readonly Planned[],
  delays: readonly Delay[],
): ReadonlyMap<string, number> {
  const late = new Map<string, number>()
  const reported = sessions
    .flatMap((session) => {
      const delay = delays.find((one) => one.session === session.id)
      return delay ? [{ session, minutes: delay.minutes }] : []
    })
    .sort((a, b) => ((a.session.start ?? '') < (b.session.start ?? '') ? -1 : 1))
  for (const { session, minutes } of reported) {
    for (const other of sessions) {
      if (other.status === 'cancelled' || other.status === 'withdrawn') continue
      if (other.id === session.id || follows(other, session)) late.set(other.id, minutes)
    }
  }
  for (const [id, minutes] of late) if (minutes === 0) late.delete(id)
  return late
}

const minutesOf = (clock: string) => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return hours * 60 + minutes
}

const DAY = 24 * 60

const clockOf = (minutes: number) =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':')

/** A session and what follows it that day in the same room, earlier or later by some minutes. */
export function shifted(sessions: readonly Session[], from: Session, minutes: number): Session[] {
  return sessions
    .filter(({ status }) => status === 'confirmed' || status === 'tentative')
    .filter((session) => session.id === from.id || follows(session, from))
    .map((session) => {
      const start = minutesOf(session.start ?? '00:00') + minutes
      must(start >= 0 && start < DAY, 'programme.leaves-the-day')
      const end = session.end && clockOf((minutesOf(session.end) + minutes + DAY) % DAY)
      return { ...session, start: clockOf(start), end }
    })
}

/** A span as the public sees it while the conference runs late. */
export const delayed = ({ start, end }: Span, minutes: number): Span => ({
  start: start?.add({ minutes }) ?? null,
  end: end?.add({ minutes }) ?? null,
})

/** The sessions of a release in the order of a printed programme, each with its instants, all to plan. */
export function planned(sessions: readonly PublishedSession[], zone: string): ProgrammeSession[] {
  const spanOf = spansIn(zone)
  return inOrder(sessions).map((session) => {
    const plan = spanOf(session)
    return { ...session, plan, late: 0, expected: plan }
  })
}

/** The same while the conference runs late. */
export function expected(
  plan: readonly ProgrammeSession[],
  delays: readonly Delay[],
): readonly ProgrammeSession[] {
  const lateBy = lateness(plan, delays)
  if (lateBy.size === 0) return plan
  return plan.map((session) => {
    const late = lateBy.get(session.id) ?? 0
    return late === 0 ? session : { ...session, late, expected: delayed(session.plan, late) }
  })
}

/** What a session is to somebody who looks at the clock. Without an end it is never «now», only begun. */
export type Phase = 'before' | 'now' | 'over' | 'unknown'

export function phaseOf({ start, end }: Span, now: Temporal.Instant): Phase {
  if (!start) return 'unknown'
  if (!isNotAfter(start, now)) return 'before'
  if (!end) return 'over'
  return isNotAfter(end, now) ? 'over' : 'now'
}

type Timed = { span: Span; status: string }

const takesPlace = ({ status }: Timed) => status !== 'cancelled' && status !== 'withdrawn'

/** What comes next: the first start that is still ahead, and everything that shares it. */
export function nextStart(
  sessions: readonly Timed[],
  now: Temporal.Instant,
): Temporal.Instant | null {
  const ahead = sessions
    .filter(takesPlace)
    .flatMap(({ span }) => (span.start && phaseOf(span, now) === 'before' ? [span.start] : []))
  return earliest(ahead)
}

/** The next instant at which a session starts or ends: until then the page stays as it is. */
export function nextTurn(
  sessions: readonly Timed[],
  now: Temporal.Instant,
): Temporal.Instant | null {
  const turns = sessions
    .filter(takesPlace)
    .flatMap(({ span }) => [span.start, span.end])
    .filter((instant) => instant !== null)
    .filter((instant) => !isNotAfter(instant, now))
  return earliest(turns)
}
