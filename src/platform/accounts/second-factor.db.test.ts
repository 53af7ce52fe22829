import { afterAll, describe, expect, it } from 'vitest'
import { liftSecondFactor } from '../../features/people/account.commands.ts'
import { type Actor, OPERATOR } from '../../kernel/actor.ts'
import { type Browser, cookieOf } from '../../testing/accounts/browser.ts'
import { openHouse } from '../../testing/accounts/house.ts'
import { codeOf } from '../../testing/accounts/totp.ts'

const house = await openHouse()
const { world, signedIn, accounts, browser } = house
const { clock, database, perform } = world
afterAll(house.close)

const PAGE = '/en/account/second-factor'
const HALF_MINUTE = 30_000

const kindOf = async (by: Browser) =>
  (
    await accounts.authenticate(
      new Request('http://plenum.test', { headers: { cookie: cookieOf(by) } }),
    )
  ).kind
/** The key that an app gets: it stands on the page, in groups of four. */
const secretIn = (text: string) => {
  const shown = /into the app: ?<bdi[^>]*>([A-Z2-7 ]+)<\/bdi>/.exec(text)?.[1] ?? ''
  return shown.replaceAll(' ', '')
}
const codesIn = (text: string) =>
  [...text.matchAll(/>([\w]{5}-[\w]{5})</g)].map(([, code = '']) => code)

let made = 0
/** Somebody whose app shows codes; each of these can be used once. */
async function guarded() {
  const address = `guarded-${++made}@mfa.example`
  const account = await house.account(address)
  const mine = await signedIn(address)
  await mine.send(`${PAGE}/begin`, {})
  const secret = secretIn((await mine.get(PAGE)).text)
  const now = Date.now()
  const finished = await mine.send(`${PAGE}/finish`, { code: codeOf(secret, now) })
  const actor: Actor = { kind: 'account', id: account, grants: [] }
  return {
    ...{ address, account, actor, mine, finished, reserve: codesIn(finished.text) },
    /** The code of now, and the two beside it, which hold as well. */
    codes: [0, HALF_MINUTE, -HALF_MINUTE].map((shift) => codeOf(secret, now + shift)),
  }
}
/** As far as the link leads. */
const halfIn = async (address: string) => signedIn(address)
const show = (by: Browser, code: string) =>
  by.send('/en/sign-in/code', { code, ':then': '/account' })
const wrong = ({ codes }: { codes: readonly string[] }) =>
  ['000000', '000001', '000002', '000003', '000004', '000005', '000006', '000007'].filter(
    (code) => !codes.includes(code),
  )

describe('a second factor', () => {
  it('is set up with an app that shows its first code, and brings a reserve', async () => {
    const { mine, finished, reserve, account } = await guarded()
    expect(finished.status).toBe(200)
    expect([reserve.length, new Set(reserve).size]).toEqual([10, 10])
    expect(await kindOf(mine)).toBe('account')
    expect((await mine.get(PAGE)).text).toContain('It is on')
    const row = await database.write
      .selectFrom('auth.secondFactor')
      .selectAll()
      .where('userId', '=', account)
      .executeTakeFirstOrThrow()
    for (const code of reserve) expect(row.backupCodes).not.toContain(code)
  })

  it('is not on before the app has shown a right code', async () => {
    const address = `begun-${++made}@mfa.example`
    await house.account(address)
    const mine = await signedIn(address)
    await mine.send(`${PAGE}/begin`, {})
    const page = await mine.get(PAGE)
    expect(page.text).toContain('<svg')
    const answer = await mine.send(`${PAGE}/finish`, { code: '000000' })
    expect([answer.status, codesIn(answer.text)]).toEqual([422, []])
    expect(secretIn(answer.text)).toBe(secretIn(page.text))
    expect(await kindOf(await signedIn(address))).toBe('account')
  })

  it('ends every other session as it comes, for they showed one factor', async () => {
    const address = `two-${++made}@mfa.example`
    await house.account(address)
    const [mine, other] = [await signedIn(address), await signedIn(address)]
    await mine.send(`${PAGE}/begin`, {})
    const secret = secretIn((await mine.get(PAGE)).text)
    await mine.send(`${PAGE}/finish`, { code: codeOf(secret, Date.now()) })
    expect([await kindOf(mine), await kindOf(other)]).toEqual(['account', 'anonymous'])
  })

  it('is asked for after the link; until then somebody is nobody, on every page', async () => {
    const { address } = await guarded()
    const link = await house.linkFor(address)
    const half = browser()
    const entered = await half.send(link, { ':then': '/account' })
    expect(entered.location).toBe('/en/sign-in/code?then=%2Faccount')
    expect(await kindOf(half)).toBe('anonymous')
    expect((await half.get('/en/account/keys/new')).location).toBe(
      '/en/sign-in?then=%2Faccount%2Fkeys%2Fnew',
    )
    expect((await half.get(PAGE)).location).toContain('/en/sign-in')
    expect((await half.get('/en/sign-in?then=%2Faccount')).location).toBe(
      '/en/sign-in/code?then=%2Faccount',
    )
    for (const step of ['begin', 'finish', 'codes', 'end']) {
      expect((await half.send(`${PAGE}/${step}`, { code: '1' })).status).toBe(303)
    }
    expect((await half.get('/accounts/passkey/generate-register-options')).status).toBe(404)
    const deed = await half.ask('/api/v1/commands/people.end-sessions', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
      body: '{}',
    })
    expect(deed.status).toBe(401)
  })

  it('lets somebody in by the code of the app, with another cookie than before', async () => {
    const { address, codes } = await guarded()
    const half = await halfIn(address)
    const before = cookieOf(half)
    const shown = await show(half, ` ${codes[1]?.slice(0, 3)} ${codes[1]?.slice(3)} `)
    expect([shown.status, shown.location, await kindOf(half)]).toEqual([
      303,
      '/en/account',
      'account',
    ])
    expect(cookieOf(half)).not.toBe(before)
    const copied = browser()
    for (const pair of before.split('; ')) {
      copied.put(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    expect((await show(copied, codes[2] ?? '')).location).toBe('/en/sign-in?then=%2Faccount')
  })

  it('takes digits of other scripts', async () => {
    const { address, codes } = await guarded()
    const half = await halfIn(address)
    const arabic = (codes[1] ?? '').replace(/\d/g, (digit) =>
      String.fromCharCode(0x0660 + Number(digit)),
    )
    expect((await show(half, arabic)).status).toBe(303)
  })

  it('takes a code of the app once', async () => {
    const { address, codes } = await guarded()
    expect((await show(await halfIn(address), codes[1] ?? '')).status).toBe(303)
    const again = await halfIn(address)
    expect((await show(again, codes[1] ?? '')).status).toBe(422)
    expect(await kindOf(again)).toBe('anonymous')
  })

  it('takes a code of the reserve once', async () => {
    const { address, reserve } = await guarded()
    expect((await show(await halfIn(address), reserve[3] ?? '')).status).toBe(303)
    const again = await halfIn(address)
    expect((await show(again, reserve[3] ?? '')).status).toBe(422)
    expect((await show(again, reserve[4] ?? '')).status).toBe(303)
  })

  it('takes five wrong codes of an account, whatever the browser, then none for three minutes', async () => {
    const one = await guarded()
    // Setting it up was one try.
    clock.advance({ minutes: 15 })
    const [first, second] = [await halfIn(one.address), await halfIn(one.address)]
    const statuses = []
    for (const [time, code] of wrong(one).slice(0, 6).entries()) {
      const answer = await show(time % 2 === 0 ? first : second, code)
      statuses.push(answer.status)
    }
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429])
    expect((await show(first, one.codes[1] ?? '')).status).toBe(429)
    expect((await show(await halfIn((await guarded()).address), '000000')).status).toBe(422)
    clock.advance({ minutes: 3 })
    expect((await show(first, one.codes[1] ?? '')).status).toBe(303)
    clock.turnTo(Temporal.Now.instant())
  })

  it('says nothing of what was typed', async () => {
    const { address } = await guarded()
    const half = await halfIn(address)
    const { status, text } = await show(half, '"><b>x')
    expect([status, text.includes('<b>x')]).toEqual([422, false])
    expect(text).toContain('This code is not right, or was used before.')
  })

  it('goes with a code, and only with one', async () => {
    const { address, mine, codes, reserve } = await guarded()
    expect((await mine.send(`${PAGE}/end`, { code: '000000' })).status).toBe(422)
    expect((await halfIn(address)).cookies.size).toBe(1)
    expect(await kindOf(await halfIn(address))).toBe('anonymous')
    const ended = await mine.send(`${PAGE}/end`, { code: codes[1] ?? '' })
    expect([ended.location, await kindOf(mine)]).toEqual(['/en/account', 'account'])
    const whole = await signedIn(address)
    expect(await kindOf(whole)).toBe('account')
    expect((await show(whole, reserve[0] ?? '')).location).toBe('/en/account')
  })

  it('brings another reserve with a code, and the old one is void', async () => {
    const { address, mine, codes, reserve } = await guarded()
    const renewed = codesIn((await mine.send(`${PAGE}/codes`, { code: codes[1] ?? '' })).text)
    expect(renewed.length).toBe(10)
    const half = await halfIn(address)
    expect((await show(half, reserve[0] ?? '')).status).toBe(422)
    expect((await show(half, renewed[0] ?? '')).status).toBe(303)
  })

  it('is lifted by the administrator for somebody who lost it, and by nobody for themselves', async () => {
    const { address, account, actor } = await guarded()
    const administrator: Actor = { ...actor, grants: [{ role: 'administrator', conference: '*' }] }
    for (const who of [actor, administrator]) {
      await expect(perform(who, liftSecondFactor, { account })).rejects.toThrow('not-allowed')
    }
    await perform(OPERATOR, liftSecondFactor, { account })
    expect(await kindOf(await signedIn(address))).toBe('account')
  })

  it('whose seal is gone lets nobody in, and is lifted like any other', async () => {
    const { address, account, codes } = await guarded()
    await database.write
      .updateTable('auth.secondFactor')
      .set({ secret: 'sealed under another secret', backupCodes: 'so are these' })
      .where('userId', '=', account)
      .execute()
    const half = await halfIn(address)
    for (const code of [codes[1] ?? '', 'abcde-fghij']) {
      expect((await show(half, code)).status).toBe(422)
    }
    await perform(OPERATOR, liftSecondFactor, { account })
    expect(await kindOf(await signedIn(address))).toBe('account')
  })

  it('is written into the journal', async () => {
    const { address, account, codes } = await guarded()
    await show(await halfIn(address), codes[1] ?? '')
    const entries = await database.write
      .selectFrom('journal')
      .select('action')
      .where('actor', '=', `account/${account}`)
      .orderBy('seq')
      .execute()
    expect(entries.map(({ action }) => action)).toEqual([
      'accounts.sign-in',
      'accounts.add-second-factor',
      'accounts.sign-in',
      'accounts.show-second-factor',
    ])
  })
})
