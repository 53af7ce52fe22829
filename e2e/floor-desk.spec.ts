import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DESK, type House, openHouse, PHONE } from '../src/testing/visiting/house.ts'
import { faultsOf, NO_FAULTS, overflowOf } from '../src/testing/visiting/looking.ts'

const DELEGATIONS = [
  { code: 'KEN', rank: 'minister', name: 'Monica Juma' },
  { code: 'NOR', rank: 'vice-minister', name: 'Odd-Inge Kvalheim' },
  { code: 'VNM', rank: 'minister', name: 'Phan Văn Giang' },
  { code: 'PRT', rank: 'official', name: '' },
  { code: 'MAR', rank: 'minister', name: 'أمينة بنعلي' },
  { code: 'BGD', rank: 'head-of-government', name: '' },
]
const ORDER = ['Bangladesh', 'Kenya', 'Viet Nam', 'Morocco', 'Norway', 'Portugal']

let house: House
let officer: Page
let colleague: Page
beforeAll(async () => {
  house = await openHouse()
}, 120_000)
afterAll(() => house.close())

const invite = (address: string, name: string, language: 'en' | 'ar') =>
  house.invite({ address, name, language, role: 'floor-desk' }, { viewport: DESK })

const LISTS = '/seoul2021/desk/floor'
const ONE = `${LISTS}/session-1`
const go = (page: Page, address: string, language = 'en') =>
  page.goto(`${house.origin}/${language}${address}`)
/** The desk, with its keys. */
async function sit(page: Page, language = 'en') {
  await go(page, ONE, language)
  await page.locator('floor-desk:defined').waitFor()
}
const isFit = async (page: Page) => expect(await faultsOf(page)).toEqual(NO_FAULTS)
const plate = (page: Page) => page.locator('.floor-now .floor-plate')
const following = (page: Page) => page.locator('.floor-next .floor-plate').innerText()
const queue = (page: Page) => page.locator('.floor-who a').allInnerTexts()

/** What the page says that it has seen: another number stands there after every deed. */
const seen = (page: Page) => page.locator('floor-desk [name=":seen"]').first().inputValue()

/** Presses a key, and waits until the page shows what came of it; a key that is pressed before that does nothing. */
async function press(page: Page, key: string): Promise<number> {
  const before = await seen(page)
  const [answer] = await Promise.all([
    page.waitForResponse((one) => one.request().method() === 'POST'),
    page.keyboard.press(key),
  ])
  await expect.poll(() => seen(page), { timeout: 15_000 }).not.toBe(before)
  return answer.status()
}
const speaks = (page: Page, name: string) =>
  plate(page).filter({ hasText: name }).waitFor({ timeout: 15_000 })
const isSilent = (page: Page) => plate(page).waitFor({ state: 'detached', timeout: 15_000 })

describe('a floor officer who has only used paper', () => {
  it('finds the sessions at the start page, and sets up a list in two clicks', async () => {
    officer = await invite('floor@host.example', 'Jisoo Han', 'en')
    await isFit(officer)
    await go(officer, LISTS)
    await isFit(officer)
    const session = officer.locator('.floor-sessions > li', { hasText: 'Session I:' }).first()
    await session.locator('summary').click()
    await session.getByRole('button', { name: 'Pledging session' }).click()
    await officer.waitForURL(`**${ONE}`)
    await officer.getByRole('heading', { name: 'Session I: Sustaining peace', level: 1 }).waitFor()
    await isFit(officer)
  })

  it('inscribes six delegations, whom the rule puts in their order', async () => {
    const form = officer.locator('form[action$="/deeds/floor.inscribe"]')
    for (const [at, { code, rank, name }] of DELEGATIONS.entries()) {
      await form.locator('[name=party]').selectOption(code)
      await form.locator('[name=rank]').selectOption(rank)
      await form.locator('[name="speaker.name"]').fill(name)
      await form.locator('[type=submit]').click()
      await expect.poll(() => queue(officer).then(({ length }) => length)).toBe(at + 1)
    }
    expect(await queue(officer)).toEqual(ORDER)
    expect(await following(officer)).toBe('Bangladesh')
  })

  it('reads every rule of the list in words, and is told at its field what contradicts itself', async () => {
    await go(officer, `${ONE}/settings`)
    await isFit(officer)
    await officer.locator('[name="settings.amber"]').fill('5')
    await officer.locator('form [type=submit]').last().click()
    await officer.getByRole('alert').waitFor()
    expect(await officer.locator('[name="settings.amber"]').inputValue()).toBe('5')
    await officer.locator('[name="settings.amber"]').fill('60')
    await officer.locator('form [type=submit]').last().click()
    await officer.waitForURL(`**${ONE}`)
  })
})

describe('a session', () => {
  it('is run by keyboard alone', async () => {
    await sit(officer)
    await press(officer, 'Space')
    expect(await press(officer, 'Space')).toBe(303)
    await speaks(officer, 'Bangladesh')
    await expect.poll(() => officer.locator('.clock-figures').innerText()).toMatch(/^2:5\d$/)
    await isFit(officer)
    await press(officer, 'p')
    await officer.locator('speech-clock[data-paused]').waitFor()
    await press(officer, 'p')
    await press(officer, 'n')
    await speaks(officer, 'Kenya')
    await press(officer, 'e')
    await isSilent(officer)
    expect(await following(officer)).toBe('Viet Nam')
  })

  it('is seen by a second desk in the same moment', async () => {
    colleague = await invite('second@host.example', 'سلمى', 'ar')
    await sit(colleague, 'ar')
    await isFit(colleague)
    await press(officer, 'Space')
    await speaks(colleague, 'فييت نام')
    expect(await colleague.locator('html').getAttribute('dir')).toBe('rtl')
  })

  it('refuses what was seen too late, and says what changed since', async () => {
    const late = await officer.context().newPage()
    // It does not follow what others do, as where its line is cut.
    await late.addInitScript('delete Navigator.prototype.locks')
    await sit(late)
    await speaks(late, 'Viet Nam')
    await press(colleague, 'e')
    await isSilent(colleague)
    expect(await press(late, 'n')).toBe(409)
    const said = late.locator('.floor-refused')
    await said.waitFor()
    expect(await said.innerText()).toContain('End of the statement · Viet Nam')
    expect(await said.innerText()).toContain('سلمى')
    expect(await following(late)).toBe('Morocco')
    await isFit(late)
    await late.close()
  })

  it('moves a delegation by arrows and the number of a reason, and takes it back', async () => {
    await sit(officer)
    expect(await queue(officer)).toEqual(['Morocco', 'Norway', 'Portugal'])
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'Alt+ArrowUp', 'Alt+ArrowUp']) {
      await officer.keyboard.press(key)
    }
    expect(await officer.locator('[data-says]').innerText()).toContain('New place: 1')
    await press(officer, '4')
    await expect.poll(() => queue(officer)).toEqual(['Portugal', 'Morocco', 'Norway'])
    await press(officer, 'u')
    await expect.poll(() => queue(officer)).toEqual(['Morocco', 'Norway', 'Portugal'])
  })

  it('puts whoever is called and not there at the end', async () => {
    await press(officer, 'a')
    await expect.poll(() => queue(officer)).toEqual(['Norway', 'Portugal', 'Morocco'])
  })

  it('leaves letters alone while somebody types them', async () => {
    await officer.keyboard.press('i')
    const form = officer.locator('form[action$="/deeds/floor.insert"]')
    await form.locator('[name="speaker.name"]').fill('')
    await form.locator('[name="speaker.name"]').pressSequentially('Peneu n')
    expect(await form.locator('[name="speaker.name"]').inputValue()).toBe('Peneu n')
    expect(await plate(officer).count()).toBe(0)
    await officer.keyboard.press('Escape')
  })

  it('goes on without a script', async () => {
    const plain = await house.person({
      javaScriptEnabled: false,
      viewport: PHONE,
      storageState: await officer.context().storageState(),
    })
    const bare = await plain.newPage()
    await go(bare, ONE)
    await bare.getByRole('button', { name: /^Give the floor/ }).click()
    expect(await plate(bare).innerText()).toBe('Norway')
    await bare.getByRole('button', { name: /^End the statement/ }).click()
    expect(await following(bare)).toBe('Portugal')
    expect(await overflowOf(bare)).toBe(0)
    await plain.close()
  })

  it('ends, and leaves an official list with its times', async () => {
    await sit(officer)
    for (const name of ['Portugal', 'Morocco']) {
      await press(officer, 'Space')
      await speaks(officer, name)
      await press(officer, 'e')
      await isSilent(officer)
    }
    await officer.getByRole('button', { name: 'Adjourn the session' }).click()
    await officer.getByRole('link', { name: 'Summary of the session' }).first().waitFor()
    const papers = await Promise.all(
      ['en', 'ar'].map((language) =>
        officer.request.get(`${house.origin}/${language}${ONE}/list.pdf`),
      ),
    )
    for (const paper of papers) {
      expect([paper.status(), paper.headers()['content-type']]).toEqual([200, 'application/pdf'])
    }
    const csv = await (await officer.request.get(`${house.origin}/en${ONE}/list.csv`)).text()
    const heard = csv.split('\r\n').flatMap((row) => row.split(',')[3] ?? [])
    expect(heard.slice(1)).toEqual([
      ...['Bangladesh', 'Kenya', 'Viet Nam', 'Norway', 'Portugal', 'Morocco'],
    ])
  })
})

describe('every page of the desk', () => {
  const PAGES = [LISTS, ONE, `${ONE}/history`, `${ONE}/summary`, `${ONE}/settings`]
  it.each(PAGES)('%s is fit for a phone and for whoever listens', async (address) => {
    for (const viewport of [PHONE, DESK]) {
      await officer.setViewportSize(viewport)
      for (const language of ['en', 'ar']) {
        await go(officer, address, language)
        await isFit(officer)
      }
    }
  })
})
