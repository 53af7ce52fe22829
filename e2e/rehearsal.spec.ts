import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DESK, type House, openHouse, PHONE, sendBy } from '../src/testing/visiting/house.ts'
import { obstaclesOn, overflowOf } from '../src/testing/visiting/looking.ts'
import { SECOND } from '../src/testing/visiting/screens.ts'

const SESSIONS = '/en/seoul2021/desk/floor'
const HALL = '/floor/rehearsal-session-1/hall'
/** At the fastest pace a statement takes half a minute at most, and the errand that ends it a second. */
const SOON = 90 * SECOND

let house: House
let officer: Page
beforeAll(async () => {
  house = await openHouse()
  officer = await house.invite({
    ...{ address: 'floor@un.example', name: 'Amina Yusuf' },
    ...{ language: 'en', role: 'floor-desk' },
  })
}, 120_000)
afterAll(() => house.close())

const speaker = (page: Page) => page.locator('h1').first().innerText()
describe('a floor officer who trains', () => {
  it('starts a rehearsal in two clicks, and it plays by itself', async () => {
    await officer.goto(house.origin + SESSIONS)
    const part = officer.locator('section[aria-labelledby=rehearsals] details').first()
    await part.locator('summary').click()
    await part.getByLabel('Pace').selectOption('10')
    await part.getByLabel('Who may watch').selectOption('everybody')
    expect(await obstaclesOn(officer)).toEqual([])
    expect(await sendBy(officer, part.getByRole('button', { name: 'Let it play by itself' }))).toBe(
      'done',
    )
    expect(await officer.locator('h1').innerText()).toContain('REHEARSAL')
  })

  it('watches delegations that nobody knows take the floor, on a phone in Arabic too', async () => {
    const hall = await (await house.person({ viewport: DESK })).newPage()
    await hall.goto(`${house.origin}/en/seoul2021${HALL}`)
    await expect.poll(() => speaker(hall), { timeout: SOON }).toMatch(/^Delegation \d+$/)
    const phone = await (await house.person({ viewport: PHONE })).newPage()
    await phone.goto(`${house.origin}/ar/seoul2021/floor/rehearsal-session-1`)
    expect(await phone.locator('.rehearsal').innerText()).toContain('تدريب')
    expect(await phone.locator('main').innerText()).toMatch(/الوفد \d+/)
    expect([await obstaclesOn(phone), await overflowOf(phone)]).toEqual([[], 0])
    await phone.context().close()
    await hall.context().close()
  })

  it('finds it going on after the server was killed in the middle', async () => {
    const hall = await (await house.person()).newPage()
    await hall.goto(`${house.origin}/en/seoul2021${HALL}`)
    const before = await speaker(hall)
    await house.whileGone(async () => undefined)
    await expect.poll(() => speaker(hall), { timeout: SOON }).not.toBe(before)
    await hall.context().close()
  })

  it('takes it over with one key, and nobody plays any more', async () => {
    await officer.goto(`${house.origin}/en/seoul2021/desk/floor/rehearsal-session-1`)
    await officer.getByRole('button', { name: 'Stop the play' }).click()
    await officer.getByRole('button', { name: 'Let it play' }).waitFor()
    expect(await officer.locator('main').innerText()).toContain('Delegation')
  })

  it('clears it away, and the real lists know nothing of it', async () => {
    await officer.goto(house.origin + SESSIONS)
    const clear = officer.locator('form[action$="/deeds/floor.clear-rehearsal"]')
    await clear.locator('summary').click()
    expect(await sendBy(officer, clear.locator('[type=submit]').last())).toBe('done')
    const answer = await officer.goto(`${house.origin}/en/seoul2021${HALL}`)
    expect(answer?.status()).toBe(404)
    const overview = await officer.goto(`${house.origin}/en/seoul2021/floor`)
    expect(await overview?.text()).not.toContain('Delegation 1')
  })
})
