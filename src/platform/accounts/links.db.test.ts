import { afterAll, describe, expect, it } from 'vitest'
import { closeAccount } from '../../features/people/account.commands.ts'
import { OPERATOR } from '../../kernel/actor.ts'
import type { Browser } from '../../testing/accounts/browser.ts'
import { openHouse } from '../../testing/accounts/house.ts'

const house = await openHouse()
const { world, browser, signedIn, linkFor } = house
afterAll(house.close)

let made = 0
/** An address that nobody has, and one of a new account. */
const nobody = () => `nobody-${++made}@mfa.example`
const somebody = async (said?: Parameters<typeof house.account>[1]) => {
  const address = `delegate-${++made}@mfa.example`
  return { address, account: await house.account(address, said) }
}
const ask = (address: string, into: Browser = browser(), language = 'en') =>
  into.send(`/${language}/sign-in`, { address, ':then': '/account' })
const lettersTo = (address: string) =>
  world.database.write
    .selectFrom('mail')
    .selectAll()
    .where('address', '=', address)
    .orderBy('keptAt')
    .execute()
/** The letter that comes: what an answer does not wait for has been done by then. */
async function letterTo(address: string, count = 1) {
  await expect.poll(async () => (await lettersTo(address)).length).toBe(count)
  const letter = (await lettersTo(address)).at(-1)
  const href = /http:\/\/plenum\.test(\/\S+)/.exec(letter?.text ?? '')?.[1] ?? ''
  return { letter, href, path: href.split('?')[0] ?? '' }
}
const whoIs = ({ cookies }: Browser) =>
  house.accounts.authenticate(
    new Request('http://plenum.test', {
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    }),
  )

describe('a link by mail', () => {
  it('signs in whoever asked for it, and leads on to where they wanted to go', async () => {
    const { address, account } = await somebody()
    const mine = browser()
    expect((await ask(address, mine)).location).toBe('/en/sign-in/sent?then=%2Faccount')
    const { letter, href, path } = await letterTo(address)
    expect(letter).toMatchObject({
      ...{ kind: 'accounts.sign-in', subject: 'Your link to sign in', name: 'Grace Otieno' },
      confidential: true,
    })
    expect(href).toBe(`${path}?then=%2Faccount`)

    const page = await mine.get(href)
    expect([page.status, page.text.includes(address)]).toEqual([200, true])
    expect(page.headers.get('cache-control')).toBe('private, no-store')
    expect(mine.cookies.size).toBe(0)

    const entered = await mine.send(path, { ':then': '/account' })
    expect([entered.status, entered.location]).toEqual([303, '/en/account'])
    expect(await whoIs(mine)).toEqual({
      ...{ kind: 'account', id: account, name: 'Grace Otieno' },
      session: expect.any(String),
      grants: [{ role: 'reviewer', conference: '*' }],
    })
  })

  it('is written in the language of the page', async () => {
    const { address } = await somebody()
    await ask(address, browser(), 'fr')
    const { letter, href } = await letterTo(address)
    expect(letter?.subject).toBe('Votre lien de connexion')
    expect(href).toMatch(/^\/fr\/sign-in\//)
  })

  it('signs in once', async () => {
    const { address } = await somebody()
    const link = await linkFor(address)
    const [first, second] = [browser(), browser()]
    expect((await first.send(link, {})).status).toBe(303)
    const again = await second.send(link, {})
    expect([again.status, again.headers.get('set-cookie')]).toEqual([410, null])
    expect((await second.get(link)).status).toBe(410)
    expect((await whoIs(second)).kind).toBe('anonymous')
  })

  it('signs in once, however often it is sent at the same time', async () => {
    const { address } = await somebody()
    const link = await linkFor(address)
    const answers = await Promise.all(Array.from({ length: 8 }, () => browser().send(link, {})))
    expect(answers.map(({ status }) => status).sort()).toEqual([303, ...Array(7).fill(410)])
  })

  it('is not used up by machines that look at it', async () => {
    const { address } = await somebody()
    const link = await linkFor(address)
    for (const method of ['GET', 'HEAD', 'GET']) await browser().ask(link, { method })
    expect((await browser().send(link, {})).status).toBe(303)
  })

  it('signs in the browser that it is opened in, and no other', async () => {
    const { address } = await somebody()
    const [asked, opened] = [browser(), browser()]
    await ask(address, asked)
    const { path } = await letterTo(address)
    await opened.send(path, {})
    expect([await whoIs(asked), await whoIs(opened)].map(({ kind }) => kind)).toEqual([
      'anonymous',
      'account',
    ])
  })

  it('is too old after fifteen minutes', async () => {
    const { address } = await somebody()
    await ask(address)
    const { path } = await letterTo(address)
    world.clock.advance({ minutes: 14, seconds: 59 })
    expect((await browser().get(path)).status).toBe(200)
    world.clock.advance({ seconds: 1 })
    expect((await browser().get(path)).status).toBe(410)
    expect((await browser().send(path, {})).status).toBe(410)
  })

  it('is kept as a digest', async () => {
    const { address } = await somebody()
    const secret = (await linkFor(address)).split('/').at(-1) ?? ''
    const rows = await world.database.write.selectFrom('auth.verification').selectAll().execute()
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toContain(secret)
  })

  it('of a closed account leads nowhere', async () => {
    const { address, account } = await somebody()
    const link = await linkFor(address)
    await world.perform(OPERATOR, closeAccount, { account })
    expect((await browser().send(link, {})).status).toBe(410)
    await ask(address)
    await ask((await somebody()).address)
    expect(await lettersTo(address)).toEqual([])
  })
})

describe('whether an address has an account', () => {
  it('is not told by the answer', async () => {
    const { address } = await somebody()
    const answers = await Promise.all(
      [address, nobody()].map(async (one) => {
        const { status, location, text, headers } = await ask(one)
        const page = await browser().get(location ?? '')
        return { status, location, text, cookies: headers.get('set-cookie'), page: page.text }
      }),
    )
    expect(answers[0]).toEqual(answers[1])
  })

  it('is not told by the time of the answer', async () => {
    const known = await Promise.all(Array.from({ length: 40 }, () => somebody()))
    const times = { known: [] as number[], unknown: [] as number[] }
    for (const { address } of known) {
      for (const [kind, one] of [
        ['unknown', nobody()],
        ['known', address],
      ] as const) {
        const began = performance.now()
        await ask(one)
        times[kind].push(performance.now() - began)
      }
    }
    const median = (list: number[]) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0
    const [one, other] = [median(times.known), median(times.unknown)]
    expect(Math.abs(one - other)).toBeLessThan(0.5 * Math.min(one, other))
  })

  it('is not told by what is left behind', async () => {
    const stranger = nobody()
    await ask(stranger)
    const { address } = await somebody()
    await ask(address)
    await letterTo(address)
    const rows = await world.database.write
      .selectFrom('auth.verification')
      .select('value')
      .where('value', 'like', `%${stranger}%`)
      .execute()
    expect([rows, await lettersTo(stranger)]).toEqual([[], []])
  })

  it('is not told by when somebody has asked too often', async () => {
    const { address } = await somebody()
    for (const one of [address, nobody()]) {
      const statuses = []
      for (let time = 0; time < 5; time += 1) statuses.push((await ask(one)).status)
      expect(statuses).toEqual([303, 303, 303, 303, 429])
    }
  })
})

describe('links', () => {
  it('are asked for by one address four times, then once in three minutes', async () => {
    const address = nobody()
    for (let time = 0; time < 4; time += 1) await ask(address)
    const refused = await ask(address.toUpperCase(), browser(), 'fr')
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '180'])
    expect(refused.text).toContain('Un instant, s’il vous plaît')
    expect(refused.text).toContain('lang="fr"')
    world.clock.advance({ minutes: 3 })
    expect([(await ask(address)).status, (await ask(address)).status]).toEqual([303, 429])
  })

  it('are asked for by one network two hundred times, then twice in a second', async () => {
    const from = (network: string) =>
      browser().send('/en/sign-in', { address: nobody() }, { 'x-forwarded-for': network })
    const answers = await Promise.all(Array.from({ length: 200 }, () => from('203.0.113.7')))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]))
    expect((await from('203.0.113.7')).status).toBe(429)
    expect((await from('203.0.113.8')).status).toBe(303)
  })

  it('are not asked for with what is no address: it is said at its field, and stands there', async () => {
    for (const address of ['', 'grace', 'grace@', 'grace@mfa', 'a@b.example, c@d.example']) {
      const { status, text } = await ask(address)
      expect(status).toBe(422)
      expect(text).toContain('This is not an e-mail address.')
      expect(text).toContain(`value="${address}"`)
    }
  })

  it('are not asked for by another site', async () => {
    const answer = await browser().send(
      '/en/sign-in',
      { address: nobody() },
      { 'sec-fetch-site': 'cross-site' },
    )
    expect(answer.status).toBe(403)
  })
})

describe('whoever signs in', () => {
  it('is led to no other site', async () => {
    const elsewhere = [
      '//evil.example',
      'https://evil.example',
      '/\\evil.example',
      '/ evil',
      'evil',
    ]
    for (const onward of [...elsewhere, '/sign-in', '/sign-out?x', '/deeds/people.invite']) {
      const { address } = await somebody()
      const link = await linkFor(address)
      const shown = await browser().get(`${link}?then=${encodeURIComponent(onward)}`)
      expect(shown.text).toContain('name=":then" value="/work"')
      const { location } = await browser().send(link, { ':then': onward })
      expect(location).toBe('/en/work')
    }
  })

  it('is not who somebody else planted in the browser, and that session is over', async () => {
    const attacker = await somebody({ name: 'Mallory' })
    const victim = await somebody()
    const planted = await signedIn(attacker.address)
    const shared = browser()
    for (const [name, value] of planted.cookies) shared.put(name, value)
    expect((await whoIs(shared)).id).toBe(attacker.account)

    await signedIn(victim.address, shared)
    expect((await whoIs(shared)).id).toBe(victim.account)
    expect([...shared.cookies.values()]).not.toEqual([...planted.cookies.values()])
    expect((await whoIs(planted)).kind).toBe('anonymous')
  })

  it('is nowhere in the log, and neither is the link', async () => {
    const { address } = await somebody({ name: 'Ingrid Solberg' })
    const link = await linkFor(address)
    const mine = await signedIn(address)
    await browser().send(link, {})
    await mine.ask('/en/sign-in', { method: 'PUT' })
    const logged = house.logged.join('\n')
    for (const secret of [address, 'Ingrid', link.split('/').at(-1) ?? '', 'mfa.example']) {
      expect(logged).not.toContain(secret)
    }
  })
})
