import { afterAll, describe, expect, it } from 'vitest'
import {
  changeAddress,
  closeAccount,
  endSession,
  endSessions,
  reopenAccount,
} from '../../features/people/account.commands.ts'
import { endRole, giveRole } from '../../features/people/commands.ts'
import { whoAre as knows } from '../../features/people/queries.ts'
import { type Actor, OPERATOR } from '../../kernel/actor.ts'
import { type Browser, cookieOf } from '../../testing/accounts/browser.ts'
import { counting } from '../../testing/accounts/counting.ts'
import { openHouse } from '../../testing/accounts/house.ts'
import { listenTo } from '../../testing/web/stream.ts'
import { createAccounts } from './accounts.ts'

const house = await openHouse()
const { world, browser, signedIn, accounts } = house
const { clock, database, perform } = world
afterAll(house.close)

let made = 0
async function somebody() {
  const address = `somebody-${++made}@mfa.example`
  const account = await house.account(address)
  return { address, account, actor: { kind: 'account', id: account, grants: [] } satisfies Actor }
}
const asked = (by: Browser) =>
  new Request('http://plenum.test', { headers: { cookie: cookieOf(by) } })
const kindOf = async (by: Browser) => (await accounts.authenticate(asked(by))).kind
const sessionsOf = (account: string) =>
  database.write
    .selectFrom('auth.session')
    .select(['id', 'userAgent', 'confirmed'])
    .where('userId', '=', account)
    .execute()

describe('a session', () => {
  it('is nobody’s whose cookie is forged, of another secret, or of another name', async () => {
    const mine = await signedIn((await somebody()).address)
    const [[name = '', value = ''] = []] = [...mine.cookies]
    expect(name).toBe('plenum.session_token')
    const [token = '', signature = ''] = decodeURIComponent(value).split('.')
    const other = await createAccounts({
      ...{ url: database.url, database, clock, log: { error() {}, warn() {} }, whoAre: knows },
      settings: {
        ...{ publicUrl: 'http://plenum.test', home: '', oidc: undefined },
        secret: 'another secret of more than thirty-two signs',
      },
    })
    expect((await other.authenticate(asked(mine))).kind).toBe('anonymous')
    await other.close()
    for (const forged of [
      token,
      `${token}.`,
      `${token}.${'A'.repeat(43)}=`,
      `x${token}.${signature}`,
    ]) {
      const by = browser()
      by.put(name, encodeURIComponent(forged))
      expect(await kindOf(by), forged).toBe('anonymous')
    }
    const by = browser()
    by.put('other.session_token', value)
    expect(await kindOf(by)).toBe('anonymous')
    expect(await kindOf(mine)).toBe('account')
  })

  it('lasts while it is used every week, and thirty days in all', async () => {
    const { address } = await somebody()
    const used = await signedIn(address)
    const idle = await signedIn(address)
    for (const day of [6, 12, 18, 24, 29]) {
      clock.turnTo(Temporal.Now.instant().add({ hours: 24 * day }))
      expect([day, await kindOf(used)]).toEqual([day, 'account'])
    }
    expect(await kindOf(idle)).toBe('anonymous')
    clock.turnTo(Temporal.Now.instant().add({ hours: 24 * 30 }))
    expect(await kindOf(used)).toBe('anonymous')
    clock.turnTo(Temporal.Now.instant())
  })

  it('costs two queries, and a key two', async () => {
    const mine = await signedIn((await somebody()).address)
    const { write, counted } = counting(database.write)
    const counter = await createAccounts({
      ...{ url: database.url, database: { write }, clock, log: { error() {}, warn() {} } },
      settings: {
        ...{ publicUrl: 'http://plenum.test', home: '', oidc: undefined },
        secret: 'a secret of forty signs that tests may know',
      },
      whoAre: knows,
    })
    expect((await counter.authenticate(asked(mine))).kind).toBe('account')
    expect(counted()).toBe(2)
    expect((await counter.authenticate(new Request('http://plenum.test'))).kind).toBe('anonymous')
    expect(counted()).toBe(2)
    await counter.close()
  })

  it('that its holder ends on another device has ended at the next request', async () => {
    const { address, account, actor } = await somebody()
    const [desk, phone] = [await signedIn(address), await signedIn(address)]
    const { session } = await accounts.authenticate(asked(phone))
    await perform(actor, endSession, { account, session })
    expect([await kindOf(desk), await kindOf(phone)]).toEqual(['account', 'anonymous'])
    await perform(actor, endSessions, { account })
    expect([await kindOf(desk), (await sessionsOf(account)).length]).toEqual(['anonymous', 0])
  })

  it('is ended by its holder and the administrator, and by nobody else', async () => {
    const [one, other] = [await somebody(), await somebody()]
    const theirs = await signedIn(other.address)
    const { session } = await accounts.authenticate(asked(theirs))
    const input = { account: other.account, session }
    await expect(perform(one.actor, endSession, input)).rejects.toThrow('platform.not-allowed')
    await expect(perform(one.actor, endSessions, input)).rejects.toThrow()
    // The session of somebody else under one's own name: nothing happens.
    await perform(one.actor, endSession, { account: one.account, session })
    expect(await kindOf(theirs)).toBe('account')
    await perform(OPERATOR, endSessions, { account: other.account })
    expect(await kindOf(theirs)).toBe('anonymous')
  })

  it('ends as its holder goes out, and its cookie with it', async () => {
    const { address, account } = await somebody()
    const mine = await signedIn(address)
    const copied = browser()
    for (const [name, value] of mine.cookies) copied.put(name, value)
    const left = await mine.send('/en/sign-out', {})
    expect([left.status, left.location]).toEqual([303, '/en'])
    expect([mine.cookies.size, await kindOf(copied)]).toEqual([0, 'anonymous'])
    expect(await sessionsOf(account)).toEqual([])
  })

  it('takes its live stream with it', async () => {
    const { address, account, actor } = await somebody()
    const mine = await signedIn(address)
    const stream = await listenTo(house.site.origin, ['/en/parties'], { cookie: cookieOf(mine) })
    await perform(actor, endSessions, { account })
    await stream.ended
    expect(stream.events.at(-1)?.name).toBe('stale')
  })

  it('is not ended by a link or by another site', async () => {
    const mine = await signedIn((await somebody()).address)
    expect((await mine.get('/en/sign-out')).status).toBe(404)
    await mine.send('/en/sign-out', {}, { 'sec-fetch-site': 'cross-site' })
    expect(await kindOf(mine)).toBe('account')
  })

  it('is over when the account closes or moves to another address', async () => {
    const closed = await somebody()
    const mine = await signedIn(closed.address)
    await perform(OPERATOR, giveRole, {
      account: (await somebody()).account,
      role: 'administrator',
      conference: '*',
    })
    await perform(OPERATOR, closeAccount, { account: closed.account })
    expect(await kindOf(mine)).toBe('anonymous')
    await perform(OPERATOR, reopenAccount, { account: closed.account })
    expect(await kindOf(mine)).toBe('anonymous')
    expect(await kindOf(await signedIn(closed.address))).toBe('account')

    const moved = await somebody()
    const before = await signedIn(moved.address)
    const address = `moved-${made}@mfa.example`
    await perform(OPERATOR, changeAddress, { account: moved.account, address })
    expect(await kindOf(before)).toBe('anonymous')
    expect((await accounts.authenticate(asked(await signedIn(address)))).id).toBe(moved.account)
  })

  it('has the rights of the moment', async () => {
    const { address, account } = await somebody()
    const mine = await signedIn(address)
    const grants = async () =>
      (await accounts.authenticate(asked(mine))).grants.map(({ role }) => role)
    const { answer } = await perform(OPERATOR, giveRole, {
      account,
      role: 'translator',
      conference: '*',
    })
    expect(await grants()).toEqual(['reviewer', 'translator'])
    await perform(OPERATOR, endRole, { holding: answer.holding })
    expect(await grants()).toEqual(['reviewer'])
  })

  it('is written into the journal as it begins and ends, without anything of the person', async () => {
    const { address, account } = await somebody()
    const mine = await signedIn(address)
    await mine.send('/en/sign-out', {})
    const entries = await database.write
      .selectFrom('journal')
      .selectAll()
      .where('subject', '=', `account/${account}`)
      .orderBy('seq')
      .execute()
    expect(entries.map(({ action, actor }) => [action, actor])).toEqual([
      ['people.invite', 'system/operator'],
      ['people.keep-sign-in-link', 'system/operator'],
      ['accounts.sign-in', `account/${account}`],
      ['accounts.sign-out', `account/${account}`],
    ])
    expect(JSON.stringify(entries)).not.toContain('mfa.example')
    expect(JSON.stringify(entries)).not.toContain('Grace')
  })

  it('keeps no network address of anybody', async () => {
    const { address, account } = await somebody()
    const link = await house.linkFor(address)
    await browser().send(link, {}, { 'x-forwarded-for': '203.0.113.9', 'user-agent': 'Firefox' })
    expect(await sessionsOf(account)).toEqual([
      { id: expect.any(String), userAgent: 'Firefox', confirmed: true },
    ])
    const rows = await database.write.selectFrom('auth.session').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain('203.0.113.9')
  })
})
