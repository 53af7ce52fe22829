import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type House, openHouse, PHONE } from '../src/testing/visiting/house.ts'
import { faultsOf, NO_FAULTS } from '../src/testing/visiting/looking.ts'
import {
  lateness,
  SECOND,
  secondsDue,
  secondsOn,
  visit,
  watch,
} from '../src/testing/visiting/screens.ts'

const HOUR = 3_600_000
const FIRST_VISIT = 60 * 1024
const HALL = { width: 1920, height: 1080 }
const SPEAKERS = [
  { party: 'KEN', language: 'en' },
  { party: 'IRN', language: 'en' },
  { party: 'MAR', language: 'ar', onBehalfOf: 'Group of African States' },
  { party: 'GBR', language: 'en' },
  { party: 'CHN', language: 'zh' },
  { party: 'KOR', language: 'ko' },
]

let house: House
let session: string
beforeAll(async () => {
  house = await openHouse()
  session = await idOf('session-1')
  await floor('take-preset', { preset: 'un-plenary' })
  await floor('open')
  for (const one of SPEAKERS) await floor('inscribe', { ...one, rank: 'minister' })
  await floor('begin-session')
  await floor('give-floor')
}, 300_000)
afterAll(() => house.close())

async function idOf(slug: string): Promise<string> {
  const answer = await fetch(`${house.origin}/en/seoul2021/programme.csv`)
  const line = (await answer.text()).split('\r\n').find((one) => one.includes(`,${slug},`))
  return line?.split(',')[0] ?? ''
}

/** A deed of the desk, from another process. */
const floor = (deed: string, input: object = {}) =>
  house.perform(`floor.${deed}`, { conference: 'seoul2021', session, ...input })

const addressOf = (screen: string, language = 'en') =>
  `${house.origin}/${language}/seoul2021/floor/session-1${screen}`

async function open(screen: string, language: string, options: BrowserContextOptions = {}) {
  const page = await (await house.person(options)).newPage()
  await visit(page, addressOf(screen, language))
  return page
}

describe('the screens of a session', () => {
  it('change together, each within a second, in the language of each', async () => {
    const chair = await house.invite(
      ...([
        {
          address: 'chair@example.org',
          name: 'Chair',
          language: 'en',
          role: 'co-chair',
          party: 'KOR',
        },
      ] as const),
    )
    await visit(chair, addressOf('/chair'))
    const screens = [
      await open('', 'ar', { viewport: PHONE, timezoneId: 'Asia/Kathmandu' }),
      await open('/hall', 'en', { viewport: HALL }),
      await open('/rostrum', 'fr', { viewport: HALL }),
      await open('/hall', 'zh', { viewport: HALL }),
    ]
    const pages = [...screens, chair]
    for (const page of pages) {
      await page.evaluate(() => Object.assign(window, { notReloaded: true }))
      await watch(page)
    }
    await floor('next')
    for (const page of screens) expect(await lateness(page)).toBeLessThan(SECOND)
    // What a person alone sees is fetched by them, and not by all in the same moment.
    expect(await lateness(chair)).toBeLessThan(2 * SECOND)
    for (const page of pages) expect(await page.evaluate(() => 'notReloaded' in window)).toBe(true)
    const [phone, hall, rostrum, chinese] = screens as [Page, Page, Page, Page]
    await phone.locator('.floor-plate', { hasText: 'إيران' }).waitFor()
    await hall.locator('h1', { hasText: 'Iran (Islamic Republic of)' }).waitFor()
    await rostrum.locator('h1', { hasText: 'Iran' }).waitFor()
    await chinese.locator('h1', { hasText: '伊朗' }).waitFor()
    await chair.locator('.chair-next li', { hasText: 'Morocco' }).waitFor()
    // Whoever listens is told once who speaks, and not each second how long.
    const said = hall.locator('[aria-live=polite]:not([data-live-state])')
    expect(await said.innerText()).toBe('Has the floor: Iran (Islamic Republic of)')
    expect(await hall.locator('speech-clock').getAttribute('role')).toBe('timer')
    for (const page of pages) {
      expect(await faultsOf(page), page.url()).toEqual(NO_FAULTS)
      await page.context().close()
    }
  })

  it('count by the server’s clock on a device whose own is wrong, and again after it was set', async () => {
    const context = await house.person()
    await context.addInitScript((hours) => {
      const real = Date.now
      Object.assign(window, { wrong: hours })
      Date.now = () => real() + (window as unknown as { wrong: number }).wrong
    }, 3 * HOUR)
    const page = await context.newPage()
    await visit(page, addressOf('/rostrum'))
    expect(Math.abs((await secondsOn(page)) - (await secondsDue(page)))).toBeLessThan(1.5)
    await page.evaluate((ms) => Object.assign(window, { wrong: ms }), -HOUR)
    await page.waitForTimeout(3 * SECOND)
    expect(Math.abs((await secondsOn(page)) - (await secondsDue(page)))).toBeLessThan(1.5)
    await context.close()
  })

  it('say when the line is cut, count on, and catch up once it is back', async () => {
    const page = await open('/hall', 'en', { viewport: HALL })
    const cut = page.locator('[data-live-state="cut"]')
    await page.context().setOffline(true)
    await cut.waitFor({ state: 'visible' })
    const before = await secondsOn(page)
    await floor('next')
    await page.waitForTimeout(1500)
    expect(await secondsOn(page)).toBeLessThan(before)
    expect(await page.locator('h1').innerText()).toBe('Iran (Islamic Republic of)')
    await page.context().setOffline(false)
    await page.locator('h1', { hasText: 'Morocco' }).waitFor()
    await cut.waitFor({ state: 'detached' })
    await page.context().close()
  })

  it('stand still with the clock, and say so in words', async () => {
    const page = await open('/rostrum', 'en')
    await floor('pause')
    await page.locator('.clock-word', { hasText: 'clock stopped' }).waitFor()
    const still = await page.locator('.clock-figures').innerText()
    await page.waitForTimeout(1200)
    expect(await page.locator('.clock-figures').innerText()).toBe(still)
    await floor('resume')
    await page.locator('.clock-word', { hasText: 'time remains' }).waitFor()
    await page.context().close()
  })
})

describe('a list of speakers', () => {
  it.each(['en', 'ar'])(
    'is read without JavaScript, and reads itself anew, in %s',
    async (language) => {
      const page = await (
        await house.person({ javaScriptEnabled: false, viewport: PHONE })
      ).newPage()
      await page.goto(addressOf('', language))
      expect(await page.locator('#floor-waiting li').count()).toBe(3)
      expect(await page.locator('.likely time').count()).toBe(3)
      expect(await page.locator('speech-clock time').count()).toBe(1)
      expect(await page.locator('meta[http-equiv=refresh]').count()).toBe(1)
      await page.context().close()
    },
  )

  it('is small on the first visit, and has no faults on a phone', async () => {
    for (const [path, language] of [
      ['', 'en'],
      ['', 'ar'],
    ] as const) {
      const page = await open(path, language, { viewport: PHONE, colorScheme: 'dark' })
      const bytes = await page.evaluate(() =>
        [
          ...performance.getEntriesByType('navigation'),
          ...performance.getEntriesByType('resource'),
        ].reduce((sum, one) => sum + (one as PerformanceResourceTiming).transferSize, 0),
      )
      process.stdout.write(`first visit of the list in ${language}: ${bytes} bytes\n`)
      expect(bytes).toBeLessThanOrEqual(FIRST_VISIT)
      expect(await faultsOf(page)).toEqual(NO_FAULTS)
      await page.goto(`${house.origin}/${language}/seoul2021/floor`)
      expect(await faultsOf(page)).toEqual(NO_FAULTS)
      await page.context().close()
    }
  })

  it('stands in a frame of another site, and without a script', async () => {
    const page = await (await house.person()).newPage()
    const other = createServer((_, response) =>
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(`<!doctype html><iframe src="${addressOf('/embed')}"></iframe>`),
    ).listen(0)
    await page.goto(`http://127.0.0.1:${(other.address() as AddressInfo).port}/`)
    const frame = page.frameLocator('iframe')
    await frame.getByText('Morocco').waitFor()
    expect(await frame.locator('script').count()).toBe(0)
    other.close()
    await page.context().close()
  })
})

describe('eight tabs of one browser', () => {
  const TABS = [
    ['', 'en'],
    ['/hall', 'en'],
    ['/rostrum', 'en'],
    ['', 'ar'],
    ['/hall', 'ar'],
    ['/rostrum', 'fr'],
    ['/hall', 'ru'],
    ['', 'ko'],
  ] as const

  const SOON = { timeout: 15 * SECOND }

  /** How many streams the server holds open, by its own count. */
  async function streams(): Promise<number> {
    const metrics = await (await fetch(`${house.origin}/metrics`)).text()
    return Number(/^plenum_live_streams (\d+)$/m.exec(metrics)?.[1])
  }
  const givenAt = (page: Page) => page.locator('speech-clock').first().getAttribute('data-since')
  /** The next has the floor, and every tab says so. */
  async function allFollow(pages: readonly Page[]) {
    const before = await Promise.all(pages.map(givenAt))
    await floor('next')
    for (const [at, page] of pages.entries()) {
      await expect.poll(() => givenAt(page), SOON).not.toBe(before[at])
    }
    expect(new Set(await Promise.all(pages.map(givenAt))).size).toBe(1)
  }

  it('hold one stream together, all follow, and so they do when the tab that listens is closed', async () => {
    await expect.poll(streams, SOON).toBe(0)
    const context = await house.person()
    const pages = []
    for (const [screen, language] of TABS) {
      const page = await context.newPage()
      await page.goto(addressOf(screen, language))
      await page.locator('speech-clock .clock-figures').first().waitFor()
      pages.push(page)
    }
    await expect.poll(streams, SOON).toBe(1)
    await allFollow(pages)
    expect(await streams()).toBe(1)
    const [listening, ...others] = pages
    await listening?.close()
    await expect.poll(streams, SOON).toBe(1)
    await allFollow(others)
    await context.close()
  })
})
