import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  comeIn,
  DESK,
  doneOn,
  type House,
  linkInLetters,
  openHouse,
  PHONE,
  sendBy,
  signIn,
} from '../src/testing/visiting/house.ts'
import { obstaclesOn, overflowOf } from '../src/testing/visiting/looking.ts'

const PROGRAMME = '/seoul2021/desk/programme'

let house: House
let secretary: BrowserContext
let page: Page
beforeAll(async () => {
  house = await openHouse()
  secretary = await house.person()
  page = await secretary.newPage()
}, 120_000)
afterAll(() => house.close())

const go = (address: string, by = page) => by.goto(`${house.origin}/en${address}`)
const button = (name: string, by = page) => by.getByRole('button', { name, exact: true }).first()
const headed = (title: string, by = page) =>
  by.getByRole('heading', { name: title, level: 1 }).waitFor()
const titled = (title: string, by = page) => by.getByRole('link', { name: title }).first()

/** A session of the draft, by hand. */
async function add(title: string, from: string, to: string, by = page): Promise<void> {
  await go(`${PROGRAMME}/new`, by)
  await by.getByLabel('English').first().fill(title)
  await by.getByLabel('From').fill(from)
  await by.getByLabel('To', { exact: true }).fill(to)
  await button('Add to the draft', by).click()
}

describe('the first start', () => {
  it('prints a link that signs the secretariat in, and leads to what waits', async () => {
    await comeIn(page, house.firstLink)
    expect(new URL(page.url()).pathname).toBe('/en/work')
    expect(await page.locator('h1').innerText()).toBe('My work')
    expect(await titled('Seoul 2021').isVisible()).toBe(true)
  })

  it('prints it for one use', async () => {
    const other = await house.person()
    const late = await other.newPage()
    await late.goto(house.firstLink)
    expect(await late.locator('main form').count()).toBe(0)
    await go('/work', late)
    expect(new URL(late.url()).pathname).toBe('/en/sign-in')
    await other.close()
  })
})

describe('the secretariat', () => {
  it('adds a session to the draft, which nobody else sees', async () => {
    await add('Media briefing', '18:00', '18:30')
    await headed('Media briefing')
    expect(await doneOn(page)).toBe('The session has been added to the draft.')
    const reader = await house.person()
    const visit = await reader.newPage()
    await go('/seoul2021/programme', visit)
    expect(await visit.locator('main').innerText()).not.toContain('Media briefing')
    await reader.close()
  })

  it('does the same without JavaScript', async () => {
    const plain = await house.person({
      javaScriptEnabled: false,
      storageState: await secretary.storageState(),
    })
    const bare = await plain.newPage()
    await add('Briefing without a script', '18:30', '18:45', bare)
    await headed('Briefing without a script', bare)
    await plain.close()
  })

  it('is told at the field what is wrong, with what was typed still there', async () => {
    await add('', '18:30', '19:00')
    const refused = page.getByRole('alert')
    await refused.waitFor()
    expect(await page.getByLabel('From').inputValue()).toBe('18:30')
    await refused.getByRole('link').first().click()
    expect(await page.locator('fieldset:focus legend').innerText()).toMatch(/^Title/)
    expect(await page.getByLabel('From').inputValue()).toBe('18:30')
    expect(await obstaclesOn(page)).toEqual([])
  })

  it('is shown what a colleague changed meanwhile, and overwrites nothing unseen', async () => {
    await go(PROGRAMME)
    await titled('Media briefing').click()
    await headed('Media briefing')
    const colleague = await secretary.newPage()
    await colleague.goto(page.url())
    const move = async (by: Page, start: string) => {
      await by.getByLabel('From').first().fill(start)
      return () => by.getByRole('button', { name: 'Move', exact: true }).click()
    }
    const [mine, theirs] = [await move(page, '17:30'), await move(colleague, '17:45')]
    await theirs()
    await colleague.locator('.done').waitFor()
    await mine()
    const refused = await page.getByRole('alert').innerText()
    expect(refused).toMatch(/changed/i)
    expect(await page.getByLabel('From').first().inputValue()).toBe('17:30')
    expect(await page.locator('main').innerText()).toContain('17:45')
    await page.getByRole('button', { name: 'Move', exact: true }).click()
    await page.locator('.done').waitFor()
    await colleague.close()
  })

  it('loses nothing when the line is dropped, and does nothing twice', async () => {
    await go(`${PROGRAMME}/new`)
    await page.getByLabel('English').first().fill('Sent from a tunnel')
    await secretary.setOffline(true)
    await button('Add to the draft').click()
    await page.getByText('there is no connection').first().waitFor()
    expect(await page.getByLabel('English').first().inputValue()).toBe('Sent from a tunnel')
    await secretary.setOffline(false)
    const [sent] = await Promise.all([
      page.waitForRequest((request) => request.method() === 'POST'),
      button('Add to the draft').click(),
    ])
    await headed('Sent from a tunnel')
    const again = await secretary.request.post(sent.url(), {
      headers: { ...(await sent.allHeaders()), 'content-length': undefined as never },
      data: sent.postDataBuffer() ?? '',
      maxRedirects: 0,
    })
    expect(again.status()).toBe(303)
    await go(PROGRAMME)
    const made = await page
      .getByRole('link', { name: 'Sent from a tunnel' })
      .evaluateAll((all) => new Set(all.map((one) => one.getAttribute('href'))).size)
    expect(made).toBe(1)
  })

  it('carries a session by keyboard in the grid', async () => {
    await go(`${PROGRAMME}?view=grid`)
    await page.getByRole('button', { name: 'Carry: Closing ceremony' }).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.locator('.done').waitFor()
    const card = page.locator('td[data-session]', { hasText: 'Closing ceremony' })
    expect(await card.getAttribute('data-start')).not.toBe('22:30')
    expect(await obstaclesOn(page)).toEqual([])
  })

  it('drags one by mouse', async () => {
    const card = page.locator('td[data-session]', { hasText: 'Closing ceremony' })
    const before = await card.getAttribute('data-start')
    const box = await card.boundingBox()
    if (!box) throw new RangeError('The grid shows the session')
    const across = box.x + box.width / 2
    await page.mouse.move(across, box.y + 6)
    await page.mouse.down()
    await page.mouse.move(across, box.y + 30, { steps: 4 })
    await page.mouse.move(across, box.y - 30, { steps: 8 })
    await page.mouse.up()
    await expect.poll(() => card.getAttribute('data-start'), { timeout: 15_000 }).not.toBe(before)
  })

  it('reads the difference before it publishes, and then everybody reads it', async () => {
    await go(`${PROGRAMME}/release`)
    expect(await page.locator('main').innerText()).toContain('Media briefing')
    expect(await obstaclesOn(page)).toEqual([])
    await page.getByLabel('English').first().fill('A briefing for the media was added.')
    expect(await sendBy(page, button('Prepare and read'))).toBe('done')
    expect(await sendBy(page, button('Publish now'))).toBe('done')
    const reader = await house.person()
    const visit = await reader.newPage()
    await go('/seoul2021/programme', visit)
    expect(await visit.locator('main').innerText()).toContain('Media briefing')
    await reader.close()
  })
})

describe('a translator who reads Arabic, on a phone', () => {
  let theirs: BrowserContext
  let phone: Page

  it('is invited, and finds the way in by the letter', async () => {
    await go('/seoul2021/people')
    const form = page.locator('form[action$="people.invite"]')
    await form.getByLabel('E-mail address').fill('layla@ministry.example')
    await form.getByLabel('Name').fill('ليلى حداد')
    await form.getByLabel('Language').selectOption('ar')
    await form.getByLabel('Role').selectOption('translator')
    await form.getByRole('button', { name: 'Invite' }).click()
    await page.locator('.done').waitFor()
    const letter = new URL(await linkInLetters(page, house, '/ar/sign-in'))
    theirs = await house.person({ viewport: PHONE, locale: 'ar' })
    phone = await theirs.newPage()
    const me = { house, outbox: page, address: 'layla@ministry.example' }
    await signIn(phone, { ...me, at: letter.pathname })
    expect(await phone.locator('html').getAttribute('dir')).toBe('rtl')
  })

  it('is given a language', async () => {
    await go('/seoul2021/desk/translations')
    const languages = page.locator('form[action$="translations.assign"]')
    await languages.getByLabel('Arabic').check()
    await languages.getByRole('button').click()
    await page.locator('.done').waitFor()
  })

  it('sees what there is to translate, and nothing of the desk besides', async () => {
    await phone.goto(`${house.origin}/ar/work`)
    expect(await overflowOf(phone)).toBe(0)
    expect(await obstaclesOn(phone)).toEqual([])
    const ways = await phone
      .locator('main a')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))
    expect(ways.some((way) => way.includes('/desk/translations'))).toBe(true)
    for (const closed of [PROGRAMME, '/seoul2021/people', '/administration/mail']) {
      const answer = await phone.goto(`${house.origin}/ar${closed}`)
      expect([closed, answer?.status()]).toEqual([closed, 403])
    }
  })

  it('writes one beside the authentic text, and readers read it', async () => {
    const text = 'pledges:DEU-2021-01.title'
    const query = new URLSearchParams({ into: 'ar', state: 'missing', text })
    await phone.goto(`${house.origin}/ar/seoul2021/desk/translations/text?${query}`)
    expect(await phone.locator('main').innerText()).toContain('Medical evacuation helicopters')
    expect(await overflowOf(phone)).toBe(0)
    expect(await obstaclesOn(phone)).toEqual([])
    const form = phone.locator('form[action$="translations.translate"]')
    await form.locator('textarea, input[type=text]').first().fill('مروحيات للإجلاء الطبي')
    await form.locator('button[type=submit]').first().click()
    await phone.locator('.done').waitFor()
    const reader = await house.person({ viewport: PHONE })
    const visit = await reader.newPage()
    await visit.goto(`${house.origin}/ar/pledges/DEU-2021-01`)
    expect(await visit.locator('h1').innerText()).toContain('مروحيات للإجلاء الطبي')
    await reader.close()
  })

  it('is out again when all sessions are ended', async () => {
    await phone.goto(`${house.origin}/ar/account`)
    const end = phone.locator('form[action$="people.end-sessions"]')
    await end.locator('summary').click()
    await end.locator('[type=submit]').click()
    await phone.waitForURL((url) => !url.pathname.endsWith('/account'))
    await phone.goto(`${house.origin}/ar/work`)
    expect(new URL(phone.url()).pathname).toBe('/ar/sign-in')
    await theirs.close()
  })
})

describe('every page of the desk', () => {
  const PAGES = ['/work', '/seoul2021/desk', PROGRAMME, '/seoul2021/desk/pledges']
  it.each(PAGES)('%s is fit for a phone and for whoever listens', async (address) => {
    for (const viewport of [PHONE, DESK]) {
      for (const language of ['en', 'ar']) {
        await page.setViewportSize(viewport)
        await page.goto(`${house.origin}/${language}${address}`)
        const seen = { obstacles: await obstaclesOn(page), overflow: await overflowOf(page) }
        expect(seen).toEqual({ obstacles: [], overflow: 0 })
      }
    }
  })
})
