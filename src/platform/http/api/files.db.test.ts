import { request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { gunzipSync } from 'node:zlib'
import { readXlsx } from 'hucre/xlsx'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { OPERATOR } from '../../../kernel/actor.ts'
import { buildShelf, putBook, shelf } from '../../../testing/web/shelf.ts'
import { type OpenSite, openSite } from '../../../testing/web/site.ts'
import { type World, world } from '../../../testing/world.ts'
import { pagesOf } from '../../dataset/pages.ts'

const MANY = 100_000

/** What is not held any more does not count. */
setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void
let w: World
let site: OpenSite

const put = (id: string, title: string) =>
  w.perform(OPERATOR, putBook as never, {
    ...{ id, title, price: null, pages: null, printed: null, tags: [], notes: [] },
  })

beforeAll(async () => {
  w = await world({ features: [shelf] })
  await buildShelf(w.database.write)
  await sql`insert into book
    select 'n' || lpad(i::text, 6, '0'), 'Book, the ' || i || 'th "of" them', (i % 900) || '.50', i % 1000,
      date '2000-01-01' + i % 5000, '["peace","حفظ السلام"]'
    from generate_series(1, ${MANY}) as i`.execute(w.database.write)
  await sql`analyze book`.execute(w.database.write)
  site = await openSite(w, { limits: { downloads: 2 } })
})
afterAll(async () => {
  await site.close()
  await w.close()
})

const get = (path: string, headers: Record<string, string> = {}) =>
  site.raw('GET', `/api/v1${path}`, headers)

/** Asks, and takes nothing before it is told to. */
const holding = (path: string) =>
  new Promise<{ take(): Promise<number>; leave(): void }>((resolve, reject) => {
    const asked = request(`${site.origin}/api/v1${path}`, (answer) => {
      answer.pause()
      resolve({
        take: async () => {
          let bytes = 0
          for await (const chunk of answer) bytes += (chunk as Buffer).length
          return bytes
        },
        leave: () => asked.destroy(),
      })
    })
    asked.on('error', reject)
    asked.end()
  })

describe('a dataset as a file', () => {
  it.each(['csv', 'ndjson', 'json'])(
    'is whole in %s, and says how many rows come',
    async (ending) => {
      const began = performance.now()
      const { status, headers, body } = await get(`/books.${ending}?language=en`)
      const seconds = (performance.now() - began) / 1000
      process.stdout.write(
        `${MANY} rows as ${ending}: ${Math.round(MANY / seconds)} rows a second\n`,
      )
      expect([status, headers['x-total-count']]).toEqual([200, String(MANY)])
      expect(headers['content-disposition']).toBe(
        `attachment; filename="plenum-books-2021-12-07.${ending}"`,
      )
      const text = body.toString()
      expect(text.split('\n').length).toBe(
        { csv: MANY + 2, ndjson: MANY + 1, json: MANY + 3 }[ending],
      )
      expect(text).toContain('n100000')
      if (ending === 'json') expect(JSON.parse(text).data).toHaveLength(MANY)
    },
  )

  it('is whole as a workbook', async () => {
    const { body, headers } = await get(
      '/books.xlsx?sort=-pages&title=Book,%20the%207th%20%22of%22%20them',
    )
    expect(headers['content-type']).toBe(
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    )
    const { sheets } = await readXlsx(body)
    expect(sheets[0]?.rows.map((row) => row[0])).toEqual(['id', 'n000007'])
  })

  it('comes compressed to whoever takes gzip, and in the order that was asked for', async () => {
    const sorted = '/books.ndjson?sort=-printed'
    const plain = await get(sorted)
    const zipped = await get(sorted, { 'Accept-Encoding': 'gzip, br' })
    expect(zipped.headers['content-encoding']).toBe('gzip')
    expect(gunzipSync(zipped.body).equals(plain.body)).toBe(true)
    expect(zipped.headers.etag).not.toBe(plain.headers.etag)
    const days = plain.body
      .toString()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).printed)
    expect(days).toEqual(days.toSorted().reverse())
  })

  it('begins with a byte-order mark where a spreadsheet asks for it', async () => {
    const { body } = await get('/books.csv?bom=true&title=none')
    expect(body.toString()).toBe('\uFEFFid,shelf_said,title,price,pages,printed,tags\r\n')
  })
})

describe('whoever has the file', () => {
  it('is told so, until something changes', async () => {
    for (const path of [
      '/books.csv?title=x',
      '/books?limit=1',
      '/books/n000001',
      '/openapi.json',
    ]) {
      const first = await get(path)
      const { etag = '', 'last-modified': since = '' } = first.headers
      expect(etag).toMatch(/^"[\w-]+"$/)
      const again = await get(path, { 'If-None-Match': `"other", W/${etag}` })
      expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, etag])
      expect((await get(path, { 'If-Modified-Since': since })).status).toBe(304)
      const before = 'Mon, 06 Dec 2021 23:59:59 GMT'
      expect((await get(path, { 'If-Modified-Since': before })).status).toBe(200)
      expect(
        (await get(path, { 'If-None-Match': '"other"', 'If-Modified-Since': since })).status,
      ).toBe(200)
    }
    const { etag = '' } = (await get('/books?limit=1')).headers
    await put('a0', 'first of all')
    const changed = await get('/books?limit=1', { 'If-None-Match': etag })
    expect([changed.status, JSON.parse(changed.body.toString()).data[0].id]).toEqual([200, 'a0'])
    await w.seal()
    expect((await get('/books?limit=1', { 'If-None-Match': etag })).status).toBe(200)
  })

  it('is told anew on the day on which names change', async () => {
    const { etag = '' } = (await get('/books?limit=1')).headers
    w.clock.advance({ hours: 24 })
    expect((await get('/books?limit=1', { 'If-None-Match': etag })).status).toBe(200)
    w.clock.advance({ hours: -24 })
  })

  it('would get the very same bytes a while later', async () => {
    for (const path of ['/books.xlsx?title=x', '/books.json?title=x', '/books?limit=5']) {
      const first = await get(path)
      w.clock.advance({ minutes: 10 })
      const later = await get(path)
      w.clock.advance({ minutes: -10 })
      expect(later.headers.etag, path).toBe(first.headers.etag)
      expect(later.body.equals(first.body), path).toBe(true)
    }
  })

  it('learns by HEAD what it would get', async () => {
    for (const path of ['/books.csv', '/books.xlsx', '/books?limit=3', '/books/a0']) {
      const whole = path.includes('.') ? null : await get(path)
      const head = await site.raw('HEAD', `/api/v1${path}`)
      expect([head.status, head.body.length]).toEqual([200, 0])
      if (whole) expect(head.headers['content-length']).toBe(String(whole.body.length))
    }
  })

  it('may be another site', async () => {
    const { status, headers } = await site.raw('OPTIONS', '/api/v1/books', {
      Origin: 'https://example.org',
      'Access-Control-Request-Method': 'GET',
    })
    expect([status, headers['access-control-allow-origin']]).toEqual([204, '*'])
    const personal = await get('/books?limit=1', { Authorization: 'Bearer kim' })
    expect(personal.headers['cache-control']).toBe('private, no-store')
  })
})

describe('a file that breaks on the way', () => {
  it('never looks whole', async () => {
    const [books] = shelf.datasets ?? []
    let asked = 0
    const breaking = {
      ...shelf,
      datasets: [
        {
          ...books,
          read: (...args: Parameters<NonNullable<typeof books>['read']>) => {
            asked += 1
            if (asked > 2) throw new Error('the disk is gone')
            return (books as NonNullable<typeof books>).read(...args)
          },
        },
      ],
    } as typeof shelf
    const broken = await openSite({ ...w, features: [breaking] })
    for (const ending of ['csv', 'ndjson', 'json', 'xlsx']) {
      for (const encoding of ['identity', 'gzip']) {
        asked = 0
        const answer = broken.raw('GET', `/api/v1/books.${ending}`, { 'Accept-Encoding': encoding })
        await expect(answer, `${ending} ${encoding}`).rejects.toThrow(/aborted|socket hang up/)
      }
    }
    asked = 3
    expect((await broken.raw('GET', '/api/v1/books')).status).toBe(500)
    await broken.close()
  })

  it('is read as it stood when it began', async () => {
    const held = await holding('/books.ndjson')
    await put('zz', 'came later')
    const bytes = await held.take()
    const later = await get('/books.ndjson')
    expect(later.body.length - bytes).toBe(
      (later.body.toString().split('\n').at(-2)?.length as number) + 1,
    )
  })
})

describe('many downloads', () => {
  it('are so many at once, and the next is asked to come again', async () => {
    const held = [await holding('/books.csv'), await holding('/books.json')]
    const refused = await get('/books.csv', { 'Accept-Language': 'fr' })
    expect([refused.status, refused.headers['retry-after']]).toEqual([503, '5'])
    expect(JSON.parse(refused.body.toString()).detail).toMatch(/^De nombreux téléchargements/)
    expect((await get('/books?limit=1')).status).toBe(200)
    for (const one of held) one.leave()
    await expect.poll(async () => (await get('/books.csv?title=x')).status).toBe(200)
  })

  it('hold no more than a page each, however slowly they are taken', async () => {
    collectGarbage()
    const before = process.memoryUsage()
    const held = await holding('/books.ndjson')
    await sleep(500)
    collectGarbage()
    const { rss, heapUsed } = process.memoryUsage()
    expect(heapUsed - before.heapUsed).toBeLessThan(30e6)
    expect(rss - before.rss).toBeLessThan(100e6)
    expect(await held.take()).toBeGreaterThan(10e6)
  })

  it('read no page before it is wanted', async () => {
    const [books] = shelf.datasets ?? []
    const pages = pagesOf(w.read, books as NonNullable<typeof books>, {
      filters: {},
      sort: null,
      after: null,
      limit: 1,
      only: null,
      asOf: null,
      day: '2021-12-07',
      language: 'en',
    })
    const first = await pages.next()
    expect(first.value).toHaveLength(1000)
    await pages.return(undefined)
  })
})
