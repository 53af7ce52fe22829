import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LANGUAGES } from '../src/kernel/language.ts'
import { openBrowser, origin } from '../src/testing/visiting/browser.ts'

/** Every kind of page, at an address where it has something to show. */
const PAGES = [
  '',
  '/seoul2021',
  '/seoul2021/programme',
  '/seoul2021/programme/session-1',
  '/seoul2021/changes',
  '/berlin2025/programme',
  '/tokyo2017',
  '/parties',
  '/parties/KOR',
  '/parties/groups/c34',
  '/pledges',
  '/pledges?q=helicopter&stage=partly-delivered',
  '/pledges/KOR-2021-01',
  '/pledges/NOR-2016-01',
  '/capabilities',
  '/capabilities/aviation.helicopter.utility',
  '/capabilities/themes',
  '/requirements',
  '/requirements/2022-03',
  '/gaps',
  '/record',
  '/record/ages',
  '/record/published',
  '/record/map',
  '/record/flow',
  '/record/reports',
  '/record/count?rule=money&edition=berlin2025',
  '/record/rules',
  '/codebook',
  '/data',
  '/api',
  '/widgets',
  '/nothing-here',
]
const PHONE = { width: 320, height: 640 }
const DESK = { width: 1440, height: 900 }

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** Opens a page and notes what the browser complains of: a refused script, a missing file, an error. */
async function open(address: string, viewport: typeof PHONE, colorScheme: 'light' | 'dark') {
  const context = await browser.newContext({ viewport, colorScheme, timezoneId: 'Asia/Kathmandu' })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    const expected = address.endsWith('/nothing-here') && message.text().includes('404')
    if (message.type() === 'error' && !expected) complaints.push(message.text())
  })
  await page.goto(origin() + address, { waitUntil: 'load' })
  return { page, complaints, close: () => context.close() }
}

const findings = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`))
}

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** What most people open: in every language. Everything else: in one of each direction. */
const MOSTLY = ['', '/seoul2021', '/seoul2021/programme', '/parties']
const onAPhone = [
  ...LANGUAGES.flatMap((language) => MOSTLY.map((address) => `/${language}${address}`)),
  ...['fr', 'ar'].flatMap((language) =>
    PAGES.filter((address) => !MOSTLY.includes(address)).map((address) => `/${language}${address}`),
  ),
]

/** What a page must be, however it is looked at. */
async function examine(address: string, viewport: typeof PHONE, colorScheme: 'light' | 'dark') {
  const { page, complaints, close } = await open(address, viewport, colorScheme)
  expect(await findings(page)).toEqual([])
  expect(await overflow(page)).toBe(0)
  expect(complaints).toEqual([])
  await close()
}

describe('axe finds nothing, nothing overflows and the browser does not complain', () => {
  it.each(onAPhone)('on a small phone: %s', (address) =>
    examine(address, PHONE, address.startsWith('/ar') ? 'dark' : 'light'),
  )

  it.each(PAGES)('on a desk in the dark: /en%s', (address) =>
    examine(`/en${address}`, DESK, 'dark'),
  )
})
