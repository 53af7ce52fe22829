import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  comeIn,
  doneOn,
  type House,
  openHouse,
  PHONE,
  sendBy,
} from '../src/testing/visiting/house.ts'
import { obstaclesOn, overflowOf } from '../src/testing/visiting/looking.ts'

const DELEGATIONS = '/seoul2021/desk/delegations'
const ADDRESS = 'egypt@mission.example'
const NOTE = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>endobj
trailer<</Root 1 0 R>>
%%EOF
`

let house: House
let secretary: BrowserContext
let desk: Page
let phone: BrowserContext
let focal: Page
beforeAll(async () => {
  house = await openHouse()
  secretary = await house.person()
  desk = await secretary.newPage()
  // On a phone, and without a script: what a mission abroad may have.
  phone = await house.person({ viewport: PHONE, javaScriptEnabled: false })
  focal = await phone.newPage()
  await comeIn(desk, house.firstLink)
}, 120_000)
afterAll(() => house.close())

const go = (address: string, by = desk, language = 'en') =>
  by.goto(`${house.origin}/${language}${address}`)

/** What matches in a letter to an address, as the outbox shows it: no mail server carries it; null: not yet. */
async function foundIn(address: string, wanted: RegExp): Promise<string | null> {
  await go(`/administration/mail?q=${encodeURIComponent(address)}`)
  const letters = await desk
    .locator('main a[href*="/administration/mail/"]')
    .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href))
  for (const letter of letters) {
    await desk.goto(letter)
    const found = wanted.exec((await desk.locator('main').textContent()) ?? '')?.[0]
    if (found) return found
  }
  return null
}

/** The same, once the letter is written. */
async function inLetter(address: string, wanted: RegExp): Promise<string> {
  let found: string | null = null
  const look = async () => {
    found = await foundIn(address, wanted)
    return found
  }
  await expect.poll(look, { timeout: 30_000, interval: 500 }).not.toBeNull()
  return found ?? ''
}

async function isFit(page: Page): Promise<void> {
  expect(await overflowOf(page)).toBe(0)
}

describe('from an invitation to a badge', () => {
  it('the secretariat invites a party in its language, after reading the letter', async () => {
    await go(`${DELEGATIONS}/rules`)
    await desk.getByLabel(/Nobody is accredited before/).check()
    await desk.getByLabel(/A photo of everybody/).uncheck()
    await desk.getByRole('button', { name: 'Save' }).click()
    await desk.locator('.done').waitFor()
    await go(`${DELEGATIONS}/prepare`)
    await desk.getByLabel(/^The list/).fill(`EGY\tar\tالبعثة الدائمة\t${ADDRESS}`)
    await desk.getByRole('button', { name: 'Read the list' }).click()
    expect(await doneOn(desk)).toBe('The list of addresses is read.')
    await go(DELEGATIONS)
    expect(await obstaclesOn(desk)).toEqual([])
    await desk.getByRole('link', { name: /^Invite all that are ready/ }).click()
    await desk.locator('.letter-text').waitFor()
    expect(await desk.locator('.letter-text').getAttribute('dir')).toBe('rtl')
    await desk.getByRole('button', { name: /^Send the invitations/ }).click()
    expect(await doneOn(desk)).toBe('The invitations are on their way.')
  })

  it('its focal point follows the letter, signs in and replies, in Arabic on a phone', async () => {
    const invitation = await inLetter(ADDRESS, /https?:\S+\/ar\/seoul2021\/delegation\/EGY/)
    await focal.goto(invitation)
    await focal.locator('main input[name=address]').fill(ADDRESS)
    await focal.locator('main form button[type=submit]').first().click()
    await comeIn(focal, await inLetter(ADDRESS, /https?:\S+\/ar\/sign-in\/\S+/))
    expect(new URL(focal.url()).pathname).toBe('/ar/seoul2021/delegation/EGY')
    await isFit(focal)
    await focal.locator('#reply input[value=in-person]').check()
    await focal.locator('#reply button[type=submit]').click()
    await focal.locator('#reply [role=alert]').waitFor()
    await focal.locator('#reply select[name=level]').selectOption('minister')
    await focal.locator('#reply button[type=submit]').click()
    await focal.locator('.done').waitFor()
    await isFit(focal)
  })

  it('hands in the note, and names a head whose name is written in two scripts', async () => {
    const summary = focal.locator('#documents details:not([open]) > summary')
    if ((await summary.count()) > 0) await summary.first().click()
    await focal.locator('#documents input[type=file]').setInputFiles({
      ...{ name: 'note.pdf', mimeType: 'application/pdf', buffer: Buffer.from(NOTE) },
    })
    expect(await sendBy(focal, focal.locator('#documents button[type=submit]'))).toBe('done')
    await go('/seoul2021/delegation/EGY/people/new', focal, 'ar')
    await focal.locator('[name="person.name"]').fill('ليلى حسن')
    await focal.locator('[name="person.sortName"]').fill('حسن، ليلى')
    await focal.locator('button[name=submit][value=true]').click()
    await focal.locator('[role=alert]').waitFor()
    await isFit(focal)
    await focal.locator('[name="person.latinName"]').fill('Layla Hassan')
    await focal.locator('[name="person.place"]').selectOption('head')
    await focal.locator('[name="person.rank"]').selectOption('minister')
    await focal.locator('button[name=submit][value=true]').click()
    await focal.locator('.done').waitFor()
    expect(await focal.locator('#people').innerText()).toContain('ليلى حسن')
  })

  it('is accredited once the note is verified, and not before', async () => {
    await go('/seoul2021/desk/accreditation')
    expect(await desk.locator('main').innerText()).toContain('verified note needed')
    await desk.getByRole('link', { name: /^Decide on all of these/ }).click()
    expect(await desk.getByRole('button', { name: /^Accredit/ }).count()).toBe(0)
    await go(`${DELEGATIONS}/EGY`)
    expect(await obstaclesOn(desk)).toEqual([])
    await desk.getByRole('button', { name: 'Verify' }).click()
    await desk.locator('.done').waitFor()
    await go('/seoul2021/desk/accreditation/decide?all=1')
    await desk.getByRole('button', { name: 'Accredit' }).click()
    await desk.locator('.done').waitFor()
    await inLetter(ADDRESS, /ليلى حسن/)
  })

  it('gets a badge on paper, which its delegation may take too', async () => {
    await go('/seoul2021/desk/badges/settings')
    await desk.getByLabel(/^In use until/).fill('2099-12-31')
    await desk.locator('[name="until.clock"]').fill('18:00')
    await desk.getByRole('button', { name: 'Save' }).click()
    await desk.locator('.done').waitFor()
    await go('/seoul2021/desk/badges')
    expect(await obstaclesOn(desk)).toEqual([])
    await desk.getByRole('button', { name: /^Issue badges/ }).click()
    await desk.locator('.done').waitFor()
    await go('/seoul2021/delegation/EGY', focal, 'ar')
    await focal.getByRole('link', { name: /ليلى حسن/ }).click()
    const paper = await focal.locator('a[href$=".pdf"]').getAttribute('href')
    const answer = await phone.request.get(`${house.origin}${paper}`)
    expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'application/pdf'])
  })

  it('shows nothing of it to another delegation, or to nobody', async () => {
    const other = await focal.goto(`${house.origin}/ar/seoul2021/delegation/KEN`)
    expect(other?.status()).toBe(403)
    const reader = await house.person()
    const visit = await reader.newPage()
    await visit.goto(`${house.origin}/ar/seoul2021/delegation/EGY`)
    expect(new URL(visit.url()).pathname).toBe('/ar/sign-in')
    await reader.close()
  })
})
