import type { BetterAuthPlugin } from 'better-auth'
import { createAuthEndpoint, sessionMiddleware } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'

/**
 * What better-auth lacks: a session whose second factor has been shown becomes another session, so that nobody who
 * knew the cookie before knows it after.
 */
export const confirming = () =>
  ({
    id: 'confirming',
    endpoints: {
      confirmSession: createAuthEndpoint(
        '/confirm-session',
        {
          method: 'POST',
          requireHeaders: true,
          use: [sessionMiddleware],
          metadata: { SERVER_ONLY: true },
        },
        async (ctx) => {
          const { session, user } = ctx.context.session
          const fresh = await ctx.context.internalAdapter.createSession(user.id, false, {
            userAgent: session.userAgent,
          })
          await ctx.context.internalAdapter.deleteSession(session.token)
          await setSessionCookie(ctx, { session: fresh, user })
          return ctx.json({ confirmed: true })
        },
      ),
    },
  }) satisfies BetterAuthPlugin
