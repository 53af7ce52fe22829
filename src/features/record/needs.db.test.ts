import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../kernel/actor.ts'
import { LANGUAGES } from '../../kernel/language.ts'
import { type OpenSite, openSite } from '../../testing/web/site.ts'
import { world } from '../../testing/world.ts'
import { reportDelivery } from '../pledges/history.commands.ts'
import { PledgeId } from '../pledges/model.ts'

const here = await world({ shipped: true })
let site: OpenSite
beforeAll(async () => {
  site = await openSite(here)
}, 60_000)
afterAll(async () => {
  await site.close()
  await here.close()
})

const SECRETARIAT: Actor = {
  kind: 'account',
  id: 'secretariat',
  grants: [{ role: 'un-secretariat', conference: '*' }],
}
const PAGES = ['/gaps', '/record/map', '/record/flow', '/record/reports']
const text = async (address: string) => (await site.get(address)).text()
const linesOf = async (address: string) => (await text(address)).trim().split('\r\n')
const numberIn = (html: string) => /<p class="figure-value">([\d\s,.]+)<\/p>/.exec(html)?.[1]

describe('a scholar can answer, with a link and a file', () => {
  it('for how long aviation has been short', async () => {
    expect(await text('/en/gaps')).toContain('September 2015 – December 2023')
    const aviation = (await linesOf('/en/gaps.csv')).find((line) => line.startsWith('Aviation,'))
    expect(aviation).toMatch(/^Aviation,aviation,2015-09,2023-12,8,99,/)
  })

  it('of how many pledges of each edition nothing was found', async () => {
    const rows = await linesOf('/en/record/reports.csv')
    expect(rows[0]).toBe(
      'Edition,Pledges,a dated public report was found,no report found in our sources',
    )
    expect(rows).toContain('Seoul 2021,32,11,21')
  })
})

describe('needs, States and last reports', () => {
  it.each(LANGUAGES)('can be read in %s', async (language) => {
    for (const page of PAGES) {
      const response = await site.get(`/${language}${page}`)
      expect([page, response.status]).toEqual([page, 200])
      expect(await response.text()).not.toMatch(/undefined|NaN|\[object/)
    }
  })

  it('can be taken away as pictures and tables', async () => {
    const typeOf = async (address: string) => {
      const response = await site.get(address)
      return [response.status, response.headers.get('content-type')?.split(';')[0]]
    }
    for (const page of PAGES) {
      expect(await typeOf(`/ar${page}.svg?edition=seoul2021`)).toEqual([200, 'image/svg+xml'])
      expect(await typeOf(`/ar${page}.csv?capability=aviation`)).toEqual([200, 'text/csv'])
    }
    expect(await typeOf('/fr/gaps.png')).toEqual([200, 'image/png'])
  })

  it('say in a file where the page is that shows it, with what was chosen', async () => {
    expect(await text('/en/record/map.svg?edition=seoul2021')).toContain(
      'http://plenum.test/en/record/map?edition=seoul2021<',
    )
    expect(await text('/en/record/reports.svg?page=2&party=KOR')).toContain(
      'http://plenum.test/en/record/reports?party=KOR<',
    )
  })

  it('print the number that its count opens', async () => {
    const map = await text('/en/record/map?edition=seoul2021')
    const [, address = '', number] = /href="([^"]*party=KOR[^"]*)">(\d+)<\/a>/.exec(map) ?? []
    expect(numberIn(await text(address.replaceAll('&amp;', '&')))).toBe(number)
    const flow = await text('/en/record/flow')
    const [, parts = '', through] = /href="([^"]*role=training[^"]*)">(\d+)<\/a>/.exec(flow) ?? []
    expect(numberIn(await text(parts.replaceAll('&amp;', '&')))).toBe(through)
  })

  it('ask the database little', async () => {
    for (const page of PAGES) await text(`/es${page}?again=${page}`)
    const queries = Object.fromEntries(
      ['gaps', 'map', 'flow', 'reports'].map((name) => [
        name,
        site.costs.findLast((cost) => cost.name === `record.${name}`)?.queries,
      ]),
    )
    expect(queries).toEqual({ gaps: 7, map: 11, flow: 6, reports: 15 })
  })

  it('pass over what an address cannot mean', async () => {
    const odd = '?edition=../x&capability=&party=nobody&page=-1&none=last'
    for (const page of PAGES) expect((await site.get(`/en${page}${odd}`)).status).toBe(200)
  })

  it('tell of a report as soon as it is there', async () => {
    const page = '/en/record/reports?edition=berlin2025'
    expect(await text(page)).not.toContain('2026-01-15')
    here.clock.turnTo('2026-03-01T00:00:00Z')
    const { text: after } = await site.until(
      page,
      () =>
        here.perform(SECRETARIAT, reportDelivery, {
          pledge: PledgeId.parse('PHL-2025-01'),
          event: { stage: 'preparing', on: '2026-01-15', voice: 'secretariat', source: null },
        }),
      'datetime="2026-01-15"',
    )
    expect(after).toContain('the United Nations<small class="block">reported in Plenum</small>')
  })
})
