import { brotliCompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../kernel/language.ts'
import { commandsOf } from '../../platform/command/registry.ts'
import { datasetsOf } from '../../platform/dataset/registry.ts'
import { type OpenSite, openSite } from '../../testing/web/site.ts'
import { type World, world } from '../../testing/world.ts'

let w: World
let site: OpenSite
beforeAll(async () => {
  w = await world({ shipped: true })
  site = await openSite(w)
}, 60_000)
afterAll(async () => {
  await site.close()
  await w.close()
})

const text = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await site.get(path, headers)
  return { answer, html: await answer.text() }
}
const jsonLdIn = (html: string) =>
  JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '{}')
const names = () => [...datasetsOf(w.features).keys()]

describe('the page of open data', () => {
  it.each(LANGUAGES)('has each file one click away, in %s', async (language) => {
    const { answer, html } = await text(`/${language}/data`)
    expect(answer.status).toBe(200)
    for (const name of names()) {
      expect(html).toContain(`href="/api/v1/${name}.csv?language=${language}"`)
    }
    expect(html).toContain(`/data/archive.zip?language=${language}`)
    expect(html).toContain('https://creativecommons.org/licenses/by/4.0/')
    expect(brotliCompressSync(html).length).toBeLessThan(20_000)
  })

  it('says how many rows each has, as the interface does', async () => {
    const { html } = await text('/en/data/parties')
    const { total } = JSON.parse((await text('/api/v1/parties?limit=1')).html)
    expect(html).toContain(`<dd>${total}</dd>`)
    expect((await site.get('/en/data/nothing')).status).toBe(404)
  })

  it('is read with few queries, and kept until something changes', async () => {
    const before = site.costs.length
    await text('/ko/data')
    await text('/ko/data')
    expect(site.costs.slice(before)).toEqual([])
    expect(site.costs.find(({ name }) => name === 'opendata.data')?.queries).toBeLessThan(60)
  })

  it('tells search engines which datasets there are', async () => {
    const { '@type': type, dataset } = jsonLdIn((await text('/fr/data')).html)
    expect([type, dataset.length]).toEqual(['DataCatalog', names().length])
    expect(jsonLdIn((await text('/fr/data/pledges')).html)).toMatchObject({
      '@type': 'Dataset',
      license: 'https://creativecommons.org/licenses/by/4.0/',
      distribution: expect.arrayContaining([
        expect.objectContaining({
          encodingFormat: 'text/csv',
          contentUrl: 'http://plenum.test/api/v1/pledges.csv?language=fr',
        }),
      ]),
    })
  })
})

describe('the reference of the interface', () => {
  it.each(LANGUAGES)('names every dataset and every command, in %s', async (language) => {
    const { answer, html } = await text(`/${language}/api`)
    expect(answer.status).toBe(200)
    for (const name of names()) expect(html).toContain(`GET /api/v1/${name}<`)
    for (const name of commandsOf(w.features).keys()) expect(html).toContain(`>${name}</code>`)
    // A command with alternatives has the fields of all of them.
    expect(html).toContain('kind*, id*, from, classes')
    expect(html).not.toContain('<script src="http')
    expect(brotliCompressSync(html).length).toBeLessThan(30_000)
  })

  it('has examples that can be asked', async () => {
    const { html } = await text('/en/api')
    const examples = [...html.matchAll(/href="(\/api\/v1\/[a-z-]+\?[^"]+)"/g)].map(([, one]) => one)
    expect(examples.length).toBeGreaterThan(20)
    for (const example of new Set(examples)) {
      expect((await site.get((example as string).replaceAll('&amp;', '&'))).status, example).toBe(
        200,
      )
    }
  })
})

describe('what catalogues read', () => {
  it('is a data package of every dataset, with the type of every column', async () => {
    const { answer, html } = await text('/data/datapackage.json')
    const described = JSON.parse(html)
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(described.resources.map(({ name }: { name: string }) => name)).toEqual(names())
    const pledges = described.resources.find(({ name }: { name: string }) => name === 'pledges')
    expect(pledges.schema).toMatchObject({ primaryKey: ['id'], missingValues: [''] })
    expect(
      pledges.schema.fields.find(({ name }: { name: string }) => name === 'quantity_value'),
    ).toMatchObject({
      type: 'number',
    })
    const shares = described.resources.find(({ name }: { name: string }) => name === 'shares')
    expect(shares.schema.foreignKeys).toEqual([
      { fields: ['pledge'], reference: { resource: 'pledges', fields: ['id'] } },
    ])
  })

  it('is a catalogue in DCAT, with four forms of each dataset', async () => {
    const { answer, html } = await text('/data/catalog.jsonld')
    expect(answer.headers.get('content-type')).toBe('application/ld+json; charset=utf-8')
    const catalogue = JSON.parse(html)
    expect(catalogue['@type']).toBe('dcat:Catalog')
    for (const dataset of catalogue['dcat:dataset']) {
      expect(dataset['dct:title']).toHaveLength(LANGUAGES.length)
      expect(dataset['dcat:distribution']).toHaveLength(4)
    }
  })

  it('is an archive whose address tells its name', async () => {
    const answer = await site.raw('GET', '/data/archive.zip?language=ar')
    expect(answer.headers['content-disposition']).toBe(
      'attachment; filename="plenum-2021-12-07.zip"',
    )
    expect(answer.body.subarray(0, 2).toString()).toBe('PK')
    expect(answer.body.length).toBeGreaterThan(100_000)
  })
})

describe('a part to embed', () => {
  const widgets = ['/widgets/seoul2021/programme', '/widgets/parties/KOR/pledges', '/widgets/gaps']

  it.each(widgets)('may be framed by any site, and runs nothing: %s', async (address) => {
    for (const language of LANGUAGES) {
      const { answer, html } = await text(`/${language}${address}`)
      expect(answer.status, language).toBe(200)
      const policy = answer.headers.get('content-security-policy') ?? ''
      expect(policy).toMatch(
        /^default-src 'none'; style-src 'sha256-[\w+/=]+'; img-src 'self' data:;/,
      )
      expect(policy).toContain('frame-ancestors *')
      expect(policy).not.toContain('script-src')
      expect(answer.headers.get('x-frame-options')).toBeNull()
      expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
      expect(html).not.toContain('<script')
      expect(html).toMatch(new RegExp(`^<!doctype html><html lang="${language}"`))
      expect(Buffer.byteLength(html)).toBeLessThan(15_000)
      expect(html).toContain(`href="http://plenum.test/${language}/`)
    }
  })

  it('without a language is in the reader’s own', async () => {
    const answer = await site.get('/widgets/seoul2021/programme', {
      'Accept-Language': 'ru-RU, en',
    })
    expect([answer.status, answer.headers.get('location'), answer.headers.get('vary')]).toEqual([
      302,
      '/ru/widgets/seoul2021/programme',
      'Accept-Language',
    ])
  })

  it('is the only thing that may be framed', async () => {
    for (const path of [
      '/en/widgets',
      '/en/seoul2021/programme',
      '/en/data',
      '/en/widgets/nowhere1/programme',
    ]) {
      const { headers } = await site.get(path)
      expect(headers.get('content-security-policy'), path).toContain("frame-ancestors 'none'")
      expect(headers.get('x-frame-options'), path).toBe('DENY')
    }
  })

  it('shows a line for a page of one’s own', async () => {
    const { html } = await text('/es/widgets')
    expect(html).toContain(
      '&lt;iframe src=&quot;http://plenum.test/es/widgets/seoul2021/programme&quot;',
    )
  })

  it('of the gaps shows a picture that is there', async () => {
    const { html } = await text('/ar/widgets/gaps')
    const src = /<img src="([^"]+)"/.exec(html)?.[1] ?? ''
    const picture = await site.get(src)
    expect([picture.status, picture.headers.get('content-type')]).toEqual([
      200,
      'image/svg+xml; charset=utf-8',
    ])
  })
})
