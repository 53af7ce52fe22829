import type { Countdown } from '../../../kernel/floor/countdown.ts'
import type { PartyCode } from '../../../kernel/ids.ts'
import type { Language } from '../../../kernel/language.ts'
import type { Rank } from '../../delegations/ranks.model.ts'
import type { Deed, Reason, Ruling, SpeechId } from './deeds.ts'
import type { Kind, Settings, Way, Window } from './settings.ts'

/** Why a speech stands where it does, where it is not the rule. */
export type Place =
  | { by: 'rule' }
  | { by: 'hand'; reason: Reason }
  | { by: 'exchange'; with: SpeechId }
  | { by: 'absent' }

/** Somebody who asked for the floor. */
export interface Speech {
  id: SpeechId
  party: PartyCode
  kind: Kind
  way: Way
  language: Language | null
  rank: Rank
  class: number
  /** The parts of the session that they prefer, and the one in which they stand; from 1. */
  slots: readonly number[]
  slot: number | null
  /** Their number among all requests, and its instant. */
  asked: number
  askedAt: number
  place: Place
  /** Seconds, where they are not those of the kind. */
  limit: number | null
  /** They said that they are there. */
  here: boolean
  /** How often they were called and not there. */
  absences: number
}

/** Somebody who has the floor, and how long they have spoken. */
export interface Turn extends Pick<Countdown, 'spent' | 'since'> {
  speech: Speech
  givenAt: number
  /** Why they had it before their turn. */
  reason: Reason | null
}

/** A point of order that is being heard. */
export interface Point extends Turn {
  /** Whether it interrupted somebody who goes on afterwards. */
  interrupts: boolean
}

/** Somebody who had the floor. */
export interface Heard {
  speech: Speech
  givenAt: number
  endedAt: number
  /** Milliseconds; what was paused does not count. */
  spent: number
  /** Seconds that they had. */
  limit: number
  reason: Reason | null
  ruling: Ruling | null
}

/** Two places that would be exchanged, if the other delegation consents. */
export interface Offer {
  from: SpeechId
  to: SpeechId
  at: number
}

/** `adjourned`: over, unless the desk takes it back. */
export type Meeting = 'before' | 'running' | 'suspended' | 'adjourned'

/** A list of speakers at some instant: the fold of its deeds. */
export interface Floor {
  /** The number of the last deed. */
  seq: number
  settings: Settings
  /** What the desk last said of inscription, by hand. */
  doors: { is: 'open' | 'closed'; at: number } | null
  meeting: Meeting
  begunAt: number | null
  adjournedAt: number | null
  /** How many were called since the meeting began or was resumed. */
  called: number
  /** How many have asked for the floor until now. */
  asked: number
  /** In the order in which they will be called. */
  waiting: readonly Speech[]
  /** Rights of reply, as they were asked for. */
  replies: readonly Speech[]
  /** Statements that are handed in, and not spoken. */
  written: readonly Speech[]
  current: Turn | null
  point: Point | null
  /** In the order in which they were heard. */
  heard: readonly Heard[]
  withdrawn: readonly Speech[]
  offers: readonly Offer[]
  /** The deeds that hold: all but those that were undone. */
  standing: readonly Deed[]
}

/** Who speaks now: whoever raises a point of order, before whom it interrupts. */
export const speaking = ({ point, current }: Pick<Floor, 'point' | 'current'>): Turn | null =>
  point ?? current

/** Whose turn it is next; null where nobody waits. */
export function next({
  waiting,
  replies,
  settings,
}: Pick<Floor, 'waiting' | 'replies' | 'settings'>): Speech | null {
  const [statement = null] = waiting
  const [reply = null] = replies
  return settings.replies.when === 'at-once' ? (reply ?? statement) : (statement ?? reply)
}

/** Seconds that a speech has. */
export const limitOf = (
  { settings }: Pick<Floor, 'settings'>,
  { kind, limit }: Pick<Speech, 'kind' | 'limit'>,
): number => limit ?? settings.limits[kind]

/** The clock of somebody who has the floor, as screens read it. */
export const countdownOf = (
  floor: Pick<Floor, 'settings'>,
  { speech, spent, since }: Turn,
): Countdown => ({
  limit: limitOf(floor, speech),
  amber: floor.settings.amber,
  red: floor.settings.red,
  spent,
  since,
})

/** Whether delegations may ask for the floor. */
export type Inscription = 'before' | 'open' | 'closed'

/**
 * How inscription stands at an instant: what was said last holds, be it the minute of the clock or the hand of the
 * desk. Nobody has to be awake for the clock's.
 */
export function inscriptionAt(
  { doors, meeting }: Pick<Floor, 'doors' | 'meeting'>,
  { opens, closes }: Window,
  now: number,
): Inscription {
  if (meeting === 'adjourned') return 'closed'
  const said = [
    ...(opens === null ? [] : [{ at: opens, is: 'open' as const }]),
    ...(closes === null ? [] : [{ at: closes, is: 'closed' as const }]),
    ...(doors ? [doors] : []),
  ].filter(({ at }) => at <= now)
  return said.toSorted((a, b) => a.at - b.at).at(-1)?.is ?? 'before'
}

/** The next instant at which the clock alone opens or closes inscription; null: none. */
export function nextTurnOf({ opens, closes }: Window, now: number): number | null {
  const ahead = [opens, closes].flatMap((at) => (at !== null && at > now ? [at] : []))
  return ahead.length === 0 ? null : Math.min(...ahead)
}
