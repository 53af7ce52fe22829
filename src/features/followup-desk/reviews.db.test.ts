import { afterAll, describe, expect, it } from 'vitest'
import type { Browser } from '../../testing/accounts/browser.ts'
import { openHouse } from '../../testing/accounts/house.ts'

const house = await openHouse({}, { shipped: true })
const { world, browser, signedIn } = house
afterAll(house.close)

const PLEDGE = 'KOR-2021-01'
const DESK = '/seoul2021/desk/reviews'

let made = 0
async function somebody(role: string, name: string, party?: string) {
  const address = `person-${++made}@review.example`
  const said = { role, name, conference: 'seoul2021', ...(party && { party }) }
  const account = await house.account(address, said)
  return { account, mine: await signedIn(address) }
}
const secretariat = await somebody('un-secretariat', 'Desk')
const ada = await somebody('reviewer', 'Ada Lovelace')
const bob = await somebody('reviewer', 'Bob Noyce')
const korea = await somebody('focal-point', 'Kim', 'KOR')

const deed = (by: Browser, command: string, page: string, fields: Record<string, string>) =>
  by.send(`/en/deeds/${command}`, { ':page': page, ':then': page, ':of': '', ...fields })
const finding = (point: string, reasons: string, more: Record<string, string> = {}) => ({
  ...{ 'finding.codebook': '1.0', 'finding.point': point, 'finding.reviewer': 'R. Viewer' },
  ...{ '~finding.reasons.original': 'en', 'finding.reasons.in.en.value': reasons },
  ...{ '~finding.reasons.in.en.status': 'authentic', 'finding.asOf': '2026-11-01' },
  ...{ 'finding.evidence.0.publisher': 'Review', 'finding.evidence.0.grade': 'B' },
  ...{ 'finding.evidence.0.url': 'https://review.test', 'finding.evidence.0.date': '' },
  ...more,
})
const pageOf = async (by: Browser) =>
  (await by.get('/en/seoul2021/review')).text.match(/\/seoul2021\/review\/[0-9a-f-]{36}/)?.[0] ?? ''
const ownId = (text: string) => text.match(/name="assessment" value="([0-9a-f-]{36})"/)?.[1] ?? ''

describe('the pages of reviews', () => {
  it('are for the secretariat and for reviewers, each its own', async () => {
    for (const [page, allowed] of [
      [DESK, secretariat],
      ['/seoul2021/review', ada],
    ] as const) {
      expect((await allowed.mine.get(`/en${page}`)).status).toBe(200)
      for (const one of [ada, secretariat, korea].filter((other) => other !== allowed)) {
        expect((await one.mine.get(`/en${page}`)).status, page).toBe(403)
      }
      expect((await browser().get(`/en${page}`)).location).toMatch(/^\/en\/sign-in/)
    }
  })

  it('say in words that nothing has been asked, also in Arabic', async () => {
    expect((await secretariat.mine.get(`/en${DESK}`)).text).toContain('Nobody has been asked yet.')
    expect((await ada.mine.get('/en/seoul2021/review')).text).toContain('You have not been asked')
    const arabic = (await ada.mine.get('/ar/seoul2021/review')).text
    expect(arabic).toContain('لم يُطلب إليكم تقييم شيء هنا.')
    expect(arabic).toContain('dir="rtl"')
  })
})

describe('two reviewers who work apart', () => {
  it('are asked by a form, told, and find it on their start page', async () => {
    const asking = { conference: 'seoul2021', pledges: PLEDGE, due: '2027-01-31' }
    const nobody = await deed(secretariat.mine, 'followup.ask-review', DESK, asking)
    expect(nobody.status).toBe(422)
    const sent = await deed(secretariat.mine, 'followup.ask-review', DESK, {
      ...{ ...asking, reviewer: ada.account, second: bob.account },
    })
    expect([sent.status, sent.location]).toEqual([303, `/en${DESK}`])
    expect((await secretariat.mine.get(`/en${DESK}`)).text).toContain('two reviewers, apart')
    for (const { mine } of [ada, bob]) {
      const { text } = await mine.get('/en/seoul2021/desk')
      expect(text).toContain('My assessments')
      expect(text).toContain('href="/en/seoul2021/review"')
      expect(text).not.toMatch(/Ada Lovelace.*Bob Noyce|Bob Noyce.*Ada Lovelace/)
    }
    const told = await world.read
      .selectFrom('notice')
      .select(['account', 'at'])
      .where('kind', '=', 'followup-review-asked')
      .execute()
    expect(told.map(({ account }) => account).toSorted()).toEqual(
      [ada.account, bob.account].toSorted(),
    )
  })

  it('write by a form that keeps what was typed where evidence is missing', async () => {
    const page = await pageOf(ada.mine)
    const refused = await deed(ada.mine, 'followup.draft-assessment', page, {
      ...{
        pledge: PLEDGE,
        ...finding('limited', 'Six of sixteen', { 'finding.evidence.0.url': '' }),
      },
    })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Six of sixteen')
    for (const [one, point] of [
      [ada, 'limited'],
      [bob, 'substantial'],
    ] as const) {
      const own = await pageOf(one.mine)
      const kept = await deed(one.mine, 'followup.draft-assessment', own, {
        ...{ pledge: PLEDGE, ...finding(point, `Found by ${one.account}`) },
      })
      expect([kept.status, kept.location]).toEqual([303, `/en${own}`])
    }
    expect((await korea.mine.get(`/en${page}`)).status).toBe(403)
    const other = await somebody('reviewer', 'Cleo')
    expect((await other.mine.get(`/en${page}`)).status).toBe(404)
  })

  it('hand in, differ, and are settled on the desk; then the party comments before all see it', async () => {
    for (const { mine } of [ada, bob]) {
      const page = await pageOf(mine)
      const before = (await mine.get(`/en${page}`)).text
      expect(before).toContain('Hand it in')
      expect(before).not.toContain('Send it to the parties')
      const assessment = ownId(before)
      expect((await deed(mine, 'followup.hand-in-assessment', page, { assessment })).status).toBe(
        303,
      )
    }
    const differing = (await secretariat.mine.get(`/en${DESK}`)).text
    for (const said of [ada.account, bob.account, 'limited / substantial']) {
      expect(differing).toContain(said)
    }
    expect((await secretariat.mine.get('/en/seoul2021/desk')).text).toContain(
      'Assessments to settle',
    )
    const review = differing.match(/name="review" value="([0-9a-f-]{36})"/)?.[1] ?? ''
    const settled = await deed(secretariat.mine, 'followup.settle-review', DESK, {
      ...{ review, settled: 'both', third: '', '~reason.original': 'en' },
      ...{ 'reason.in.en.value': 'Both rest on evidence.', '~reason.in.en.status': 'authentic' },
    })
    expect(settled.status).toBe(303)
    const page = await pageOf(ada.mine)
    const own = (await ada.mine.get(`/en${page}`)).text
    expect(own).toContain('Both rest on evidence.')
    expect(own).toContain(bob.account)
    await deed(ada.mine, 'followup.send-assessment', page, { assessment: ownId(own) })
    const task = 'Assessments open for comment'
    const start = '/en/seoul2021/desk'
    expect((await korea.mine.get(start)).text).toMatch(
      /waits-count">1<\/span> <span>Assessments open/,
    )
    const list = await korea.mine.get('/en/seoul2021/delegation/KOR/pledges')
    expect(list.text).toContain('comment on an assessment until: ')
    const reply = `/seoul2021/delegation/KOR/pledges/${PLEDGE}/reply`
    const until = world.clock
      .now()
      .add({ hours: 24 * 30 })
      .toZonedDateTimeISO('Asia/Seoul')
    expect((await korea.mine.get(`/en${reply}`)).text).toContain(
      `<time datetime="${until.toPlainDate()}">`,
    )
    const commented = await deed(korea.mine, 'followup.comment-assessment', reply, {
      ...{ assessment: ownId(own), party: 'KOR', '~words.original': 'en' },
      ...{ 'words.in.en.value': 'More have left since.', '~words.in.en.status': 'authentic' },
    })
    expect(commented.status).toBe(303)
    expect((await korea.mine.get(start)).text).not.toMatch(
      new RegExp(`waits-count[^§]{0,40}${task}`),
    )
    expect((await ada.mine.get(`/en${page}`)).text).toContain('More have left since.')
    expect((await browser().get(`/en/pledges/${PLEDGE}`)).text).not.toContain('More have left')
  })
})

describe('whoever has no account', () => {
  it('asks nobody', async () => {
    const asking = { conference: 'seoul2021', pledges: PLEDGE, reviewer: ada.account }
    const sent = await deed(browser(), 'followup.ask-review', DESK, asking)
    expect(sent.location).toMatch(/^\/en\/sign-in/)
  })
})
