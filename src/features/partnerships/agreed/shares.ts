import type { PartyCode } from '../../../kernel/ids.ts'
import { boundsOf, type Quantity, type Unit } from '../../../kernel/quantity.ts'
import type { Amount } from '../../matching/model/recipe.ts'
import { NOT_CONFIRMED } from '../../offers/calculated/instance.ts'
import type { PledgeId, Terms } from '../../pledges/model.ts'
import { gives, type Role, type Share } from '../../pledges/shares.model.ts'
import { DATES_ASSUMED } from '../runs/assumed.model.ts'

/** A public pledge of an edition. */
export interface Agreed
  extends Pick<Terms, 'shares' | 'quantity' | 'capabilities' | 'from' | 'until' | 'conditions'> {
  id: PledgeId
}

/** A share of which it is known how much it is. */
export interface KnownShare extends Amount {
  /** The pledge and the place in it. */
  id: string
  party: PartyCode
  conditions: readonly string[]
}

/** Which part of a unit a role gives. Money, hosts and those who lead give none that could be counted. */
const PARTS: Partial<Record<Role, string>> = {
  unit: 'unit',
  people: 'people',
  equipment: 'equipment',
  transport: 'transport',
  refurbishment: 'refurbishment',
  training: 'training',
}
/** Formed units, whose type is the capability; troops and the like say nothing of how many units they make. */
const WHOLE: readonly Unit[] = [
  ...(['unit', 'battalion', 'company', 'platoon', 'team', 'task-force'] as const),
  ...(['hospital', 'laboratory'] as const),
]
const UNCOUNTED: readonly Unit[] = ['money', 'percent', 'multiplier', 'day', 'commitment']
const MOST = 1_000_000

const givesPart = (share: Share): boolean => gives(share) && PARTS[share.role] !== undefined

/** Whether several parties make up a unit, each with its own part of it. */
export const isMadeTogether = ({ shares }: Pick<Agreed, 'shares'>): boolean => {
  const parts = shares.filter(givesPart)
  const parties = new Set(parts.map(({ party }) => party))
  return parties.size > 1 && parts.some(({ role }) => role !== 'unit')
}

/** Whether all that a pledge is made up of is known and said by somebody. */
export const isKnownWholly = (pledge: Agreed): boolean =>
  knownShares(pledge).length === pledge.shares.filter(givesPart).length

/**
 * The shares of a pledge whose amount is known. What we inferred was agreed by nobody; a party that was only named in an
 * announcement has not confirmed its share.
 */
export function knownShares(pledge: Agreed): KnownShare[] {
  const together = isMadeTogether(pledge)
  const givers = pledge.shares.filter(gives)
  return pledge.shares.flatMap((share, place): KnownShare[] => {
    const part = PARTS[share.role]
    if (!givesPart(share) || part === undefined || share.consent === 'inferred') return []
    const alone = givers.length === 1 && share.quantity.kind === 'none'
    const counted = countedOf(share.role, alone ? pledge.quantity : share.quantity)
    if (!counted) return []
    return [
      {
        ...{ id: `${pledge.id} ${place + 1}`, party: share.party, ...counted },
        // Who forms the unit that others equip brings its people.
        component: part === 'unit' && together ? 'people' : part,
        conditions: conditionsOf(pledge, share),
      },
    ]
  })
}

/** How much it is at least; null where that is not known, or does not say how many of something there are. */
function countedOf(role: Role, quantity: Quantity): Pick<Amount, 'amount' | 'unit'> | null {
  const amount = boundsOf(quantity)?.low ?? 0
  if (quantity.kind === 'none' || amount < 1 || amount > MOST) return null
  if (role === 'unit') return WHOLE.includes(quantity.unit) ? { amount, unit: 'unit' } : null
  return UNCOUNTED.includes(quantity.unit) ? null : { amount, unit: quantity.unit }
}

const conditionsOf = (pledge: Agreed, { consent }: Share): string[] => [
  ...pledge.conditions.map(({ kind }) => kind),
  ...(consent === 'named' ? [NOT_CONFIRMED] : []),
  ...(pledge.from === null || pledge.until === null ? [DATES_ASSUMED] : []),
]
