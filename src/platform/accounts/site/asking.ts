import type { Hono } from 'hono'
import { isAddress } from '../../../kernel/people/address.ts'
import type { Env } from '../../http/site/beside.ts'
import { LinkSent, SignIn } from '../pages/sign-in.tsx'
import { sendLink } from '../sending.ts'
import { say } from '../words.ts'
import {
  type Asked,
  attemptOf,
  filledBy,
  languageOf,
  type Room,
  refuseBeyond,
  show,
  wanted,
  withThen,
} from './room.ts'

/** A conference of seven hundred may sit behind one network address. */
const OF_NETWORK = { burst: 200, perSecond: 2 }
/** Nobody's mailbox is filled with links. */
const OF_ADDRESS = { burst: 4, perSecond: 1 / 180 }

/** Asking for a link, which is answered alike whether or not anybody has the address. */
export function asking(app: Hono<Env>, room: Room): void {
  const { accounts, database, clock, settings } = room

  const signIn = (
    c: Asked,
    { onward, attempt = null }: { onward: string; attempt?: ReturnType<typeof attemptOf> | null },
  ) => {
    const language = languageOf(room, c)
    const sso = accounts.singleSignOn()
    const refused = c.req.query('error') !== undefined
    return show(room, c, language, {
      title: say(language, 'sign-in'),
      status: attempt ? 422 : 200,
      attempt,
      body: (reader) => SignIn({ reader, onward, singleSignOn: sso?.name ?? null, refused }),
    })
  }

  app.get('/:language{[a-z][a-z]}/sign-in', async (c) => {
    const language = languageOf(room, c)
    const onward = wanted(c)
    const session = await accounts.sessions.of(c.req.header('cookie') ?? null)
    if (session && c.req.query('again') === undefined) {
      const next = session.confirmed ? onward : '/sign-in/code'
      return session.confirmed
        ? c.redirect(withThen(language, next, '/'), 303)
        : c.redirect(withThen(language, next, onward), 303)
    }
    return signIn(c, { onward })
  })

  app.post('/:language{[a-z][a-z]}/sign-in', async (c) => {
    const language = languageOf(room, c)
    const filled = await filledBy(c)
    const { onward } = filled
    const address = filled.value('address').trim().toLowerCase()
    if (!isAddress(address) || !address.includes('.', address.indexOf('@'))) {
      const message = say(language, 'refusal.not-an-address')
      const title = say(language, 'refusal.look-again')
      const attempt = attemptOf('accounts.sign-in', filled, {
        title,
        at: { name: 'address', message },
      })
      return signIn(c, { onward, attempt })
    }
    const wait =
      (await accounts.budgets.spend(`links from ${c.env.from ?? ''}`, OF_NETWORK)) ||
      (await accounts.budgets.spend(`links to ${address}`, OF_ADDRESS))
    if (wait > 0) return refuseBeyond(room, c, language, wait)
    const sending = { database, clock, whoIs: accounts.whoIs, publicUrl: settings.publicUrl }
    accounts.later(() => sendLink(sending, { address, language, onward }))
    return c.redirect(withThen(language, '/sign-in/sent', onward), 303)
  })

  app.get('/:language{[a-z][a-z]}/sign-in/sent', (c) => {
    const language = languageOf(room, c)
    const onward = wanted(c)
    return show(room, c, language, {
      title: say(language, 'sent'),
      body: () => LinkSent({ language, onward }),
    })
  })
}
