import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import presets from '../data/floor-presets.json' with { type: 'json' }
import { DESK, type House, openHouse, PHONE, sendDeed } from '../src/testing/visiting/house.ts'
import { faultsOf, NO_FAULTS, overflowOf } from '../src/testing/visiting/looking.ts'

const LONGEST = 120_000
const LIST = { conference: 'seoul2021', session: 'a0c7858d-4544-5e73-9139-96a24eb6d3c2' }
const KENYA = '/en/seoul2021/delegation/KEN/floor'
const EGYPT = '/ar/seoul2021/delegation/EGY/floor'

let house: House
let kenya: Page
let egypt: Page
beforeAll(async () => {
  house = await openHouse()
  const [plenary] = presets.presets
  const settings = { ...plenary?.settings, opens: null, closes: null, videoBy: null }
  await house.perform('floor.set-up', { ...LIST, settings })
  kenya = await house.invite(
    {
      ...{ address: 'grace@mfa.example', name: 'Grace Otieno', language: 'en' },
      ...{ role: 'focal-point', party: 'KEN' },
    },
    { viewport: DESK },
  )
  egypt = await house.invite(
    {
      ...{ address: 'layla@mfa.example', name: 'ليلى حسن', language: 'ar' },
      ...{ role: 'focal-point', party: 'EGY' },
    },
    { viewport: PHONE },
  )
}, LONGEST)
afterAll(() => house.close())

const go = (page: Page, address: string) => page.goto(house.origin + address)
const isFit = async (page: Page) => expect(await faultsOf(page)).toEqual(NO_FAULTS)
const listOn = (page: Page) => page.locator('#list li').allInnerTexts()

/** The place of the only request on a page, as its figure says it. */
const placeOn = (page: Page) => page.locator('#own article .figure-value').innerText()

describe('two delegations and a list of speakers', () => {
  it('cannot ask before inscription has opened, and are told so', async () => {
    await go(kenya, KENYA)
    await kenya.getByRole('link', { name: /^Session I:/ }).click()
    await kenya.waitForURL('**/floor/session-1')
    await kenya.getByText('Inscription has not opened yet.').waitFor()
    expect(await kenya.locator('form[action$="floor.inscribe"]').count()).toBe(0)
    await isFit(kenya)
  })

  it(
    'ask once the desk has opened it: the page that is open shows the form by itself',
    async () => {
      await house.perform('floor.open', LIST)
      await kenya.locator('form[action$="floor.inscribe"]').waitFor()
      await kenya.locator('[name="speaker.name"]').fill('Monica Juma')
      await kenya.locator('[name=rank]').selectOption('minister')
      await kenya.locator('[name=language]').selectOption('en')
      expect(await sendDeed(kenya, 'floor.inscribe')).toBe('done')
      expect(await kenya.locator('#own').innerText()).toContain('Monica Juma')
      expect(await placeOn(kenya)).toBe('1')
      await isFit(kenya)
    },
    LONGEST,
  )

  it('ask without a script, in Arabic on a phone', async () => {
    const context = await house.person({
      ...{ viewport: PHONE, javaScriptEnabled: false },
      storageState: await egypt.context().storageState(),
    })
    const page = await context.newPage()
    await go(page, `${EGYPT}/session-1`)
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
    await page.locator('[name="speaker.name"]').fill('سامح شكري')
    await page.locator('[name=rank]').selectOption('minister')
    expect(await sendDeed(page, 'floor.inscribe')).toBe('done')
    expect(await page.locator('#own').innerText()).toContain('سامح شكري')
    expect(await placeOn(page)).toBe('2')
    expect(await overflowOf(page)).toBe(0)
    await context.close()
    // The other delegation sees it where it is, without asking again.
    await kenya.locator('#list').getByText('Egypt').waitFor()
  })

  it('exchange their places once the other has agreed', async () => {
    await kenya.locator('summary', { hasText: 'Offer an exchange of places' }).click()
    await kenya
      .locator('form[action$="floor.offer-exchange"] select')
      .selectOption({ label: 'Egypt, Place 2' })
    expect(await sendDeed(kenya, 'floor.offer-exchange')).toBe('done')
    await go(egypt, EGYPT)
    await isFit(egypt)
    await egypt.locator('#lists a').first().click()
    await egypt.locator('form[action$="floor.accept-exchange"]').waitFor()
    await isFit(egypt)
    expect(await sendDeed(egypt, 'floor.accept-exchange')).toBe('done')
    expect(await placeOn(egypt)).toBe('1')
    await kenya.locator('#own .figure-value', { hasText: '2' }).waitFor()
    await go(kenya, '/en/notices')
    expect(await kenya.locator('main').innerText()).toContain('exchange answered')
  })

  it('have their speech in their own programme, marked as likely', async () => {
    await go(egypt, '/ar/seoul2021/mine')
    const link = egypt.locator(`main a[href="${EGYPT}/session-1"]`)
    expect(await link.count()).toBe(1)
    expect(await egypt.locator('#mine').innerText()).toContain('متوقع')
    await isFit(egypt)
  })

  it('withdraw, and the other moves up by itself', async () => {
    await go(egypt, `${EGYPT}/session-1`)
    await go(kenya, `${KENYA}/session-1`)
    expect(await sendDeed(egypt, 'floor.withdraw')).toBe('done')
    await kenya.locator('#own .figure-value', { hasText: '1' }).waitFor()
    expect(await listOn(kenya)).toHaveLength(1)
    expect(await egypt.locator('#own article').count()).toBe(0)
  })

  it(
    'are told whom to ask once inscription is closed',
    async () => {
      await house.perform('floor.close', LIST)
      await egypt.locator('.notice-warning', { hasText: 'الأمانة' }).waitFor()
      expect(await egypt.locator('form[action$="floor.inscribe"]').count()).toBe(0)
      await isFit(egypt)
    },
    LONGEST,
  )

  it('see nothing of each other but the list', async () => {
    for (const address of [KENYA, `${KENYA}/session-1`]) {
      expect((await go(egypt, address))?.status()).toBe(403)
    }
  })
})
