import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ANONYMOUS } from '../../kernel/actor.ts'
import { boards, hangBoards } from '../../testing/web/board.tsx'
import { type OpenSite, openSite } from '../../testing/web/site.ts'
import { type World, world } from '../../testing/world.ts'

const OPENS = Temporal.Instant.from('2021-12-07T10:30:00Z')
let w: World
let site: OpenSite
const logged: string[] = []

beforeAll(async () => {
  w = await world({ features: boards })
  await hangBoards(
    w.database,
    { conference: 'seoul2021', text: 'Welcome', opens: null },
    { conference: 'accra2023', text: 'Akwaaba', opens: OPENS },
    { conference: 'paris2016', text: 'x'.repeat(2000), opens: null },
  )
  const log = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) })
  site = await openSite(w, { log })
})
afterAll(async () => {
  await site.close()
  await w.close()
})

const write = (conference: string, text: string) =>
  w.perform(ANONYMOUS, boards[0]?.commands?.[0] as never, { conference, text })

describe('a page', () => {
  it('is read in one transaction, with what later features add', async () => {
    const before = site.costs.length
    const answer = await site.get('/fr/seoul2021/board')
    expect(answer.status).toBe(200)
    const html = await answer.text()
    expect(html).toContain('<p>Welcome</p>')
    expect(html).toContain('<footer>a footnote</footer>')
    expect(html).toMatch(/^<!doctype html><html lang="fr" dir="ltr">/)
    expect(site.costs.slice(before)).toEqual([
      expect.objectContaining({ name: 'board.show', queries: 1, bytes: expect.any(Number) }),
    ])
  })

  it('is rendered once and then kept, under its path and declared query only', async () => {
    const before = site.costs.length
    const texts = await Promise.all(
      ['', '', '?utm_source=x', '?fbclid=1'].map(async (search) =>
        (await site.get(`/en/seoul2021/board${search}`)).text(),
      ),
    )
    expect(new Set(texts).size).toBe(1)
    expect(site.costs.length - before).toBe(1)
    const large = await (await site.get('/en/seoul2021/board?size=large&utm_source=x')).text()
    expect(large).toContain('<p>large, anonymous</p>')
    expect((await site.get('/en/seoul2021/board?size=huge')).status).toBe(400)
  })

  it('changes by itself when its moment comes', async () => {
    expect(await (await site.get('/en/accra2023/board')).text()).toContain('<p>closed</p>')
    w.clock.turnTo(OPENS.subtract({ seconds: 1 }))
    const soon = await site.get('/en/accra2023/board')
    expect(await soon.text()).toContain('<p>closed</p>')
    // A CDN may not keep for two seconds what is wrong in one.
    expect(soon.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
    w.clock.turnTo(OPENS)
    expect(await (await site.get('/en/accra2023/board')).text()).toContain('<p>open</p>')
  })

  it('shows a change as soon as its notice has arrived', async () => {
    const { text } = await site.until(
      '/en/seoul2021/board',
      () => write('seoul2021', 'Seconds'),
      'Seconds',
    )
    expect(text).toContain('<p>Seconds</p>')
    await site.until('/en/seoul2021/board', () => write('seoul2021', 'Welcome'), 'Welcome')
  })

  it('has an entity tag: unchanged, it is not sent again', async () => {
    const first = await site.get('/ru/seoul2021/board')
    const etag = first.headers.get('etag') ?? ''
    expect(etag).toMatch(/^W\/"[\w-]{16}"$/)
    const again = await site.get('/ru/seoul2021/board', { 'If-None-Match': `"other", ${etag}` })
    expect([again.status, await again.text()]).toEqual([304, ''])
    const other = await site.get('/ru/seoul2021/board', { 'If-None-Match': 'W/"other"' })
    expect(other.status).toBe(200)
  })

  it('comes in the encoding that was asked for, HEAD without a body', async () => {
    const lengths: Record<string, number> = {}
    for (const encoding of ['br', 'gzip', 'identity']) {
      const answer = await site.raw('GET', '/en/paris2016/board', { 'Accept-Encoding': encoding })
      expect(answer.headers['content-encoding'] ?? 'identity').toBe(encoding)
      lengths[encoding] = answer.body.length
      expect(Number(answer.headers['content-length'])).toBe(answer.body.length)
      const head = await site.raw('HEAD', '/en/paris2016/board', { 'Accept-Encoding': encoding })
      expect([head.status, head.body.length, head.headers['content-length']]).toEqual([
        200,
        0,
        answer.headers['content-length'],
      ])
    }
    expect(lengths.br).toBeLessThan(lengths.gzip as number)
    expect(lengths.gzip).toBeLessThan(lengths.identity as number)
    const refused = { 'Accept-Encoding': 'br;q=0, gzip;q=0' }
    const plain = await site.raw('GET', '/en/paris2016/board', refused)
    expect(plain.headers['content-encoding']).toBeUndefined()
  })
})

describe('somebody with rights', () => {
  it('reads past the cache, and leaves nothing in it', async () => {
    const mine = await site.get('/es/seoul2021/board', { Authorization: 'Bearer kim' })
    expect(await mine.text()).toContain('plain, kim')
    expect(mine.headers.get('cache-control')).toBe('private, no-store')
    const theirs = await site.get('/es/seoul2021/board')
    expect(await theirs.text()).toContain('plain, anonymous')
    const again = await site.get('/es/seoul2021/board', { Cookie: '__Host-plenum.session=kim' })
    expect(again.headers.get('cache-control')).toBe('private, no-store')
  })
})

describe('an address', () => {
  it('has one spelling', async () => {
    const led = async (path: string) => {
      const { status, headers } = await site.get(path)
      return [status, headers.get('location')]
    }
    expect(await led('/fr/seoul2021/board/')).toEqual([301, '/fr/seoul2021/board'])
    expect(await led('/FR/Seoul2021/BOARD?size=large')).toEqual([
      301,
      '/fr/seoul2021/board?size=large',
    ])
    expect(await led('/en/seoul2021/board.TXT')).toEqual([301, '/en/seoul2021/board.txt'])
  })

  it('is negotiated at the root only', async () => {
    const answer = await site.get('/', { 'Accept-Language': 'de, fr-CA;q=0.8, en;q=0.5' })
    expect([answer.status, answer.headers.get('location'), answer.headers.get('vary')]).toEqual([
      302,
      '/fr',
      'Accept-Language',
    ])
  })

  it.each([
    '/de/seoul2021/board',
    '/seoul2021/board',
    '/en/nowhere',
    '/en/berlin2025/board',
    '/en/%ff/board',
    '//evil.example/en',
    '/assets/../../package.json',
    '/assets/%2e%2e/%2e%2e/package.json',
  ])('that leads nowhere is a designed page: %s', async (path) => {
    const answer = await site.raw('GET', path, { 'Accept-Language': 'es' })
    expect(answer.status).toBe(404)
    expect(answer.body.toString()).toContain('<section class="error-page">')
    expect(answer.headers.location).toBeUndefined()
  })

  it('never leads to another site', async () => {
    for (const path of [
      '//evil.example/',
      '/\\evil.example',
      '/en//evil.example/',
      '/FR//evil.example',
    ]) {
      const { headers } = await site.raw('GET', path)
      expect(headers.location ?? '/').toMatch(/^\/(?![/\\])/)
    }
  })
})

describe('a file', () => {
  it('says its name, its address and its translations in its headers', async () => {
    const { headers, status } = await site.get('/ko/seoul2021/board.txt')
    expect(status).toBe(200)
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="seoul2021_board.txt"; filename*=UTF-8''seoul2021%20%E2%80%93%20board.txt`,
    )
    expect(headers.get('link')).toContain('/ko/seoul2021/board.txt>; rel="canonical"')
    expect(headers.get('link')).toContain(
      '/ar/seoul2021/board.txt>; rel="alternate"; hreflang="ar"',
    )
  })
})

describe('a failure', () => {
  it('is a designed page that tells nothing of its cause', async () => {
    const answer = await site.get('/zh/broken')
    const html = await answer.text()
    expect(answer.status).toBe(500)
    expect(html).toContain('<html lang="zh"')
    expect(html).not.toContain('secret')
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })
})

describe('the log', () => {
  it('says where it failed, and neither what was asked nor any secret', async () => {
    const secret = 'aB3_-'.repeat(9)
    logged.length = 0
    await site.get(`/zh/broken?q=grace%40mfa.example&key=${secret}`)
    expect(logged.map((line) => JSON.parse(line).path)).toEqual(['/zh/broken'])
    expect(logged.join()).not.toMatch(/grace|aB3_/)
  })
})

describe('what machines ask for', () => {
  it('is there', async () => {
    expect(await (await site.get('/healthz')).text()).toBe('alive\n')
    expect((await site.get('/readyz')).status).toBe(200)
    expect(await (await site.get('/robots.txt')).text()).toContain('User-agent: *')
    const security = await (await site.get('/.well-known/security.txt')).text()
    expect(security).toMatch(/^Contact: mailto:.+\nExpires: 2022-06-05T00:00:00Z\n/)
  })

  it('shows figures to this machine, and not to strangers that a proxy passes on', async () => {
    const figures = await site.get('/metrics')
    expect(await figures.text()).toContain('plenum_cache_hits')
    expect((await site.get('/metrics', { 'X-Forwarded-For': '203.0.113.7' })).status).toBe(404)
  })
})
