import type { Session } from '../model.ts'

/** Who did what to a draft, and when. */
export interface Made {
  /** The name of the command. */
  deed: string
  /** `account/0190…`, `system/loader`. */
  by: string
  at: Temporal.Instant
  /** The number of the deed that this one takes back. */
  undoes?: number
}

/** Sessions as they stand after a deed, and those that are there no longer. */
export interface Drafted {
  sessions: readonly Session[]
  removed?: readonly string[]
  made: Made
}

/** A deed as history tells it. */
export interface DraftDeed {
  number: number
  deed: string
  madeBy: string
  madeAt: Temporal.Instant
  undoes: number | null
}

/** A session around a deed. */
export interface SessionState {
  session: string
  /** Null: it was not there. */
  before: Session | null
  /** Null: it is no longer there. */
  after: Session | null
}

interface Doing {
  actor: { kind: string; id: string }
  now: Temporal.Instant
}

/** Who does something now. */
export const madeBy = (deed: string, { actor, now }: Doing): Made => ({
  deed,
  by: `${actor.kind}/${actor.id}`,
  at: now,
})

const byPerson = ({ madeBy: by }: DraftDeed) => by.startsWith('account/')

/**
 * The deed that can be taken back next: the last one that somebody did and nobody has taken back, until the last
 * release. What is published is not taken back but changed.
 *
 * @param deeds newest first.
 */
export function undoable(
  deeds: readonly DraftDeed[],
  released: Temporal.Instant | null,
): DraftDeed | null {
  const undone = new Set(deeds.map(({ undoes }) => undoes))
  const found = deeds.find(({ number, undoes }) => undoes === null && !undone.has(number))
  if (!found || !byPerson(found)) return null
  return released && Temporal.Instant.compare(found.madeAt, released) <= 0 ? null : found
}
