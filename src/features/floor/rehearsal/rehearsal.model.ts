import { z } from 'zod'
import type { Actor } from '../../../kernel/actor.ts'
import type { SessionId } from '../../../kernel/ids.ts'
import type { Session } from '../../programme/model.ts'
import type { ProgrammeSession } from '../../programme/timeline.ts'
import { endDay } from '../../programme/timeline.ts'
import type { OfList } from '../model.ts'
import type { Deed } from '../queue/deeds.ts'
import type { Kind, Settings } from '../queue/settings.ts'

/** How many times as fast as in earnest; a clock knows no limit below ten seconds, so there is no faster one. */
export const PACES = [1, 4, 10] as const
export type Pace = (typeof PACES)[number]
/** As a form sends it. */
export const Pace = z.coerce.number().pipe(z.literal(PACES))

/** Who may watch: whoever runs and presides, or everybody. */
export const AUDIENCES = ['desk', 'everybody'] as const
export type Audience = (typeof AUDIENCES)[number]

/** A rehearsal of a session, on a list of its own. */
export interface Rehearsal {
  of: OfList
  slug: string
  /** The session that is rehearsed. */
  rehearses: SessionId
  pace: Pace
  audience: Audience
  begins: Temporal.Instant
  /** The number of the last deed before the play went on by itself; null: the desk does everything. */
  playsFrom: number | null
}

/** Who does what is played: it has no rights but to go on with it. */
export const PLAYER: Actor = { kind: 'system', id: 'rehearsal', grants: [] }
export const isPlayer = ({ kind, id }: Actor): boolean => kind === PLAYER.kind && id === PLAYER.id
const PLAYER_S = `${PLAYER.kind}/${PLAYER.id}`

/** Whether it plays by itself: whoever else does anything has taken it over. */
export const isPlayed = (
  { playsFrom }: Pick<Rehearsal, 'playsFrom'>,
  deeds: readonly (Pick<Deed, 'seq'> & { by: string })[],
): boolean =>
  playsFrom !== null && deeds.every(({ seq, by }) => seq <= playsFrom || by === PLAYER_S)

/** How the session of a rehearsal is called in addresses. */
export const slugOf = ({ slug }: Pick<Session, 'slug'>): string => `rehearsal-${slug}`

const WORKING: readonly Session['kind'][] = ['plenary', 'panel', 'pledging']

/** The sessions of a conference that can be rehearsed, in their order: those in which delegations take the floor. */
export const workingSessions = (sessions: readonly Session[]): readonly Session[] =>
  sessions
    .filter(
      ({ kind, status }) =>
        WORKING.includes(kind) && status !== 'cancelled' && status !== 'withdrawn',
    )
    .toSorted((a, b) => (placeIn(a) < placeIn(b) ? -1 : 1))

const placeIn = ({ day, start, position, slug }: Session) =>
  `${day} ${start ?? ''} ${String(position).padStart(4, '0')} ${slug}`

const wall = (at: Temporal.Instant, zone: string) => {
  const there = at.toZonedDateTimeISO(zone)
  return {
    day: there.toPlainDate().toString(),
    clock: there.toPlainTime().toString({ smallestUnit: 'minute' }),
  }
}

const MINUTE = 60_000
/** How long a session is taken to last that does not say so. */
const USUAL = 2 * 60

/** Minutes from the beginning to the end of a session, by its wall times. */
function minutesOf(session: Session): number {
  const { day, start, end } = session
  if (start === null || end === null) return USUAL
  const at = (on: string, clock: string) => Temporal.PlainDateTime.from(`${on}T${clock}`)
  return Math.round(
    at(day, start)
      .until(at(endDay(session), end))
      .total('minutes'),
  )
}

/** When a rehearsal is planned to end. */
const endOf = (session: Session, { begins, pace }: Pick<Rehearsal, 'begins' | 'pace'>) =>
  begins.add({ milliseconds: Math.max(MINUTE, Math.round((minutesOf(session) * MINUTE) / pace)) })

/** The session of a rehearsal: the one that is rehearsed, but on the day and at the pace of the rehearsal. */
export function sessionIn(
  session: Session,
  rehearsal: Pick<Rehearsal, 'of' | 'slug' | 'begins' | 'pace'>,
  zone: string,
): Session {
  const { of, slug, begins } = rehearsal
  const [start, end] = [wall(begins, zone), wall(endOf(session, rehearsal), zone)]
  return {
    ...{ ...session, id: of.session, slug, day: start.day, latestDay: null },
    ...{ start: start.clock, end: end.clock, status: 'confirmed', note: null },
    ...{ participants: [], streams: [], documents: [], sources: [] },
  }
}

/** The same as whoever watches sees it. */
export function shownIn(
  session: Session,
  rehearsed: Session,
  rehearsal: Pick<Rehearsal, 'begins' | 'pace'>,
): ProgrammeSession {
  const plan = { start: rehearsal.begins, end: endOf(rehearsed, rehearsal) }
  return {
    ...session,
    ...{ formerly: null, sequence: 0, revised: rehearsal.begins.toString() },
    ...{ plan, expected: plan, late: 0, status: 'confirmed' },
  }
}

/** No clock of a list is shorter, in seconds. */
const SHORTEST = 10

/** The rules of a rehearsal: those of the session, at its pace, and for everybody who may watch at all. */
export function settingsAt(settings: Settings, pace: Pace): Settings {
  const faster = (seconds: number) => Math.round(seconds / pace)
  const limits = Object.fromEntries(
    Object.entries(settings.limits).map(([kind, limit]) => [
      kind,
      Math.max(SHORTEST, faster(limit)),
    ]),
  ) as Record<Kind, number>
  return {
    ...settings,
    ...{ limits, amber: faster(settings.amber), red: faster(settings.red) },
    ...{ opens: null, closes: null, videoBy: null, meeting: null },
    ...{ exchange: true, pointsOfOrder: true, listed: 'always', countdown: 'public' },
    replies: { ...settings.replies, most: Math.max(1, settings.replies.most) },
  }
}
