import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser, origin } from '../src/testing/visiting/browser.ts'

const KILOBYTE = 1024
const FIRST_VISIT = 60 * KILOBYTE
const LARGEST_PAINT = 1500
/** Chrome's «Slow 4G»: 1.6 Mbit/s down, 750 kbit/s up, 150 ms; and a processor of a quarter of the speed. */
const SLOW_4G = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
}

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** Visits a page for the first time, as a phone in a corridor would. */
async function firstVisit(address: string) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Network.emulateNetworkConditions', SLOW_4G)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  const files = new Map<string, { url: string; bytes: number }>()
  devtools.on('Network.requestWillBeSent', ({ requestId, request }) =>
    files.set(requestId, { url: request.url, bytes: 0 }),
  )
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const file = files.get(requestId)
    if (file) file.bytes = encodedDataLength
  })
  await page.addInitScript(() => {
    const seen = { largest: 0, shift: 0 }
    Object.assign(window, { seen })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.largest = entry.startTime
    }).observe({ type: 'largest-contentful-paint', buffered: true })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.shift += (entry as LayoutShift).value
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await page.goto(origin() + address, { waitUntil: 'load' })
  await page.waitForTimeout(1500)
  const seen = await page.evaluate(
    () => (window as unknown as { seen: { largest: number; shift: number } }).seen,
  )
  await context.close()
  const sizes = [...files.values()].filter(({ url }) => !url.includes('/live?'))
  return { ...seen, bytes: sizes.reduce((sum, { bytes }) => sum + bytes, 0), sizes }
}

interface LayoutShift extends PerformanceEntry {
  value: number
}

/** Bytes and shifts are the same each time; time is lost to whatever else the machine does, never won. */
async function bestOfThree(address: string) {
  const visits = []
  for (let visit = 0; visit < 3; visit += 1) visits.push(await firstVisit(address))
  return {
    bytes: Math.max(...visits.map(({ bytes }) => bytes)),
    shift: Math.max(...visits.map(({ shift }) => shift)),
    paints: visits.map(({ largest }) => Math.round(largest)).sort((a, b) => a - b),
    sizes: visits[0]?.sizes ?? [],
  }
}

describe.each(['en', 'fr', 'ar', 'ru', 'zh', 'ko', 'es'])(
  'the first visit of the programme in %s',
  (language) => {
    it('is small, quick and still', async () => {
      const { bytes, paints, shift, sizes } = await bestOfThree(`/${language}/seoul2021/programme`)
      const list = sizes.map(({ url, bytes: size }) => `${size} ${new URL(url).pathname}`)
      process.stdout.write(
        `first visit in ${language}: ${bytes} bytes, largest paint ${paints} ms, shift ${shift}\n${list.join('\n')}\n`,
      )
      expect(bytes).toBeLessThanOrEqual(FIRST_VISIT)
      expect(paints[0]).toBeLessThanOrEqual(LARGEST_PAINT)
      expect(shift).toBeLessThan(0.01)
    })
  },
)

/** The heaviest page of each kind, in the language whose letters weigh most. */
const HEAVIEST = [
  '/ru',
  '/ar/seoul2021',
  '/ar/pledges',
  '/ar/pledges/KOR-2021-01',
  '/ar/parties/CAN',
  '/ar/record',
  '/ar/record/map',
  '/ar/record/flow',
  '/ar/gaps',
  '/ar/capabilities',
  '/ar/seoul2021/floor',
]

describe('any other page with its styles and scripts, its type apart', () => {
  it.each(HEAVIEST)('is small and still: %s', async (address) => {
    const { bytes, sizes, shift } = await firstVisit(address)
    const type = sizes.filter(({ url }) => url.endsWith('.woff2'))
    const faces = type.reduce((sum, { bytes: size }) => sum + size, 0)
    process.stdout.write(
      `first visit of ${address}: ${bytes - faces} bytes, its type ${faces}, shift ${shift}\n`,
    )
    expect(bytes - faces).toBeLessThanOrEqual(FIRST_VISIT)
    expect(shift).toBeLessThan(0.01)
  })
})

describe('a script, a style sheet and a face of type', () => {
  it('carry what protects a file, and not the long headers of documents', async () => {
    const page = await (await fetch(`${origin()}/ar/seoul2021/programme`)).text()
    const files = page.match(/\/assets\/[\w-]+\.(?:js|css|woff2)/g) ?? []
    expect(files.length).toBeGreaterThan(2)
    for (const file of files) {
      const { headers } = await fetch(origin() + file)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
      expect(headers.get('content-security-policy')).toBeNull()
    }
    const policy = 'content-security-policy'
    const [icon = ''] = page.match(/\/assets\/[\w-]+\.svg/) ?? []
    expect((await fetch(origin() + icon)).headers.get(policy)).toMatch(/default-src 'none'/)
  })
})
