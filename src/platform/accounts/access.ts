import type { Reading } from '../database/tables.ts'

/** By what an account signs in, and where it is signed in now. Nothing of it is secret. */
export interface Access {
  address: string
  /** Whether somebody has shown that the address is theirs. */
  proven: boolean
  hasSecondFactor: boolean
  sessions: readonly {
    id: string
    userAgent: string | null
    confirmed: boolean
    createdAt: Temporal.Instant
    usedAt: Temporal.Instant
  }[]
  passkeys: readonly { id: string; name: string | null; createdAt: Temporal.Instant | null }[]
  keys: readonly {
    id: string
    name: string | null
    start: string | null
    createdAt: Temporal.Instant
    expiresAt: Temporal.Instant | null
    usedAt: Temporal.Instant | null
  }[]
}

/** Everything that its holder may know of an account’s ways in; null: there is none. */
export async function accessOf(
  db: Reading,
  account: string,
  now: Temporal.Instant,
): Promise<Access | null> {
  const user = await db
    .selectFrom('auth.user')
    .select(['email as address', 'emailVerified as proven', 'twoFactorEnabled'])
    .where('id', '=', account)
    .executeTakeFirst()
  if (!user) return null
  const { address, proven, twoFactorEnabled } = user
  const sessions = await db
    .selectFrom('auth.session')
    .select(['id', 'userAgent', 'confirmed', 'createdAt', 'updatedAt as usedAt'])
    .where('userId', '=', account)
    .where('expiresAt', '>', now)
    .orderBy('updatedAt', 'desc')
    .execute()
  const passkeys = await db
    .selectFrom('auth.passkey')
    .select(['id', 'name', 'createdAt'])
    .where('userId', '=', account)
    .orderBy('createdAt')
    .execute()
  const keys = await db
    .selectFrom('auth.apiKey')
    .select(['id', 'name', 'start', 'createdAt', 'expiresAt', 'lastRequest as usedAt'])
    .where('referenceId', '=', account)
    .orderBy('createdAt')
    .execute()
  return { address, proven, hasSecondFactor: twoFactorEnabled === true, sessions, passkeys, keys }
}
