import { afterAll, describe, expect, it, vi } from 'vitest'
import { closeAccount } from '../../features/people/account.commands.ts'
import { OPERATOR } from '../../kernel/actor.ts'
import { type Browser, cookieOf } from '../../testing/accounts/browser.ts'
import { openHouse } from '../../testing/accounts/house.ts'
import { openProvider } from '../../testing/accounts/provider.ts'
import { codeOf } from '../../testing/accounts/totp.ts'

// It tells at length that it is not set up for production.
for (const way of ['info', 'warn'] as const) vi.spyOn(console, way).mockReturnValue()

const provider = await openProvider('http://plenum.test/accounts/callback/oidc')
const { issuer, clientId, clientSecret, people } = provider
const house = await openHouse({
  oidc: { issuer, clientId, clientSecret, name: 'Ministry of Foreign Affairs' },
})
const { world, accounts, browser } = house
const { database } = world
afterAll(async () => {
  await house.close()
  provider.close()
})

const whoIs = (by: Browser) =>
  accounts.authenticate(new Request('http://plenum.test', { headers: { cookie: cookieOf(by) } }))
const pathOf = (url: string | null) => (url ?? '').replace('http://plenum.test', '')
/** Goes by way of the provider, under the name that is typed there; the answer to coming back. */
async function comeBy(name: string, by: Browser = browser()) {
  const away = await by.get('/en/sign-in/single?then=%2Faccount')
  expect(away.status).toBe(303)
  const back = await provider.signIn(away.location ?? '', name)
  return { by, answer: await by.get(pathOf(back)), back }
}
let made = 0
const invited = async (email_verified = true) => {
  const name = `person-${++made}`
  const email = `${name}@mfa.example`
  people.set(name, { email, email_verified })
  return { name, email, account: await house.account(email) }
}

describe('single sign-on', () => {
  it('is offered under the name that people know', async () => {
    const { text } = await browser().get('/en/sign-in')
    expect(text).toContain('Ministry of Foreign Affairs')
  })

  it('lets in whose verified address was invited, and leads on', async () => {
    const { name, account } = await invited()
    const { by, answer } = await comeBy(name)
    expect([answer.status, pathOf(answer.location)]).toEqual([
      302,
      '/en/sign-in/entered?then=%2Faccount',
    ])
    expect((await by.get(pathOf(answer.location))).location).toBe('/en/account')
    expect((await whoIs(by)).id).toBe(account)
    // Again, by the account that is linked now, whatever the address says.
    people.set(name, { email: 'renamed@mfa.example', email_verified: true })
    expect((await whoIs((await comeBy(name)).by)).id).toBe(account)
  })

  it('keeps nothing of the provider but who it is', async () => {
    const { name, account } = await invited()
    await comeBy(name)
    const rows = await database.write
      .selectFrom('auth.account')
      .selectAll()
      .where('userId', '=', account)
      .execute()
    expect(rows).toMatchObject([
      {
        ...{ providerId: 'oidc', accountId: name, accessToken: null, refreshToken: null },
        ...{ idToken: null, password: null },
      },
    ])
  })

  it('lets in nobody whose address was not invited, and makes no account', async () => {
    people.set('stranger', { email: 'stranger@elsewhere.example', email_verified: true })
    const { by, answer } = await comeBy('stranger')
    const refused = pathOf(answer.location)
    expect(refused).toMatch(/^\/en\/sign-in\?then=%2Faccount&error=/)
    const page = await by.get(refused)
    expect([page.status, (await whoIs(by)).kind]).toEqual([200, 'anonymous'])
    expect(page.text).toContain('Single sign-on led to no account.')
    const { count } = await database.write
      .selectFrom('auth.user')
      .select((from) => from.fn.countAll<number>().as('count'))
      .where('email', '=', 'stranger@elsewhere.example')
      .executeTakeFirstOrThrow()
    expect(count).toBe(0)
  })

  it('lets in nobody by an address that the provider has not verified', async () => {
    const { name } = await invited(false)
    const { by, answer } = await comeBy(name)
    expect([(await whoIs(by)).kind, pathOf(answer.location)]).toEqual([
      'anonymous',
      expect.stringContaining('error='),
    ])
  })

  it('lets in nobody whose account is closed', async () => {
    const { name, account } = await invited()
    await house.account(`administrator-${made}@mfa.example`, { role: 'administrator' })
    await world.perform(OPERATOR, closeAccount, { account })
    expect((await whoIs((await comeBy(name)).by)).kind).toBe('anonymous')
  })

  it('does not stand for a second factor', async () => {
    const { name, email } = await invited()
    const mine = await house.signedIn(email)
    await mine.send('/en/account/second-factor/begin', {})
    const { text } = await mine.get('/en/account/second-factor')
    const secret = /into the app: ?<bdi[^>]*>([A-Z2-7 ]+)</.exec(text)?.[1]?.replaceAll(' ', '')
    await mine.send('/en/account/second-factor/finish', {
      code: codeOf(secret ?? '', Date.now()),
    })
    const { by, answer } = await comeBy(name)
    expect((await by.get(pathOf(answer.location))).location).toBe(
      '/en/sign-in/code?then=%2Faccount',
    )
    expect((await whoIs(by)).kind).toBe('anonymous')
  })

  it('comes back to the browser that went, and once', async () => {
    const { name } = await invited()
    const went = browser()
    const away = await went.get('/en/sign-in/single')
    const back = pathOf(await provider.signIn(away.location ?? '', name))
    const other = browser()
    await other.get(back)
    expect((await whoIs(other)).kind).toBe('anonymous')
    const copied = browser()
    for (const [cookie, value] of went.cookies) copied.put(cookie, value)
    await went.get(back)
    expect((await whoIs(went)).kind).toBe('account')
    await copied.get(back)
    expect((await whoIs(copied)).kind).toBe('anonymous')
  })

  it('leads to no other site', async () => {
    const { name } = await invited()
    const by = browser()
    const away = await by.get('/en/sign-in/single?then=%2F%2Fevil.example')
    const answer = await by.get(pathOf(await provider.signIn(away.location ?? '', name)))
    expect(pathOf(answer.location)).toBe('/en/sign-in/entered')
  })

  it('is not there where it is not set up, and a provider that is away stops nobody else', async () => {
    const without = await openHouse()
    expect((await without.browser().get('/accounts/callback/oidc')).status).toBe(404)
    const answer = await without.browser().get('/en/sign-in/single')
    expect(pathOf(answer.location)).toBe('/en/sign-in?error')
    await without.close()

    const away = await openHouse({
      oidc: { issuer: 'http://127.0.0.1:9', clientId, clientSecret, name: 'Away' },
    })
    expect(pathOf((await away.browser().get('/en/sign-in/single')).location)).toBe(
      '/en/sign-in?error',
    )
    await away.account('somebody@mfa.example')
    const mine = await away.signedIn('somebody@mfa.example')
    expect((await mine.get('/en/sign-in')).status).toBe(303)
    await away.close()
  })
})
