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

const PLEDGE = 'KOR-2021-01'
const DESK = '/en/seoul2021/desk/reviews'
const ROUNDS = '/en/seoul2021/desk/follow-up'
const REPLY = `/en/seoul2021/delegation/KOR/pledges/${PLEDGE}/reply`
const HERS = 'سُلّمت ست مروحيات من أصل ست عشرة'
const HIS = 'Twelve of sixteen helicopters have been delivered'
const WHY = 'Both rest on sources that can be read.'
const COMMENT = 'Two more have arrived since.'

let house: House
let desk: Page
let phone: Page
let screen: Page
let korea: Page
let reader: Page
/** Where each of the two works. */
const at = { hers: '', his: '' }

beforeAll(async () => {
  house = await openHouse()
  const pageOf = async (who: BrowserContext) => who.newPage()
  desk = await pageOf(await house.person())
  phone = await pageOf(await house.person({ viewport: PHONE, locale: 'ar' }))
  screen = await pageOf(await house.person())
  korea = await pageOf(await house.person())
  reader = await pageOf(await house.person({ viewport: PHONE, locale: 'ar' }))
  await comeIn(desk, house.firstLink)
}, 120_000)
afterAll(() => house.close())

const go = (page: Page, address: string) => page.goto(house.origin + address)
const main = (page: Page) => page.locator('main').innerText()
const isFit = async (page: Page) => expect(await faultsOf(page)).toEqual(NO_FAULTS)

interface Invited {
  address: string
  name: string
  language: 'ar' | 'en'
  role: string
  party?: string
}

/** Invites somebody, who comes in by the letter. */
async function invite(page: Page, { address, name, language, role, party }: Invited) {
  await go(desk, '/en/seoul2021/people')
  const form = desk.locator('form[action$="people.invite"]')
  await form.getByLabel('E-mail address').fill(address)
  await form.getByLabel('Name').fill(name)
  await form.getByLabel('Language').selectOption(language)
  await form.getByLabel('Role').selectOption(role)
  if (party) await form.locator('[name=party]').selectOption(party)
  expect(await sendDeed(desk, 'people.invite')).toBe('done')
  const letter = new URL(await linkInLetters(desk, house, `/${language}/sign-in`, address))
  await signIn(page, { house, outbox: desk, address, at: letter.pathname })
}

/** Everything that stands on a page, whether it is shown or not. */
const allOf = async (page: Page, address: string): Promise<string> => {
  const answer = await page.context().request.get(house.origin + address)
  return answer.text()
}
/** Wherever a finding on the pledge could be read. */
const places = (language: string, review = '') => [
  `/${language}/pledges/${PLEDGE}`,
  `/${language}/pledges/${PLEDGE}.json`,
  `/${language}/parties/KOR`,
  `/${language}/seoul2021/review`,
  `/${language}/work`,
  '/api/v1/assessments.ndjson',
  ...(review ? [review, `/${language}/seoul2021/history/review/${review.split('/').at(-1)}`] : []),
]
/** At which of these places it can be read. */
async function readable(page: Page, words: string, addresses: readonly string[]) {
  const found = []
  for (const one of addresses) if ((await allOf(page, one)).includes(words)) found.push(one)
  return found
}

async function assess(page: Page, point: string, field: string, reasons: string) {
  await page.locator(`[name="finding.point"][value="${point}"]`).check()
  await page.locator(`[name="finding.reasons.in.${field}.value"]`).fill(reasons)
  await page.locator('[name="finding.evidence.0.publisher"]').fill('Yonhap')
  await page.locator('[name="finding.evidence.0.grade"]').selectOption('B')
}
const link = (page: Page) => page.locator('[name="finding.evidence.0.url"]')

describe('the secretariat', () => {
  it('invites two reviewers, who come in by their letters', async () => {
    const role = 'reviewer'
    await invite(phone, {
      ...{ address: 'huda@think.example', name: 'هدى منصور', language: 'ar', role },
    })
    await invite(screen, {
      ...{ address: 'bob@think.example', name: 'Bob Noyce', language: 'en', role },
    })
    await go(desk, '/en/seoul2021/people')
    await isFit(desk)
  })

  it('asks both to assess a pledge, apart from each other', async () => {
    await go(desk, DESK)
    await isFit(desk)
    const form = desk.locator('form[action$="followup.ask-review"]')
    await form.locator('[name=reviewer]').selectOption({ label: 'هدى منصور' })
    await form.locator('[name=second]').selectOption({ label: 'Bob Noyce' })
    await form.locator(`[name=pledges][value="${PLEDGE}"]`).check()
    expect(await sendDeed(desk, 'followup.ask-review')).toBe('done')
    expect(await main(desk)).toContain('two reviewers, apart')
    await isFit(desk)
  })
})

describe('each of the two', () => {
  it('finds on the start page what to assess', async () => {
    for (const [page, language] of [
      [phone, 'ar'],
      [screen, 'en'],
    ] as const) {
      const own = `/${language}/seoul2021/review`
      await go(page, `/${language}/work`)
      await isFit(page)
      await page.locator(`main a[href="${own}"]`).first().click()
      await page.waitForURL(`**${own}`)
      await isFit(page)
      await page.locator(`main a[href^="${own}/"]`).first().click()
      await page.waitForURL(`**${own}/*`)
      at[page === phone ? 'hers' : 'his'] = new URL(page.url()).pathname
      await isFit(page)
    }
    expect(await main(phone)).not.toContain('Bob')
    expect(await main(screen)).not.toContain('هدى')
  })

  it('assesses by the codebook, and is told at once what evidence lacks', async () => {
    await go(desk, DESK)
    const question = desk.locator('details.confirm', { hasText: 'Call it off' })
    await question.locator('summary').click()
    await assess(phone, 'limited', 'ar', HERS)
    expect(await sendDeed(phone, 'followup.draft-assessment')).toBe('refused')
    expect(await phone.locator('[name="finding.reasons.in.ar.value"]').inputValue()).toBe(HERS)
    await isFit(phone)
    await link(phone).fill('https://news.example/six')
    expect(await sendDeed(phone, 'followup.draft-assessment')).toBe('done')
    expect(await main(phone)).toContain(HERS)
    await isFit(phone)
    // What somebody has opened stays open when the page changes beneath it.
    await desk.getByText('begun').waitFor()
    expect(await question.getAttribute('open')).not.toBeNull()
    expect(await sendDeed(phone, 'followup.hand-in-assessment')).toBe('done')
    await isFit(phone)
  })
})

describe('while only one has handed in', () => {
  it('the other reads it nowhere, nor does the desk or anybody else', async () => {
    const history = `/en/seoul2021/history/pledge/${PLEDGE}`
    expect(await readable(screen, HERS, [...places('en', at.his), DESK, history])).toEqual([])
    expect(await readable(desk, HERS, [...places('en', at.his), DESK, history])).toEqual([])
    expect(await readable(reader, HERS, [...places('ar', at.hers), history])).toEqual([])
    expect(await readable(phone, HERS, [at.hers])).toEqual([at.hers])
    expect(await main(phone)).not.toContain('Bob')
  })
})

describe('when both have', () => {
  it('each reads the other', async () => {
    await assess(screen, 'substantial', 'en', HIS)
    await link(screen).fill('https://news.example/twelve')
    expect(await sendDeed(screen, 'followup.draft-assessment')).toBe('done')
    expect(await sendDeed(screen, 'followup.hand-in-assessment')).toBe('done')
    expect(await main(screen)).toContain(HERS)
    await isFit(screen)
    await phone.getByText(HIS).first().waitFor()
    await isFit(phone)
  })

  it('the secretariat sees in what they differ, and settles it with a reason', async () => {
    await go(desk, '/en/work')
    expect(await main(desk)).toContain('Assessments to settle')
    await go(desk, DESK)
    for (const said of [HERS, HIS, 'limited / substantial'])
      expect(await main(desk)).toContain(said)
    await isFit(desk)
    const form = desk.locator('form[action$="followup.settle-review"]')
    await form.locator('[name=settled][value=both]').check()
    expect(await sendDeed(desk, 'followup.settle-review')).toBe('refused')
    await isFit(desk)
    await form.locator('[name="reason.in.en.value"]').fill(WHY)
    expect(await sendDeed(desk, 'followup.settle-review')).toBe('done')
    await phone.getByText(WHY).first().waitFor()
    await isFit(phone)
  })
})

describe('the party of the pledge', () => {
  it('comments on what was found before anybody else reads it', async () => {
    expect(await sendDeed(phone, 'followup.send-assessment')).toBe('done')
    await isFit(phone)
    const address = 'kim@mofa.example'
    await invite(korea, {
      ...{ address, name: 'Kim', language: 'en', role: 'focal-point', party: 'KOR' },
    })
    await go(korea, REPLY)
    expect(await main(korea)).toContain(HERS)
    expect(await main(korea)).not.toContain(HIS)
    await isFit(korea)
    const form = korea.locator('form[action$="followup.comment-assessment"]')
    await form.locator('[name="words.in.en.value"]').fill(COMMENT)
    expect(await sendDeed(korea, 'followup.comment-assessment')).toBe('done')
    await isFit(korea)
    await phone.getByText(COMMENT).first().waitFor()
  })

  it('has its time for it: until then nothing is public, and nobody can publish', async () => {
    for (const open of [`/ar/pledges/${PLEDGE}`, `/ar/pledges/${PLEDGE}.json`, '/ar/parties/KOR']) {
      expect([open, (await reader.request.get(house.origin + open)).status()]).toEqual([open, 200])
    }
    expect(await phone.locator('form[action$="followup.publish-assessment"]').count()).toBe(0)
    for (const words of [HERS, HIS, COMMENT, WHY]) {
      expect(await readable(reader, words, places('ar', at.hers))).toEqual([])
    }
  })
})

describe('a round of reports', () => {
  it('is opened by the secretariat, and said on the page of the pledge', async () => {
    await go(reader, `/ar/pledges/${PLEDGE}`)
    await isFit(reader)
    await go(desk, ROUNDS)
    await isFit(desk)
    const due = Temporal.Now.plainDateISO().add({ days: 60 }).toString()
    const form = desk.locator('form[action$="followup.open-round"]')
    await form.locator('[name="name.in.en.value"]').fill('Five years on')
    expect(await sendDeed(desk, 'followup.open-round')).toBe('refused')
    await isFit(desk)
    await form.locator('[name=due]').fill(due)
    expect(await sendDeed(desk, 'followup.open-round')).toBe('done')
    await isFit(desk)
    const told = reader.getByText('Five years on').first()
    await told.waitFor()
    expect(await reader.locator(`main time[datetime="${due}"]`).count()).toBeGreaterThan(0)
    await isFit(reader)
  })
})

describe('whoever was asked', () => {
  it('has been told by a letter in their language', async () => {
    for (const [subject, own] of [
      ['تقييم مطلوب منكم', '/ar/seoul2021/review'],
      ['Assessment asked of you', '/en/seoul2021/review'],
    ] as const) {
      expect(new URL(await linkInLetters(desk, house, own, subject)).pathname).toBe(own)
    }
  }, 90_000)
})
