import { z } from 'zod'
import { type Actor, holds } from '../../kernel/actor.ts'
import { ConferenceId, PartyCode } from '../../kernel/ids.ts'
import { Language } from '../../kernel/language.ts'
import { Text } from '../../kernel/text.ts'

/** Codes in an order; a form sends them as one text with spaces between. */
const Codes = z.preprocess(
  (given) =>
    (Array.isArray(given) ? given : [given])
      .flatMap((one) => (typeof one === 'string' ? one.toUpperCase().split(/[\s,;]+/) : [one]))
      .filter((one) => one !== ''),
  z.array(PartyCode).min(1).max(400),
)

/**
 * In which order delegations stand. By the names in a language, class after class; from the seat that was drawn by lot
 * for a session of the General Assembly; or as the host set it by hand.
 */
export const Base = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('alphabetical'), language: Language }),
  z.strictObject({ kind: z.literal('seat'), ordering: z.string().regex(/^[a-z0-9-]{2,60}$/) }),
  z.strictObject({ kind: z.literal('by-hand'), parties: Codes }),
])
export type Base = z.infer<typeof Base>

export const Order = z.strictObject({
  base: Base,
  /** Whether delegations led at a higher rank go before others; among equals the base holds. */
  byRank: z.boolean().default(false),
  /** The decision on which it rests, as protocols want it written down. */
  reason: z.string().trim().max(300).nullable().default(null),
})
export type Order = z.infer<typeof Order>

/** Where a host has decided nothing: the English alphabet of the United Nations. */
export const USUAL: Order = {
  base: { kind: 'alphabetical', language: 'en' },
  byRank: false,
  reason: null,
}

export const SeatingId = z.uuid().brand<'SeatingId'>()
export type SeatingId = z.infer<typeof SeatingId>

const MOST_ROWS = 60

/** A room with its rows of places, and who sits where by decision; everybody else follows the order. */
export const Plan = z.strictObject({
  name: Text,
  /** Places of each row, the first row first. */
  rows: z.array(z.int().min(1).max(80)).min(1).max(MOST_ROWS),
  /** Places beside each other that a delegation has. */
  each: z.int().min(1).max(6).default(1),
  /** Delegations whose place was set: the number of the block, counted from the first row on, from 0. */
  fixed: z
    .array(z.strictObject({ party: PartyCode, block: z.int().min(0).max(2000) }))
    .max(400)
    .default([]),
  /** Blocks that stay free: an aisle, a camera. */
  free: z.array(z.int().min(0).max(2000)).max(400).default([]),
})
export type Plan = z.infer<typeof Plan>

export interface Seating {
  id: SeatingId
  conference: ConferenceId
  version: number
  plan: Plan
}

export const OfConference = z.strictObject({ conference: ConferenceId })
export const OfSeating = OfConference.extend({ seating: SeatingId })

/** Keeps order, seats and plates. */
export const isProtocolDesk = (actor: Actor, conference: string): boolean =>
  holds(actor, conference, 'protocol', 'host-secretariat', 'un-secretariat', 'administrator')
