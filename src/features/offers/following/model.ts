import { z } from 'zod'
import type { ConferenceId } from '../../../kernel/ids.ts'
import { type CapabilityCode, isWithin } from '../../capabilities/model.ts'

export const BOARD_SIDES = ['sought', 'offered'] as const
export const BoardSide = z.enum(BOARD_SIDES)
export type BoardSide = z.infer<typeof BoardSide>

/** Every capability. */
export const ANY = '*'

/** What somebody wants to be told of: a side of the board, and a capability with those below it, or every one. */
export interface Subscription {
  account: string
  conference: ConferenceId
  side: BoardSide
  capability: CapabilityCode | typeof ANY
}

/**
 * Whether somebody who follows a capability is told of something that stands on the board. An offer that would do for any
 * capability below its own serves also whoever waits for one of those.
 */
export function follows(
  { side, capability }: Pick<Subscription, 'side' | 'capability'>,
  on: { side: BoardSide; capability: CapabilityCode | null },
): boolean {
  if (side !== on.side) return false
  if (capability === ANY || on.capability === null) return true
  return (
    isWithin(on.capability, capability) ||
    (side === 'offered' && isWithin(capability, on.capability))
  )
}
