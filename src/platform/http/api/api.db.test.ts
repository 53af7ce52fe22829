import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { OPERATOR } from '../../../kernel/actor.ts'
import { type Book, buildShelf, putBook, shelf } from '../../../testing/web/shelf.ts'
import { type OpenSite, openSite } from '../../../testing/web/site.ts'
import { type World, world } from '../../../testing/world.ts'

let w: World
let site: OpenSite

const put = (book: Partial<Book> & { id: string }) =>
  w.perform(OPERATOR, putBook as never, {
    title: null,
    price: null,
    pages: null,
    printed: null,
    tags: [],
    notes: [],
    ...book,
  })

beforeAll(async () => {
  w = await world({ features: [shelf] })
  await buildShelf(w.database.write)
  await put({ id: 'a1', title: '=Peace', price: '12.50', pages: 300, printed: '2015-09-28' })
  await put({ id: 'a2', title: 'Paix', pages: 20, tags: ['حفظ السلام'] })
  await put({ id: 'b/3', title: 'Peace', pages: 300, notes: [{ id: 'n1', page: 7, words: 'so' }] })
  await put({ id: 'c4' })
  site = await openSite(w)
})
afterAll(async () => {
  await site.close()
  await w.close()
})

const ask = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await site.raw('GET', `/api/v1${path}`, headers)
  return { ...answer, json: () => JSON.parse(answer.body.toString()) }
}
const idsOf = (answer: { json(): { data: { id: string }[] } }) =>
  answer.json().data.map(({ id }) => id)

describe('a page of a dataset', () => {
  it('says what it is, under which terms, and how many rows there are', async () => {
    const answer = await ask('/books?language=fr')
    expect(answer.status).toBe(200)
    expect(answer.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'content-language': 'fr',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    })
    expect(answer.json()).toMatchObject({
      dataset: 'books',
      title: 'Books (fr)',
      language: 'fr',
      as_of: '2021-12-07',
      licence: { name: 'CC-BY-4.0' },
      notice: expect.stringContaining('Échantillon'),
      total: 4,
      cursor: null,
    })
    expect(answer.json().data[0]).toEqual({
      id: 'a1',
      shelf_said: 'shelf/fr/2021-12-07',
      title: '=Peace',
      price: 12.5,
      pages: 300,
      printed: '2015-09-28',
      tags: [],
    })
    expect(answer.body.toString()).toContain('"price":12.50,')
  })

  it('leads to the next, in every order, and each row comes once', async () => {
    const orders: Record<string, string[]> = {
      '': ['a1', 'a2', 'b/3', 'c4'],
      id: ['a1', 'a2', 'b/3', 'c4'],
      '-id': ['c4', 'b/3', 'a2', 'a1'],
      pages: ['a2', 'a1', 'b/3', 'c4'],
      '-pages': ['a1', 'b/3', 'a2', 'c4'],
      title: ['a1', 'a2', 'b/3', 'c4'],
      '-printed': ['a1', 'a2', 'b/3', 'c4'],
    }
    for (const [sort, ids] of Object.entries(orders)) {
      const seen: string[] = []
      let next: string | null = `/books?limit=1${sort && `&sort=${sort}`}`
      for (let page = 0; next !== null && page < 9; page++) {
        const answer = await ask(next.replace(/^.*\/api\/v1/, ''))
        expect(answer.json().total).toBe(4)
        seen.push(...idsOf(answer))
        next = answer.json().links.next
        const link = /<([^>]+)>; rel="next"/.exec(String(answer.headers.link))?.[1] ?? null
        expect(link).toBe(next)
      }
      expect(seen, sort).toEqual(ids)
    }
  })

  it('holds what was filtered for', async () => {
    expect(idsOf(await ask('/books?title=Peace'))).toEqual(['b/3'])
    expect((await ask('/books?title=Peace')).json().total).toBe(1)
    expect(idsOf(await ask('/books?title=%D8%AD'))).toEqual([])
  })

  it('is as of a day where the data are kept by day', async () => {
    const { as_of, data } = (await ask('/books?as_of=2019-03-01')).json()
    expect([as_of, data[0].shelf_said]).toEqual(['2019-03-01', 'shelf/en/2019-03-01'])
  })

  it('is in the language of the caller, unless the address says another', async () => {
    const spoken = async (path: string, header: string) =>
      (await ask(path, { 'Accept-Language': header })).json().language
    expect(await spoken('/books', 'ar, en;q=0.5')).toBe('ar')
    expect(await spoken('/books?language=ko', 'ar')).toBe('ko')
  })
})

describe('one record', () => {
  it('stands at the address of its key, whatever is in that', async () => {
    expect((await ask('/books/b%2F3')).json().data).toMatchObject({ id: 'b/3', title: 'Peace' })
    expect((await ask('/notes/n1')).json().data).toEqual({
      id: 'n1',
      book: 'b/3',
      page: 7,
      words: 'so',
    })
  })

  it('that there is not is a problem in the words of the caller', async () => {
    const answer = await ask('/books/zz', { 'Accept-Language': 'es' })
    expect([answer.status, answer.headers['content-type']]).toEqual([
      404,
      'application/problem+json; charset=utf-8',
    ])
    expect(answer.json()).toMatchObject({
      type: '/problems/platform.unknown-record',
      detail: 'El conjunto de datos no tiene ningún registro con este identificador.',
      instance: '/api/v1/books/zz',
    })
  })
})

describe('a parameter that is wrong', () => {
  it.each([
    ['/books?limit=1000000000', 'limit', 'input.too-large'],
    ['/books?limit=0', 'limit', 'input.too-small'],
    ['/books?limit=-1', 'limit', 'input.malformed'],
    ['/books?limit=9e9', 'limit', 'input.malformed'],
    ['/books?sort=words', 'sort', 'input.not-sortable'],
    ['/books?sort=__proto__', 'sort', 'input.not-sortable'],
    ["/books?sort=id'--", 'sort', 'input.not-sortable'],
    ['/books?as_of=2021-13-40', 'as_of', 'input.not-a-day'],
    ['/books?as_of=2035-01-01', 'as_of', 'input.day-to-come'],
    ['/notes?as_of=2020-01-01', 'as_of', 'input.not-by-day'],
    ['/books?language=de', 'language', 'input.not-a-choice'],
    ['/books?colour=red', 'colour', 'input.unknown-parameter'],
    ['/books?constructor=1', 'constructor', 'input.unknown-parameter'],
    ['/books?limit=1&limit=2', 'limit', 'input.given-twice'],
    ['/books?title=%00', 'title', 'input.malformed'],
    [`/books?title=${'x'.repeat(41)}`, 'title', 'input.malformed'],
    ['/books?cursor=nonsense!', 'cursor', 'input.foreign-cursor'],
    ['/books.csv?limit=5', 'limit', 'input.unknown-parameter'],
    ['/books/a1?title=Peace', 'title', 'input.unknown-parameter'],
  ])('is named: %s', async (path, parameter, code) => {
    const answer = await ask(path, { 'Accept-Language': 'zh' })
    expect(answer.status).toBe(400)
    expect(answer.json()).toMatchObject({
      type: '/problems/platform.unreadable-parameters',
      status: 400,
      errors: [{ parameter, code, detail: expect.stringMatching(/\p{Script=Han}/u) }],
    })
  })

  it('is not the only one that is named', async () => {
    const { errors } = (await ask('/books?limit=0&sort=x&language=de')).json()
    expect(errors.map(({ parameter }: { parameter: string }) => parameter).sort()).toEqual([
      'language',
      'limit',
      'sort',
    ])
  })

  it.each([
    ['another order', '/books?sort=pages&cursor=', ['', 'a1', null]],
    ['text for a number', '/books?sort=pages&cursor=', ['pages', 'a1', 'x']],
    ['an object for a text', '/books?sort=title&cursor=', ['title', 'a1', {}]],
    ['no day', '/books?sort=printed&cursor=', ['printed', 'a1', '2021-99-99']],
    ['a byte that no text has', '/books?cursor=', ['', 'a\0', null]],
    ['too little', '/books?cursor=', ['']],
    ['a number as a key', '/books?cursor=', ['', 7, null]],
  ])('is a forged cursor: %s', async (_, path, content) => {
    const cursor = Buffer.from(JSON.stringify(content)).toString('base64url')
    const answer = await ask(path + cursor)
    expect([answer.status, answer.json().errors?.[0].code]).toEqual([400, 'input.foreign-cursor'])
  })

  it('is none where a cursor names a place that no row has', async () => {
    const cursor = Buffer.from(JSON.stringify(['', "b'; drop table book", null])).toString(
      'base64url',
    )
    expect(idsOf(await ask(`/books?cursor=${cursor}`))).toEqual(['b/3', 'c4'])
  })
})

describe('an address that leads nowhere', () => {
  it.each([
    '/pages',
    '/books.pdf',
    '/books.csv/a1',
    '/BOOKS',
    '/..%2f',
    '/books/%ff',
    '/books/a1/b',
  ])('is a problem: %s', async (path) => {
    const answer = await ask(path)
    expect([answer.status, answer.headers['content-type']]).toEqual([
      404,
      'application/problem+json; charset=utf-8',
    ])
  })

  it('is no way to write', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
      const answer = await site.raw(method, '/api/v1/books')
      expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD, OPTIONS'])
    }
  })
})

describe('the list of datasets', () => {
  it('names them all, and where the interface is described', async () => {
    const { datasets, description } = (await ask('')).json()
    expect(datasets.map(({ name }: { name: string }) => name)).toEqual(['books', 'notes'])
    expect(description).toBe('http://plenum.test/api/v1/openapi.json')
  })
})
