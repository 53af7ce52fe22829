import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { openBrowser } from '../src/testing/visiting/browser.ts'
import { examine, OTHERS, SMALL_PHONE } from '../src/testing/visiting/pages.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

describe('every other page is without a finding of axe, an overflow, a complaint', () => {
  it.each(OTHERS)('on a small phone, from left to right: /fr%s', (address) =>
    examine(browser, `/fr${address}`, { viewport: SMALL_PHONE, colorScheme: 'light' }),
  )

  it.each(OTHERS)('on a small phone, from right to left, in the dark: /ar%s', (address) =>
    examine(browser, `/ar${address}`, { viewport: SMALL_PHONE, colorScheme: 'dark' }),
  )
})
