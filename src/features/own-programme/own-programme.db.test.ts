import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { sync } from 'node-ical'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, ANONYMOUS, LOADER, OPERATOR } from '../../kernel/actor.ts'
import { LANGUAGES } from '../../kernel/language.ts'
import { newSecret } from '../../platform/accounts/links.ts'
import { aPerson, byAccount } from '../../testing/people.ts'
import { type OpenSite, openSite } from '../../testing/web/site.ts'
import { type World, world } from '../../testing/world.ts'
import { spelledOut } from '../conferences/shipped.ts'
import { closeAccount } from '../people/account.commands.ts'
import { Loaded, loadProgramme } from '../programme/release.commands.ts'
import { chooseSession, closeFeed, dropSession, openFeed } from './commands.ts'

const LONGEST = 60_000
const SEOUL = 'seoul2021'
const file = () =>
  Loaded.parse(
    spelledOut(
      JSON.parse(
        readFileSync(join(import.meta.dirname, '../../../data/programmes/seoul2021.json'), 'utf8'),
      ),
    ),
  )
const idOf = (slug: string) => String(file().sessions.find((one) => one.slug === slug)?.id)
const [OPENING = '', SECOND = '', THIRD = ''] = file().sessions.map(({ slug }) => slug)

let w: World
let site: OpenSite
let kim: Actor
let park: Actor

beforeAll(async () => {
  w = await world({ shipped: true })
  site = await openSite(w, { authenticate: byAccount(w) })
  kim = await aPerson(w, { role: 'delegate', party: 'KOR' })
  park = await aPerson(w, { role: 'interpreter', language: 'ar' })
}, LONGEST)
afterAll(async () => {
  await site.close()
  await w.close()
})

const as = ({ id }: Actor) => ({ Authorization: `Bearer ${id}` })
const choose = (who: Actor, slug: string) =>
  w.perform(who, chooseSession, { conference: SEOUL, session: idOf(slug) })
const drop = (who: Actor, slug: string) =>
  w.perform(who, dropSession, { conference: SEOUL, session: idOf(slug) })
const textOf = async (path: string, who?: Actor) => (await site.get(path, who && as(who))).text()
const eventsIn = (calendar: string) =>
  Object.values(sync.parseICS(calendar)).flatMap((one) => (one?.type === 'VEVENT' ? [one] : []))

/** Changes the programme as its file may, and publishes it. */
const reload = (change: (sessions: Loaded['sessions']) => Loaded['sessions']) =>
  w.perform(LOADER, loadProgramme, { ...file(), sessions: change(file().sessions) })

describe('a session of the programme', () => {
  it('is chosen and dropped by whoever has an account, for nobody but themselves', async () => {
    await choose(kim, OPENING)
    await choose(kim, OPENING)
    expect(await textOf(`/en/${SEOUL}/mine`, kim)).toContain(`/${SEOUL}/programme/${OPENING}`)
    expect(await textOf(`/en/${SEOUL}/mine`, park)).not.toContain(`/programme/${OPENING}`)
    await drop(kim, OPENING)
    expect(await textOf(`/en/${SEOUL}/mine`, kim)).not.toContain(`/programme/${OPENING}`)
    await expect(choose(ANONYMOUS, OPENING)).rejects.toThrow('platform.not-allowed')
  })

  it('must be in the published programme', async () => {
    const unknown = { conference: SEOUL, session: '00000000-0000-4000-8000-00000000dead' }
    await expect(w.perform(kim, chooseSession, unknown)).rejects.toThrow(
      'own-programme.unknown-session',
    )
  })

  it('has its star for those who are signed in, and the page of everybody has none', async () => {
    await choose(kim, SECOND)
    const starred = await textOf(`/en/${SEOUL}/programme`, kim)
    expect(starred.match(/★/g)).toHaveLength(1)
    expect(starred.match(/☆/g)).toHaveLength(file().sessions.length - 1)
    expect(starred).toContain('1 session chosen')
    expect(await textOf(`/en/${SEOUL}/programme/${SECOND}`, kim)).toContain('★')
    const everybody = await textOf(`/en/${SEOUL}/programme`)
    expect([everybody.includes('☆'), everybody.includes('/mine')]).toEqual([false, false])
  })

  it('is chosen by a form without a script, which leads back to the programme', async () => {
    const body = new URLSearchParams({
      ':page': `/${SEOUL}/programme?kind=panel`,
      ':then': `/${SEOUL}/programme?kind=panel`,
      ':of': idOf(THIRD),
      conference: SEOUL,
      session: idOf(THIRD),
    })
    const answer = await fetch(`${site.origin}/ar/deeds/own-programme.choose`, {
      ...{ method: 'POST', body, redirect: 'manual' },
      headers: { ...as(park), 'Sec-Fetch-Site': 'same-origin' },
    })
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      `/ar/${SEOUL}/programme?kind=panel`,
    ])
    expect(await textOf(`/ar/${SEOUL}/mine`, park)).toContain(`/programme/${THIRD}`)
  })
})

describe('the page of one’s own programme', () => {
  it('asks those to sign in who are not, and speaks every language', async () => {
    const answer = await site.get(`/en/${SEOUL}/mine`)
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      `/en/sign-in?then=${encodeURIComponent(`/${SEOUL}/mine`)}`,
    ])
    for (const language of LANGUAGES) {
      const page = await site.get(`/${language}/${SEOUL}/mine`, as(kim))
      expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
    }
  })

  it('says what takes place at the same time, and costs few queries', async () => {
    await choose(kim, OPENING)
    await choose(kim, SECOND)
    expect(await textOf(`/en/${SEOUL}/mine`, kim)).not.toContain('At the same time')
    const start = file().sessions.find(({ slug }) => slug === OPENING)?.start ?? null
    await reload((all) => all.map((one) => (one.slug === SECOND ? { ...one, start } : one)))
    expect((await textOf(`/en/${SEOUL}/mine`, kim)).match(/At the same time/g)).toHaveLength(2)
    expect(site.costs.findLast(({ name }) => name === 'own-programme.mine')?.queries).toBeLessThan(
      10,
    )
    await reload((all) => all)
  })
})

describe('a personal calendar', () => {
  const feed = async (secret: string, language = 'en') =>
    site.get(`/${language}/calendar/${secret}.ics`)

  it('is read at its secret address by whoever has it, and kept by nobody on the way', async () => {
    const secret = newSecret()
    await w.perform(kim, openFeed, { secret })
    const answer = await feed(secret)
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
    const calendar = await answer.text()
    expect(eventsIn(calendar).map(({ uid }) => uid)).toEqual(
      [OPENING, SECOND].map((slug) => `session-${idOf(slug)}@plenum`),
    )
    expect(calendar.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1)
    expect(calendar).toContain('TZID:Asia/Seoul')
    expect(calendar).not.toContain('Grace Otieno')
    const kept = await w.read.selectFrom('calendarFeed').selectAll().execute()
    expect(JSON.stringify(kept)).not.toContain(secret)
    const { rows } = await sql<{ all: string }>`
      select coalesce(string_agg(t::text, ' '), '') as all from (select * from deed) t`.execute(
      w.read,
    )
    expect(rows[0]?.all).not.toContain(secret)
  })

  it('keeps what was cancelled, with its number counted up', async () => {
    const secret = newSecret()
    await w.perform(kim, openFeed, { secret })
    const find = async () =>
      eventsIn(await (await feed(secret)).text()).find(({ uid }) => uid?.includes(idOf(SECOND)))
    const before = await find()
    await reload((all) =>
      all.map((one) => (one.slug === SECOND ? { ...one, status: 'cancelled' as const } : one)),
    )
    const after = await find()
    expect([before?.status, after?.status]).toEqual(['CONFIRMED', 'CANCELLED'])
    expect(Number(after?.sequence)).toBe(Number(before?.sequence) + 1)
    await reload((all) => all.filter(({ slug }) => slug !== SECOND))
    expect((await find())?.status).toBe('CANCELLED')
    await reload((all) => all)
  })

  it('moves to a new address, and the old one leads nowhere; ended, both do', async () => {
    const [first, second] = [newSecret(), newSecret()]
    await w.perform(park, openFeed, { secret: first })
    await w.perform(park, openFeed, { secret: second })
    expect([(await feed(first)).status, (await feed(second)).status]).toEqual([404, 200])
    await w.perform(park, closeFeed, {})
    expect((await feed(second)).status).toBe(404)
  })

  it('ends with its account', async () => {
    await aPerson(w, { role: 'administrator', conference: '*' })
    const leaving = await aPerson(w, { role: 'protocol' })
    const secret = newSecret()
    await w.perform(leaving, openFeed, { secret })
    expect((await feed(secret)).status).toBe(200)
    await w.perform(OPERATOR, closeAccount, { account: leaving.id })
    expect((await feed(secret)).status).toBe(404)
  })

  it('is not asked for more often than calendars do', async () => {
    const secret = newSecret()
    const statuses: number[] = []
    for (let asked = 0; asked < 61; asked += 1) statuses.push((await feed(secret)).status)
    expect(statuses.at(-2)).toBe(404)
    expect(statuses.at(-1)).toBe(429)
  })

  it('has an address that its page shows once', async () => {
    const page = await textOf(`/en/${SEOUL}/mine`, kim)
    const secret = /name="secret" value="([\w-]{43})"/.exec(page)?.[1] ?? ''
    const body = new URLSearchParams({ ':page': `/${SEOUL}/mine`, ':show': secret, secret })
    const answer = await fetch(`${site.origin}/en/deeds/own-programme.open-feed`, {
      ...{ method: 'POST', body },
      headers: { ...as(kim), 'Sec-Fetch-Site': 'same-origin' },
    })
    expect(await answer.text()).toContain(`http://plenum.test/en/calendar/${secret}.ics`)
    expect(await textOf(`/en/${SEOUL}/mine`, kim)).not.toContain(secret)
    expect((await feed(secret)).status).toBe(200)
  })
})
