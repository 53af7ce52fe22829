import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../kernel/language.ts'
import { type OpenSite, openSite } from '../../testing/web/site.ts'
import { world } from '../../testing/world.ts'

const here = await world({ shipped: true })
let site: OpenSite
beforeAll(async () => {
  site = await openSite(here)
})
afterAll(async () => {
  await site.close()
  await here.close()
})
const text = async (address: string) => (await site.get(address)).text()
const addressesIn = (xml: string) =>
  [...xml.matchAll(/<loc>http:\/\/plenum\.test([^<]*)<\/loc>/g)].map((match) => match[1] as string)

describe('a search engine', () => {
  it('is told by robots.txt where the maps are, in each language', async () => {
    const robots = await text('/robots.txt')
    for (const language of LANGUAGES) {
      expect(robots).toContain(`Sitemap: http://plenum.test/${language}/sitemap.xml`)
    }
  })

  it('finds every page by the maps, and every address on them leads somewhere', async () => {
    const maps = addressesIn(await text('/ru/sitemap.xml'))
    expect(maps).toEqual(['/ru/sitemap-pages.xml', '/ru/sitemap-pledges-1.xml'])
    const pages = addressesIn(await text('/ru/sitemap-pages.xml'))
    const pledges = addressesIn(await text('/ru/sitemap-pledges-1.xml'))
    expect(pledges).toHaveLength(258)
    expect(new Set([...pages, ...pledges]).size).toBe(pages.length + pledges.length)
    const some = [...pages.filter((_, i) => i % 12 === 0), ...pledges.slice(0, 3)]
    for (const address of some) expect((await site.get(address)).status, address).toBe(200)
  })

  it('is told no map that holds nothing', async () => {
    expect((await site.get('/ru/sitemap-pledges-2.xml')).status).toBe(404)
    expect((await site.get('/ru/sitemap-pledges-x.xml')).status).toBe(404)
  })
})

describe('a browser', () => {
  it('learns on every page how to search from its address bar', async () => {
    expect(await text('/zh/parties')).toContain('href="/zh/opensearch.xml"')
    const description = await text('/zh/opensearch.xml')
    expect(description).toContain('template="http://plenum.test/zh/pledges?q={searchTerms}"')
    expect(description).toContain('<ShortName>Plenum</ShortName>')
  })
})
