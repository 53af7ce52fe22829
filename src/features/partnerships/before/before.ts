import type { ConferenceId, PartyCode } from '../../../kernel/ids.ts'
import { type CapabilityCode, isWithin } from '../../capabilities/model.ts'
import type { PledgeId } from '../../pledges/model.ts'
import type { Role, Share } from '../../pledges/shares.model.ts'

/** An offer that somebody made, here or at another conference, whatever became of it. */
export interface PastOffer {
  id: string
  conference: ConferenceId
  party: PartyCode
  capability: CapabilityCode | null
  component: string
  from: string
  until: string
}

/** A pledge of the record, as everybody reads it. */
export interface PastPledge {
  id: PledgeId
  announcedOn: string | null
  capabilities: readonly CapabilityCode[]
  shares: readonly Pick<Share, 'party' | 'role' | 'consent'>[]
}

/** Somebody who has offered or pledged such a thing before. */
export interface Before {
  party: PartyCode
  offers: readonly PastOffer[]
  /** The newest first. */
  pledges: readonly PastPledge[]
}

/** What somebody must have done in a pledge to have given such a part before. A whole unit brings people and equipment. */
const ROLES: Readonly<Record<string, readonly Role[]>> = {
  unit: ['unit'],
  people: ['people', 'unit'],
  equipment: ['equipment', 'unit'],
  training: ['training'],
  transport: ['transport'],
  sustainment: ['refurbishment'],
  refurbishment: ['refurbishment'],
  money: ['money'],
}
/** Whoever carried something once can carry anything. */
const ANYWHERE = ['transport']

export const rolesOf = (component: string): readonly Role[] => ROLES[component] ?? []
export const isGivenAnywhere = (component: string): boolean => ANYWHERE.includes(component)

/** Whether something for one capability says something of another: the same, above it or below it; null is for all. */
const isNear = (capability: CapabilityCode | null, needed: CapabilityCode): boolean =>
  capability === null || isWithin(capability, needed) || isWithin(needed, capability)

/** Who has offered a part of a capability before, or pledged one, each party once; what we inferred nobody pledged. */
export function whoBefore(
  { component, capability }: { component: string; capability: CapabilityCode },
  offers: readonly PastOffer[],
  pledges: readonly PastPledge[],
): Before[] {
  const roles = rolesOf(component)
  const offered = offers.filter(
    (one) => one.component === component && isNear(one.capability, capability),
  )
  const pledged = pledges
    .filter(
      (one) =>
        isGivenAnywhere(component) || one.capabilities.some((code) => isNear(code, capability)),
    )
    .flatMap((one) =>
      one.shares
        .filter(({ role, consent }) => roles.includes(role) && consent !== 'inferred')
        .map(({ party }) => ({ party, one })),
    )
  const parties = [...offered, ...pledged].map(({ party }) => party)
  return [...new Set(parties)].toSorted().map((party) => ({
    party,
    offers: offered.filter((one) => one.party === party),
    pledges: [
      ...new Set(pledged.filter((given) => given.party === party).map(({ one }) => one)),
    ].toSorted((a, b) => ((a.announcedOn ?? '') < (b.announcedOn ?? '') ? 1 : -1)),
  }))
}
