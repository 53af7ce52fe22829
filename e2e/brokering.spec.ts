import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DESK, type House, openHouse, PHONE, sendDeed } from '../src/testing/visiting/house.ts'
import { faultsOf, NO_FAULTS, overflowOf } from '../src/testing/visiting/looking.ts'

const AT = '/seoul2021'
const conference = 'seoul2021'
const CAPABILITY = 'medical.hospital.level2'
const PHONE_ALONE = { viewport: PHONE, javaScriptEnabled: false }

let house: House
let secretariat: Page
let kenya: Page
let korea: Page
let norway: Page
/** The page of the need in the calculation, and that of the proposal on the desk. */
let need = ''
let proposal = ''

beforeAll(async () => {
  house = await openHouse()
  const focal = { role: 'focal-point', name: 'Focal' } as const
  secretariat = await house.invite(
    { address: 'desk@un.example', name: 'Desk', language: 'en', role: 'un-secretariat' },
    { viewport: DESK },
  )
  kenya = await house.invite(
    { ...focal, address: 'amina@mfa.example', language: 'ar', party: 'KEN' },
    PHONE_ALONE,
  )
  korea = await house.invite(
    { ...focal, address: 'jiwon@mfa.example', language: 'fr', party: 'KOR' },
    PHONE_ALONE,
  )
  norway = await house.invite(
    { ...focal, address: 'kari@mfa.example', language: 'en', party: 'NOR' },
    { viewport: DESK },
  )
  const terms = { capability: 'medical', from: '2037-01-01', until: '2037-12-31' }
  const offer = (party: string, component: string, amount: number, unit: string) =>
    house.perform('offers.make', {
      ...{ conference, party },
      terms: { ...terms, component, amount, unit, caveats: { words: 'Qzcaveat' } },
    })
  await offer('KOR', 'equipment', 1, 'hospital')
  await offer('KEN', 'people', 2, 'team')
  const parts = [
    { component: 'equipment', amount: 1, unit: 'hospital' },
    { component: 'people', amount: 2, unit: 'team' },
  ]
  const alternatives = [{ components: parts }]
  await house.perform('offers.set-recipe', { conference, capability: CAPABILITY, alternatives })
  await house.perform('offers.add-need', {
    conference,
    terms: { ...terms, capability: CAPABILITY, units: 1, audience: 'participants' },
  })
}, 300_000)
afterAll(() => house.close())

const go = (page: Page, address: string) => page.goto(house.origin + address)
const isFit = async (page: Page) => expect(await faultsOf(page)).toEqual(NO_FAULTS)
const main = (page: Page) => page.locator('main').innerText()
const address = (page: Page) => new URL(page.url()).pathname

/** From the list of a party to the proposal in it. */
async function openOwn(page: Page, language: string, party: string) {
  await go(page, `/${language}${AT}/delegation/${party}/proposals`)
  await page.locator('#proposals a').first().click()
  await page.waitForURL('**/proposals/*')
}

describe('a partnership', () => {
  it('is calculated, and the desk sees who would be asked for what', async () => {
    await go(secretariat, `/en${AT}/desk/partnerships`)
    expect(await sendDeed(secretariat, 'partnerships.calculate')).toBe('done')
    const run = address(secretariat)
    await expect
      .poll(
        async () => {
          await go(secretariat, run)
          return secretariat.locator(`main a[href^="${run}/"]`).count()
        },
        { timeout: 90_000, interval: 1000 },
      )
      .toBeGreaterThan(0)
    await secretariat.locator(`main a[href^="${run}/"]`).first().click()
    await secretariat.waitForURL(`**${run}/*`)
    need = address(secretariat)
    const text = await main(secretariat)
    for (const seen of ['Republic of Korea', '1 hospital', 'Kenya', '2 teams']) {
      expect(text).toContain(seen)
    }
    await isFit(secretariat)
  })

  it('is put to its parties by one click', async () => {
    expect(await sendDeed(secretariat, 'brokering.start')).toBe('done')
    proposal = address(secretariat)
    expect(proposal).toContain('/desk/proposals/')
    expect(await main(secretariat)).toContain('Nobody yet')
    await isFit(secretariat)
    await go(secretariat, need)
    expect(await secretariat.locator(`main a[href="${proposal}"]`).count()).toBe(1)
  })

  it('is read by a party on a phone without JavaScript: its own share, and nothing of offers', async () => {
    await openOwn(kenya, 'ar', 'KEN')
    const html = await kenya.content()
    expect(html).not.toContain('Qzcaveat')
    const text = await main(kenya)
    expect(text).toContain('جمهورية كوريا')
    expect(text).not.toContain('مستشفى واحد')
    expect(await overflowOf(kenya)).toBe(0)
  })

  it('is not there for a third party', async () => {
    const id = proposal.split('/').at(-1)
    const closed = await go(norway, `/en${AT}/delegation/KEN/proposals/${id}`)
    expect(closed?.status()).toBe(403)
    const own = await go(norway, `/en${AT}/delegation/NOR/proposals/${id}`)
    expect(own?.status()).toBe(404)
    expect((await go(norway, proposal))?.status()).toBe(403)
    await go(norway, '/en/notices')
    expect(await main(norway)).not.toContain('partnership')
  })

  it('is sent back with a word, worded anew, and consented to by both', async () => {
    await kenya.locator('summary', { hasText: 'طلب تعديل' }).click()
    await kenya.locator('form[action$="brokering.ask-change"] textarea').fill('فريق واحد فقط')
    expect(await sendDeed(kenya, 'brokering.ask-change')).toBe('done')
    await openOwn(korea, 'fr', 'KOR')
    expect(await sendDeed(korea, 'brokering.consent')).toBe('done')
    await go(secretariat, proposal)
    expect(await main(secretariat)).toContain('فريق واحد فقط')
    await secretariat.locator('summary', { hasText: 'Word it anew' }).click()
    const amount = secretariat.locator('[name="wording.shares.1.amount"]')
    const other = secretariat.locator('[name="wording.shares.0.amount"]')
    await ((await amount.inputValue()) === '2' ? amount : other).fill('1')
    expect(await sendDeed(secretariat, 'brokering.alter')).toBe('done')
    await isFit(secretariat)

    // Whoever has read the other wording is told, and then answers this one.
    expect(await sendDeed(kenya, 'brokering.consent')).toBe('refused')
    expect(await main(kenya)).toContain('تغيرت الصيغة منذ قراءتكم')
    expect(await sendDeed(kenya, 'brokering.consent')).toBe('done')
    await openOwn(korea, 'fr', 'KOR')
    expect(await main(korea)).toContain('votre réponse, qui est')
    expect(await sendDeed(korea, 'brokering.consent')).toBe('done')
    expect(await main(korea)).toContain('JOINT-2021-')
    expect(await overflowOf(korea)).toBe(0)
  })

  it('is a joint pledge with both consents, under embargo', async () => {
    await go(secretariat, proposal)
    await secretariat.locator('main a', { hasText: 'JOINT-2021-' }).click()
    await secretariat.waitForURL('**/desk/pledges/JOINT-*')
    const who = await secretariat.locator('[aria-labelledby=who]').innerText()
    expect(who.match(/given by its focal point/g)).toHaveLength(2)
    await isFit(secretariat)
    const id = address(secretariat).split('/').at(-1)
    expect((await go(norway, `/en/pledges/${id}`))?.status()).toBe(404)
    await go(secretariat, `/en${AT}/desk/proposals`)
    expect(await secretariat.locator('[aria-labelledby=pairs]').innerText()).toContain('Kenya')
    await isFit(secretariat)
  })
})
