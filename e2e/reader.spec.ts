import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser, origin } from '../src/testing/visiting/browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

async function visit(options: BrowserContextOptions, address: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, ...options })
  const page = await context.newPage()
  await page.goto(origin() + address, { waitUntil: 'load' })
  return page
}

const SLUGS = ['opening', 'session-1', 'session-2', 'session-3', 'session-4', 'closing']

/** What stands beside each session as the reader's own time, in the order of the programme. */
const ownTimes = async (page: Page) => {
  await page.waitForFunction(() =>
    [...document.querySelectorAll('li[id] reader-time')].every((one) => one.textContent),
  )
  return page.evaluate(
    (slugs) =>
      slugs.map((slug) => document.querySelector(`#${slug} reader-time`)?.textContent?.trim()),
    SLUGS,
  )
}

/** The first conference in other clocks. Days are named where they are not the conference's. */
const VECTORS: Record<string, readonly string[]> = {
  UTC: ['10:30–11:00', '11:10–12:30', '12:40–14:00', '10:30–11:50', '12:00–13:20', '13:30–14:00'],
  'America/New_York': [
    '05:30–06:00',
    '06:10–07:30',
    '07:40–09:00',
    '05:30–06:50',
    '07:00–08:20',
    '08:30–09:00',
  ],
  'Australia/Sydney': [
    '21:30–22:00',
    '22:10–23:30',
    '23:40 – Wed 01:00',
    '21:30–22:50',
    '23:00 – Thu 00:20',
    'Thu 00:30–01:00',
  ],
  'Pacific/Auckland': [
    '23:30 – Wed 00:00',
    'Wed 00:10–01:30',
    'Wed 01:40–03:00',
    '23:30 – Thu 00:50',
    'Thu 01:00–02:20',
    'Thu 02:30–03:00',
  ],
  'Pacific/Fiji': [
    '22:30–23:00',
    '23:10 – Wed 00:30',
    'Wed 00:40–02:00',
    '22:30–23:50',
    'Thu 00:00–01:20',
    'Thu 01:30–02:00',
  ],
  'Pacific/Honolulu': [
    '00:30–01:00',
    '01:10–02:30',
    '02:40–04:00',
    '00:30–01:50',
    '02:00–03:20',
    '03:30–04:00',
  ],
  'Asia/Kathmandu': [
    '16:15–16:45',
    '16:55–18:15',
    '18:25–19:45',
    '16:15–17:35',
    '17:45–19:05',
    '19:15–19:45',
  ],
  'America/St_Johns': [
    '07:00–07:30',
    '07:40–09:00',
    '09:10–10:30',
    '07:00–08:20',
    '08:30–09:50',
    '10:00–10:30',
  ],
}

describe('a reader’s own time', () => {
  it.each(Object.entries(VECTORS))(
    'stands beside each session in %s',
    async (timezoneId, times) => {
      const page = await visit({ timezoneId }, '/en/seoul2021/programme')
      expect(await ownTimes(page)).toEqual(times)
      await page.context().close()
    },
  )

  it.each(Object.entries(VECTORS))('is the same without JavaScript in %s', async (zone, times) => {
    const address = `/en/seoul2021/programme?zone=${encodeURIComponent(zone)}`
    const page = await visit({ javaScriptEnabled: false }, address)
    const shown = await page.content()
    const found = times.filter((time) =>
      shown
        .replaceAll(/<[^>]+>/g, '')
        .replaceAll('\u2009', '')
        .includes(time),
    )
    expect(found).toEqual(times)
    await page.context().close()
  })

  it('is said to be the same where it is, and to differ where it does', async () => {
    const [seoul, kathmandu] = await Promise.all(
      ['Asia/Seoul', 'Asia/Kathmandu'].map((timezoneId) =>
        visit({ timezoneId }, '/en/seoul2021/programme'),
      ),
    )
    await seoul?.getByText('Your clock shows the same time.').waitFor()
    await kathmandu?.getByText('yours (UTC+05:45) stands beside each session').waitFor()
    await Promise.all([seoul?.context().close(), kathmandu?.context().close()])
  })

  it('groups by the reader’s days when asked, and says so', async () => {
    const page = await visit({ timezoneId: 'Pacific/Auckland' }, '/en/seoul2021/programme')
    await page.getByRole('link', { name: 'Group by my own days' }).click()
    await page.getByText('not of the conference').waitFor()
    expect(await page.locator('main h2').first().textContent()).toContain('7 December 2021')
    expect(await page.locator('main').textContent()).toContain('Thursday, 9 December 2021')
    await page.context().close()
  })
})

describe('a newcomer', () => {
  it('is led from the front door in their language to the programme and its calendar', async () => {
    const page = await visit({ locale: 'fr-FR' }, '/')
    expect(new URL(page.url()).pathname).toBe('/fr')
    await page.getByRole('link', { name: /Séoul/ }).first().click()
    await page.waitForURL('**/fr/seoul2021')
    await page.getByRole('link', { name: 'Programme' }).first().click()
    await page.waitForURL('**/fr/seoul2021/programme')
    const calendar = await page.locator('a[href^="webcal:"]').getAttribute('href')
    expect(calendar).toMatch(/^webcal:\/\/.*\/fr\/seoul2021\/programme\.ics$/)
    await page.context().close()
  })

  it('keeps the page when changing the language', async () => {
    const page = await visit({}, '/fr/seoul2021/programme')
    await page.getByRole('link', { name: 'العربية' }).click()
    await page.waitForURL('**/ar/seoul2021/programme')
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
    await page.context().close()
  })

  it('reads everything by the keyboard, and sees where they are', async () => {
    const page = await visit({}, '/en/seoul2021/programme')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('skip')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.activeElement?.id === 'content')
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('Tab')
    const outline = await page.evaluate(
      () => getComputedStyle(document.activeElement as Element).outlineStyle,
    )
    expect(outline).not.toBe('none')
    await page.context().close()
  })
})

describe('without JavaScript', () => {
  it.each(['/en', '/ar/seoul2021', '/fr/seoul2021/programme', '/zh/parties'])(
    '%s says what it says with it',
    async (address) => {
      const plain = await visit({ javaScriptEnabled: false }, address)
      const full = await visit({ timezoneId: 'Asia/Seoul' }, address)
      const headings = (page: Page) => page.locator('main :is(h1, h2, h3)').allTextContents()
      expect(await headings(plain)).toEqual(await headings(full))
      await Promise.all([plain.context().close(), full.context().close()])
    },
  )

  it('the parties can be searched in any language', async () => {
    const page = await visit({ javaScriptEnabled: false }, '/en/parties')
    await page.locator('main input[type="search"], main input[name="q"]').first().fill('대한')
    await page.locator('main form button').first().click()
    expect(await page.locator('#parties li').allTextContents()).toEqual([
      expect.stringContaining('Republic of Korea'),
    ])
    await page.context().close()
  })
})
