import { z } from 'zod'
import type { Actor, Grant, Role } from '../../kernel/actor.ts'
import { AccountId } from '../people/model.ts'

/** How somebody is told: not at all; here; here and once a day by mail; here and by mail at once. */
export const WAYS = ['off', 'product', 'digest', 'at-once'] as const
export const Way = z.enum(WAYS)
export type Way = z.infer<typeof Way>

/** As whom somebody is told: themselves, or as whoever holds a role, for a party where it is held for one. */
export type Seat =
  | { account: string }
  | {
      role: Role
      /** Null: what belongs to no conference. */
      conference: string | null
      party?: string
    }

/** An account and what it holds now. */
export interface Holder {
  account: string
  grants: readonly Grant[]
}

/**
 * Whether somebody sits where a notice goes. Roles that are held everywhere are held at each conference; of what belongs
 * to none, a party hears through whoever speaks for it anywhere, all others only where they hold their role everywhere.
 */
export function sits({ account, grants }: Holder, seat: Seat): boolean {
  if ('account' in seat) return seat.account === account
  const { role, conference, party } = seat
  return grants.some(
    (grant) =>
      grant.role === role &&
      (party === undefined || grant.party === party) &&
      (grant.conference === '*' ||
        grant.conference === conference ||
        (conference === null && party !== undefined)),
  )
}

/** Who gets notices: whoever has an account. */
export const hasNotices = ({ kind, id }: Actor): boolean => kind === 'account' && isAccount(id)

/** Whether an identifier is one of an account. */
export const isAccount = (id: string): boolean => AccountId.safeParse(id).success

/** The hour of the day at which a digest leaves where nobody said otherwise. */
export const USUAL_HOUR = 8
export const Hour = z.int().min(0).max(23)

/** What stands for all kinds that are told in the digest, where a letter is stopped. */
export const DIGEST = 'digest'

/** The page on which letters of a kind are stopped, without a language. */
export const stopAddress = (token: string): string => `/notices/stop/${token}`

/** The program itself, when it writes to people. */
export const TELLER: Actor = { kind: 'system', id: 'notifications', grants: [] }
