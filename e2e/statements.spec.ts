import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DESK, type House, openHouse, PHONE, sendDeed } from '../src/testing/visiting/house.ts'
import { faultsOf, NO_FAULTS } from '../src/testing/visiting/looking.ts'

const AT = { conference: 'seoul2021' }
/** The first session of the programme that ships. */
const list = { ...AT, session: 'a0c7858d-4544-5e73-9139-96a24eb6d3c2' }
const TEXT = 'السيد الرئيس، تعلن بلادي إنشاء معسكر ذكي لحفظة السلام.'
const SAID = ['MAR-2021-81', 'MAR-2021-82'] as const
const LIST = '/ar/seoul2021/statements'

let house: House
let speech: string
let delegate: Page
let desk: Page
let booth: Page
let reader: Page

async function accepted(pledge: string) {
  const words = (value: string) => ({
    original: 'ar',
    in: { ar: { value, status: 'authentic' } },
  })
  const terms = {
    ...{ ...AT, lead: 'MAR', title: words(`تعهد ${pledge.slice(-2)}`), summary: words('معسكر') },
    shares: [{ party: 'MAR', role: 'unit', consent: 'given' }],
    quantity: { kind: 'about', value: 1, unit: 'unit' },
  }
  await house.perform('pledges.draft', { pledge, terms })
  await house.perform('pledges.submit', { pledge })
  await house.perform('pledges.accept', { pledge })
}

beforeAll(async () => {
  house = await openHouse()
  await house.perform('floor.take-preset', { ...list, preset: 'pledging-session' })
  await house.perform('floor.open', list)
  const asked = await house.perform('floor.inscribe', {
    ...{ ...list, party: 'MAR', rank: 'minister', language: 'ar' },
    speaker: { name: 'أمينة بنعلي', latinName: 'Amina Benali' },
  })
  speech = String(asked.speech)
  for (const pledge of SAID) await accepted(pledge)
  const one = { address: 'amina@mfa.example', name: 'أمينة', language: 'ar' } as const
  delegate = await house.invite({ ...one, role: 'focal-point', party: 'MAR' }, { viewport: PHONE })
  desk = await house.invite(
    { address: 'floor@un.example', name: 'Floor', language: 'en', role: 'floor-desk' },
    { viewport: DESK },
  )
  booth = await house.invite(
    { address: 'booth@un.example', name: 'Booth', language: 'fr', role: 'interpreter' },
    { viewport: DESK },
  )
  reader = await (await house.person({ viewport: PHONE })).newPage()
}, 240_000)
afterAll(() => house.close())

const go = (page: Page, address: string) => page.goto(house.origin + address)
const isFit = async (page: Page) => expect(await faultsOf(page)).toEqual(NO_FAULTS)
const main = (page: Page) => page.locator('main').innerText()
const deskPage = () => `/en/seoul2021/desk/statements/${speech}`
const publicPage = () => `${LIST}/${speech}`

describe('a focal point, in Arabic on a phone', () => {
  it('deposits the statement and names the pledges in it', async () => {
    await go(delegate, '/ar/seoul2021/delegation/MAR/statements')
    await isFit(delegate)
    await delegate.locator(`main a[href$="${speech}"]`).click()
    await delegate.locator('textarea[name="text.in.ar.value"]').fill(TEXT)
    await isFit(delegate)
    expect(await sendDeed(delegate, 'statements.deposit')).toBe('done')
    for (const pledge of SAID) {
      await delegate.locator(`input[name=pledges][value=${pledge}]`).check()
    }
    expect(await sendDeed(delegate, 'statements.name-pledges')).toBe('done')
  })

  it('is read by nobody; an interpreter opens it, and the delegation sees who did', async () => {
    expect((await go(reader, publicPage()))?.status()).toBe(404)
    await go(reader, LIST)
    expect(await main(reader)).not.toContain('المغرب')
    await go(desk, deskPage())
    await isFit(desk)
    expect(await desk.content()).not.toContain('معسكر ذكي')
    const deposits = '/fr/seoul2021/interpretation/statements'
    await go(booth, `${deposits}/${speech}`)
    expect(await booth.content()).not.toContain('معسكر ذكي')
    expect(await sendDeed(booth, 'statements.open')).toBe('done')
    expect(await main(booth)).toContain(TEXT)
    await isFit(booth)
    await go(delegate, `/ar/seoul2021/delegation/MAR/statements/${speech}`)
    expect(await main(delegate)).toContain('Booth')
  })
})

describe('the desk', () => {
  it('says of each pledge what was said, and undoes it within the minute', async () => {
    await house.perform('floor.begin-session', list)
    await house.perform('floor.give-floor', { ...list, speech })
    await house.perform('floor.end-floor', list)
    await go(desk, deskPage())
    await isFit(desk)
    await confirm()
    expect((await go(reader, publicPage()))?.status()).toBe(404)
    expect(await sendDeed(desk, 'statements.undo')).toBe('done')
    await isFit(desk)
  }, 120_000)

  it('confirms again, and the statement is public with its pledge', async () => {
    await confirm()
    await expect
      .poll(async () => (await go(reader, publicPage()))?.status(), {
        timeout: 90_000,
        interval: 2_000,
      })
      .toBe(200)
    await expect
      .poll(async () => (await go(reader, publicPage())) && (await main(reader)))
      .toContain(SAID[0])
    const text = await main(reader)
    for (const part of ['أمينة بنعلي', TEXT]) expect(text).toContain(part)
    expect(text).not.toContain(SAID[1])
    await isFit(reader)
    await go(reader, `/ar/pledges/${SAID[0]}`)
    expect(await reader.locator(`main a[href$="/statements/${speech}"]`).count()).toBe(1)
    expect((await go(reader, `/ar/pledges/${SAID[1]}`))?.status()).toBe(404)
  }, 150_000)

  it('has it in the list, on the pages of the session and the delegation, and as JSON', async () => {
    for (const address of [LIST, '/ar/seoul2021/programme/session-1', '/ar/parties/MAR']) {
      await go(reader, address)
      expect(await reader.locator(`main a[href$="/statements/${speech}"]`).count()).toBe(1)
      await isFit(reader)
    }
    const answer = await fetch(`${house.origin}${publicPage()}.json`)
    expect(await answer.json()).toMatchObject({
      party: { code: 'MAR' },
      speaker: { latinName: 'Amina Benali' },
      pledges: [{ id: SAID[0] }],
    })
  })
})

/** One pledge was announced, the other was not. */
async function confirm() {
  await go(desk, deskPage())
  const said = (place: number, outcome: string) =>
    desk.locator(`input[name="pledges.${place}.outcome"][value=${outcome}]`).check()
  await said(0, 'announced')
  await said(1, 'not-announced')
  expect(await sendDeed(desk, 'statements.confirm')).toBe('done')
}
