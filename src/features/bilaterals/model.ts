import { z } from 'zod'
import { type Actor, holds, speaksFor } from '../../kernel/actor.ts'
import { ConferenceId, type PartyCode } from '../../kernel/ids.ts'
import { Language } from '../../kernel/language.ts'
import { must } from '../../kernel/refusal.ts'
import { Text } from '../../kernel/text.ts'
import { Clock, Day } from '../../kernel/time.ts'

export const BilateralId = z.uuid().brand<'BilateralId'>()
export type BilateralId = z.infer<typeof BilateralId>
export const RoomId = z.uuid().brand<'RoomId'>()
export type RoomId = z.infer<typeof RoomId>

/** A stretch of a day, in wall times of the conference. */
export const Stretch = z
  .strictObject({ day: Day, from: Clock, to: Clock })
  .refine(({ from, to }) => from < to, { path: ['to'], error: 'bilaterals.ends-before' })
export type Stretch = z.infer<typeof Stretch>

const LONGEST_SUBJECT = 300
const MOST_STRETCHES = 4
const MOST_PEOPLE = 30

/** What a delegation asks for. */
export const Wishes = z.strictObject({
  /** In its own words, for the other delegation and the protocol desk. */
  subject: z.string().trim().max(LONGEST_SUBJECT).nullable().default(null),
  minutes: z.int().min(10).max(180).default(30),
  /** How many would come on each side. */
  people: z.int().min(1).max(MOST_PEOPLE).default(4),
  /** Languages of the two sides, for interpreters. */
  languages: z.array(Language).max(4).default([]),
  /** When it could be; without any, whenever a room is free. */
  stretches: z.array(Stretch).max(MOST_STRETCHES).default([]),
})
export type Wishes = z.infer<typeof Wishes>

export const STATES = [
  'requested',
  'accepted',
  'declined',
  'scheduled',
  'held',
  'cancelled',
] as const
export type State = (typeof STATES)[number]
export type Deed = 'accept' | 'decline' | 'schedule' | 'hold' | 'cancel'

/** Every move that a meeting can make. It takes place only when both sides want it and it has a room. */
export const MOVES: Readonly<Record<State, Partial<Record<Deed, State>>>> = {
  requested: { accept: 'accepted', decline: 'declined', cancel: 'cancelled' },
  accepted: { schedule: 'scheduled', cancel: 'cancelled' },
  scheduled: { schedule: 'scheduled', hold: 'held', cancel: 'cancelled' },
  declined: {},
  held: {},
  cancelled: {},
}

/** The state after a deed, or a refusal. */
export function move(state: State, deed: Deed): State {
  const next = MOVES[state][deed]
  must(next, 'bilaterals.cannot-move', { state, deed })
  return next
}

/** When and where two delegations meet. */
export interface Placed {
  day: string
  from: string
  to: string
  room: RoomId
}

/** A meeting of two delegations. */
export interface Bilateral {
  id: BilateralId
  conference: ConferenceId
  /** Who asked for it, and who was asked. */
  asking: PartyCode
  asked: PartyCode
  state: State
  version: number
  wishes: Wishes
  placed: Placed | null
  changedAt: Temporal.Instant
}

/** A room for meetings of two. */
export const Room = z
  .strictObject({
    name: Text,
    seats: z.int().min(2).max(200),
    opens: Clock,
    closes: Clock,
  })
  .refine(({ opens, closes }) => opens < closes, {
    path: ['closes'],
    error: 'bilaterals.ends-before',
  })
export type Room = z.infer<typeof Room> & { id: RoomId; conference: ConferenceId }

export const OfConference = z.strictObject({ conference: ConferenceId })
export const OfBilateral = OfConference.extend({ bilateral: BilateralId })

/** Gives rooms, and records what delegations say by telephone. */
export const isProtocolDesk = (actor: Actor, conference: string): boolean =>
  holds(actor, conference, 'protocol', 'host-secretariat', 'un-secretariat', 'administrator')

/** Asks on behalf of a delegation. */
export const asksFor = (actor: Actor, conference: string, party: string): boolean =>
  speaksFor(actor, conference, party) || isProtocolDesk(actor, conference)

/** Nobody but the two delegations and the protocol desk knows of it. */
export const knowsOf = (
  actor: Actor,
  { conference, asking, asked }: Pick<Bilateral, 'conference' | 'asking' | 'asked'>,
): boolean => asksFor(actor, conference, asking) || asksFor(actor, conference, asked)

/** Either side, and whoever keeps the rooms, may call a meeting off. */
export const mayCallOff = knowsOf
