import type { Hono } from 'hono'
import type { Env } from '../../http/site/beside.ts'
import { BASE, PROVIDER } from '../auth/auth.ts'
import { START } from '../onward.ts'
import { languageOf, passCookies, type Room, wanted, withThen } from './room.ts'

/** Coming in by way of an OpenID provider, and back. */
export function singleSignOn(app: Hono<Env>, room: Room): void {
  const { accounts, settings } = room

  app.get('/:language{[a-z][a-z]}/sign-in/single', async (c) => {
    const language = languageOf(room, c)
    const onward = wanted(c)
    const back = (path: string) => settings.publicUrl + withThen(language, path, onward)
    const away = await accounts.singleSignOn()?.auth.api.signInSocial({
      body: {
        provider: PROVIDER,
        callbackURL: back('/sign-in/entered'),
        errorCallbackURL: back('/sign-in'),
        disableRedirect: true,
      },
      headers: c.req.raw.headers,
      asResponse: true,
    })
    const { url } = away?.ok ? ((await away.json()) as { url?: string }) : {}
    if (!away || !url)
      return c.redirect(`${back('/sign-in')}${onward === START ? '?' : '&'}error`, 303)
    passCookies(away.headers, c)
    return c.redirect(url, 303)
  })

  app.get(`${BASE}/callback/${PROVIDER}`, async (c) => {
    const sso = accounts.singleSignOn()
    return sso ? sso.auth.handler(c.req.raw) : c.notFound()
  })
}
