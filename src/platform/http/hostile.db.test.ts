import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { boards, hangBoards } from '../../testing/web/board.tsx'
import { type OpenSite, openSite } from '../../testing/web/site.ts'
import { type World, world } from '../../testing/world.ts'

let w: World
let site: OpenSite

beforeAll(async () => {
  w = await world({ features: boards })
  await hangBoards(w.database, { conference: 'seoul2021', text: 'Welcome', opens: null })
  site = await openSite(w)
})
afterAll(async () => {
  await site.close()
  await w.close()
})

const deed = (headers: Record<string, string>, input: unknown, to = site) =>
  to.raw(
    'POST',
    '/api/v1/commands/board.write',
    { 'Content-Type': 'application/json', Authorization: 'Bearer kim', ...headers },
    typeof input === 'string' ? input : JSON.stringify(input),
  )
const shown = async () => (await site.get('/en/seoul2021/board')).text()
const NOTICE = { conference: 'seoul2021', text: 'Changed' }

/** Writes bytes as they are, and waits for the end of the answer. */
const bytes = (text: string, to = site): Promise<string> =>
  new Promise((resolve) => {
    let answer = ''
    const socket = connect(to.port, '127.0.0.1', () => socket.write(text))
    socket.on('data', (chunk) => {
      answer += chunk
    })
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(answer))
  })

const asking = (address: string) =>
  `GET ${address} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`

describe('every answer', () => {
  it.each(['/en/seoul2021/board', '/en/nowhere', '/', '/healthz', '/en/seoul2021/board.txt'])(
    'of %s carries the headers that protect its reader',
    async (path) => {
      const { headers } = await site.get(path)
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self' 'sha256-/)
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toContain('unsafe')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
      expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin')
      expect(headers.get('permissions-policy')).toContain('camera=()')
      expect(headers.get('access-control-allow-origin')).toBeNull()
      expect(headers.get('strict-transport-security')).toBeNull()
    },
  )

  it('promises transport security where the public comes by https', async () => {
    const behindTls = await openSite(w, { settings: { publicUrl: 'https://plenum.example' } })
    const { headers } = await behindTls.get('/en/seoul2021/board')
    await behindTls.close()
    expect(headers.get('strict-transport-security')).toBe('max-age=63072000; includeSubDomains')
  })

  it('holds no text that ends its own script', async () => {
    expect(await shown()).toContain('"name":"\\u003c/script>\\u003cb>"')
  })
})

describe('a deed', () => {
  it('from our own pages is done', async () => {
    const { status, body } = await deed({ 'Sec-Fetch-Site': 'same-origin' }, NOTICE)
    expect([status, JSON.parse(body.toString())]).toEqual([
      200,
      { subject: 'board/seoul2021', answer: {} },
    ])
  })

  it.each([
    { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' },
    { 'Sec-Fetch-Site': 'same-site' },
    { Origin: 'https://evil.example' },
    { Origin: 'null' },
    { Cookie: 'plenum.session=stolen' },
  ])('from another site is refused: %j', async (headers) => {
    const { status, body } = await deed(headers as unknown as Record<string, string>, NOTICE)
    expect([status, JSON.parse(body.toString()).type]).toEqual([
      403,
      '/problems/platform.other-origin',
    ])
  })

  it('is refused in the words of who asks, as RFC 9457', async () => {
    const answer = await deed({ 'Accept-Language': 'fr' }, { conference: 'seoul2021', text: '' })
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(answer.headers['content-language']).toBe('fr')
    expect(JSON.parse(answer.body.toString())).toMatchObject({
      type: '/problems/platform.unreadable-input',
      status: 422,
      errors: [{ pointer: '#/text', code: 'input.missing' }],
    })
    expect(JSON.parse((await deed({}, '{"conf')).body.toString())).toMatchObject({ status: 400 })
    const form = { 'Content-Type': 'application/x-www-form-urlencoded' }
    expect((await deed(form, 'conference=seoul2021&text=x')).status).toBe(400)
    expect(
      (
        await site.raw(
          'POST',
          '/api/v1/commands/board.destroy',
          { 'Content-Type': 'application/json' },
          '{}',
        )
      ).status,
    ).toBe(404)
  })

  it('is heard from nobody who is not signed in', async () => {
    for (const input of [NOTICE, { text: 7 }, '{"conf']) {
      const answer = await site.raw(
        'POST',
        '/api/v1/commands/board.write',
        { 'Content-Type': 'application/json', 'Accept-Language': 'ru' },
        typeof input === 'string' ? input : JSON.stringify(input),
      )
      expect([answer.status, answer.headers['www-authenticate']]).toEqual([
        401,
        'Bearer realm="Plenum"',
      ])
      expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
      expect(JSON.parse(answer.body.toString())).toMatchObject({
        type: '/problems/platform.not-signed-in',
        title: 'Требуется вход в систему',
      })
    }
  })

  it('under a key is done once', async () => {
    const key = { 'Idempotency-Key': 'a-key' }
    const first = await deed(key, { ...NOTICE, text: 'Once' })
    const again = await deed(key, { ...NOTICE, text: 'Once' })
    expect(JSON.parse(again.body.toString())).toEqual(JSON.parse(first.body.toString()))
    expect((await deed(key, { ...NOTICE, text: 'Twice' })).status).toBe(422)
    expect((await deed({ 'Idempotency-Key': 'k'.repeat(201) }, NOTICE)).status).toBe(400)
  })

  it('may come in pieces of no announced length', async () => {
    const { status } = await deed({ 'Transfer-Encoding': 'chunked' }, { ...NOTICE, text: 'Pièces' })
    expect(status).toBe(200)
    expect(await shown()).toContain('Pièces')
    expect((await deed({ 'Transfer-Encoding': 'chunked' }, '')).status).toBe(400)
    const bare =
      'POST /api/v1/commands/board.write HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer kim\r\nConnection: close\r\n\r\n'
    expect(await bytes(bare)).toMatch(/^HTTP\/1\.1 400 /)
  })

  it('is not done by reading', async () => {
    expect((await site.get('/api/v1/commands/board.write')).status).toBe(404)
    const posted = await site.raw('POST', '/en/seoul2021/board')
    expect([posted.status, posted.headers.allow]).toEqual([405, 'GET, HEAD'])
  })
})

describe('a request that is too large', () => {
  it('is refused by its body, announced or not', async () => {
    const large = JSON.stringify({ ...NOTICE, text: 'x'.repeat(2 ** 20) })
    expect((await deed({}, large)).status).toBe(413)
    const chunked = await deed({ 'Transfer-Encoding': 'chunked' }, large)
    expect(chunked.status).toBe(413)
  })

  it('is refused by its headers and by its address', async () => {
    const head = `GET /en/seoul2021/board HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`
    expect(await bytes(head)).toMatch(/^HTTP\/1\.1 431 /)
    expect((await site.raw('GET', `/en/${'x'.repeat(3000)}`)).status).toBe(414)
  })

  it('is refused when two lengths are given', async () => {
    const smuggled =
      'POST /api/v1/commands/board.write HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'
    expect(await bytes(smuggled)).toMatch(/^HTTP\/1\.1 400 /)
  })
})

describe('a request that lies', () => {
  it('about its host gets no word of it back', async () => {
    const { headers, body, status } = await site.raw('GET', '/EN/seoul2021/board/', {
      Host: 'evil.example',
      'X-Forwarded-Host': 'evil.example',
    })
    expect([status, headers.location]).toEqual([301, '/en/seoul2021/board'])
    expect(body.toString()).not.toContain('evil')
    const page = await site.raw('GET', '/en/seoul2021/board', { Host: 'evil.example' })
    expect(page.body.toString()).not.toContain('evil')
    expect(await bytes('GET /nowhere HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n')).toMatch(
      /^HTTP\/1\.1 4\d\d /,
    )
  })

  it('about where its query begins changes no page of others', async () => {
    for (const lie of ['x?&size=large', '?size=large', 'x#&size=large', 'x?size=large#']) {
      const fresh = await openSite(w)
      await bytes(asking(`/en/seoul2021/board?${lie}`), fresh)
      expect(await (await fresh.get('/en/seoul2021/board')).text(), lie).toContain('plain, ')
      await bytes(asking(`/en/seoul2021/board?size=small?${lie}`), fresh)
      const small = await (await fresh.get('/en/seoul2021/board?size=small')).text()
      expect(small, lie).toContain('small, ')
      await fresh.close()
    }
  })

  it('about its address gains no second budget', async () => {
    const tight = await openSite(w, { limits: { get: { burst: 3, perSecond: 0.5 } } })
    const ask = (forwarded: string) =>
      tight.raw('GET', '/en/nowhere', { 'X-Forwarded-For': forwarded })
    const statuses: number[] = []
    for (let i = 0; i < 5; i++) statuses.push((await ask(`10.0.0.${i}, 203.0.113.7`)).status)
    expect(statuses).toEqual([404, 404, 404, 429, 429])
    const refused = await ask('203.0.113.7')
    expect(refused.headers['retry-after']).toBe('2')
    expect((await ask('203.0.113.8')).status).toBe(404)
    w.clock.advance({ seconds: 2 })
    expect((await ask('203.0.113.7')).status).toBe(404)
    await tight.close()
  })
})

describe('a crowd behind one address', () => {
  it('is never refused what the cache holds', async () => {
    const tight = await openSite(w, { limits: { get: { burst: 1, perSecond: 0.01 } } })
    const statuses = new Set<number>()
    for (let i = 0; i < 50; i++) statuses.add((await tight.get('/en/seoul2021/board')).status)
    expect([...statuses]).toEqual([200])
    await tight.close()
  })

  it('has a budget of deeds', async () => {
    const tight = await openSite(w, { limits: { post: { burst: 1, perSecond: 0.01 } } })
    expect((await deed({}, NOTICE, tight)).status).toBe(200)
    expect((await deed({}, NOTICE, tight)).status).toBe(429)
    await tight.close()
  })
})
