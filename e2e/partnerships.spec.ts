import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  DESK,
  type House,
  openHouse,
  PHONE,
  sendBy,
  sendDeed,
} from '../src/testing/visiting/house.ts'
import { faultsOf, NO_FAULTS, overflowOf } from '../src/testing/visiting/looking.ts'

const conference = 'seoul2021'
const AT = `/${conference}/desk`
const window = { from: '2037-01-01', until: '2037-12-31' }
const UTILITY = 'aviation.helicopter.utility'
const PARTS = [
  { component: 'equipment', amount: 2, unit: 'helicopter' },
  { component: 'people', amount: 2, unit: 'team' },
]

let house: House
let desk: Page
let phone: Page

const offer = (party: string, part: object, more: object = {}) =>
  house.perform('offers.make', {
    ...{ conference, party },
    terms: { ...window, capability: 'aviation', ...part, ...more },
  })

beforeAll(async () => {
  house = await openHouse()
  const secretariat = { name: 'Desk', role: 'un-secretariat' } as const
  desk = await house.invite(
    { ...secretariat, address: 'desk@un.example', language: 'en' },
    { viewport: DESK },
  )
  phone = await house.invite(
    { ...secretariat, address: 'phone@un.example', language: 'ar' },
    { viewport: PHONE, javaScriptEnabled: false },
  )
  await offer('KOR', { component: 'equipment', amount: 4, unit: 'helicopter' })
  await offer('KEN', { component: 'people', amount: 3, unit: 'team' })
  await house.perform('offers.set-recipe', {
    ...{ conference, capability: UTILITY, alternatives: [{ components: PARTS }] },
  })
  const terms = { ...window, capability: UTILITY, units: 2, weight: 3 }
  await house.perform('offers.add-need', { conference, terms })
}, 240_000)
afterAll(() => house.close())

const go = (page: Page, address: string) => page.goto(house.origin + address)
const main = (page: Page) => page.locator('main').innerText()
const isFit = async (page: Page) => expect(await faultsOf(page)).toEqual(NO_FAULTS)
const isDone = (page: Page) => page.locator('#completed').waitFor()
const open = (page: Page, summary: string) =>
  page.locator('summary', { hasText: summary }).first().click()

describe('what could be closed tomorrow', () => {
  it('is calculated from the gap page, which follows the calculation by itself', async () => {
    await go(desk, `/en${AT}/gaps`)
    expect(await main(desk)).toContain('Nothing has been calculated yet.')
    await isFit(desk)
    expect(await sendDeed(desk, 'partnerships.calculate')).toBe('done')
    await isDone(desk)
    expect(await main(desk)).toContain('Whole units: 1 of 2')
    await isFit(desk)
  })

  it('is one click from the page of a need, with who could be asked for what is missing', async () => {
    await go(desk, `/en${AT}/gaps`)
    expect(await main(desk)).toContain('one such offer would complete 1 unit here')
    await isFit(desk)
    await desk.locator('#gaps a', { hasText: 'Utility helicopter unit' }).first().click()
    await desk.getByRole('heading', { level: 1, name: 'Utility helicopter unit' }).waitFor()
    const said = await main(desk)
    expect(said).toContain('Republic of Korea')
    expect(said).toContain('Personnel, 1 team')
    expect(said).toContain('not confirmed by its party')
    expect(said).toContain('what it counts for')
    await isFit(desk)
    const parties = desk.locator('details', { hasText: 'parties' }).first()
    await parties.locator('summary').click()
    expect(await parties.locator('tbody tr').count()).toBeGreaterThan(1)
    await isFit(desk)
  })

  it('says that something has changed since', async () => {
    await offer('NOR', { component: 'transport', amount: 1, unit: 'flight' })
    await go(desk, `/en${AT}/gaps`)
    expect(await main(desk)).toContain('has changed since then')
  })
})

describe('what if', () => {
  it('is read side by side with what it supposes a change of', async () => {
    await go(desk, `/en${AT}/partnerships`)
    await isFit(desk)
    await desk.locator('#run-list a').last().click()
    await isDone(desk)
    await open(desk, 'What if a party withdraws')
    const form = desk.locator('form', { has: desk.locator('[value=withdraw]') })
    await form.locator('[name="change.party"]').selectOption({ label: 'Kenya' })
    expect(await sendBy(desk, form.locator('[type=submit]'))).toBe('done')
    await desk.locator('#beside').waitFor()
    const beside = desk.locator('table', { hasText: 'Only what is otherwise' })
    expect(await beside.innerText()).toMatch(/Whole units: 1 of 2[\s\S]*Whole units: 0 of 2/)
    await isFit(desk)
  })

  it('keeps what was typed where it is refused, at its field', async () => {
    await open(desk, 'What if a need has other dates')
    const form = desk.locator('form', { has: desk.locator('[value=dates]') })
    await form.locator('[name="change.need"]').selectOption({ label: 'Utility helicopter unit' })
    await form.locator('[name="change.from"]').fill('2037-06-01')
    await form.locator('[name="change.until"]').fill('2037-01-31')
    expect(await sendBy(desk, form.locator('[type=submit]'))).toBe('refused')
    expect(await main(desk)).toContain('The last day is before the first.')
    expect(await form.locator('[name="change.from"]').inputValue()).toBe('2037-06-01')
    await isFit(desk)
  })
})

describe('a calculation', () => {
  it('is stopped while it waits or works, and says so', async () => {
    for (const _ of Array(5)) {
      await go(desk, `/en${AT}/partnerships`)
      expect(await sendDeed(desk, 'partnerships.calculate')).toBe('done')
    }
    expect(await sendDeed(desk, 'partnerships.cancel')).toBe('done')
    await desk.locator('#calculation', { hasText: 'Stopped before it was done.' }).waitFor()
    await isFit(desk)
  })

  it('over the record says what papers named, what was agreed, and what is assumed', async () => {
    await go(desk, `/en${AT}/partnerships`)
    const form = desk.locator('form', { has: desk.locator('[value=record]') })
    expect(await sendBy(desk, form.locator('[type=submit]'))).toBe('done')
    await isDone(desk)
    const said = await main(desk)
    expect(said).toContain('Refurbishment, 16 helicopters')
    expect(said).toContain('not confirmed by its party')
    expect(said).toContain('the dates are assumed')
    await isFit(desk)
  })
})

describe('on a phone, in Arabic and without a script', () => {
  const fits = async () => expect(await overflowOf(phone)).toBe(0)

  it('is calculated, read to the page of a need, and supposed otherwise', async () => {
    await go(phone, `/ar${AT}/partnerships`)
    await fits()
    await phone
      .locator('main form[action$="/deeds/partnerships.calculate"] [type=submit]')
      .first()
      .click()
    for (const _ of Array(60)) {
      if ((await phone.locator('#completed').count()) > 0) break
      await phone.waitForTimeout(250)
      await phone.reload()
    }
    await fits()
    const run = phone.url()
    await go(phone, `/ar${AT}/gaps`)
    await fits()
    await phone.locator('#gaps th a').first().click()
    expect(await main(phone)).toContain('من يمكنه سد هذه الثغرة')
    await fits()
    await phone.goto(run)
    await open(phone, 'ماذا لو')
    const form = phone.locator('form', { has: phone.locator('[value=withdraw]') })
    await form.locator('[name="change.party"]').selectOption({ index: 1 })
    await form.locator('[type=submit]').click()
    expect(phone.url()).not.toBe(run)
    await fits()
  })
})

describe('a conversation', () => {
  it('begins with two clicks from the gap page', async () => {
    await go(desk, `/en${AT}/gaps`)
    await desk.locator('#gaps a', { hasText: 'Utility helicopter unit' }).first().click()
    await desk.getByRole('heading', { level: 1, name: 'Utility helicopter unit' }).waitFor()
    expect(await sendDeed(desk, 'brokering.start')).toBe('done')
    expect(desk.url()).toContain(`${AT}/proposals/`)
    const said = await main(desk)
    for (const asked of ['Republic of Korea', 'Kenya']) expect(said).toContain(asked)
    await go(desk, `/en${AT}/gaps`)
    await isFit(desk)
  })
})

describe('whoever has no right to it', () => {
  it('is asked to sign in, or refused', async () => {
    const page = await (await house.person()).newPage()
    await go(page, `/en${AT}/gaps`)
    expect(page.url()).toContain('/sign-in')
    const kenya = await house.invite({
      ...{ address: 'kenya@mfa.example', name: 'Focal', language: 'en' },
      ...{ role: 'focal-point', party: 'KEN' },
    })
    expect((await go(kenya, `/en${AT}/gaps`))?.status()).toBe(403)
  })
})
