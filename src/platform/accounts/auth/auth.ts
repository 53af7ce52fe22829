import { apiKey } from '@better-auth/api-key'
import { passkey } from '@better-auth/passkey'
import { type BetterAuthOptions, betterAuth } from 'better-auth'
import { APIError } from 'better-auth/api'
import { genericOAuth } from 'better-auth/plugins/generic-oauth'
import { magicLink } from 'better-auth/plugins/magic-link'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Log } from '../../config/log.ts'
import type { Settings } from '../../config/settings.ts'
import { KEY_PREFIX, LASTS } from '../sessions.ts'
import { confirming } from './confirming.ts'
import { API_KEY, CORE, PASSKEY, SCHEMA, TWO_FACTOR } from './shape.ts'

/** Below which better-auth answers what only its own protocols ask: the way back from single sign-on, passkeys. */
export const BASE = '/accounts'
/** The one provider of single sign-on. */
export const PROVIDER = 'oidc'

/** The ways on which somebody comes in; every other new session takes the place of one. */
const WAYS_IN = new Set(['/magic-link/verify', '/callback/:id', '/passkey/verify-authentication'])
const BY_PASSKEY = '/passkey/verify-authentication'

/** A connection of better-auth's own: it wants instants as JavaScript's dates. */
export type AuthDatabase = Kysely<unknown>

export const openAuthDatabase = (url: string): AuthDatabase => {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: `plenum accounts ${process.pid}`,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    max: 4,
    idleTimeoutMillis: 60_000,
  })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return new Kysely({ dialect: new PostgresDialect({ pool }) })
}

/** What better-auth asks of the rest of the house. */
export interface AuthHooks {
  /** Whether an account may come in, and with a second factor or without; null: it may not. */
  standing(account: string): Promise<{ hasSecondFactor: boolean } | null>
  /** Writes a deed of an account into the journal. */
  note(action: string, account: string): Promise<void>
}

export interface AuthParts {
  database: AuthDatabase
  secret: string
  publicUrl: string
  log: Log
  hooks: AuthHooks
  /** Single sign-on, where it is asked for: whoever looks the provider up waits for it. */
  oidc?: Settings['oidc']
}

const oidcOf = (oidc: Settings['oidc'], publicUrl: string) =>
  oidc
    ? [
        genericOAuth({
          config: [
            {
              providerId: PROVIDER,
              discoveryUrl: `${oidc.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
              clientId: oidc.clientId,
              clientSecret: oidc.clientSecret,
              redirectURI: `${publicUrl}${BASE}/callback/${PROVIDER}`,
              scopes: ['openid', 'email'],
              pkce: true,
              requireIdTokenVerification: true,
              disableSignUp: true,
            },
          ],
        }),
      ]
    : []

/** Tokens of the provider say more of a person than is needed once they are in. */
const withoutTokens = {
  accessToken: null,
  refreshToken: null,
  idToken: null,
  accessTokenExpiresAt: null,
  refreshTokenExpiresAt: null,
}

/** How better-auth is set up; also what its tables are made from. */
export function optionsOf({ database, secret, publicUrl, log, hooks, oidc }: AuthParts) {
  return {
    ...CORE,
    appName: 'Plenum',
    baseURL: publicUrl,
    basePath: BASE,
    secret,
    telemetry: { enabled: false },
    database: { db: database, type: 'postgres', schemaName: SCHEMA },
    // Its sentences only: what else it would log may be about a person.
    logger: {
      level: 'warn',
      log: (level, sentence) => log[level === 'error' ? 'error' : 'warn']({}, sentence),
    },
    session: { ...CORE.session, expiresIn: LASTS, disableSessionRefresh: true, freshAge: 0 },
    account: {
      ...CORE.account,
      updateAccountOnSignIn: false,
      // An invited address that nobody has shown yet has no other way in either, so there is nobody to take it from.
      accountLinking: { enabled: true, requireLocalEmailVerified: false },
    },
    // We count by ourselves, in `budget.ts`.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'plenum',
      useSecureCookies: publicUrl.startsWith('https:'),
      ipAddress: { disableIpTracking: true },
      database: { generateId: 'uuid' },
    },
    databaseHooks: {
      account: { create: { before: async (row) => ({ data: { ...row, ...withoutTokens } }) } },
      session: {
        create: {
          async before(session, context) {
            const standing = await hooks.standing(session.userId)
            if (!standing) return false
            const path = context?.path ?? ''
            const shown = !WAYS_IN.has(path) || path === BY_PASSKEY || !standing.hasSecondFactor
            return { data: { ...session, confirmed: shown } }
          },
          async after(session, context) {
            if (WAYS_IN.has(context?.path ?? '')) await hooks.note('sign-in', session.userId)
          },
        },
        delete: {
          async after(session, context) {
            if (context?.path === '/sign-out') await hooks.note('sign-out', session.userId)
          },
        },
      },
    },
    plugins: [
      // Links are made by `links.ts`, for letters that are kept until they have left.
      magicLink({ storeToken: 'hashed', disableSignUp: true, sendMagicLink: () => undefined }),
      twoFactor({ schema: TWO_FACTOR, allowPasswordless: true, issuer: issuerOf(publicUrl) }),
      passkey({
        schema: PASSKEY,
        rpName: 'Plenum',
        rpID: new URL(publicUrl).hostname,
        origin: publicUrl,
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        registration: {
          afterVerification: ({ verification }) =>
            mustBeVerified(verification.registrationInfo?.userVerified),
        },
        authentication: {
          afterVerification: ({ verification }) =>
            mustBeVerified(verification.authenticationInfo.userVerified),
        },
      }),
      apiKey({
        schema: API_KEY,
        defaultPrefix: KEY_PREFIX,
        maximumNameLength: 80,
        rateLimit: { enabled: false },
        startingCharactersConfig: { shouldStore: true, charactersLength: KEY_PREFIX.length + 4 },
        keyExpiration: { minExpiresIn: 1, maxExpiresIn: 366 },
      }),
      confirming(),
      ...oidcOf(oidc, publicUrl),
    ],
  } satisfies BetterAuthOptions
}

/** By which an app that shows codes tells one site from another. */
const issuerOf = (publicUrl: string) => `Plenum (${new URL(publicUrl).host})`

/** A passkey stands for two factors: the device, and whoever it recognised. One without the second is refused. */
function mustBeVerified(verified: boolean | undefined): void {
  if (!verified) throw new APIError('UNAUTHORIZED', { code: 'NOT_VERIFIED' })
}

export const createAuth = (parts: AuthParts) => betterAuth(optionsOf(parts))
export type Auth = ReturnType<typeof createAuth>
