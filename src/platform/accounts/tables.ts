import type { Generated } from 'kysely'
import type { Reading, Writing } from '../database/tables.ts'

declare module '../database/tables.ts' {
  interface Tables {
    'auth.user': {
      id: string
      /** Empty: how people are called is kept by `people`. */
      name: string
      email: string
      emailVerified: boolean
      twoFactorEnabled: boolean | null
      createdAt: Temporal.Instant
      updatedAt: Temporal.Instant
    }
    'auth.session': {
      id: string
      userId: string
      token: string
      confirmed: boolean
      userAgent: string | null
      createdAt: Temporal.Instant
      updatedAt: Temporal.Instant
      expiresAt: Temporal.Instant
    }
    'auth.verification': {
      id: Generated<string>
      identifier: string
      value: string
      expiresAt: Temporal.Instant
      createdAt: Temporal.Instant
      updatedAt: Temporal.Instant
    }
    'auth.account': { id: string; userId: string; providerId: string }
    'auth.secondFactor': {
      id: string
      userId: string
      secret: string
      backupCodes: string
      verified: boolean | null
    }
    'auth.passkey': {
      id: string
      userId: string
      name: string | null
      createdAt: Temporal.Instant | null
    }
    'auth.apiKey': {
      id: string
      referenceId: string
      name: string | null
      /** The first signs, by which its owner knows it. */
      start: string | null
      /** SHA-256 of the key. */
      key: string
      enabled: boolean | null
      lastRequest: Temporal.Instant | null
      expiresAt: Temporal.Instant | null
      createdAt: Temporal.Instant
    }
  }
}

/** Who may sign in by an address, however it is capitalised; null: nobody. */
export async function accountAt(
  db: Reading,
  address: string,
): Promise<{ id: string; proven: boolean } | null> {
  const row = await db
    .selectFrom('auth.user')
    .select(['id', 'emailVerified as proven'])
    .where('email', '=', address.toLowerCase())
    .executeTakeFirst()
  return row ?? null
}

/** Lets an address sign in. Whoever asks for it later shows by the link in the letter that it is theirs. */
export async function addAccount(
  db: Writing,
  { id, address, at }: { id: string; address: string; at: Temporal.Instant },
): Promise<void> {
  const row = { id, email: address.toLowerCase(), name: '', emailVerified: false }
  await db
    .insertInto('auth.user')
    .values({ ...row, createdAt: at, updatedAt: at, twoFactorEnabled: false })
    .execute()
}

/** Gives an account another address, which is still to be shown to be theirs; links to the old one lead nowhere. */
export async function moveAccount(
  db: Writing,
  { id, address, at }: { id: string; address: string; at: Temporal.Instant },
): Promise<void> {
  await db
    .updateTable('auth.user')
    .set({ email: address.toLowerCase(), emailVerified: false, updatedAt: at })
    .where('id', '=', id)
    .execute()
}

/** Ends sessions of an account: one, or all. Whoever still shows one is nobody from the next request on. */
export async function endSessions(db: Writing, account: string, session?: string): Promise<void> {
  await db
    .deleteFrom('auth.session')
    .where('userId', '=', account)
    .$if(session !== undefined, (query) => query.where('id', '=', session as string))
    .execute()
}

/** Takes back a key of an account. */
export async function revokeKey(db: Writing, account: string, key: string): Promise<void> {
  await db
    .deleteFrom('auth.apiKey')
    .where('referenceId', '=', account)
    .where('id', '=', key)
    .execute()
}

/** Takes back a passkey of an account. */
export async function removePasskey(db: Writing, account: string, passkey: string): Promise<void> {
  await db
    .deleteFrom('auth.passkey')
    .where('userId', '=', account)
    .where('id', '=', passkey)
    .execute()
}

/** Lets an account sign in without a second factor again. */
export async function liftSecondFactor(db: Writing, account: string): Promise<void> {
  await db.deleteFrom('auth.secondFactor').where('userId', '=', account).execute()
  await db
    .updateTable('auth.user')
    .set({ twoFactorEnabled: false })
    .where('id', '=', account)
    .execute()
}
