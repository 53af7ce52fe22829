import { execFile } from 'node:child_process'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { encode } from 'uqr'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { usualSettings } from '../src/features/badges/model.ts'
import { usualRules } from '../src/features/delegations/rules.model.ts'
import { codeOf } from '../src/kernel/badges/payload.ts'
import { ConferenceId } from '../src/kernel/ids.ts'
import { type Database, openDatabase } from '../src/platform/database/database.ts'
import { addressOf } from '../src/platform/database/embedded/server.ts'
import { freshHome, serveBuilt } from '../src/testing/served.ts'
import { openBrowser, openBrowserBefore } from '../src/testing/visiting/browser.ts'
import { findingsOn, lineOf } from '../src/testing/visiting/looking.ts'

const run = promisify(execFile)
const conference = ConferenceId.parse('seoul2021')

let browser: Browser
let home: string
let application: Awaited<ReturnType<typeof serveBuilt>>
let database: Database
let badges: { id: string; code: string; signed: string }[]

beforeAll(async () => {
  browser = await openBrowser()
  home = await freshHome()
  application = await serveBuilt(home)
  const keys = JSON.parse(await readFile(join(home, 'database.json'), 'utf8'))
  database = openDatabase({ url: addressOf(keys, 'plenum') })
  await accreditThree()
}, 180_000)
afterAll(async () => {
  await browser.close()
  await database.close()
  application.kill('SIGTERM')
  await application.ended()
  await rm(home, { recursive: true, force: true })
})

/** The secretariat's deed, from another process: the command line. */
async function perform(name: string, input: object): Promise<Record<string, string>> {
  const args = ['build/server/cli.js', 'perform', name, JSON.stringify(input)]
  const { stdout } = await run(process.execPath, args, {
    env: { ...process.env, VITEST: '', NODE_OPTIONS: '', PLENUM_HOME: home },
  })
  return JSON.parse(stdout).answer
}

async function accreditThree() {
  const rules = { ...usualRules(conference), needsDocument: false, needsPhoto: false }
  await perform('delegations.set-rules', rules)
  const until = { day: '2090-01-01', clock: '12:00' }
  await perform('badges.set', { ...usualSettings(conference), until })
  const answer = { conference, party: 'GHA', mode: 'in-person', level: 'minister' }
  await perform('delegations.reply', answer)
  const participants: (string | undefined)[] = []
  for (const name of ['Unmistakable One', 'Unmistakable Two', 'Unmistakable Three']) {
    const person = { name, sortName: name }
    const added = await perform('delegations.add-member', {
      ...{ conference, party: 'GHA', person, submit: true },
    })
    participants.push(added.participant)
  }
  await perform('delegations.approve', { conference, participants })
  await perform('badges.issue', { conference, participants })
  badges = await database.write
    .selectFrom('badge')
    .select(['id', 'code', 'signed'])
    .orderBy('id')
    .execute()
}

const openDoor = async (name: string) =>
  (await perform('checkin.open-door', { conference, name, zone: 'venue' })).link ?? ''

/** A phone that opened the link of a door, and has kept what it needs. */
async function phoneAt(link: string, context: BrowserContext, language = 'en'): Promise<Page> {
  const phone = await context.newPage()
  await phone.goto(`${application.origin}/${language}${link}`)
  await phone.locator('.door-place bdi').first().waitFor()
  const isKept = () =>
    phone.evaluate(
      async () =>
        navigator.serviceWorker.controller !== null &&
        (await caches.match(location.pathname)) !== undefined &&
        (await (await caches.open('plenum-1')).keys()).some(({ url }) => /door-/.test(url)),
    )
  await expect.poll(isKept, { timeout: 30_000 }).toBe(true)
  return phone
}

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

async function show(phone: Page, code: string): Promise<string | null> {
  await phone.locator('#door-code').fill(code)
  await phone.locator('.door-typed button').click()
  const result = phone.locator('.door-result[data-outcome]')
  await result.waitFor()
  return result.getAttribute('data-outcome')
}

/** What a camera sees of a badge: its code, black on white, as a film of one frame. */
function filmOf(signed: string): Buffer {
  const [width, height, module] = [640, 480, 6]
  const { size, data } = encode(signed, { ecc: 'M', border: 4 })
  const light = Buffer.alloc(width * height, 255)
  const [left, top] = [(width - size * module) >> 1, (height - size * module) >> 1]
  for (let y = 0; y < size * module; y += 1) {
    for (let x = 0; x < size * module; x += 1) {
      const isDark = data[Math.floor(y / module)]?.[Math.floor(x / module)]
      if (isDark) light[(top + y) * width + left + x] = 0
    }
  }
  const colour = Buffer.alloc((width * height) / 2, 128)
  const head = `YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420mpeg2\nFRAME\n`
  return Buffer.concat([Buffer.from(head), light, colour])
}
const waiting = (phone: Page) => phone.locator('.door-state li', { hasText: 'Waiting' }).innerText()
const scans = () =>
  database.write.selectFrom('doorScan').select(['id', 'badge', 'outcome', 'door']).execute()

describe('a phone at a door', () => {
  it('goes on without a network, and what it wrote arrives once', async () => {
    const context = await browser.newContext(PHONE)
    const link = await openDoor('North')
    const phone = await phoneAt(link, context)
    expect(phone.url()).not.toContain('#')
    const [one, two, three] = badges
    if (!one || !two || !three) throw new Error('Three badges were issued')

    expect(await show(phone, one.code.toLowerCase().replace('-', ' '))).toBe('admitted')
    await expect.poll(() => waiting(phone)).toBe('Waiting to be sent: 0')

    await context.setOffline(true)
    await phone.reload()
    await phone.locator('.door-place bdi').first().waitFor()
    expect(await show(phone, two.signed)).toBe('admitted')
    expect(await show(phone, two.signed)).toBe('already-in')
    expect(await show(phone, one.code)).toBe('already-in')
    const payload = { key: 1, id: three.id, expires: 4_000_000_000 }
    expect(await show(phone, codeOf(payload, new Uint8Array(64).fill(7)))).toBe('forged')
    expect(await show(phone, 'ABCD-12345')).toBe('remark')
    await phone.locator('input[value=out]').check()
    expect(await show(phone, two.signed)).toBe('left')
    expect(await waiting(phone)).toBe('Waiting to be sent: 5')
    expect(await phone.locator('.door-state').innerText()).toContain('No network')
    expect(await phone.content()).not.toMatch(/Unmistakable/)

    await context.setOffline(false)
    await expect.poll(() => waiting(phone), { timeout: 30_000 }).toBe('Waiting to be sent: 0')
    const arrived = await scans()
    expect(arrived.map(({ outcome }) => outcome).sort()).toEqual([
      'admitted',
      'admitted',
      'already-in',
      'already-in',
      'forged',
      'left',
    ])
    expect(new Set(arrived.map(({ id }) => id)).size).toBe(6)
    await context.close()
  })

  it('reads a badge that is held before its camera, without a network', async () => {
    const film = join(home, 'badge.y4m')
    await writeFile(film, filmOf(badges[0]?.signed ?? ''))
    const seeing = await openBrowserBefore(film)
    const context = await seeing.newContext({ ...PHONE, permissions: ['camera'] })
    const phone = await phoneAt(await openDoor('Camera'), context)
    await context.setOffline(true)
    await phone.reload()
    await phone.locator('.door-place bdi').first().waitFor()
    await phone.locator('.door-camera').click()
    const result = phone.locator('.door-result[data-outcome]')
    await result.waitFor({ timeout: 20_000 })
    expect(await result.getAttribute('data-outcome')).toBe('already-in')
    expect(await result.innerText()).toContain(badges[0]?.code)
    await phone.locator('.door-camera').click()
    expect(await phone.locator('.door-video').isHidden()).toBe(true)
    await seeing.close()
  })

  it('says how old its list is, in amber after a quarter of an hour', async () => {
    const context = await browser.newContext(PHONE)
    const phone = await phoneAt(await openDoor('Old'), context)
    const age = phone.locator('.door-age')
    expect(await age.getAttribute('data-light')).toBe('green')
    await context.setOffline(true)
    await phone.clock.install({ time: Date.now() + 16 * 60_000 })
    await phone.reload()
    await expect.poll(() => age.getAttribute('data-light')).toBe('amber')
    expect(await age.innerText()).toMatch(/minutes old: 1[67]/)
    await context.close()
  })

  it('hears of a revoked badge, and another door sees who is inside', async () => {
    const [first, second] = [await browser.newContext(PHONE), await browser.newContext(PHONE)]
    const [north, south] = [
      await phoneAt(await openDoor('N'), first),
      await phoneAt(await openDoor('S'), second),
    ]
    const [, , three] = badges
    if (!three) throw new Error('Three badges were issued')
    await Promise.all([first.setOffline(true), second.setOffline(true)])
    expect(await show(north, three.signed)).toBe('admitted')
    expect(await show(south, three.signed)).toBe('admitted')
    await Promise.all([first.setOffline(false), second.setOffline(false)])
    await expect.poll(() => waiting(north), { timeout: 30_000 }).toBe('Waiting to be sent: 0')
    await expect.poll(() => waiting(south), { timeout: 30_000 }).toBe('Waiting to be sent: 0')
    const both = (await scans()).filter(
      ({ badge, outcome }) => badge === three.id && outcome === 'admitted',
    )
    expect(new Set(both.map(({ door }) => door)).size).toBe(2)

    await perform('badges.revoke', { conference, badges: [three.id], reason: 'lost' })
    await north.reload()
    await expect.poll(() => show(north, three.signed), { timeout: 30_000 }).toBe('revoked')
    await Promise.all([first.close(), second.close()])
  })

  it('speaks Arabic from right to left', async () => {
    const context = await browser.newContext(PHONE)
    const phone = await phoneAt(await openDoor('الباب الشمالي'), context, 'ar')
    expect(await phone.locator('.door-place bdi').first().innerText()).toBe('الباب الشمالي')
    const [one] = badges
    expect(await show(phone, one?.code ?? '')).toBe('already-in')
    expect(await phone.locator('.door-result strong').innerText()).toBe('في الداخل من قبل')
    const { width } = await phone.evaluate(() => ({ width: document.body.scrollWidth }))
    expect(width).toBeLessThanOrEqual(390)
    expect((await findingsOn(phone)).map(lineOf)).toEqual([])
    await context.close()
  })
})
