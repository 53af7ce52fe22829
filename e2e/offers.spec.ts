import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DESK, type House, openHouse, PHONE, sendDeed } from '../src/testing/visiting/house.ts'
import { faultsOf, NO_FAULTS, overflowOf } from '../src/testing/visiting/looking.ts'

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

describe('without a script, on a phone', () => {
  let plain: Page
  beforeAll(async () => {
    const context = await house.person({
      ...{ viewport: PHONE, javaScriptEnabled: false },
      storageState: await kenya.context().storageState(),
    })
    plain = await context.newPage()
  })

  it('an offer is refused with what was typed, made, and renewed', async () => {
    await go(plain, `/ar${AT}/delegation/KEN/offers/new`)
    await field(plain, 'component').selectOption('people')
    await field(plain, 'amount').fill('30')
    await field(plain, 'unit').selectOption('hospital')
    await field(plain, 'words').fill('فريق جراحة')
    await field(plain, 'from').fill('2037-01-01')
    await field(plain, 'until').fill('2037-06-30')
    expect(await sendDeed(plain, 'offers.make')).toBe('refused')
    expect(await field(plain, 'words').inputValue()).toBe('فريق جراحة')
    expect(await overflowOf(plain)).toBe(0)
    await field(plain, 'unit').selectOption('experts')
    expect(await sendDeed(plain, 'offers.make')).toBe('done')
    await plain.locator('#offers a', { hasText: '30' }).click()
    await plain.locator('summary', { hasText: 'تمديد' }).click()
    await plain.locator('form[action$="offers.renew"] [name=until]').fill('2038-06-30')
    expect(await sendDeed(plain, 'offers.renew')).toBe('done')
    const history = plain.locator('[aria-labelledby=history]')
    expect(await history.innerText()).toMatch(/2037[\s\S]*2038/)
    expect(await overflowOf(plain)).toBe(0)
  })

  it('the board is filtered and followed', async () => {
    await go(plain, `/ar${AT}/board`)
    await plain.locator('main form [name=capability]').first().selectOption('aviation')
    await plain.locator('main form [type=submit]').first().click()
    await plain.waitForURL(/capability=aviation/)
    await plain.locator('main form [name=capability]').last().selectOption('medical')
    expect(await sendDeed(plain, 'offers.subscribe')).toBe('done')
    expect(await plain.locator('form[action$="offers.unsubscribe"]').count()).toBe(1)
    expect(await overflowOf(plain)).toBe(0)
  })
})
