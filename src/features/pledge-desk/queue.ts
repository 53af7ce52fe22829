import type { PartyCode } from '../../kernel/ids.ts'
import type { Quantity } from '../../kernel/quantity.ts'
import type { Text } from '../../kernel/text.ts'
import { missing, type Needed, type Signature } from '../conferences/settings.model.ts'
import type { State } from '../pledges/life.model.ts'
import type { PledgeId } from '../pledges/model.ts'

/** By what is to be done, in the order of the page. */
export const GROUPS = [
  'releasing',
  'review',
  'consent',
  'accepted',
  'returned',
  'on-behalf',
] as const
export type Group = (typeof GROUPS)[number]

/** A pledge on the desk, before everybody may see it. */
export interface Waiting {
  id: PledgeId
  state: State
  lead: PartyCode | null
  title: Text
  quantity: Quantity
  capabilities: readonly string[]
  handedInAt: Temporal.Instant | null
  releaseAt: Temporal.Instant | null
  /** Partners who were asked and have not answered. */
  asked: readonly PartyCode[]
  /** Partners who take no part. */
  declined: readonly PartyCode[]
  /** Who has still to sign. */
  unsigned: Needed
}

/** How many signatures are missing. */
export const unsignedOf = (needed: Needed, signatures: readonly Signature[]): Needed =>
  missing(needed, signatures)

/** Whether nothing stands against announcing it. */
export const isReady = ({ state, unsigned, declined }: Waiting): boolean =>
  state === 'accepted' && unsigned.host + unsigned.un === 0 && declined.length === 0

/** Whether its announcement can be undone now. */
export const isReleasing = ({ state, releaseAt }: Waiting): boolean =>
  state === 'accepted' && releaseAt !== null

/** Where a pledge stands in the queue. */
export function groupOf(one: Waiting): Group {
  if (isReleasing(one)) return 'releasing'
  if (one.state === 'accepted') return 'accepted'
  if (one.state === 'submitted') return one.asked.length > 0 ? 'consent' : 'review'
  return one.state === 'returned' ? 'returned' : 'on-behalf'
}
