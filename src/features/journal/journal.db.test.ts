import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FEATURES } from '../../app.ts'
import { type Actor, ANONYMOUS } from '../../kernel/actor.ts'
import { LANGUAGES } from '../../kernel/language.ts'
import { writeEntries } from '../../platform/journal/write.ts'
import { RESTORED } from '../../platform/mail/held.ts'
import { type OpenSite, openSite } from '../../testing/web/site.ts'
import { type World, world } from '../../testing/world.ts'
import { wordsOfDeed } from './deed.ts'
import { sayDeed } from './entries.tsx'

const KIM = '00000000-0000-7000-8000-00000000000a'
const GONE = '00000000-0000-7000-8000-00000000000b'
const PEOPLE: Record<string, Actor> = {
  ada: { kind: 'account', id: 'ada', grants: [{ role: 'administrator', conference: '*' }] },
  host: {
    ...{ kind: 'account', id: 'host' },
    grants: [{ role: 'host-secretariat', conference: 'seoul2021' }],
  },
  kim: {
    ...{ kind: 'account', id: KIM },
    grants: [{ role: 'focal-point', conference: 'seoul2021', party: 'KOR' }],
  },
}

/** Of everybody: 120 deeds on pledges at Seoul, one at Accra, one of nobody's conference. */
const DEEDS = [
  ...Array.from({ length: 120 }, (_, at) => ({
    ...{ action: at % 2 === 0 ? 'pledges.write' : 'pledges.submit', subject: `pledge/p${at % 3}` },
    ...{ conference: 'seoul2021', actor: `account/${at < 60 ? KIM : GONE}` },
  })),
  {
    action: 'programme.release',
    subject: 'programme/accra2023',
    conference: 'accra2023',
    actor: 'system/operator',
  },
  {
    action: 'accounts.sign-in',
    subject: `account/${KIM}`,
    conference: null,
    actor: `account/${KIM}`,
  },
]

let w: World
let site: OpenSite
beforeAll(async () => {
  w = await world({ shipped: true })
  await sql`insert into person (account, name, language, since)
    values (${KIM}, 'Kim <b>Ji-woo</b>', 'ko', now())`.execute(w.database.write)
  await w.database.write.transaction().execute((db) =>
    writeEntries(
      db,
      DEEDS.map((deed, at) => ({
        ...{ ...deed, id: crypto.randomUUID(), input: {} },
        at: Temporal.Instant.from('2021-12-08T00:00:00Z').add({ minutes: at }),
      })),
    ),
  )
  await w.seal()
  site = await openSite(w, {
    authenticate: (request) =>
      PEOPLE[request.headers.get('authorization')?.replace('Bearer ', '') ?? ''] ?? ANONYMOUS,
  })
})
afterAll(async () => {
  await site.close()
  await w.close()
})

const page = async (path: string, as = 'ada') => {
  const answer = await site.get(path, { authorization: `Bearer ${as}` })
  return { status: answer.status, html: await answer.text() }
}
/** Instants of the entries that a page shows, in minutes of the second day. */
const minutesIn = (html: string) =>
  [...html.matchAll(/<time[^>]* datetime="2021-12-08T(\d\d):(\d\d):00Z"/g)].map(
    ([, hours, minutes]) => Number(hours) * 60 + Number(minutes),
  )
const down = (from: number, to: number) =>
  Array.from({ length: from - to + 1 }, (_, at) => from - at)
const linkIn = (html: string, label: string) =>
  new RegExp(`<a href="([^"]+)"[^>]*>${label}</a>`).exec(html)?.[1]?.replaceAll('&amp;', '&') ?? ''

describe('the journal', () => {
  it('is for administrators, and of a conference for its secretariats', async () => {
    for (const path of ['/journal', '/journal/verify', '/history/pledge/p1']) {
      expect((await page(`/en/administration${path}`)).status, path).toBe(200)
      for (const who of ['host', 'kim']) {
        const refused = await page(`/en/administration${path}`, who)
        expect([refused.status, refused.html.includes('pledge/')], path).toEqual([403, false])
      }
      expect((await page(`/en/administration${path}`, 'nobody')).status).toBe(303)
    }
    for (const path of ['/journal', '/history/pledge/p1']) {
      expect((await page(`/en/seoul2021${path}`, 'host')).status).toBe(200)
      expect((await page(`/en/seoul2021${path}`, 'kim')).status).toBe(403)
      expect((await page(`/en/accra2023${path}`, 'host')).status).toBe(403)
      expect((await page(`/en/seoul2021${path}`, 'nobody')).status).toBe(303)
    }
  })

  it('says what was done, to what, by whom and when, the newest first', async () => {
    const { html } = await page('/en/administration/journal')
    expect(minutesIn(html)).toEqual(down(121, 72))
    expect(html).toContain('Account: signed in')
    expect(html).toContain('Programme: made public')
    expect(html).toContain('The operator of the machine')
    expect(html).toContain('An account that is no longer named')
    expect(html).toContain('Kim &lt;b&gt;Ji-woo&lt;/b&gt;')
    expect(html).not.toContain('<b>Ji-woo')
    expect(html).toMatch(/>Seal \d+</)
    const arabic = await page('/ar/administration/journal')
    expect(arabic.html).toContain('التعهد: تقديم')
  })

  it('turns its pages by the numbers of entries, there and back', async () => {
    const first = (await page('/en/administration/journal?area=pledges')).html
    expect(minutesIn(first)).toEqual(down(119, 70))
    const second = (await page(linkIn(first, 'Older'))).html
    expect(minutesIn(second)).toEqual(down(69, 20))
    const third = (await page(linkIn(second, 'Older'))).html
    expect(minutesIn(third)).toEqual(down(19, 0))
    expect(linkIn(third, 'Older')).toContain('before=')
    const back = (await page(linkIn(third, 'Newer'))).html
    expect(minutesIn(back)).toEqual(down(69, 20))
    const top = (await page(linkIn(back, 'Newer'))).html
    expect(minutesIn(top)).toEqual(down(119, 70))
    expect(linkIn(top, 'Newest')).toBe('')
    expect(minutesIn((await page(linkIn(third, 'Newest'))).html)).toEqual(down(119, 70))
  })

  it.each([
    ['who=ji-woo', [121, ...down(59, 11)]],
    ['who=100%25', []],
    ['action=programme.release', [120]],
    ['area=accounts', [121]],
    [
      `subject=pledge%2Fp2&actor=account%2F${GONE}`,
      [119, 116, 113, 110, 107, 104, 101, 98, 95, 92, 89, 86, 83, 80, 77, 74, 71, 68, 65, 62],
    ],
    ['conference=accra2023&from=2021-12-08', [120]],
    ['from=2021-12-09', []],
    ["area=x'%20or%20true", down(121, 72)],
  ])('shows what was asked: %s', async (query, minutes) => {
    const { html } = await page(`/en/administration/journal?${query}`)
    expect(minutesIn(html).slice(0, 50)).toEqual(minutes.slice(0, 50))
    if (minutes.length === 0) expect(html).toContain('There are no such entries.')
  })

  it('of a conference shows nothing else, whatever is asked', async () => {
    const { html } = await page('/en/seoul2021/journal?conference=accra2023', 'host')
    expect(minutesIn(html)).toEqual(down(119, 70))
    expect(html).not.toContain('accra')
    expect((await page('/en/seoul2021/history/programme/accra2023', 'host')).status).toBe(404)
  })

  it('knows the history of a record', async () => {
    const { html } = await page('/en/administration/history/pledge/p1')
    expect(minutesIn(html)).toEqual(down(119, 0).filter((minute) => minute % 3 === 1))
    expect((await page('/en/administration/history/pledge/p9')).status).toBe(404)
    const account = await page(`/en/administration/history/account/${KIM}`)
    expect(account.html).toContain('Kim &lt;b&gt;Ji-woo')
  })
})

describe('the verification', () => {
  it('says that the journal stands, and the seal to note down', async () => {
    const { html } = await page('/en/administration/journal/verify')
    expect(html).toContain('The journal stands as it was written.')
    const seal = /\d+:[0-9a-f]{64}/.exec(html)?.[0] ?? ''
    const again = await page(`/en/administration/journal/verify?seal=${seal}`)
    expect(again.html).toContain('The journal stands as it was written.')
    const other = seal.replace(/.$/, (last) => (last === '0' ? '1' : '0'))
    const changed = await page(`/en/administration/journal/verify?seal=${other}`)
    expect(changed.html).toContain('The journal is not as it was written, in these places.')
    expect(changed.html).toContain('A seal, or what it closes, was changed')
  })
})

describe('deeds in words', () => {
  /** What the journal holds beside commands; see `platform/accounts`. */
  const OTHERS = [
    ...['sign-in', 'sign-out', 'add-passkey', 'make-key', 'show-second-factor'],
    ...['add-second-factor', 'drop-second-factor', 'renew-reserve-codes'],
  ].map((name) => `accounts.${name}`)

  it('are there in every language for every deed of this version', () => {
    const commands = FEATURES.flatMap((feature) => feature.commands ?? [])
    const deeds = [...commands.map(({ name }) => name), ...OTHERS, RESTORED]
    const wordless = LANGUAGES.flatMap((language) =>
      deeds
        .filter((deed) => sayDeed(language, deed) === null)
        .map((deed) => `${language} ${deed}: ${Object.values(wordsOfDeed(deed)).join(', ')}`),
    )
    expect(wordless).toEqual([])
  })
})
