import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  comeIn,
  type House,
  linkInLetters,
  openHouse,
  PHONE,
  sendDeed,
  signIn,
} from '../src/testing/visiting/house.ts'
import { faultsOf, NO_FAULTS } from '../src/testing/visiting/looking.ts'

const HOME = '/ar/seoul2021/delegation/MAR'
const PLEDGE = `${HOME}/pledges/MAR-2021-01`
const DESK = '/en/seoul2021/desk'
const NOTE = `%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>> endobj
trailer <</Root 1 0 R>>
%%EOF`
const TITLE = 'سرية هندسة للانتشار السريع'

let house: House
let secretary: BrowserContext
let desk: Page
let delegate: BrowserContext
let phone: Page
let reader: Page

beforeAll(async () => {
  house = await openHouse()
  secretary = await house.person()
  desk = await secretary.newPage()
  await comeIn(desk, house.firstLink)
  // What is held back on its way below is not seen by Playwright where a worker stands between.
  delegate = await house.person({ viewport: PHONE, locale: 'ar', serviceWorkers: 'block' })
  phone = await delegate.newPage()
  reader = await (await house.person({ viewport: PHONE })).newPage()
}, 120_000)
afterAll(() => house.close())

const go = (page: Page, address: string) => page.goto(house.origin + address)
const isFit = async (page: Page) => expect(await faultsOf(page)).toEqual(NO_FAULTS)

describe('the secretariat', () => {
  it('prepares invitations from a list, and reads the letter before it goes', async () => {
    await go(desk, `${DESK}/delegations/prepare`)
    await desk
      .getByLabel('The list')
      .fill('MAR\tar\tبعثة المملكة المغربية\tamina@mfa.example\nKEN\ten\tMission\tjoy@mfa.example')
    await desk.getByRole('button', { name: 'Read the list' }).click()
    await desk.waitForURL('**/desk/delegations')
    await desk.locator('input[name=MAR]').check()
    await desk.getByRole('button', { name: 'Invite those chosen' }).click()
    const letter = desk.locator('main')
    await desk.getByRole('button', { name: 'Send the invitations (1)' }).waitFor()
    expect(await letter.innerText()).toContain('المملكة المغربية')
    await isFit(desk)
    expect(await sendDeed(desk, 'delegations.invite-parties')).toBe('done')
  })
})

describe('a focal point who reads Arabic, on a phone', () => {
  it('comes from the letter to their delegation', async () => {
    const letter = new URL(await linkInLetters(desk, house, HOME))
    expect(letter.pathname).toBe(HOME)
    const me = { house, outbox: desk, address: 'amina@mfa.example' }
    await signIn(phone, { ...me, at: HOME })
    expect(new URL(phone.url()).pathname).toBe(HOME)
    await isFit(phone)
  })

  it('replies with the level and the mode', async () => {
    const reply = phone.locator('form[action$="delegations.reply"]')
    await reply.getByLabel('حضورياً').check()
    await reply.locator('select[name=level]').selectOption('minister')
    expect(await sendDeed(phone, 'delegations.reply')).toBe('done')
    await go(desk, `${DESK}/delegations`)
    expect(await desk.locator('tr', { hasText: 'Morocco' }).innerText()).toContain('Minister')
  })

  it('names a member, and is told at once what is missing', async () => {
    await go(phone, `${HOME}/people/new`)
    await isFit(phone)
    const fill = (name: string, text: string) => phone.locator(`[name="person.${name}"]`).fill(text)
    await fill('name', 'أمينة بنعلي')
    await fill('latinName', 'Amina Benali')
    await fill('sortName', 'بنعلي')
    expect(await sendDeed(phone, 'delegations.add-member')).toBe('refused')
    expect(await phone.locator('[name="person.name"]').inputValue()).toBe('أمينة بنعلي')
    await phone.locator('[name="person.rank"]').selectOption('minister')
    expect(await sendDeed(phone, 'delegations.add-member')).toBe('done')
    expect(await phone.locator('main').innerText()).toContain('أمينة بنعلي')
  })

  it('sees no other delegation, and no desk', async () => {
    for (const closed of [
      '/ar/seoul2021/delegation/KEN',
      '/ar/seoul2021/delegation/KEN/pledges',
      '/ar/seoul2021/desk/delegations',
      '/ar/seoul2021/desk/pledges',
    ]) {
      const answer = await go(phone, closed)
      expect([closed, answer?.status()]).toEqual([closed, 403])
    }
  })

  it('hands in the note verbale, which the desk verifies', async () => {
    await go(phone, HOME)
    const form = phone.locator('form[action$="delegations.hand-in-document"]')
    await form.locator('input[type=file]').setInputFiles({
      name: 'مذكرة شفوية.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from(NOTE),
    })
    expect(await sendDeed(phone, 'delegations.hand-in-document')).toBe('done')
    await go(desk, `${DESK}/delegations/MAR`)
    await isFit(desk)
    expect(await sendDeed(desk, 'delegations.verify-document')).toBe('done')
  })

  it('has the member accredited at the desk', async () => {
    await go(desk, `${DESK}/accreditation`)
    expect(await desk.locator('main').innerText()).toContain('أمينة بنعلي')
    await isFit(desk)
    await desk.locator('main input[type=checkbox]').first().check()
    await desk.getByRole('button', { name: 'Decide on those chosen' }).click()
    await desk.waitForURL('**/accreditation/decide**')
    expect(await sendDeed(desk, 'delegations.approve')).toBe('done')
    await go(phone, HOME)
    await isFit(phone)
  })
})

describe('a pledge of the delegation', () => {
  it('is written on the phone', async () => {
    await go(phone, `${HOME}/pledges`)
    await phone.locator('[name="title.in.ar.value"]').fill(TITLE)
    await phone.locator('form[action$="pledges.begin"] [type=submit]').first().click()
    await phone.waitForURL(`**${PLEDGE}/write`)
    await phone
      .locator('[name="sketch.summary.in.ar.value"]')
      .fill('سرية هندسة من 150 فرداً جاهزة خلال 60 يوماً')
    await phone.locator('[name="sketch.own.0.role"]').selectOption('unit')
    await isFit(phone)
    await phone.locator('button[name=":then"]').click()
    await phone.waitForURL(`**${PLEDGE}`)
    expect(await phone.locator('h1').innerText()).toBe(TITLE)
  })

  it('is seen by nobody until it is handed in', async () => {
    await go(desk, `${DESK}/pledges`)
    expect(await desk.locator('main').innerText()).not.toContain(TITLE)
    expect((await go(reader, '/ar/pledges/MAR-2021-01'))?.status()).toBe(404)
    await go(phone, PLEDGE)
    expect(await sendDeed(phone, 'pledges.submit')).toBe('done')
    await go(desk, `${DESK}/pledges`)
    expect(await desk.locator('main').innerText()).toContain('MAR-2021-01')
  })

  it('is read by a co-chair, who concurs and decides nothing', async () => {
    const chair = await house.invite({
      ...{ address: 'minji@mofa.example', name: '김민지', language: 'ko' },
      ...{ role: 'co-chair', party: 'KOR' },
    })
    await go(chair, '/ko/seoul2021/desk/pledges/MAR-2021-01')
    await isFit(chair)
    expect(await chair.locator('form[action$="pledges.accept"]').count()).toBe(0)
    await chair.locator('[name="words.in.ko.value"]').fill('이견이 없습니다.')
    await chair.locator('[name=concurs]').last().check()
    expect(await sendDeed(chair, 'pledges.remark')).toBe('done')
    await go(desk, `${DESK}/pledges/MAR-2021-01`)
    expect(await desk.locator('main').innerText()).toContain('이견이 없습니다.')
    await go(phone, PLEDGE)
    expect(await phone.locator('main').innerText()).not.toContain('이견이 없습니다.')
  })

  it('is given back with a comment, and handed in again', async () => {
    await go(desk, `${DESK}/pledges/MAR-2021-01`)
    await isFit(desk)
    const back = desk.locator('details', { has: desk.locator('form[action$="pledges.return"]') })
    await back.locator('summary').first().click()
    await back.locator('[name="note.in.en.value"]').fill('Please say by when.')
    expect(await sendDeed(desk, 'pledges.return')).toBe('done')
    await go(phone, PLEDGE)
    expect(await phone.locator('main').innerText()).toContain('Please say by when.')
    await go(phone, `${PLEDGE}/write`)
    // What is saved as one types is still on its way when the person sends the form.
    await phone.route(
      '**/deeds/pledges.write',
      async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 1_000))
        await route.continue()
      },
      { times: 1 },
    )
    await Promise.all([
      phone.waitForRequest('**/deeds/pledges.write'),
      phone.locator('[name="sketch.until"]').fill('2022-06'),
    ])
    await phone.locator('button[name=":then"]').click()
    await phone.waitForURL(`**${PLEDGE}`)
    expect(await sendDeed(phone, 'pledges.submit')).toBe('done')
  })

  it('is accepted under embargo, and stays unseen', async () => {
    await go(desk, `${DESK}/pledges/MAR-2021-01`)
    expect(await sendDeed(desk, 'pledges.accept')).toBe('done')
    for (const address of ['/ar/pledges/MAR-2021-01', '/ar/pledges/MAR-2021-01.json']) {
      expect((await go(reader, address))?.status()).toBe(404)
    }
  })

  it('is announced, and public when the minute to take it back is over', async () => {
    await go(desk, `${DESK}/pledges`)
    await desk.locator('main input[name="MAR-2021-01"]').check()
    await desk.getByRole('button', { name: 'Look at what becomes public' }).click()
    await desk.waitForURL('**/pledges/announce**')
    await isFit(desk)
    expect(await sendDeed(desk, 'pledges.announce')).toBe('done')
    expect((await go(reader, '/ar/pledges/MAR-2021-01'))?.status()).toBe(404)
    await expect
      .poll(async () => (await go(reader, '/ar/pledges/MAR-2021-01'))?.status(), {
        timeout: 90_000,
        interval: 2_000,
      })
      .toBe(200)
    expect(await reader.locator('h1').innerText()).toContain(TITLE)
    await isFit(reader)
  }, 120_000)

  it('is reported on by the delegation, and whoever reads it sees the report arrive', async () => {
    await go(phone, `${PLEDGE}/report`)
    await isFit(phone)
    await phone.locator('[name="told.stage"]').first().check()
    await phone.locator('[name="told.note.in.ar.value"]').fill('وصلت السرية إلى منطقة البعثة.')
    expect(await sendDeed(phone, 'followup.tell')).toBe('done')
    await reader.getByText('وصلت السرية إلى منطقة البعثة.').first().waitFor()
  })
})
