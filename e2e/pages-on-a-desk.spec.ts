import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { openBrowser } from '../src/testing/visiting/browser.ts'
import { DESK, examine, MOSTLY, OTHERS } from '../src/testing/visiting/pages.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

describe('every page is without a finding of axe, an overflow, a complaint', () => {
  it.each([...MOSTLY, ...OTHERS])('on a desk in the dark: /en%s', (address) =>
    examine(browser, `/en${address}`, { viewport: DESK, colorScheme: 'dark' }),
  )
})
