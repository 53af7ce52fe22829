import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Reading, Writing } from '../database/tables.ts'
import { accountAt } from './tables.ts'

/** A secret that nobody guesses: 256 bits, in letters that an address may hold. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** How a key or a link is kept: whoever reads the database cannot use it. */
export const digestOfSecret = (secret: string): string =>
  createHash('sha256').update(secret).digest('base64url')

/** The name under which better-auth looks for a link that signs somebody in. */
const linkOf = (digest: string) => `magic-link:${digest}`

/**
 * Keeps a link that signs somebody in, once, until an instant.
 *
 * @param digest of the link's secret, see `digestOfSecret`.
 */
export async function keepLink(
  db: Writing,
  link: { digest: string; address: string; at: Temporal.Instant; until: Temporal.Instant },
): Promise<void> {
  const { digest, address, at, until } = link
  await db
    .insertInto('auth.verification')
    .values({
      identifier: linkOf(digest),
      value: JSON.stringify({ type: 'magic-link', email: address.toLowerCase() }),
      expiresAt: until,
      createdAt: at,
      updatedAt: at,
    })
    .execute()
}

/** Takes every link back that an address has. */
export const dropLinks = (db: Writing, address: string): Promise<unknown> =>
  db
    .deleteFrom('auth.verification')
    .where('identifier', 'like', linkOf('%'))
    .where(sql`value::json ->> 'email'`, '=', address.toLowerCase())
    .execute()

/** The address that a link signs in, while it can; null: it was used, is too old, or never was. */
export async function addressOfLink(
  db: Reading,
  secret: string,
  now: Temporal.Instant,
): Promise<string | null> {
  const row = await db
    .selectFrom('auth.verification')
    .select('value')
    .where('identifier', '=', linkOf(digestOfSecret(secret)))
    .where('expiresAt', '>', now)
    .executeTakeFirst()
  if (!row) return null
  const { email } = JSON.parse(row.value) as { email: string }
  return (await accountAt(db, email)) && email
}
