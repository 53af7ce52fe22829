import type { Hono } from 'hono'
import { pathOf } from '../../http/addresses/addresses.ts'
import type { Env } from '../../http/site/beside.ts'
import { addressOfLink } from '../links.ts'
import { DeadLink, LinkButton } from '../pages/sign-in.tsx'
import { endSessions } from '../tables.ts'
import { say } from '../words.ts'
import {
  type Asked,
  cookiesAfter,
  filledBy,
  languageOf,
  passCookies,
  type Room,
  show,
  wanted,
  withThen,
} from './room.ts'

const LINK = '/:language{[a-z][a-z]}/sign-in/:secret{[A-Za-z0-9_-]{43}}'

/** Coming in by a link, and going out. */
export function entering(app: Hono<Env>, room: Room): void {
  const { accounts, database, clock } = room
  const { auth, sessions } = accounts

  const deadLink = (c: Asked) => {
    const language = languageOf(room, c)
    return show(room, c, language, {
      title: say(language, 'dead'),
      status: 410,
      body: () => DeadLink({ language, onward: wanted(c) }),
    })
  }

  /** Where somebody goes on to who has just come in: first to their second factor, if they have one. */
  const onwards = async (c: Asked, cookies: string, onward: string) => {
    const language = languageOf(room, c)
    const session = await sessions.of(cookies)
    if (!session) return c.redirect(withThen(language, '/sign-in', onward), 303)
    return session.confirmed
      ? c.redirect(pathOf(language, onward), 303)
      : c.redirect(withThen(language, '/sign-in/code', onward), 303)
  }

  // A page with a button: machines that look into letters follow links, and would use it up.
  app.get(LINK, async (c) => {
    const language = languageOf(room, c)
    const address = await addressOfLink(database.write, c.req.param('secret'), clock.now())
    if (address === null) return deadLink(c)
    return show(room, c, language, {
      title: say(language, 'sign-in'),
      body: (reader) => LinkButton({ reader, address, onward: wanted(c) }),
    })
  })

  app.post(LINK, async (c) => {
    const { onward } = await filledBy(c)
    const secret = c.req.param('secret')
    if ((await addressOfLink(database.write, secret, clock.now())) === null) return deadLink(c)
    const before = await sessions.of(c.req.header('cookie') ?? null)
    const entered = await auth.api.magicLinkVerify({
      query: { token: secret },
      headers: c.req.raw.headers,
      asResponse: true,
    })
    if (!entered.ok) return deadLink(c)
    if (before) {
      await database.write.transaction().execute((db) => endSessions(db, before.account, before.id))
    }
    passCookies(entered.headers, c)
    return onwards(c, cookiesAfter(c, entered.headers), onward)
  })

  app.get('/:language{[a-z][a-z]}/sign-in/entered', (c) =>
    onwards(c, c.req.header('cookie') ?? '', wanted(c)),
  )

  app.post('/:language{[a-z][a-z]}/sign-out', async (c) => {
    const left = await auth.api.signOut({ headers: c.req.raw.headers, asResponse: true })
    passCookies(left.headers, c)
    return c.redirect(pathOf(languageOf(room, c), '/'), 303)
  })
}
