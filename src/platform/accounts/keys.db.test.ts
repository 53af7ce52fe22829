import { afterAll, describe, expect, it } from 'vitest'
import { revokeKey } from '../../features/people/account.commands.ts'
import { endRole } from '../../features/people/commands.ts'
import { type Actor, OPERATOR } from '../../kernel/actor.ts'
import type { Browser } from '../../testing/accounts/browser.ts'
import { openHouse } from '../../testing/accounts/house.ts'

const house = await openHouse()
const { world, browser, signedIn, accounts, site } = house
const { clock, database, perform } = world
afterAll(house.close)

let made = 0
async function somebody(role = 'reviewer') {
  const address = `somebody-${++made}@mfa.example`
  const account = await house.account(address, { role })
  const actor: Actor = { kind: 'account', id: account, grants: [] }
  return { address, account, actor, mine: await signedIn(address) }
}
const make = (by: Browser, fields: Record<string, string> = {}) =>
  by.send('/en/account/keys/new', { name: 'Nightly copy', days: '30', ...fields })
const keyIn = (text: string) => /plenum_[A-Za-z]{64}/.exec(text)?.[0] ?? ''
const whoHas = (key: string) =>
  accounts.authenticate(
    new Request('http://plenum.test', { headers: { authorization: `Bearer ${key}` } }),
  )
const rowsOf = (account: string) =>
  database.write.selectFrom('auth.apiKey').selectAll().where('referenceId', '=', account).execute()
const rename = (key: string, account: string, name: string) =>
  fetch(`${site.origin}/api/v1/commands/people.change-profile`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ account, name, language: 'en', zone: null }),
  })

describe('a key', () => {
  it('is shown once, and kept as a digest', async () => {
    const { account, mine } = await somebody()
    expect((await mine.get('/en/account/keys/new')).status).toBe(200)
    const { status, text } = await make(mine)
    const key = keyIn(text)
    expect([status, key.length]).toEqual([200, 71])
    const rows = await rowsOf(account)
    expect(rows).toMatchObject([{ name: 'Nightly copy', start: key.slice(0, 11) }])
    expect(JSON.stringify(rows)).not.toContain(key)
  })

  it('does deeds with the rights of its account, and no more', async () => {
    const [one, other] = [await somebody(), await somebody()]
    const key = keyIn((await make(one.mine)).text)
    expect(await whoHas(key)).toEqual({
      ...{ kind: 'account', id: one.account, name: 'Grace Otieno' },
      grants: [{ role: 'reviewer', conference: '*' }],
    })
    expect((await rename(key, one.account, 'Grace A. Otieno')).status).toBe(200)
    expect((await whoHas(key)).name).toBe('Grace A. Otieno')
    expect((await rename(key, other.account, 'Somebody else')).status).toBe(403)

    const holding = await database.write
      .selectFrom('holding')
      .select('id')
      .where('account', '=', one.account)
      .executeTakeFirstOrThrow()
    await perform(OPERATOR, endRole, { holding: holding.id })
    expect((await whoHas(key)).grants).toEqual([])
  })

  it('opens no page on which its account is changed', async () => {
    const { mine } = await somebody()
    const key = keyIn((await make(mine)).text)
    const asked = await browser().ask('/en/account/keys/new', {
      headers: { authorization: `Bearer ${key}` },
    })
    expect([asked.status, asked.location]).toEqual([
      303,
      '/en/sign-in?then=%2Faccount%2Fkeys%2Fnew',
    ])
  })

  it('is nobody’s once it is taken back', async () => {
    const [one, other] = [await somebody(), await somebody()]
    const key = keyIn((await make(one.mine)).text)
    const [row] = await rowsOf(one.account)
    const input = { account: one.account, key: row?.id }
    await expect(perform(other.actor, revokeKey, input)).rejects.toThrow('platform.not-allowed')
    await perform(other.actor, revokeKey, { ...input, account: other.account })
    expect((await whoHas(key)).kind).toBe('account')
    await perform(one.actor, revokeKey, input)
    expect((await whoHas(key)).kind).toBe('anonymous')
    expect((await rename(key, one.account, 'Grace')).status).toBe(401)
  })

  it('holds for as long as was said', async () => {
    const { mine } = await somebody()
    const key = keyIn((await make(mine, { days: '30' })).text)
    const long = keyIn((await make(mine, { days: '365' })).text)
    const now = clock.now()
    clock.advance({ hours: 24 * 30 + 1 })
    expect([await whoHas(key), await whoHas(long)].map(({ kind }) => kind)).toEqual([
      'anonymous',
      'account',
    ])
    clock.turnTo(now)
  })

  it('tells when it was last used, to the hour', async () => {
    const { account, mine } = await somebody()
    const key = keyIn((await make(mine)).text)
    const used = async () => (await rowsOf(account))[0]?.lastRequest
    expect(await used()).toBeNull()
    await whoHas(key)
    const first = clock.now()
    expect(await used()).toEqual(first)
    clock.advance({ minutes: 30 })
    await whoHas(key)
    expect(await used()).toEqual(first)
    clock.advance({ minutes: 31 })
    await whoHas(key)
    expect(Temporal.Instant.compare((await used()) as Temporal.Instant, first)).toBe(1)
    clock.turnTo(Temporal.Now.instant())
  })

  it('is nobody’s if it is made up', async () => {
    for (const key of ['plenum_', `plenum_${'a'.repeat(64)}`, 'kim', '']) {
      expect((await whoHas(key)).kind).toBe('anonymous')
    }
  })

  it('has a name, and an account has twenty at most', async () => {
    const { account, mine } = await somebody()
    for (const name of ['', '  ', 'x'.repeat(81)]) {
      const { status, text } = await make(mine, { name })
      expect([status, keyIn(text)]).toEqual([422, ''])
    }
    for (let count = 0; count < 20; count += 1) await make(mine)
    const { status, text } = await make(mine)
    expect([status, (await rowsOf(account)).length]).toEqual([422, 20])
    expect(text).toContain('An account has at most 20 keys.')
  })

  it('is made by whoever has just signed in', async () => {
    const { address, account, mine } = await somebody()
    clock.advance({ minutes: 61 })
    const stale = await mine.get('/en/account/keys/new')
    expect(stale.location).toBe('/en/sign-in?then=%2Faccount%2Fkeys%2Fnew&again')
    expect((await mine.get(stale.location ?? '')).status).toBe(200)
    await make(mine)
    expect(await rowsOf(account)).toEqual([])
    clock.turnTo(Temporal.Now.instant())
    await make(await signedIn(address))
    expect((await rowsOf(account)).length).toBe(1)
  })

  it('is made by nobody who has not signed in, nor by another site', async () => {
    expect((await make(browser())).location).toBe('/en/sign-in?then=%2Faccount')
    const { account, mine } = await somebody()
    const answer = await mine.send(
      '/en/account/keys/new',
      { name: 'x', days: '30' },
      { 'sec-fetch-site': 'cross-site' },
    )
    expect([answer.status, await rowsOf(account)]).toEqual([403, []])
  })
})
