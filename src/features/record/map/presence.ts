import type { z } from 'zod'
import type { PartyCode } from '../../../kernel/ids.ts'
import { belongsOn, type Membership } from '../../parties/groups.model.ts'
import { isListedOn, type Party } from '../../parties/model.ts'
import { giversIn, pledgesAmong } from '../count/count.ts'
import { Filter, filtered } from '../count/filter.ts'
import type { Entry } from '../ledger.model.ts'

/** Which pledges a map shows. */
export const MapWish = Filter.pick({ edition: true, capability: true })
export type MapWish = z.infer<typeof MapWish>

/** Who belongs to which regional group, and from when to when. */
export type Regional = Pick<Membership, 'party' | 'from' | 'until'> & { group: string }

/** A Member or observer State, with the pledges of our sample in which it promises something. */
export interface Present {
  state: Party
  pledges: number
}

/** The states of a regional group; null for those that belong to none. */
export interface GroupPresence {
  group: string | null
  states: readonly Present[]
}

/**
 * How many pledges of our sample each party promises something in: joint ones count for each of its parties, a
 * re-announcement for none. Who only receives is not among them.
 */
export function presenceIn(
  entries: readonly Entry[],
  wish: MapWish,
): ReadonlyMap<PartyCode, number> {
  const pledges = new Map<PartyCode, number>()
  for (const { shares } of pledgesAmong(filtered(entries, wish))) {
    for (const party of giversIn(shares)) pledges.set(party, (pledges.get(party) ?? 0) + 1)
  }
  return pledges
}

/** The pledges of a state: the address of their count. */
export const filterOfState = (wish: MapWish, party: PartyCode): Filter => ({ ...wish, party })

/**
 * Every Member and observer State of a day, each once, with its regional group. The order is left to whoever prints
 * it: no number decides it.
 */
export function byRegion(
  parties: readonly Party[],
  groups: readonly string[],
  memberships: readonly Regional[],
  presence: ReadonlyMap<PartyCode, number>,
  day: string,
): GroupPresence[] {
  const states = parties
    .filter(({ kind }) => kind !== 'organisation')
    .filter((party) => isListedOn(party, day))
  const current = new Map(
    memberships.filter((one) => belongsOn(one, day)).map(({ party, group }) => [party, group]),
  )
  return [...groups, null].map((group) => ({
    group,
    states: states
      .filter(({ code }) => (current.get(code) ?? null) === group)
      .map((state) => ({ state, pledges: presence.get(state.code) ?? 0 })),
  }))
}
