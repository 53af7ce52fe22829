import type { Hono } from 'hono'
import type { Env } from '../../http/site/beside.ts'
import { BASE } from '../auth/auth.ts'
import { insider, passCookies, type Room } from './room.ts'

const WAYS_IN = ['generate-authenticate-options', 'verify-authentication']
const OF_INSIDERS = ['generate-register-options', 'verify-registration']

/** What the script of passkeys asks: for a challenge, and whether it was met. */
export function passkeys(app: Hono<Env>, room: Room): void {
  const { accounts } = room

  app.all(`${BASE}/passkey/:step`, async (c) => {
    const step = c.req.param('step')
    const inside = OF_INSIDERS.includes(step) ? await insider(room, c) : null
    if (!WAYS_IN.includes(step) && !inside) return c.notFound()
    if (inside && !inside.isFresh) return c.json({ stale: true }, 403)
    const answer = await accounts.auth.handler(c.req.raw)
    if (!step.startsWith('verify-')) return answer
    // What better-auth says of account and session is nobody's to read but the browser's own cookies.
    if (!answer.ok) return c.json({ verified: false }, 400)
    if (inside) await accounts.note('add-passkey', inside.session.account)
    passCookies(answer.headers, c)
    return c.json({ verified: true })
  })
}
