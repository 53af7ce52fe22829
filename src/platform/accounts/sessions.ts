import { parseSigned } from 'hono/utils/cookie'
import { sql } from 'kysely'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/database.ts'
import { gathering } from '../database/gathering.ts'
import { digestOfSecret } from './links.ts'

/** How long a session lasts in any case, in seconds. */
export const LASTS = 30 * 24 * 3600
/** After how long without a request it ends. */
const IDLE = { hours: 7 * 24 }
/** How exactly it is noted when a session or a key was last used. */
const NOTED_EVERY = { hours: 1 }

/** By what every key begins, so that it is known for one wherever it is found. */
export const KEY_PREFIX = 'plenum_'

/** Somebody who shows that they signed in. */
export interface Session {
  id: string
  account: string
  /** False: the account has a second factor, and it has not been shown yet. */
  confirmed: boolean
  createdAt: Temporal.Instant
}

/** Reads who a request says it is, in small queries; nothing is set or renewed. */
export interface Sessions {
  /** The session of a cookie, whether or not it is confirmed. */
  of(cookies: string | null): Promise<Session | null>
  /** The account of a key, `plenum_…`. */
  ofKey(key: string): Promise<string | null>
}

/** The name of the cookie: with the prefix that browsers take by https alone, where the public comes by it. */
export const cookieOf = (publicUrl: string): string =>
  `${publicUrl.startsWith('https:') ? '__Secure-' : ''}plenum.session_token`

export function createSessions({
  database: { write: db },
  clock,
  secret,
  publicUrl,
}: {
  database: Pick<Database, 'write'>
  clock: Clock
  secret: string
  publicUrl: string
}): Sessions {
  const cookie = cookieOf(publicUrl)

  const accountOf = gathering(async (digests: readonly string[]) => {
    const now = clock.now()
    const { rows } = await sql<{ key: string; account: string }>`
      with used as (
        update auth.api_key set last_request = ${now}
        where key = any(${digests})
          and coalesce(last_request, '-infinity') < ${now.subtract(NOTED_EVERY)}
      )
      select key, reference_id as account from auth.api_key
      where key = any(${digests}) and enabled and (expires_at is null or expires_at > ${now})
    `.execute(db)
    return new Map(rows.map(({ key, account }) => [key, account]))
  })

  return {
    async of(cookies) {
      if (!cookies?.includes(cookie)) return null
      const { [cookie]: token } = await parseSigned(cookies, secret, cookie)
      if (!token) return null
      const now = clock.now()
      const { rows } = await sql<Session>`
        with used as (
          update auth.session set updated_at = ${now}
          where token = ${token} and expires_at > ${now}
            and updated_at between ${now.subtract(IDLE)} and ${now.subtract(NOTED_EVERY)}
        )
        select id, user_id as account, confirmed, created_at from auth.session
        where token = ${token} and expires_at > ${now} and updated_at > ${now.subtract(IDLE)}
      `.execute(db)
      return rows[0] ?? null
    },
    ofKey: async (key) => (key.startsWith(KEY_PREFIX) ? accountOf(digestOfSecret(key)) : null),
  }
}
