import type { Floor } from '../../floor/queue/floor.ts'
import { likely } from '../../floor/queue/likely.ts'
import { roomKey } from '../../programme/model.ts'
import type { ProgrammeSession } from '../../programme/timeline.ts'

/** Public times are moved by whole steps of as many minutes: nobody plans by the minute. */
const STEP = 5
const MINUTE = 60_000
/** Who is later than that, in minutes, is on another day: a programme that is told otherwise is told by its editors. */
const LONGEST = 240

/** The public times that would be told anew, as the pace so far suggests. */
export interface Shift {
  session: ProgrammeSession
  /** How late it is likely to be, in minutes; 0: to plan again. */
  minutes: number
}

const stepsUp = (ms: number) => Math.max(0, Math.ceil(ms / MINUTE / STEP) * STEP)

const isHeld = ({ status }: ProgrammeSession) => status === 'confirmed' || status === 'tentative'

const sharesRoom = (a: ProgrammeSession, b: ProgrammeSession) => {
  const [here, there] = [roomKey(a), roomKey(b)]
  return here === null || there === null || here === there
}

/** The session that waits for the end of another: the next in the same room on that day. */
export function followerOf(
  sessions: readonly ProgrammeSession[],
  of: ProgrammeSession,
): ProgrammeSession | null {
  const later = sessions
    .filter(isHeld)
    .filter(({ id, day }) => id !== of.id && day === of.day)
    .filter((one) => of.plan.start && one.plan.start && startOf(one) > startOf(of))
    .filter((one) => sharesRoom(one, of))
  return later.toSorted((a, b) => startOf(a) - startOf(b))[0] ?? null
}

const startOf = ({ plan }: ProgrammeSession) => plan.start?.epochMilliseconds ?? 0

/** When the list is likely to be through, in milliseconds since 1970; null: nobody knows yet. */
export const endOf = (floor: Floor, now: number): number | null =>
  floor.meeting === 'before' ? null : likely(floor, now, null).ends

/**
 * What the desk may tell the public: before a session that it begins late, while it runs that what follows it does.
 * Null where the public times hold as they stand.
 */
export function shiftFor(
  sessions: readonly ProgrammeSession[],
  id: string,
  floor: Floor,
  now: number,
): Shift | null {
  const own = sessions.find((one) => one.id === id)
  if (!own?.plan.start || floor.meeting === 'adjourned' || !isHeld(own)) return null
  const ends = endOf(floor, now)
  const session = ends === null ? own : followerOf(sessions, own)
  if (!session?.plan.start) return null
  const minutes = stepsUp((ends ?? now) - startOf(session))
  return minutes === session.late || minutes > LONGEST ? null : { session, minutes }
}
