import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type House, openHouse } from '../src/testing/visiting/house.ts'
import {
  lateness,
  SECOND,
  secondsDue,
  secondsOn,
  visit,
  watch,
} from '../src/testing/visiting/screens.ts'
import { hasNginx, type Nginx, startNginx } from '../src/testing/web/nginx.ts'

const PARTIES = ['KEN', 'IRN', 'MAR', 'GBR', 'KOR']
const HALL = '/en/seoul2021/floor/session-1/hall'

let house: House
let session: string
beforeAll(async () => {
  house = await openHouse()
  const programme = await fetch(`${house.origin}/en/seoul2021/programme.csv`)
  const lines = (await programme.text()).split('\r\n')
  session = lines.find((line) => line.includes(',session-1,'))?.split(',')[0] ?? ''
  await floor('take-preset', { preset: 'un-plenary' })
  for (const party of PARTIES) await floor('inscribe', { party, rank: 'minister' })
  await floor('begin-session')
  await floor('give-floor')
}, 300_000)
afterAll(() => house.close())

/** A deed of the desk, from another process. */
const floor = (deed: string, input: object = {}) =>
  house.perform(`floor.${deed}`, { conference: 'seoul2021', session, ...input })

const newPage = async () => (await house.person()).newPage()
const cutOn = (page: Page) => page.locator('[data-live-state="cut"]')
const speaks = (page: Page, name: string) => page.locator('h1', { hasText: name }).waitFor()

/** By how many seconds the figures are wrong. */
const wrongBy = async (page: Page) => Math.abs((await secondsOn(page)) - (await secondsDue(page)))

describe('the time that remains', () => {
  it('counts on while the server is gone, and is right after it was started again', async () => {
    const page = await newPage()
    await visit(page, house.origin + HALL)
    const since = await page.locator('speech-clock').getAttribute('data-since')
    await house.whileGone(async () => {
      await cutOn(page).waitFor({ state: 'visible' })
      expect(await wrongBy(page)).toBeLessThan(1.5)
    })
    await cutOn(page).waitFor({ state: 'detached' })
    expect(await page.locator('speech-clock').getAttribute('data-since')).toBe(since)
    expect(await wrongBy(page)).toBeLessThan(1.5)
    const fresh = await newPage()
    await visit(fresh, house.origin + HALL)
    expect(Math.abs((await secondsOn(fresh)) - (await secondsOn(page)))).toBeLessThanOrEqual(1)
    await page.context().close()
    await fresh.context().close()
  })

  it('is right as soon as a device wakes that slept', async () => {
    const page = await newPage()
    await visit(page, house.origin + HALL)
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('Page.setWebLifecycleState', { state: 'frozen' })
    await new Promise((resolve) => setTimeout(resolve, 5 * SECOND))
    await devtools.send('Page.setWebLifecycleState', { state: 'active' })
    await page.waitForTimeout(SECOND)
    expect(await wrongBy(page)).toBeLessThan(1.5)
    await page.context().close()
  })
})

describe.runIf(hasNginx)('behind an nginx that buffers, where nobody told it otherwise', () => {
  /** A browser of its own before the hall screen, through an nginx. */
  async function before(nginx: Nginx, streams = true): Promise<Page> {
    const page = await newPage()
    if (!streams) await page.route('**/live?*', (route) => route.fulfill({ status: 503 }))
    await (streams ? visit(page, nginx.origin + HALL) : page.goto(nginx.origin + HALL))
    return page
  }
  const start = () => startNginx(Number(new URL(house.origin).port))

  it('a screen follows within a second, says when nginx is gone, and catches up', async () => {
    await using nginx = await start()
    const page = await before(nginx)
    await watch(page)
    await floor('next')
    expect(await lateness(page)).toBeLessThan(SECOND)
    await speaks(page, 'Iran')
    await nginx.stop()
    await cutOn(page).waitFor({ state: 'visible' })
    await floor('next')
    await speaks(page, 'Iran')
    await nginx.start()
    await speaks(page, 'Morocco')
    await cutOn(page).waitFor({ state: 'detached' })
    expect(await wrongBy(page)).toBeLessThan(1.5)
    await page.context().close()
  })

  it('a screen that gets no stream says so, and looks by itself whether something changed', async () => {
    await using nginx = await start()
    const page = await before(nginx, false)
    await cutOn(page).waitFor({ state: 'visible' })
    await floor('next')
    await speaks(page, 'United Kingdom')
    await page.context().close()
  })
})
