import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, OPERATOR } from '../../../kernel/actor.ts'
import { LANGUAGES } from '../../../kernel/language.ts'
import { alsoAs, aPerson, byAccount } from '../../../testing/people.ts'
import { type OpenSite, openSite } from '../../../testing/web/site.ts'
import { listenTo } from '../../../testing/web/stream.ts'
import { type World, world } from '../../../testing/world.ts'
import { changeProfile } from '../../people/account.commands.ts'
import { choosing } from '../commands.ts'
import { KINDS } from '../kinds/all.notices.ts'
import { habitsOf } from '../queries.ts'

let w: World
let site: OpenSite
let kim: Actor

beforeAll(async () => {
  w = await world({ shipped: true })
  site = await openSite(w, { authenticate: byAccount(w) })
  // Told of this role already, by the first notice.
  kim = await aPerson(w, { role: 'translator', name: 'Kim' })
}, 60_000)
afterAll(async () => {
  await site.close()
  await w.close()
})

const as = ({ id }: Actor) => ({ Authorization: `Bearer ${id}` })
const page = async (path: string, who: Actor = kim) => (await site.get(path, as(who))).text()
/** Something that concerns somebody: another role. */
const tell = (who: Actor, party: string) => alsoAs(w, who, { role: 'delegate', party })
const send = async (path: string, fields: Record<string, string>, headers: object = as(kim)) =>
  fetch(site.origin + path, {
    ...{ method: 'POST', redirect: 'manual', body: new URLSearchParams(fields) },
    headers: { ...headers },
  })
const FROM_US = { 'Sec-Fetch-Site': 'same-origin' }
const wayOf = async ({ id }: Actor, kind: string) =>
  (await habitsOf(w.read, [id]))(id).ways.get(kind)

describe('the notices of somebody', () => {
  it('are counted beside their name on every page, in one query', async () => {
    expect(await page('/en/parties')).toContain('<span aria-hidden="true">1</span>')
    await tell(kim, 'KOR')
    await tell(kim, 'KEN')
    const shown = await page('/en/parties')
    expect(shown).toContain('<span aria-hidden="true">3</span>')
    expect(shown).toContain('3 unread')
    const alone = async (headers = {}) => {
      const before = site.costs.length
      await site.get(`/en/parties?x=${before}`, headers)
      return site.costs.at(-1)?.queries ?? 0
    }
    const read = site.costs.findLast(({ name }) => name === 'parties.parties')?.queries ?? 0
    await site.get('/fr/parties')
    const everybody = site.costs.findLast(({ name }) => name === 'parties.parties')?.queries ?? 0
    expect(read - everybody).toBe(1)
    expect(await alone(as(kim))).toBe(read)
    expect(await (await site.get('/en/parties')).text()).not.toContain('/notices')
  })

  it('are told to their open pages at once', async () => {
    const listener = await listenTo(site.origin, ['/en/notices'], as(kim))
    await listener.next('stamp')
    await tell(kim, 'GBR')
    await listener.next('stale')
    listener.close()
  })

  it('stand on a page in every language, unread ones first, in their own time', async () => {
    const profile = { account: kim.id, name: 'Kim', language: 'en', zone: 'Asia/Kathmandu' }
    await w.perform(OPERATOR, changeProfile, profile)
    for (const language of LANGUAGES) {
      const shown = await site.get(`/${language}/notices`, as(kim))
      expect([shown.status, shown.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
    }
    const shown = await page('/en/notices')
    expect(shown).toContain('7 December 2021, 05:45 UTC+05:45')
    expect(shown.match(/notice-unread/g)).toHaveLength(4)
    expect(shown).toContain('Republic of Korea')
  })

  it('open by a form that marks them as read and leads on, without a script', async () => {
    const shown = await page('/en/notices?show=unread')
    const notice = /name="notice" value="([\w-]+)"/.exec(shown)?.[1] ?? ''
    const form = { ':page': '/notices?show=unread', ':then': '/seoul2021/desk', notice }
    const answer = await send('/en/deeds/notifications.read', form, { ...as(kim), ...FROM_US })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/en/seoul2021/desk'])
    expect((await page('/en/notices?show=unread')).match(/notice-unread/g)).toHaveLength(3)
  })

  it('are filtered by what the address says, and paged', async () => {
    expect(await page('/en/notices?kind=pledges-returned')).toContain(
      'There is nothing to read here.',
    )
    for (const party of [
      'FRA',
      'USA',
      'JPN',
      'CAN',
      'NLD',
      'RWA',
      'ETH',
      'BGD',
      'PAK',
      'URY',
      'IDN',
    ])
      await tell(kim, party)
    for (const party of [
      'NOR',
      'SWE',
      'DNK',
      'PRT',
      'BEL',
      'VNM',
      'AUS',
      'LKA',
      'MYS',
      'DEU',
      'NGA',
    ])
      await tell(kim, party)
    const first = await page('/en/notices?kind=people-role-given')
    expect(first.match(/class="notice-line/g)).toHaveLength(25)
    expect(first).toContain('/en/notices?kind=people-role-given&amp;page=2')
    expect((await page('/en/notices?page=2')).match(/class="notice-line/g)).toHaveLength(1)
    expect((await site.get('/en/notices?page=-1&kind=%27&show=x', as(kim))).status).toBe(200)
  })
})

describe('the page on which somebody chooses', () => {
  it('asks only about what may ever concern them, and saves it', async () => {
    const shown = await page('/en/account/notices')
    expect(shown).toContain('name="ways.programme-released"')
    expect(shown).not.toContain('name="ways.followup-error-reported"')
    expect(shown).toContain('UTC+05:45')
    const form = { ':page': '/account/notices', hour: '22', 'ways.programme-released': 'digest' }
    const answer = await send('/en/deeds/notifications.choose', form, { ...as(kim), ...FROM_US })
    expect(answer.status).toBe(303)
    expect((await habitsOf(w.read, [kim.id]))(kim.id)).toMatchObject({
      hour: 22,
      zone: 'Asia/Kathmandu',
    })
    expect(await wayOf(kim, 'programme-released')).toBe('digest')
    expect(await page('/en/account/notices')).toContain('<option value="22" selected="">22:00')
  })

  it('says at the form what cannot be', async () => {
    const form = { ':page': '/account/notices', hour: '8', 'ways.people-role-given': 'off' }
    const answer = await send('/en/deeds/notifications.choose', form, { ...as(kim), ...FROM_US })
    expect([answer.status, (await answer.text()).includes('cannot be switched off')]).toEqual([
      409,
      true,
    ])
  })
})

describe('a letter', () => {
  const stopOf = async (who: Actor) => {
    const send = w.features.flatMap(({ jobs }) => jobs?.['notifications.send'] ?? [])[0]
    const world = { read: w.read, perform: w.perform, key: 'k' }
    await send?.({ slot: w.clock.now().toString() }, world)
    const kept = await w.letters()
    const { address } = await w.read
      .selectFrom('auth.user')
      .select('email as address')
      .where('id', '=', who.id)
      .executeTakeFirstOrThrow()
    const letter = kept.findLast((one) => one.address === address)
    return new URL(letter?.unsubscribe ?? 'http://none').pathname
  }

  it('stops by one click of the mail program, which is nobody and comes from nowhere', async () => {
    const lee = await aPerson(w, { role: 'translator', language: 'zh' })
    await tell(lee, 'FRA')
    const stop = await stopOf(lee)
    expect(stop).toMatch(/^\/zh\/notices\/stop\/[\w-]{36}$/)
    expect(await wayOf(lee, 'people-role-given')).toBeUndefined()
    const other = await send(stop, { other: 'words' }, {})
    expect([other.status, await wayOf(lee, 'people-role-given')]).toEqual([400, undefined])
    const answer = await send(stop, { 'List-Unsubscribe': 'One-Click' }, {})
    expect([answer.status, await wayOf(lee, 'people-role-given')]).toEqual([200, 'product'])
    expect((await send(stop, { 'List-Unsubscribe': 'One-Click' }, {})).status).toBe(200)
    expect((await send('/en/notices', { 'List-Unsubscribe': 'One-Click' }, {})).status).toBe(405)
  })

  it('leads to a page that asks first, and stops by its form', async () => {
    const park = await aPerson(w, { role: 'translator' })
    await tell(park, 'FRA')
    const stop = await stopOf(park)
    const shown = await (await site.get(stop)).text()
    expect(shown).toContain('New role')
    expect(shown).not.toContain('Grace Otieno')
    expect(await wayOf(park, 'people-role-given')).toBeUndefined()
    const token = stop.split('/').at(-1) ?? ''
    const form = { ':page': `/notices/stop/${token}`, token }
    expect((await send('/en/deeds/notifications.stop', form, FROM_US)).status).toBe(303)
    expect(await wayOf(park, 'people-role-given')).toBe('product')
  })

  it('of the day stops everything that came in it, and nothing else', async () => {
    const yoon = await aPerson(w, { role: 'translator' })
    const ways = { 'people-role-given': 'digest', 'people-role-ended': 'at-once' }
    await w.perform(yoon, choosing(KINDS), { hour: 0, ways })
    await tell(yoon, 'FRA')
    w.clock.turnTo('2021-12-09T00:00:00Z')
    await send(await stopOf(yoon), { 'List-Unsubscribe': 'One-Click' }, {})
    expect([
      await wayOf(yoon, 'people-role-given'),
      await wayOf(yoon, 'people-role-ended'),
    ]).toEqual(['product', 'at-once'])
  })

  it('that nobody has stops nothing', async () => {
    const stop = '/en/notices/stop/00000000-0000-4000-8000-00000000dead'
    expect((await site.get(stop)).status).toBe(404)
    expect((await send(stop, { 'List-Unsubscribe': 'One-Click' }, {})).status).toBe(409)
  })
})
