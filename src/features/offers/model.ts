import { z } from 'zod'
import { type Actor, holds, speaksFor } from '../../kernel/actor.ts'
import { ConferenceId, PartyCode } from '../../kernel/ids.ts'
import { Language } from '../../kernel/language.ts'
import { Day } from '../../kernel/time.ts'
import { CapabilityCode } from '../capabilities/model.ts'
import { OFFER_STATES } from '../matching/model/instance.ts'
import { isSecretariat } from '../pledges/life.model.ts'
import { CONDITIONS } from '../pledges/model.ts'
import { isUnitOf, Offered, OfferUnit } from './units.model.ts'

export const OfferId = z.uuid().brand<'OfferId'>()
export type OfferId = z.infer<typeof OfferId>

/** Amounts that are set against each other stay small enough that their sums are exact. */
export const MOST = 1_000_000
const LONGEST = 400
const MANY = 200
/** None known, the three levels of the readiness system, and its rapid deployment level. */
export const READINESS = [0, 1, 2, 3, 4] as const
export const Readiness = z.int().min(0).max(4)

/** So much of a part. */
const amount = {
  component: Offered,
  amount: z.int().min(1).max(MOST),
  unit: OfferUnit,
}
const UNIT = { path: ['unit'], error: 'offers.unit-of-component' }
const isCounted = ({ component, unit }: { component: Offered; unit: OfferUnit }) =>
  isUnitOf(component, unit)

export const Amount = z.strictObject(amount).refine(isCounted, UNIT)
export type Amount = z.infer<typeof Amount>

/** On what an offer depends beyond its dates. Nobody but the party and the secretariat reads it, or that there is any. */
export const Caveats = z.strictObject({
  missionsExcluded: z.array(z.string().min(1).max(40)).max(MANY).default([]),
  partnersExcluded: z.array(PartyCode).max(MANY).default([]),
  partnersPreferred: z.array(PartyCode).max(MANY).default([]),
  partnersReadiness: Readiness.nullable().default(null),
  /** In words, for the secretariat: nothing is calculated from them. */
  words: z.string().trim().max(LONGEST).nullable().default(null),
})
export type Caveats = z.infer<typeof Caveats>

/** Who reads an offer, without its caveats: the secretariat alone, or the focal points of other delegations too. */
export const OFFER_AUDIENCES = ['secretariat', 'participants'] as const

/** What a party would give. */
export const Terms = z
  .strictObject({
    /** For units of this capability or any below it; null: for any at all, such as lift. */
    capability: CapabilityCode.nullable().default(null),
    ...amount,
    from: Day,
    until: Day,
    state: z.enum(OFFER_STATES).default('announced'),
    rotation: z
      .strictObject({ turnMonths: z.int().min(1).max(60), turns: z.int().min(1).max(60) })
      .nullable()
      .default(null),
    readiness: Readiness.default(0),
    languages: z.array(Language).max(MANY).default([]),
    conditions: z.array(z.enum(CONDITIONS)).max(MANY).default([]),
    /** Given in whole lots of so many. */
    lot: z.int().min(1).max(MOST).default(1),
    /** What others must give in return, for each lot. */
    needs: z.array(Amount).max(6).default([]),
    words: z.string().trim().max(LONGEST).nullable().default(null),
    audience: z.enum(OFFER_AUDIENCES).default('secretariat'),
    caveats: Caveats.prefault({}),
  })
  .refine(isCounted, UNIT)
  .refine(({ from, until }) => from <= until, { path: ['until'], error: 'offers.ends-before' })
  .refine(({ amount, lot }) => lot <= amount, { path: ['lot'], error: 'offers.less-than-a-lot' })
export type Terms = z.infer<typeof Terms>

/** Who said it: the party itself, or the secretariat for it. */
export const SIDES = ['party', 'secretariat'] as const
export type Side = (typeof SIDES)[number]

export interface Offer {
  id: OfferId
  conference: ConferenceId
  party: PartyCode
  terms: Terms
  version: number
  by: Side
  madeAt: Temporal.Instant
  changedAt: Temporal.Instant
  /** Null where the party has not confirmed what the secretariat entered, or what it took over. */
  confirmedAt: Temporal.Instant | null
  withdrawnAt: Temporal.Instant | null
  /** The offer at an earlier conference from which it was taken over. */
  takenFrom: OfferId | null
}

export type Deed = 'make' | 'change' | 'renew' | 'confirm' | 'withdraw' | 'take-over'

export const OfConference = z.strictObject({ conference: ConferenceId })
export const OfOffer = OfConference.extend({ offer: OfferId })

/** Offers on behalf of a party: its focal point, or the secretariat for it. */
export const offersFor = (actor: Actor, conference: string, party: PartyCode): boolean =>
  speaksFor(actor, conference, party) || isSecretariat(actor, conference)

/** With which voice somebody says what a party offers. */
export const sideOf = (actor: Actor, { conference, party }: Pick<Offer, 'conference' | 'party'>) =>
  speaksFor(actor, conference, party) ? ('party' as const) : ('secretariat' as const)

/** Who reads what is sought and offered among delegations: their focal points, and the secretariat. */
export const readsBoard = (actor: Actor, conference: string): boolean =>
  holds(actor, conference, 'focal-point') || isSecretariat(actor, conference)
