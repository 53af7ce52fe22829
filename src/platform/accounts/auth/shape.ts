import type { BetterAuthOptions } from 'better-auth'
import { sql } from 'kysely'
import type { Reading } from '../../database/tables.ts'

/** The schema of the database that better-auth keeps its tables in. */
export const SCHEMA = 'auth'

const snake = (name: string) =>
  name.replace(/ID$/, 'Id').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** The columns of some fields, spelled as everywhere else in the database. */
const columns = <Field extends string>(...fields: readonly Field[]) =>
  Object.fromEntries(fields.map((field) => [field, snake(field)])) as Record<Field, string>

/** How the tables of better-auth itself name their columns. */
export const CORE = {
  user: { fields: columns('emailVerified', 'createdAt', 'updatedAt') },
  session: {
    fields: columns('userId', 'expiresAt', 'ipAddress', 'userAgent', 'createdAt', 'updatedAt'),
    additionalFields: {
      /** False as long as the second factor of the account has not been shown. */
      confirmed: { type: 'boolean', required: true, defaultValue: true, input: false },
    },
  },
  account: {
    fields: columns(
      ...(['userId', 'accountId', 'providerId', 'accessToken', 'refreshToken', 'idToken'] as const),
      ...(['accessTokenExpiresAt', 'refreshTokenExpiresAt', 'createdAt', 'updatedAt'] as const),
    ),
  },
  verification: { fields: columns('expiresAt', 'createdAt', 'updatedAt') },
} satisfies BetterAuthOptions

/** The same for the tables of its plugins. */
export const TWO_FACTOR = {
  user: { fields: columns('twoFactorEnabled') },
  twoFactor: {
    modelName: 'second_factor',
    fields: columns('backupCodes', 'userId', 'failedVerificationCount', 'lockedUntil'),
  },
}

export const PASSKEY = {
  passkey: {
    fields: columns(
      ...(['publicKey', 'userId', 'credentialID', 'deviceType', 'backedUp', 'createdAt'] as const),
    ),
  },
}

export const API_KEY = {
  apikey: {
    modelName: 'api_key',
    fields: columns(
      ...(['configId', 'referenceId', 'refillInterval', 'refillAmount', 'lastRefillAt'] as const),
      ...(['rateLimitEnabled', 'rateLimitTimeWindow', 'rateLimitMax', 'requestCount'] as const),
      ...(['lastRequest', 'expiresAt', 'createdAt', 'updatedAt'] as const),
    ),
  },
}

/** Whether better-auth has made its tables here, in whatever version. */
export async function hasAccounts(db: Reading): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`
    select to_regclass(${`${SCHEMA}.${API_KEY.apikey.modelName}`}) is not null as there`.execute(db)
  return rows[0]?.there === true
}
