import type { PartyCode } from '../../kernel/ids.ts'
import { byRank, type Rank } from '../delegations/ranks.model.ts'
import type { Party } from '../parties/model.ts'
import {
  byHand,
  type Classes,
  type Compare,
  classesOn,
  fromSeat,
  inOrderOf,
  type Ordering,
} from '../parties/orderings.model.ts'
import type { Order } from './model.ts'

/** A delegation as protocol knows it: who leads it, and at which rank. */
export interface Led {
  party: PartyCode
  /** Of its head; where nobody is named, the level that was announced; null: not known. */
  rank: Rank | null
}

/** What an order is worked out with. */
export interface Known {
  /** The day whose names and classes hold. */
  day: string
  parties: ReadonlyMap<string, Party>
  classes: readonly Classes[]
  /** The seat drawn by lot, where the order asks for it. */
  seat: Ordering | null
  compare: Compare
}

/** Where a delegation stands, and why there. */
export interface Placed extends Led {
  /** From 1. */
  number: number
}

/** The order of precedence: by the base, and before it by the rank of the heads where the host wants that. */
export function precedence(delegations: readonly Led[], order: Order, known: Known): Placed[] {
  const based = inBaseOrder(delegations, order, known)
  const ranked = order.byRank
    ? based.toSorted((one, other) => byRank(one.rank ?? 'official', other.rank ?? 'official'))
    : based
  return ranked.map((one, index) => ({ ...one, number: index + 1 }))
}

function inBaseOrder(
  delegations: readonly Led[],
  { base }: Order,
  { day, parties, classes: all, seat, compare }: Known,
): Led[] {
  const classes = classesOn(all, day)
  const led = new Map<string, Led>(delegations.map((one) => [one.party, one]))
  const known = delegations.flatMap(({ party }) => parties.get(party) ?? [])
  const language = base.kind === 'alphabetical' ? base.language : 'en'
  const alphabetical = inOrderOf(known, language, { day, classes, compare })
  const sorted =
    base.kind === 'by-hand'
      ? byHand(alphabetical, base.parties)
      : base.kind === 'seat' && seat?.kind === 'seat'
        ? fromSeat(known, seat.first, { day, classes })
        : alphabetical
  return sorted.flatMap(({ code }) => led.get(code) ?? [])
}
