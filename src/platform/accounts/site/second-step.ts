import type { Hono } from 'hono'
import { pathOf } from '../../http/addresses/addresses.ts'
import type { Env } from '../../http/site/beside.ts'
import { CodeAsked } from '../pages/sign-in.tsx'
import { say } from '../words.ts'
import { isRight, TRIES } from './codes.ts'
import {
  type Asked,
  attemptOf,
  type Filled,
  filledBy,
  languageOf,
  passCookies,
  type Room,
  refuseBeyond,
  show,
  wanted,
  withThen,
} from './room.ts'

const CODE = '/:language{[a-z][a-z]}/sign-in/code'

/** The second factor of somebody who has shown the first. Until then they are nobody. */
export function secondStep(app: Hono<Env>, room: Room): void {
  const { accounts } = room
  const sessionOf = (c: Asked) => accounts.sessions.of(c.req.header('cookie') ?? null)

  const ask = (c: Asked, onward: string, wrong?: Filled) => {
    const language = languageOf(room, c)
    const message = say(language, 'refusal.wrong-code')
    const said = { title: message, at: { name: 'code', message } }
    return show(room, c, language, {
      title: say(language, 'code'),
      status: wrong ? 422 : 200,
      attempt: wrong ? attemptOf('accounts.code', { fields: [] }, said) : null,
      body: (reader) => CodeAsked({ reader, onward }),
    })
  }

  app.get(CODE, async (c) => {
    const language = languageOf(room, c)
    const onward = wanted(c)
    const session = await sessionOf(c)
    if (!session) return c.redirect(withThen(language, '/sign-in', onward), 303)
    return session.confirmed ? c.redirect(pathOf(language, onward), 303) : ask(c, onward)
  })

  app.post(CODE, async (c) => {
    const language = languageOf(room, c)
    const filled = await filledBy(c)
    const session = await sessionOf(c)
    if (!session) return c.redirect(withThen(language, '/sign-in', filled.onward), 303)
    if (session.confirmed) return c.redirect(pathOf(language, filled.onward), 303)
    const wait = await accounts.budgets.spend(`codes of ${session.account}`, TRIES)
    if (wait > 0) return refuseBeyond(room, c, language, wait)
    const { headers } = c.req.raw
    if (!(await isRight(accounts, session.account, filled.value('code'), headers))) {
      return ask(c, filled.onward, filled)
    }
    const confirmed = await accounts.auth.api.confirmSession({ headers, asResponse: true })
    passCookies(confirmed.headers, c)
    await accounts.note('show-second-factor', session.account)
    return c.redirect(pathOf(language, filled.onward), 303)
  })
}
