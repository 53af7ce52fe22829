import type { Hono } from 'hono'
import { Refusal } from '../../../kernel/refusal.ts'
import { pathOf } from '../../http/addresses/addresses.ts'
import type { Env } from '../../http/site/beside.ts'
import { ReserveCodes, SecondFactor } from '../pages/second-factor.tsx'
import { say } from '../words.ts'
import { isRight, TRIES } from './codes.ts'
import { type Inside, inside } from './inside.ts'
import {
  type Asked,
  attemptOf,
  cookiesAfter,
  filledBy,
  languageOf,
  passCookies,
  type Room,
  refuseBeyond,
  show,
} from './room.ts'

const PAGE = '/account/second-factor'
const AT = `/:language{[a-z][a-z]}${PAGE}`

/** Setting the second factor up, and taking it away again; everything with a code of the moment. */
export function secondFactor(app: Hono<Env>, room: Room): void {
  const { accounts, database } = room
  const { api } = accounts.auth

  const rowOf = (account: string) =>
    database.write
      .selectFrom('auth.secondFactor')
      .select('verified')
      .where('userId', '=', account)
      .executeTakeFirst()

  const page = async (c: Asked, { session, known }: Inside, wrong: string | null = null) => {
    const language = languageOf(room, c)
    const row = await rowOf(session.account)
    const begun = row && !row.verified
    const { totpURI: uri } = begun
      ? await api.getTOTPURI({ body: {}, headers: c.req.raw.headers })
      : { totpURI: null }
    const message = say(language, 'refusal.wrong-code')
    return show(room, c, language, {
      title: say(language, 'second-factor'),
      person: known,
      status: wrong === null ? 200 : 422,
      attempt:
        wrong === null
          ? null
          : attemptOf(
              'accounts.code',
              { fields: [] },
              { title: message, of: wrong, at: { name: 'code', message } },
            ),
      body: (reader) => SecondFactor({ reader, uri, isOn: row?.verified === true }),
    })
  }

  /** The code of a form, tried; an answer where it is wrong. */
  const mistaken = async (c: Asked, who: Inside, of = '') => {
    const filled = await filledBy(c)
    const { account } = who.session
    const wait = await accounts.budgets.spend(`codes of ${account}`, TRIES)
    if (wait > 0) return refuseBeyond(room, c, languageOf(room, c), wait)
    const right = await isRight(accounts, account, filled.value('code'), c.req.raw.headers)
    return right ? null : page(c, who, of)
  }

  const newCodes = async (c: Asked, { known }: Inside, cookie: string) => {
    const language = languageOf(room, c)
    const { backupCodes } = await api.generateBackupCodes({
      body: {},
      headers: new Headers({ cookie }),
    })
    return show(room, c, language, {
      title: say(language, 'reserve'),
      person: known,
      body: () => ReserveCodes({ language, codes: backupCodes }),
    })
  }

  app.get(AT, inside(room, page))

  app.post(
    `${AT}/begin`,
    inside(room, async (c, { session }) => {
      if ((await rowOf(session.account))?.verified) throw new Refusal('platform.not-allowed', 403)
      await api.enableTwoFactor({ body: { method: 'totp' }, headers: c.req.raw.headers })
      return c.redirect(pathOf(languageOf(room, c), PAGE), 303)
    }),
  )

  app.post(
    `${AT}/finish`,
    inside(room, async (c, who) => {
      const { account } = who.session
      if ((await rowOf(account))?.verified !== false) throw new Refusal('platform.not-allowed', 403)
      const wait = await accounts.budgets.spend(`codes of ${account}`, TRIES)
      if (wait > 0) return refuseBeyond(room, c, languageOf(room, c), wait)
      const code = (await filledBy(c)).value('code').replace(/\s/g, '')
      const done = await api.verifyTOTP({
        ...{ body: { code }, headers: c.req.raw.headers, asResponse: true as const },
      })
      if (!done.ok) return page(c, who, '')
      passCookies(done.headers, c)
      const cookies = cookiesAfter(c, done.headers)
      await onlyThis(account, cookies)
      await accounts.note('add-second-factor', account)
      return newCodes(c, who, cookies)
    }),
  )

  app.post(
    `${AT}/codes`,
    inside(room, async (c, who) => {
      const answer = await mistaken(c, who)
      if (answer) return answer
      await accounts.note('renew-reserve-codes', who.session.account)
      return newCodes(c, who, c.req.header('cookie') ?? '')
    }),
  )

  app.post(
    `${AT}/end`,
    inside(room, async (c, who) => {
      const answer = await mistaken(c, who, 'end')
      if (answer) return answer
      const ended = await api.disableTwoFactor({
        body: {},
        headers: c.req.raw.headers,
        asResponse: true,
      })
      passCookies(ended.headers, c)
      await accounts.note('drop-second-factor', who.session.account)
      return c.redirect(pathOf(languageOf(room, c), '/account'), 303)
    }),
  )

  /** Whoever came in by one factor alone before is out. */
  async function onlyThis(account: string, cookies: string) {
    const session = await accounts.sessions.of(cookies)
    await database.write
      .deleteFrom('auth.session')
      .where('userId', '=', account)
      .where('id', '!=', session?.id ?? '')
      .execute()
  }
}
