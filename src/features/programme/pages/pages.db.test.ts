import { brotliCompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, LOADER, OPERATOR } from '../../../kernel/actor.ts'
import { LANGUAGES } from '../../../kernel/language.ts'
import { session, text } from '../../../testing/sessions.ts'
import { type OpenSite, openSite } from '../../../testing/web/site.ts'
import { type World, world } from '../../../testing/world.ts'
import { loadedFor, publishedProgramme } from '../queries.ts'
import { type Loaded, loadProgramme, reportDelay } from '../release.commands.ts'

const LARGEST_PAGE = 9 * 1024
const MOST_QUERIES = 5
const LONGEST = 60_000
const PROGRAMME = '/en/seoul2021/programme'

let here: World
let site: OpenSite

beforeAll(async () => {
  here = await world({ shipped: true })
  site = await openSite(here)
}, LONGEST)
afterAll(async () => {
  await site.close()
  await here.close()
})

const page = async (path: string) => (await site.get(path)).text()

/** The text of each session on a page, without its tags. */
const entries = (html: string) =>
  [...html.matchAll(/<li id="([^"]+)" class="mb-0 grid.*?<\/li>/gs)].map(([entry, slug]) => [
    slug,
    (/<p[^>]*>(.*?)<\/p>/s.exec(entry)?.[1] ?? '').replace(/<[^>]+>/g, ''),
    (/<p[^>]*>.*?<\/p><p[^>]*>(.*?)<\/p>/s.exec(entry)?.[1] ?? '').replace(/<[^>]+>/g, ''),
  ])
const headings = (html: string) =>
  [...html.matchAll(/<h2 id="day-[^>]*>([^<]+)</g)].map((match) => match[1])

describe('the programme of Seoul', () => {
  it('stands in every language, small, in few queries', async () => {
    for (const language of LANGUAGES) {
      const response = await site.get(`/${language}/seoul2021/programme`)
      expect(response.status, language).toBe(200)
      const html = await response.text()
      expect(entries(html), language).toHaveLength(6)
      expect(brotliCompressSync(html).byteLength, language).toBeLessThan(LARGEST_PAGE)
      expect(site.costs.at(-1)?.queries, language).toBeLessThanOrEqual(MOST_QUERIES)
    }
  })

  it('says its times with their offset, and leaves the reader’s to the browser', async () => {
    const html = await page(PROGRAMME)
    expect(html).toContain('<time datetime="2021-12-07T19:30+09:00">19:30</time>')
    expect(html).toContain(
      '<reader-time data-at="2021-12-07T10:30Z 2021-12-07T11:00Z" data-day="2021-12-07"',
    )
    expect(entries(html).map(([, time, own]) => [time, own])).toEqual([
      ['19:30–20:00', ''],
      ['20:10–21:30', ''],
      ['21:40–23:00', ''],
      ['19:30–20:50', ''],
      ['21:00–22:20', ''],
      ['22:30–23:00', ''],
    ])
    expect(html).not.toMatch(/Korea Standard|KST/)
  })

  it('says them in Arabic in words', async () => {
    const html = await page('/ar/seoul2021/programme')
    expect(entries(html)[0]?.[1]).toBe('من الساعة 19:30 إلى الساعة 20:00')
    expect(headings(html)[0]).toBe('الثلاثاء 7\u00A0كانون\u00A0الأول/\u2060ديسمبر 2021')
  })

  it('shows a chosen zone without a script, and whose days they are', async () => {
    const html = await page(`${PROGRAMME}?zone=Pacific/Auckland`)
    expect(entries(html).map(([, , own]) => own)).toEqual([
      '23:30 – Wed 00:00',
      'Wed 00:10–01:30',
      'Wed 01:40–03:00',
      '23:30 – Thu 00:50',
      'Thu 01:00–02:20',
      'Thu 02:30–03:00',
    ])
    expect(html).toContain('Auckland, UTC+13:00')
    expect(html).toContain('Grouped by the days of the conference.')
    expect(html).not.toContain('<reader-time')
  })

  it('groups by the reader’s own days, with the conference’s day where it is another', async () => {
    const html = await page(`${PROGRAMME}?zone=Pacific/Auckland&days=own`)
    expect(headings(html)).toEqual([
      'Tuesday, 7 December 2021',
      'Wednesday, 8 December 2021',
      'Thursday, 9 December 2021',
    ])
    expect(entries(html)).toEqual([
      ['opening', '19:30–20:00', '23:30 – Wed 00:00'],
      ['session-1', 'Tue 20:10–21:30', '00:10–01:30'],
      ['session-2', 'Tue 21:40–23:00', '01:40–03:00'],
      ['session-3', '19:30–20:50', '23:30 – Thu 00:50'],
      ['session-4', 'Wed 21:00–22:20', '01:00–02:20'],
      ['closing', 'Wed 22:30–23:00', '02:30–03:00'],
    ])
    expect(html).toContain('not of the conference')
  })

  it('names places as we spell them, and no zone by its identifier', async () => {
    const html = await page(`${PROGRAMME}?zone=Asia/Calcutta`)
    const shown = html.replace(/<[^>]*>/g, ' ')
    expect(shown).toContain('Kolkata (UTC+05:30)')
    expect(shown).toContain('your time, UTC+05:30')
    expect(shown).not.toMatch(/Calcutta|Saigon|Kiev|Asia\//)
  })

  it('passes over a zone that there is not', async () => {
    const html = await page(`${PROGRAMME}?zone=Mars/Olympus&days=own`)
    expect(entries(html)).toHaveLength(6)
    expect(html).not.toContain('Mars')
  })

  it('turns by itself when a session starts', async () => {
    const now = (html: string) =>
      [...html.matchAll(/<li id="([^"]+)"(?:(?!<\/li>).)*?>now</gs)].map((match) => match[1])
    here.clock.turnTo('2021-12-07T10:29:59Z')
    expect(now(await page(PROGRAMME))).toEqual([])
    here.clock.turnTo('2021-12-07T10:30:00Z')
    expect(now(await page(PROGRAMME))).toEqual(['opening'])
    here.clock.turnTo('2021-12-07T11:05:00Z')
    expect(now(await page(PROGRAMME))).toEqual([])
    here.clock.turnTo('2021-12-07T11:10:00Z')
    expect(now(await page(PROGRAMME))).toEqual(['session-1'])
  })

  it('shows a delay at once, with the plan beside it', async () => {
    const programme = await publishedProgramme(here.read, 'seoul2021')
    const late = programme?.sessions.find(({ slug }) => slug === 'session-2')
    const host: Actor = {
      kind: 'account',
      id: 'host',
      grants: [{ role: 'host-secretariat', conference: 'seoul2021' }],
    }
    const report = { conference: 'seoul2021', session: late?.id, minutes: 12 }
    const { text: html } = await site.until(
      PROGRAMME,
      () => here.perform(host, reportDelay, report),
      '12 minutes',
    )
    expect(entries(html)[2]?.[1]).toBe('21:52–23:12')
    expect(html).toMatch(/planned <s><time datetime="2021-12-07T21:40\+09:00">21:40<\/time>/)
  })
})

describe('the pages around it', () => {
  it('show one session with everybody in it and who says so', async () => {
    const html = await page('/fr/seoul2021/programme/session-3')
    expect(html).toContain('Performance et responsabilité')
    expect(html).toContain('séance non confirmée')
    expect(html).toContain('Rwanda')
    expect(html).toContain('/fr/seoul2021/programme/session-3.ics')
    expect((await site.get('/fr/seoul2021/programme/session-9')).status).toBe(404)
  })

  it('show what has no time without one, and days that are not stated as such', async () => {
    const bogor = await page('/en/bogor2025/programme')
    expect(entries(bogor).map(([, time]) => time)).toEqual(Array(4).fill('time not stated'))
    const kigali = await page('/en/kigali2017/programme')
    expect(headings(kigali)).toEqual(['29–30 August 2017 (day not stated)'])
  })

  it('show a conference without a programme, and none that there is not', async () => {
    expect(await page('/en/newyork2014/programme')).toContain('No programme has been published.')
    expect((await site.get('/en/nowhere1999/programme')).status).toBe(404)
    expect((await site.get('/en/nowhere1999/changes')).status).toBe(404)
  })

  it('show the days at a glance on the page of the conference', async () => {
    const html = await page('/es/seoul2021')
    expect(html).toContain('El programa de un vistazo')
    expect(html).toContain('/es/seoul2021/programme/session-1')
    expect(await page('/es/newyork2014')).not.toContain('El programa de un vistazo')
  })

  it('show every release and what it changed', async () => {
    const loaded = (await loadedFor(here.read, 'berlin2025')) as Loaded
    const [opening, ...others] = loaded.sessions
    await here.perform(LOADER, loadProgramme, {
      ...loaded,
      sessions: [{ ...opening, status: 'cancelled' }, ...others],
    })
    const html = (await page('/en/berlin2025/changes'))
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
    expect(html).toContain('Release 2')
    expect(html).toContain('cancelled Opening ceremony')
    expect(html).toContain('First publication')
    expect(await page('/en/berlin2025/programme')).toContain('<s>Opening ceremony</s>')
  })

  it('let a reader choose among many sessions', async () => {
    const kinds = ['panel', 'side-event', 'plenary']
    const sessions = Array.from({ length: 500 }, (_, i) => ({
      ...session({ slug: `s-${i}`, title: text(`Session ${i}`), room: text(`Room ${i % 25}`) }),
      kind: kinds[i % 3],
      day: '2016-10-26',
      start: `${8 + Math.floor(i / 50)}:00`.padStart(5, '0'),
    }))
    const input = { conference: 'paris2016', note: text('Many'), sessions }
    await here.perform(OPERATOR, loadProgramme, input)
    const all = await page('/en/paris2016/programme')
    expect(entries(all)).toHaveLength(500)
    expect(site.costs.at(-1)?.queries).toBeLessThanOrEqual(MOST_QUERIES)
    expect(all).toContain('href="/en/paris2016/programme?kind=side-event"')
    const some = await page('/en/paris2016/programme?kind=side-event')
    expect(entries(some)).toHaveLength(167)
  })
})
