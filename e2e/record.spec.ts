import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser, origin } from '../src/testing/visiting/browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const PHONE = { width: 390, height: 844 }

async function visit(address: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: PHONE, ...options })
  const page = await context.newPage()
  await page.goto(origin() + address, { waitUntil: 'load' })
  return page
}

const heading = (page: Page) => page.locator('h1').innerText()
const follow = async (page: Page, name: string) => {
  await page.getByRole('link', { name, exact: true }).first().click()
  await page.waitForLoadState('load')
}

describe('a journalist with a phone, in Russian', () => {
  it('finds their country in two clicks and in less than ten seconds, loading included', async () => {
    const began = performance.now()
    const page = await visit('/ru')
    await follow(page, 'Обязательства')
    await page.waitForURL('**/ru/pledges')
    await follow(page, 'Кения')
    await page.waitForURL('**party=KEN**')
    const took = performance.now() - began
    const results = await page.locator('main').innerText()
    expect(results).toContain('KOR-2021-01')
    expect(took).toBeLessThan(10_000)
    await page.context().close()
  })

  it('reads of each pledge what was last reported in public, in Russian', async () => {
    const page = await visit('/ru/pledges/KOR-2021-01')
    const text = await page.locator('main').innerText()
    expect(text).toContain('16\u00A0вертолетов')
    expect(text).toContain('6\u00A0вертолетов')
    expect(text).toContain('Подтверждение не получено')
    await page.context().close()
  })
})

describe('a scholar', () => {
  it('opens a number, its rule, and the list behind it', async () => {
    const page = await visit('/en/record', { viewport: { width: 1440, height: 900 } })
    const figure = page.locator('.figure-value a').first()
    const number = await figure.innerText()
    await figure.click()
    await page.waitForURL('**/en/record/count**')
    expect(await page.locator('.figure-value').innerText()).toBe(number)
    expect(await page.locator('main').innerText()).toContain('How it is counted')
    await page.context().close()
  })

  it('takes a chart along as the table that it shows', async () => {
    const page = await visit('/en/record/ages?age=24')
    const csv = await (await page.request.get(`${origin()}/en/record/ages.csv?age=24`)).text()
    const lines = csv.trim().split('\r\n')
    await page.locator('summary').first().click()
    const rows = await page.locator('figure.chart tbody tr').count()
    expect(lines).toHaveLength(rows + 1)
    expect(csv).toContain('Seoul 2021')
    await page.context().close()
  })

  it('learns for how long aviation has been named short, by a link and a file', async () => {
    const page = await visit('/en/gaps')
    const rows = page.getByRole('row').filter({ hasText: 'Aviation' })
    const text = (await rows.allInnerTexts()).find((row) => row.includes('September 2015'))
    expect(text).toContain('December 2023')
    const csv = await (await page.request.get(`${origin()}/en/gaps.csv`)).text()
    expect(csv).toMatch(/^Aviation,aviation,2015-09,2023-12/m)
    await page.context().close()
  })
})

describe('the list of pledges', () => {
  it('is filtered by a plain form, without JavaScript, and keeps the filter in its address', async () => {
    const page = await visit('/fr/pledges', { javaScriptEnabled: false })
    await page.fill('input[name=q]', 'hélicoptère')
    await page.locator('form button').first().click()
    await page.waitForURL('**q=h%C3%A9licopt%C3%A8re**')
    expect(await page.locator('main').innerText()).toContain('KOR-2021-01')
    expect(await page.inputValue('input[name=q]')).toBe('hélicoptère')
    await page.context().close()
  })

  it.each([
    ['ar', 'طائرة عمودية'],
    ['zh', '直升'],
    ['ko', '헬기'],
    ['ru', 'вертолет'],
  ])('finds the helicopters by a word of %s', async (language, word) => {
    const page = await visit(`/${language}/pledges?q=${encodeURIComponent(word)}`)
    expect(await page.locator('main').innerText()).toContain('KOR-2021-01')
    await page.context().close()
  })
})

describe('a page of the record in Arabic', () => {
  it('runs from right to left, and keeps identifiers in their own direction', async () => {
    const page = await visit('/ar/pledges/KOR-2021-01')
    expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl')
    expect(await heading(page)).toContain('Helicopter unit')
    expect(await page.locator('bdi', { hasText: 'KOR-2021-01' }).count()).toBeGreaterThan(0)
    await page.context().close()
  })
})
