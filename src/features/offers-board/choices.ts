import { z } from 'zod'
import type { PartyCode } from '../../kernel/ids.ts'
import { type Capability, CapabilityCode, isWithin } from '../capabilities/model.ts'
import { BOARD_SIDES } from '../offers/following/model.ts'
import { Offered } from '../offers/units.model.ts'
import type { Mission } from '../parties/missions.model.ts'

/** Everything from which whoever writes an offer or a need can choose, and by which pages call it. */
export interface Choices {
  /** In the order of the printed tree. */
  capabilities: readonly Capability[]
  missions: readonly Mission[]
  /** By their names of today, in the reader's alphabet. */
  parties: readonly { code: PartyCode; name: string }[]
}

interface OfParty {
  party: PartyCode
}

/** The order of parties by their names in the reader's alphabet, never by their codes or by what they offer. */
export function byName({ parties }: Choices): (a: OfParty, b: OfParty) => number {
  const places = new Map(parties.map(({ code }, place) => [code, place]))
  const placeOf = ({ party }: OfParty) => places.get(party) ?? parties.length
  return (a, b) => placeOf(a) - placeOf(b)
}

/** What a reader asks of the board. */
export const Wish = z.object({
  side: z.enum(BOARD_SIDES).optional().catch(undefined),
  capability: CapabilityCode.optional().catch(undefined),
  component: Offered.optional().catch(undefined),
})
export type Wish = z.infer<typeof Wish>

/** Whether something for a capability, or for any (null), is what was asked for. */
export const isWished = ({ capability: wished }: Wish, capability: string | null): boolean =>
  wished === undefined || capability === null || isWithin(capability, wished)

/** Where things are, without a language. */
export const addressOfOffers = (conference: string, party: string): string =>
  `/${conference}/delegation/${party}/offers`
export const addressOfBoard = (conference: string): string => `/${conference}/board`
export const addressOfDesk = (conference: string): string => `/${conference}/desk/offers`
export const addressOfNeeds = (conference: string): string => `/${conference}/desk/needs`
