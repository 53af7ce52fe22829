import { afterAll, describe, expect, it } from 'vitest'
import type { Browser } from '../../../testing/accounts/browser.ts'
import { openHouse } from '../../../testing/accounts/house.ts'

const house = await openHouse({}, { shipped: true })
const { world, browser, signedIn } = house
afterAll(house.close)

let made = 0
/** Somebody who is signed in, with a role at Seoul. */
async function somebody(role: string, said: { name?: string; party?: string } = {}) {
  const address = `person-${++made}@mfa.example`
  const account = await house.account(address, { role, conference: 'seoul2021', ...said })
  return { address, account, mine: await signedIn(address) }
}
const deed = (by: Browser, command: string, page: string, fields: Record<string, string>) =>
  by.send(`/en/deeds/${command}`, { ':page': page, ':then': page, ':of': '', ...fields })
const namesIn = (text: string) =>
  [...text.matchAll(/<th scope="row"><bdi>([^<]+)<\/bdi>/g)].map(([, name = '']) => name)

describe('the account page', () => {
  it('is for whoever is signed in; everybody else is asked to', async () => {
    expect((await browser().get('/fr/account')).location).toBe('/fr/sign-in?then=%2Faccount')
    const { mine, address } = await somebody('focal-point', { party: 'KEN', name: 'أمينة بن علي' })
    const { status, text, headers } = await mine.get('/en/account')
    expect([status, headers.get('cache-control')]).toEqual([200, 'private, no-store'])
    for (const said of [address, 'أمينة بن علي', 'Focal point', 'Kenya', 'this device']) {
      expect(text).toContain(said)
    }
  })

  it('changes name, language and zone by a form, and keeps what was typed where it is refused', async () => {
    const { mine, account } = await somebody('reviewer')
    const fields = { account, language: 'fr', zone: 'Asia/Kathmandu' }
    const done = await deed(mine, 'people.change-profile', '/account', {
      ...fields,
      name: 'Grace A. Otieno',
    })
    expect([done.status, done.location]).toEqual([303, '/en/account'])
    const { text } = await mine.get('/en/account')
    expect(text).toContain('Your details have been saved.')
    expect(text).toContain('value="Grace A. Otieno"')
    expect(text).toMatch(/<option value="Asia\/Kathmandu" selected/)

    const refused = await deed(mine, 'people.change-profile', '/account', { ...fields, name: ' ' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Please fill in this field.')
  })

  it('ends every session, this one too', async () => {
    const { mine, account, address } = await somebody('reviewer')
    const other = await signedIn(address)
    expect((await mine.get('/en/account')).text.match(/name="session"/g)?.length).toBe(2)
    const ended = await deed(mine, 'people.end-sessions', '/account', { account })
    expect(ended.status).toBe(303)
    for (const by of [mine, other]) {
      expect((await by.get('/en/account')).location).toBe('/en/sign-in?then=%2Faccount')
    }
  })

  it('shows nobody else’s account, whatever is sent', async () => {
    const [one, other] = [await somebody('reviewer'), await somebody('reviewer')]
    const sent = await deed(one.mine, 'people.change-profile', '/account', {
      ...{ account: other.account, name: 'Mallory', language: 'en', zone: '' },
    })
    expect(sent.status).toBe(403)
    expect((await other.mine.get('/en/account')).text).not.toContain('Mallory')
  })
})

describe('the people of a conference', () => {
  it('are shown to its secretariats, and to nobody else', async () => {
    const { mine, address } = await somebody('host-secretariat', { name: 'Host' })
    const page = await mine.get('/en/seoul2021/people')
    expect([page.status, page.text.includes(address)]).toEqual([200, true])
    expect((await mine.get('/en/berlin2025/people')).status).toBe(403)
    for (const role of ['reviewer', 'translator', 'floor-desk', 'interpreter', 'protocol']) {
      const denied = await (await somebody(role)).mine.get('/en/seoul2021/people')
      expect([role, denied.status, denied.text.includes(address)]).toEqual([role, 403, false])
    }
    const nobody = await browser().get('/en/seoul2021/people')
    expect(nobody.location).toBe('/en/sign-in?then=%2Fseoul2021%2Fpeople')
    expect((await mine.get('/en/nowhere9/people')).status).toBe(403)
  })

  it('are invited by a form, found again, and their roles end', async () => {
    const { mine } = await somebody('un-secretariat')
    const page = '/seoul2021/people?q=zawadi'
    const invited = await deed(mine, 'people.invite', page, {
      ...{ conference: 'seoul2021', address: 'zawadi@mfa.example', name: 'Zawadi Mwangi' },
      ...{ language: 'en', role: 'focal-point', party: 'KEN' },
    })
    expect([invited.status, invited.location]).toEqual([303, `/en${page}`])
    const { text } = await mine.get(`/en${page}`)
    expect(text).toContain('The invitation is on its way.')
    expect(namesIn(text)).toEqual(['Zawadi Mwangi'])
    expect(text).toContain('has not signed in yet')
    const holding = /name="holding" value="([^"]+)"/.exec(text)?.[1] ?? ''
    await deed(mine, 'people.end-role', page, { holding })
    expect(namesIn((await mine.get(`/en${page}`)).text)).toEqual([])
    expect(namesIn((await mine.get(`/en${page}&former=yes`)).text)).toEqual(['Zawadi Mwangi'])
  })

  it('are refused by a form with the reason at its field', async () => {
    const { mine } = await somebody('host-secretariat')
    const sent = await deed(mine, 'people.invite', '/seoul2021/people', {
      ...{ conference: 'seoul2021', address: 'no address', name: 'Zoë', language: 'en' },
      ...{ role: '', party: '' },
    })
    expect(sent.status).toBe(422)
    for (const said of ['This is not an e-mail address.', 'value="no address"', 'value="Zoë"']) {
      expect(sent.text).toContain(said)
    }
  })

  it('are, for a focal point, the delegates of the own delegation', async () => {
    const kenya = await somebody('focal-point', { party: 'KEN', name: 'Focal point of Kenya' })
    await somebody('delegate', { party: 'KEN', name: 'Delegate of Kenya' })
    await somebody('delegate', { party: 'NOR', name: 'Delegate of Norway' })
    const { text } = await kenya.mine.get('/en/seoul2021/people')
    expect(namesIn(text)).toEqual(['Delegate of Kenya'])
    expect(text).not.toContain('Norway')
    const invited = await deed(kenya.mine, 'people.invite', '/seoul2021/people', {
      ...{ conference: 'seoul2021', address: 'second@mfa.example', name: 'Second delegate' },
      ...{ language: 'en', role: 'delegate', party: 'KEN' },
    })
    expect(invited.status).toBe(303)
    const stolen = await deed(kenya.mine, 'people.invite', '/seoul2021/people', {
      ...{ conference: 'seoul2021', address: 'third@mfa.example', name: 'Third' },
      ...{ language: 'en', role: 'delegate', party: 'NOR' },
    })
    expect(stolen.status).toBe(403)
  })

  it('are found by what is typed and not by what it could mean to a database', async () => {
    const { mine } = await somebody('host-secretariat')
    await somebody('reviewer', { name: '100% sure_of\\it' })
    const find = async (q: string) =>
      namesIn((await mine.get(`/en/seoul2021/people?q=${encodeURIComponent(q)}`)).text)
    expect(await find('100% sure_')).toEqual(['100% sure_of\\it'])
    expect(await find('%')).toEqual(['100% sure_of\\it'])
    expect(await find("' or 1=1 --")).toEqual([])
  })

  it('stand on pages of a hundred', async () => {
    const { mine } = await somebody('host-secretariat')
    for (let count = 0; count < 101; count += 1) {
      await house.account(`many-${count}@mfa.example`, {
        ...{ role: 'interpreter', conference: 'seoul2021', name: `Interpreter ${count}` },
      })
    }
    const page = async (number: number) =>
      namesIn((await mine.get(`/en/seoul2021/people?role=interpreter&page=${number}`)).text).length
    const all = await world.read
      .selectFrom('holding')
      .select((from) => from.fn.countAll<number>().as('count'))
      .where('role', '=', 'interpreter')
      .executeTakeFirstOrThrow()
    expect([await page(1), await page(2), await page(3)]).toEqual([100, Number(all.count) - 100, 0])
  })
})

describe('all accounts', () => {
  it('are for the administrator', async () => {
    const { mine } = await somebody('host-secretariat')
    const { account } = await somebody('reviewer')
    for (const path of ['/en/administration/accounts', `/en/administration/accounts/${account}`]) {
      expect((await mine.get(path)).status).toBe(403)
      expect((await browser().get(path)).status).toBe(303)
    }
  })

  it('are seen to: a role given and ended, an address, a way in, closed and open again', async () => {
    const administrator = `administrator-${++made}@mfa.example`
    await house.account(administrator, { role: 'administrator' })
    const mine = await signedIn(administrator)
    const {
      account,
      address,
      mine: theirs,
    } = await somebody('reviewer', { name: 'Ingrid Solberg' })
    const found = await mine.get('/en/administration/accounts?q=solberg')
    expect(namesIn(found.text.replaceAll(/<a [^>]*>|<\/a>/g, ''))).toEqual(['Ingrid Solberg'])
    expect(found.text).toContain(address)

    const page = `/administration/accounts/${account}`
    const did = async (command: string, fields: Record<string, string> = {}) =>
      (await deed(mine, command, page, { account, ...fields })).status
    expect(
      await did('people.give-role', { role: 'focal-point', conference: 'seoul2021', party: 'NOR' }),
    ).toBe(303)
    expect(await did('people.give-role', { role: 'focal-point', conference: 'seoul2021' })).toBe(
      422,
    )
    const { text } = await mine.get(`/en${page}`)
    expect(text).toContain('Focal point · Norway')
    const [holding = ''] = [...text.matchAll(/name="holding" value="([^"]+)"/g)].map(
      ([, id = '']) => id,
    )
    expect((await deed(mine, 'people.end-role', page, { holding })).status).toBe(303)
    expect(await did('people.change-address', { address: 'solberg@mfa.example' })).toBe(303)
    expect((await theirs.get('/en/account')).status).toBe(303)
    expect(await did('people.close-account')).toBe(303)
    const closed = await browser().send(await house.linkFor('solberg@mfa.example'), {})
    expect(closed.status).toBe(410)
    expect(await did('people.reopen-account')).toBe(303)
    expect((await (await signedIn('solberg@mfa.example')).get('/en/account')).status).toBe(200)
  })
})
