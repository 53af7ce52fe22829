import type { Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'

/** Forgets sessions that have ended, with the device that was used, and links and proofs that lead nowhere any more. */
export async function purgeAccess(db: Kysely<Tables>, now: Temporal.Instant): Promise<void> {
  await db.deleteFrom('auth.session').where('expiresAt', '<', now).execute()
  await db.deleteFrom('auth.verification').where('expiresAt', '<', now).execute()
}
