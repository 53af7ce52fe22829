import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { LANGUAGES } from '../src/kernel/language.ts'
import { openBrowser } from '../src/testing/visiting/browser.ts'
import { examine, MOSTLY, SMALL_PHONE } from '../src/testing/visiting/pages.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const addresses = LANGUAGES.flatMap((language) => MOSTLY.map((address) => `/${language}${address}`))

describe('what most people open is without a finding of axe, an overflow, a complaint', () => {
  it.each(addresses)('on a small phone: %s', (address) =>
    examine(browser, address, {
      viewport: SMALL_PHONE,
      colorScheme: address.startsWith('/ar') ? 'dark' : 'light',
    }),
  )
})
