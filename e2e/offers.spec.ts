import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DESK, type House, openHouse, PHONE, sendDeed } from '../src/testing/visiting/house.ts'
import { faultsOf, NO_FAULTS } from '../src/testing/visiting/looking.ts'

const AT = '/seoul2021'
const CAVEAT = 'لا تطير ليلا'
const WORDS = 'طائرات عمودية للأغراض العامة'

let house: House
let kenya: Page
let norway: Page
let secretariat: Page

beforeAll(async () => {
  house = await openHouse()
  const focal = { role: 'focal-point', name: 'Focal' } as const
  kenya = await house.invite(
    { ...focal, address: 'amina@mfa.example', language: 'ar', party: 'KEN' },
    { viewport: PHONE },
  )
  norway = await house.invite(
    { ...focal, address: 'kari@mfa.example', language: 'fr', party: 'NOR' },
    { viewport: DESK },
  )
  secretariat = await house.invite(
    { address: 'desk@un.example', name: 'Desk', language: 'en', role: 'un-secretariat' },
    { viewport: DESK },
  )
}, 240_000)
afterAll(() => house.close())

const go = (page: Page, address: string) => page.goto(house.origin + address)
const isFit = async (page: Page) => expect(await faultsOf(page)).toEqual(NO_FAULTS)
const main = (page: Page) => page.locator('main').innerText()
const field = (page: Page, name: string) => page.locator(`main [name="terms.${name}"]`).last()

describe('an offer', () => {
  it('is waited for by another delegation', async () => {
    await go(norway, `/fr${AT}/board`)
    await isFit(norway)
    await norway.locator('main form [name=capability]').last().selectOption('aviation')
    expect(await sendDeed(norway, 'offers.subscribe')).toBe('done')
    expect(await main(norway)).toContain('Ne plus me prévenir')
  })

  it('is made in Arabic on a phone, with a caveat', async () => {
    await go(kenya, `/ar${AT}/delegation/KEN/offers`)
    await isFit(kenya)
    await kenya.locator('main .deeds a').click()
    await isFit(kenya)
    await field(kenya, 'component').selectOption('equipment')
    await field(kenya, 'amount').fill('٢')
    await field(kenya, 'unit').selectOption('flight')
    await field(kenya, 'capability').selectOption('aviation')
    await field(kenya, 'words').fill(WORDS)
    await field(kenya, 'from').fill('2037-01-01')
    await field(kenya, 'until').fill('2037-12-31')
    await kenya.locator('summary', { hasText: 'القيود' }).click()
    await field(kenya, 'caveats.words').fill(CAVEAT)
    await kenya.locator('main [name="terms.audience"][value=participants]').check()
    expect(await sendDeed(kenya, 'offers.make')).toBe('refused')
    expect(await field(kenya, 'words').inputValue()).toBe(WORDS)
    expect(await field(kenya, 'caveats.words').inputValue()).toBe(CAVEAT)
    await isFit(kenya)
    await field(kenya, 'unit').selectOption('helicopter')
    expect(await sendDeed(kenya, 'offers.make')).toBe('done')
    expect(await main(kenya)).toContain('مع قيود')
    await isFit(kenya)
  })

  it('is read by the other without the caveat, who is told of it', async () => {
    await go(norway, `/fr${AT}/board`)
    expect(await main(norway)).toContain(WORDS)
    expect(await norway.content()).not.toContain(CAVEAT)
    expect(await norway.locator('#board').innerText()).not.toMatch(/réserve/i)
    await isFit(norway)
    await go(norway, '/fr/notices')
    expect(await main(norway)).toContain('Nouvelle offre')
    const closed = await go(norway, `/fr${AT}/delegation/KEN/offers`)
    expect(closed?.status()).toBe(403)
  })

  it('is read by the secretariat with it', async () => {
    await go(secretariat, `/en${AT}/desk/offers`)
    expect(await main(secretariat)).toContain(CAVEAT)
    await isFit(secretariat)
  })
})
