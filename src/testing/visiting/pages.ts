import type { Browser } from 'playwright-core'
import { expect } from 'vitest'
import { origin } from './browser.ts'
import { findingsOn, lineOf, overflowOf } from './looking.ts'

/** What most people open, below the language. */
export const MOSTLY = ['', '/seoul2021', '/seoul2021/programme', '/parties']

/** Every other kind of page, at an address where it has something to show. */
export const OTHERS = [
  '/seoul2021/programme/session-1',
  '/seoul2021/changes',
  '/berlin2025/programme',
  '/tokyo2017',
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
  '/partnerships',
  '/partnerships/example',
  '/codebook',
  '/data',
  '/api',
  '/widgets',
  '/nothing-here',
]

/** How somebody looks at a page. */
export interface Look {
  viewport: { width: number; height: number }
  colorScheme: 'light' | 'dark'
}
export const SMALL_PHONE = { width: 320, height: 640 }
export const DESK = { width: 1440, height: 900 }

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Opens a page and notes what the browser complains of: a refused script, a missing file, an error. */
async function open(browser: Browser, address: string, look: Look) {
  const context = await browser.newContext({ ...look, timezoneId: 'Asia/Kathmandu' })
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

/** What a page must be, however it is looked at: fit for all, within its window, without a complaint of the browser. */
export async function examine(browser: Browser, address: string, look: Look): Promise<void> {
  const { page, complaints, close } = await open(browser, address, look)
  expect((await findingsOn(page, TAGS)).map(lineOf)).toEqual([])
  expect(await overflowOf(page)).toBe(0)
  expect(complaints).toEqual([])
  await close()
}
