import { afterAll, describe, expect, it } from 'vitest'
import { removePasskey } from '../../features/people/account.commands.ts'
import type { Actor } from '../../kernel/actor.ts'
import { type Authenticator, createAuthenticator } from '../../testing/accounts/authenticator.ts'
import { type Browser, cookieOf } from '../../testing/accounts/browser.ts'
import { openHouse } from '../../testing/accounts/house.ts'
import { codeOf } from '../../testing/accounts/totp.ts'

const ORIGIN = 'http://plenum.test'
const house = await openHouse()
const { world, accounts, browser, signedIn } = house
const { clock, database, perform } = world
afterAll(house.close)

type Said = Parameters<Authenticator['register']>[1]

const whoIs = (by: Browser) =>
  accounts.authenticate(new Request(ORIGIN, { headers: { cookie: cookieOf(by) } }))
const options = async (by: Browser, step: string) => {
  const answer = await by.get(`/accounts/passkey/${step}`)
  return { status: answer.status, ...JSON.parse(answer.text || '{}') }
}
const send = (by: Browser, step: string, body: unknown, headers: Record<string, string> = {}) =>
  by.ask(`/accounts/passkey/${step}`, {
    method: 'POST',
    headers: {
      ...{ 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', origin: ORIGIN },
      ...headers,
    },
    body: JSON.stringify(body),
  })
const add = async (by: Browser, device: Authenticator, said?: Said) => {
  const asked = await options(by, 'generate-register-options')
  return send(by, 'verify-registration', { response: device.register(asked, said), name: 'Phone' })
}
const enter = async (by: Browser, device: Authenticator, said?: Said) => {
  const asked = await options(by, 'generate-authenticate-options')
  return send(by, 'verify-authentication', { response: device.assert(asked, said) })
}

let made = 0
async function somebody() {
  const address = `somebody-${++made}@mfa.example`
  const account = await house.account(address)
  const actor: Actor = { kind: 'account', id: account, grants: [] }
  return {
    address,
    account,
    actor,
    mine: await signedIn(address),
    device: createAuthenticator(ORIGIN),
  }
}

describe('a passkey', () => {
  it('is added by whoever is signed in, and signs them in from then on', async () => {
    const { account, mine, device } = await somebody()
    const added = await add(mine, device)
    expect([added.status, added.text]).toEqual([200, '{"verified":true}'])
    const other = browser()
    const entered = await enter(other, device)
    expect([entered.status, entered.text]).toEqual([200, '{"verified":true}'])
    expect((await whoIs(other)).id).toBe(account)
  })

  it('asks the device to recognise its owner, and takes no answer without', async () => {
    const { account, mine, device } = await somebody()
    const asked = await options(mine, 'generate-register-options')
    expect(asked.authenticatorSelection).toMatchObject({
      ...{ residentKey: 'required', userVerification: 'required' },
    })
    expect((await add(mine, device, { verified: false })).status).toBe(400)
    expect(
      await database.write
        .selectFrom('auth.passkey')
        .select('id')
        .where('userId', '=', account)
        .execute(),
    ).toEqual([])
    await add(mine, device)
    const other = browser()
    expect((await enter(other, device, { verified: false })).status).toBe(400)
    expect((await whoIs(other)).kind).toBe('anonymous')
  })

  it('stands for both factors', async () => {
    const { address, account, mine, device } = await somebody()
    await add(mine, device)
    await mine.send('/en/account/second-factor/begin', {})
    const { text } = await mine.get('/en/account/second-factor')
    const secret = /into the app: ?<bdi[^>]*>([A-Z2-7 ]+)</.exec(text)?.[1]?.replaceAll(' ', '')
    await mine.send('/en/account/second-factor/finish', { code: codeOf(secret ?? '', Date.now()) })
    expect((await whoIs(await signedIn(address))).kind).toBe('anonymous')
    const other = browser()
    await enter(other, device)
    expect((await whoIs(other)).id).toBe(account)
  })

  it('of another site, for another challenge, or sent twice, signs nobody in', async () => {
    const { mine, device } = await somebody()
    await add(mine, device)
    const by = browser()
    expect((await enter(by, device, { origin: 'http://plenum.example' })).status).toBe(400)
    await options(by, 'generate-authenticate-options')
    const stale = { response: device.assert({ challenge: 'b2xk' }) }
    expect((await send(by, 'verify-authentication', stale)).status).toBe(400)
    const asked = await options(by, 'generate-authenticate-options')
    const response = { response: device.assert(asked) }
    const thief = browser()
    expect((await send(thief, 'verify-authentication', response)).status).toBe(400)
    const cross = { 'sec-fetch-site': 'cross-site', origin: 'http://evil.example' }
    expect((await send(by, 'verify-authentication', response, cross)).status).toBe(403)
    expect((await send(by, 'verify-authentication', response)).status).toBe(200)
    const again = browser()
    for (const [name, value] of by.cookies) again.put(name, value)
    again.put('plenum.session_token', '')
    expect((await send(again, 'verify-authentication', response)).status).toBe(400)
  })

  it('is added by nobody who is not signed in, or not just now', async () => {
    const { mine } = await somebody()
    const path = '/accounts/passkey/generate-register-options'
    expect((await browser().get(path)).status).toBe(404)
    clock.advance({ minutes: 61 })
    expect((await mine.get(path)).status).toBe(403)
    clock.turnTo(Temporal.Now.instant())
  })

  it('signs nobody in once it is taken back', async () => {
    const { account, actor, mine, device } = await somebody()
    await add(mine, device)
    const { id: passkey } = await database.write
      .selectFrom('auth.passkey')
      .select('id')
      .where('userId', '=', account)
      .executeTakeFirstOrThrow()
    const stranger = await somebody()
    const input = { account, passkey }
    await expect(perform(stranger.actor, removePasskey, input)).rejects.toThrow('not-allowed')
    await perform(actor, removePasskey, input)
    const other = browser()
    expect([(await enter(other, device)).status, (await whoIs(other)).kind]).toEqual([
      400,
      'anonymous',
    ])
  })

  it('opens nothing else of the library behind it', async () => {
    const { mine } = await somebody()
    for (const path of [
      'passkey/list-user-passkeys',
      'get-session',
      'list-sessions',
      'ok',
      'error',
    ]) {
      expect((await mine.get(`/accounts/${path}`)).status, path).toBe(404)
    }
    for (const path of ['sign-in/magic-link', 'update-user', 'api-key/create', 'confirm-session']) {
      const answer = await mine.ask(`/accounts/${path}`, {
        ...{ method: 'POST', body: '{}' },
        headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
      })
      expect([path, answer.status]).toEqual([path, 404])
    }
  })
})
