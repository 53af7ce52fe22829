import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, ANONYMOUS } from '../../kernel/actor.ts'
import { aPerson, byAccount } from '../../testing/people.ts'
import { type OpenSite, openSite } from '../../testing/web/site.ts'
import { topicsFollowed, topicsTouched } from '../../testing/web/topics.ts'
import { type World, world } from '../../testing/world.ts'
import { spelledOut } from '../conferences/shipped.ts'
import { answer, reply } from '../followup/replies/commands.ts'
import { reportError, settleError } from '../followup/replies/errors.commands.ts'
import { reportProgress } from '../followup/reports/commands.ts'
import { openRound } from '../followup/reports/rounds.commands.ts'

const HELICOPTERS = 'KOR-2021-01'
const ROUND = 'seoul2021-2024-06-30'
const PAGE = '/seoul2021/desk/follow-up'

let w: World
let site: OpenSite
let desk: Actor
let korea: Actor
beforeAll(async () => {
  w = await world({ shipped: true })
  w.clock.turnTo('2024-03-01T08:00:00Z')
  desk = await aPerson(w, { role: 'un-secretariat' })
  korea = await aPerson(w, { role: 'focal-point', party: 'KOR' })
  site = await openSite(w, { authenticate: byAccount(w) })
}, 60_000)
afterAll(async () => {
  await site.close()
  await w.close()
})

const get = (path: string, actor: Actor = ANONYMOUS) =>
  site.get(path, actor === ANONYMOUS ? {} : { authorization: `Bearer ${actor.id}` })
const text = async (path: string, actor?: Actor) => (await get(path, actor)).text()
const report = (told: object, more: object = {}) =>
  w.perform(korea, reportProgress, { pledge: HELICOPTERS, party: 'KOR', told, ...more })

describe('the page of the follow-up', () => {
  it('is the secretariat’s alone, and says in words that nothing waits', async () => {
    const others = [
      korea,
      await aPerson(w, { role: 'reviewer' }),
      await aPerson(w, { role: 'co-chair', party: 'KOR' }),
      await aPerson(w, { role: 'un-secretariat', conference: 'accra2023' }),
    ]
    for (const one of others) expect((await get(`/en${PAGE}`, one)).status).toBe(403)
    expect((await get(`/en${PAGE}`)).status).toBe(303)
    const empty = await text(`/en${PAGE}`, desk)
    for (const said of ['No reply waits.', 'No report of an error waits.', 'No round has been']) {
      expect(empty).toContain(said)
    }
    const arabic = await text(`/ar${PAGE}`, desk)
    expect(arabic).toContain('لا رد ينتظر.')
    expect(arabic).toContain('dir="rtl"')
    expect((await get('/en/atlantis1999/desk/follow-up', desk)).status).not.toBe(200)
  })

  it('shows replies and errors until they are answered, and by when an answer is promised', async () => {
    const words = spelledOut({ en: 'Sixteen were promised, not eight.' })
    const subject = { kind: 'pledge', id: HELICOPTERS }
    await w.perform(korea, reply, { subject, party: 'KOR', kind: 'dispute', words })
    await w.perform(ANONYMOUS, reportError, { about: `/pledges/${HELICOPTERS}`, words: 'A typo' })
    const waiting = await text(`/en${PAGE}`, desk)
    for (const said of ['Sixteen were promised', 'A typo', '11 March 2024']) {
      expect(waiting).toContain(said)
    }
    const [{ id: one } = { id: '' }] = await w.read.selectFrom('reply').select('id').execute()
    await w.perform(desk, answer, { reply: one, words: spelledOut({ en: 'Put right.' }) })
    const [{ id: error } = { id: '' }] = await w.read
      .selectFrom('errorReport')
      .select('id')
      .execute()
    await w.perform(desk, settleError, { report: error, outcome: 'corrected' })
    const answered = await text(`/en${PAGE}`, desk)
    for (const said of ['Sixteen were promised', 'A typo']) expect(answered).not.toContain(said)
  })
})

describe('a round of reports', () => {
  const public_ = ['/en/seoul2021', `/en/pledges/${HELICOPTERS}`]

  it('is said to be open on public pages, with who reported and nobody else', async () => {
    for (const page of public_) expect(await text(page)).not.toContain('Two years on')
    const name = spelledOut({ en: 'Two years on' })
    const open_ = () =>
      w.perform(desk, openRound, { name, due: '2024-06-30', conferences: ['seoul2021'] })
    for (const page of public_) {
      const { text: open } = await site.until(page, open_, 'Two years on')
      expect(open).toContain('Two years on')
      expect(open).toContain('asked for until 30 June 2024')
      expect(open).not.toContain('Received from')
    }
    const given = () => report({ stage: 'preparing', on: '2024-02' }, { round: ROUND })
    for (const page of public_) {
      const { text: told } = await site.until(page, given, 'Received from')
      expect(told.split('Received from')[1]?.slice(0, 300)).toContain('Republic of Korea')
    }
  })

  it('tells the secretariat whose reports are awaited, by name, and when each last reported', async () => {
    const page = await text(`/en${PAGE}`, desk)
    expect(page).toContain('Reported in this round: Republic of Korea')
    const [, awaited = ''] = page.split('Parties whose reports are awaited')
    expect(awaited.indexOf('Kenya')).toBeLessThan(awaited.indexOf('Uruguay'))
    expect(awaited).toContain('last report here: none yet')
  })

  it('what is reported for few is not said of its party in public', async () => {
    const vietnam = await aPerson(w, { role: 'focal-point', party: 'VNM' })
    const told = { stage: 'preparing', on: '2024-02', audiences: { stage: 'parties' } }
    await w.perform(vietnam, reportProgress, {
      ...{ pledge: 'VNM-2021-01', party: 'VNM', round: ROUND, told },
    })
    const received = (await text('/en/seoul2021')).split('Received from')[1] ?? ''
    expect(received.slice(0, received.indexOf('</section>'))).not.toContain('Viet Nam')
    expect(await text(`/en${PAGE}`, desk)).toMatch(/Reported in this round: [^<]*Viet Nam/)
  })

  it('closes by itself for the public, and waits on the desk of the secretariat', async () => {
    w.clock.turnTo('2024-07-01T08:00:00Z')
    for (const page of public_) expect(await text(page)).not.toContain('Two years on')
    expect(await text(`/en${PAGE}`, desk)).toContain('its day has passed')
    const start = await text('/en/seoul2021/desk', desk)
    expect(start).toContain('Parties whose reports are awaited')
    expect(start).toContain('href="/en/seoul2021/desk/follow-up#reports-asked"')
    const own = await text('/en/seoul2021/desk', korea)
    expect(own).not.toContain('/desk/follow-up')
    expect(own).toMatch(/waits-count">8<\/span> <span>Progress reports awaited/)
    expect(own).toContain('was due: <time datetime="2024-06-30">')
  })
})

describe('pages that are open', () => {
  const of = { conference: 'seoul2021', party: 'KOR', id: HELICOPTERS }
  const follow = async (deed: () => Promise<unknown>, ...pages: string[]) => {
    const touched = await topicsTouched(w, deed)
    for (const page of pages) {
      expect([page, !topicsFollowed(w, page, of).isDisjointFrom(touched)]).toEqual([page, true])
    }
  }

  it('change when a report comes', async () => {
    w.clock.turnTo('2024-08-01T08:00:00Z')
    await follow(
      () => report({ stage: 'delivered', on: '2024-07' }),
      'followup-desk.follow-up',
      'pledges.pledge',
      'pledges.pledges',
      'conferences.conference',
      'delegation-pledges.list',
      'delegation-pledges.pledge',
      'delegation-reports.report',
      'delegation-reports.reply',
      'desk.desk',
    )
  })

  it('change when somebody says that something is wrong, or a round is opened', async () => {
    await follow(
      () => w.perform(ANONYMOUS, reportError, { about: '/codebook', words: 'A typo' }),
      'followup-desk.follow-up',
      'desk.desk',
    )
    const name = spelledOut({ en: 'Three years on' })
    await follow(
      () => w.perform(desk, openRound, { name, due: '2025-06-30', conferences: ['seoul2021'] }),
      'followup-desk.follow-up',
      'pledges.pledge',
      'conferences.conference',
      'delegation-pledges.list',
    )
  })
})
