import type { PartyCode } from '../../kernel/ids.ts'
import { earliest } from '../../kernel/time.ts'
import type { ProgrammeSession } from '../programme/timeline.ts'
import { isListed } from './model.ts'
import {
  type Floor,
  type Inscription,
  inscriptionAt,
  nextTurnOf,
  type Speech,
} from './queue/floor.ts'
import { ahead, type Likely, likely } from './queue/likely.ts'
import type { Window } from './queue/settings.ts'

/** What the clock alone says of a list. */
export interface Standing {
  inscription: Inscription
  /** Whether everybody may read it. */
  listed: boolean
  likely: Likely
  /** The next instant at which the clock alone changes any of this, but the likely times; null: none. */
  until: Temporal.Instant | null
}

interface Timed {
  floor: Floor
  window: Window
  /** The session as the public sees it: with it a delay moves all likely times. */
  published: Pick<ProgrammeSession, 'expected'> | null
}

const instant = (at: number | null) =>
  at === null ? [] : [Temporal.Instant.fromEpochMilliseconds(at)]

/** How a list stands at an instant. */
export function standingAt({ floor, window, published }: Timed, now: Temporal.Instant): Standing {
  const at = now.epochMilliseconds
  const begins = published?.expected.start?.epochMilliseconds ?? null
  return {
    inscription: inscriptionAt(floor, window, at),
    listed: isListed(floor, window, at),
    likely: likely(floor, at, begins),
    until: earliest(instant(nextTurnOf(window, at))),
  }
}

/** Whether there is something to say of inscription: where it never opened, a session that has begun needs it no more. */
export const tellsInscription = (
  { meeting }: Pick<Floor, 'meeting'>,
  inscription: Inscription,
): boolean => meeting === 'before' || (meeting !== 'adjourned' && inscription !== 'before')

/** Somebody’s place among those who are still to be called. */
export interface Position {
  speech: Speech
  /** From 1: the next. */
  number: number
}

/** Where the speeches of a party stand among those who are still to be called. */
export const positionsOf = (floor: Floor, party: PartyCode): readonly Position[] =>
  ahead(floor).flatMap((speech, index) =>
    speech.party === party ? [{ speech, number: index + 1 }] : [],
  )
