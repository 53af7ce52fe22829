import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  answerTo,
  comeIn,
  DESK,
  type House,
  openHouse,
  PHONE,
  sendDeed,
} from '../src/testing/visiting/house.ts'
import { faultsOf, NO_FAULTS } from '../src/testing/visiting/looking.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
}, 120_000)
afterAll(() => house.close())

const go = (page: Page, address: string) => page.goto(house.origin + address)
const isFit = async (page: Page) => expect(await faultsOf(page)).toEqual(NO_FAULTS)
const isClosed = async (page: Page, ...addresses: string[]) => {
  for (const address of addresses) {
    expect([address, (await go(page, address))?.status()]).toEqual([address, 403])
  }
}

describe('protocol', () => {
  it('seats a hall by the order of precedence, and prints it', async () => {
    const page = await house.invite(
      { address: 'protocol@host.example', name: 'Protocol', language: 'en', role: 'protocol' },
      { viewport: DESK },
    )
    await isFit(page)
    await go(page, '/en/seoul2021/desk/protocol')
    await isFit(page)
    await page
      .locator('summary', { has: page.locator('xpath=..//form[contains(@action,"add-seating")]') })
      .first()
      .click()
    await page.locator('[name="plan.name.in.en.value"]').fill('Plenary hall')
    await page.locator('[name="plan.rows.0"]').fill('12')
    expect(await sendDeed(page, 'protocol.add-seating')).toBe('done')
    await page.waitForURL('**/protocol/seating/**')
    await page.getByRole('heading', { name: 'Plenary hall' }).first().waitFor()
    await isFit(page)
    const paper = await page.request.get(`${page.url()}.pdf`)
    expect([paper.status(), paper.headers()['content-type']]).toEqual([200, 'application/pdf'])
    await isClosed(page, '/en/seoul2021/desk/pledges', '/en/administration/mail')
    await page.context().close()
  })
})

describe('an interpreter who reads Arabic, on a phone', () => {
  it('sees which booths a session has, and arranges none', async () => {
    const page = await house.invite(
      { address: 'huda@booth.example', name: 'هدى', language: 'ar', role: 'interpreter' },
      { viewport: PHONE },
    )
    await isFit(page)
    await go(page, '/ar/seoul2021/interpretation')
    await isFit(page)
    expect(await page.locator('main').innerText()).toContain('حفل الافتتاح')
    expect(await page.locator('form[action$="interpretation.arrange"]').count()).toBe(0)
    await isClosed(page, '/ar/seoul2021/desk/programme', '/ar/seoul2021/desk/protocol')
    await page.context().close()
  })
})

describe('a delegate who reads French, on a phone', () => {
  it('makes a programme of their own, and a calendar that they can end', async () => {
    const page = await house.invite(
      {
        ...{ address: 'awa@mission.example', name: 'Awa', language: 'fr' },
        ...{ role: 'delegate', party: 'SEN' },
      },
      { viewport: PHONE },
    )
    await go(page, '/fr/seoul2021/programme/session-1')
    expect(await sendDeed(page, 'own-programme.choose')).toBe('done')
    await go(page, '/fr/seoul2021/mine')
    expect(await page.locator('main a[href*="session-1"]').count()).toBeGreaterThan(0)
    await isFit(page)
    const open = page.locator('form[action$="own-programme.open-feed"] [type=submit]').first()
    const shown = await (await answerTo(page, () => open.click())).text()
    const [feed = ''] = /https?:[^\s"<]+\.ics/.exec(shown) ?? []
    const calendar = await page.request.get(feed)
    expect(calendar.headers()['content-type']).toMatch(/^text\/calendar/)
    expect((await calendar.text()).match(/BEGIN:VEVENT/g)).toHaveLength(1)
    await go(page, '/fr/seoul2021/mine')
    await page.locator('form[action$="own-programme.close-feed"] summary').click()
    expect(await sendDeed(page, 'own-programme.close-feed')).toBe('done')
    expect((await page.request.get(feed)).status()).toBe(404)
    await isClosed(page, '/fr/seoul2021/delegation/MLI', '/fr/seoul2021/people')
    await page.context().close()
  })
})

describe('an administrator', () => {
  it('reads how the house is, verifies its journal, and makes a key that is shown once', async () => {
    const page = await (await house.person({ viewport: DESK })).newPage()
    await comeIn(page, house.firstLink)
    for (const address of [
      '/administration',
      '/administration/journal',
      '/administration/accounts',
      '/administration/mail',
      '/webhooks',
      '/desk/series',
      '/seoul2021/desk/conference',
    ]) {
      for (const language of ['en', 'ar']) {
        const answer = await go(page, `/${language}${address}`)
        expect([address, answer?.status()]).toEqual([address, 200])
        await isFit(page)
      }
    }
    await go(page, '/en/administration/mail')
    const letter = page.locator('main a[href*="/administration/mail/"]').first()
    await go(page, (await letter.getAttribute('href')) ?? '')
    await page.locator('iframe').scrollIntoViewIfNeeded()
    await expect.poll(() => page.frames().length).toBe(2)
    await isFit(page)
    await go(page, '/en/account/keys/new')
    await isFit(page)
    await page.locator('input[name=name]').fill('Nightly copy')
    const make = page.locator('main form [type=submit]').first()
    const shown = await (await answerTo(page, () => make.click())).text()
    const [key = ''] = /plenum_\w+/.exec(shown) ?? []
    const asked = (bearer: string) =>
      fetch(`${house.origin}/api/v1/commands/people.change-profile`, {
        method: 'POST',
        headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
        body: '{}',
      }).then(({ status }) => status)
    expect([await asked(`${key}x`), await asked(key)]).toEqual([401, 422])
    await page.context().close()
  })
})

describe('a journalist without an account, on a phone, in Spanish', () => {
  it('reads of registration what there is, and nothing where it is closed', async () => {
    const page = await (await house.person({ viewport: PHONE, locale: 'es' })).newPage()
    const answer = await go(page, '/es/seoul2021/register')
    expect(answer?.status()).toBe(200)
    await isFit(page)
    await page.context().close()
  })
})
