import { z } from 'zod'
import { type Actor, holds, speaksFor } from '../../kernel/actor.ts'
import { ConferenceId, PartyCode } from '../../kernel/ids.ts'
import { Language } from '../../kernel/language.ts'
import { must } from '../../kernel/refusal.ts'
import { Clock, Day } from '../../kernel/time.ts'
import type { ParticipantId } from '../delegations/participants/model.ts'

export const OfficerId = z.uuid().brand<'OfficerId'>()
export type OfficerId = z.infer<typeof OfficerId>
export const ArrivalId = z.uuid().brand<'ArrivalId'>()
export type ArrivalId = z.infer<typeof ArrivalId>

const Line = (most: number) => z.string().trim().min(1).max(most)

/** Somebody of the host who looks after delegations from the airport to the airport. */
export const Officer = z.strictObject({
  name: Line(120),
  telephone: z
    .string()
    .trim()
    .regex(/^\+?[\d\s()./-]{5,30}$/)
    .nullable()
    .default(null),
  address: z.email().nullable().default(null),
  languages: z.array(Language).max(7).default([]),
  /** The delegations that they look after. */
  parties: z.array(PartyCode).max(60).default([]),
})
/** What is told of an officer. */
export type OfficerTold = z.infer<typeof Officer>
export type Officer = OfficerTold & {
  id: OfficerId
  conference: ConferenceId
  version: number
}

export const DIRECTIONS = ['arrival', 'departure'] as const

/** When, where and how many: wall time of the place at which they arrive or leave. */
export const Journey = z.strictObject({
  direction: z.enum(DIRECTIONS),
  day: Day,
  /** Null: the hour is not known yet. */
  at: Clock.nullable().default(null),
  /** An airport, a station, a border crossing. */
  place: Line(120),
  /** The flight or train, as its ticket names it: «KE 623». */
  by: Line(60).nullable().default(null),
  people: z.int().min(1).max(400),
  /** Whether the head of delegation is among them. */
  head: z.boolean().default(false),
  note: Line(400).nullable().default(null),
})
export type Journey = z.infer<typeof Journey>

export const STATES = ['announced', 'met', 'cancelled'] as const
export type State = (typeof STATES)[number]

/** Where a journey can go from a state; one that was met or called off stays as it is. */
export function mustBeOpen(state: State): void {
  must(state === 'announced', 'arrivals.over')
}

export interface Arrival {
  id: ArrivalId
  conference: ConferenceId
  party: PartyCode
  version: number
  state: State
  journey: Journey
  officer: OfficerId | null
}

/** A letter for a visa: numbered by the conference, printed in one language. */
export interface VisaLetter {
  id: string
  conference: ConferenceId
  participant: ParticipantId
  number: number
  language: Language
  issuedAt: Temporal.Instant
  issuedBy: string
}

export const OfConference = z.strictObject({ conference: ConferenceId })
export const OfArrival = OfConference.extend({ arrival: ArrivalId })

/** Receives the guests. */
export const isProtocolDesk = (actor: Actor, conference: string): boolean =>
  holds(actor, conference, 'protocol', 'host-secretariat', 'un-secretariat', 'administrator')

/** Tells of a delegation's journeys, and sees them. */
export const travelsFor = (actor: Actor, conference: string, party: string): boolean =>
  speaksFor(actor, conference, party) || isProtocolDesk(actor, conference)
