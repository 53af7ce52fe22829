import { brotliCompressSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { LANGUAGES } from '../../kernel/language.ts'
import { type OpenSite, openSite } from '../../testing/web/site.ts'
import { type World, world } from '../../testing/world.ts'

/** Bytes of a page as it travels, without the styles and scripts that all pages share. */
const LARGEST_PAGE = 16 * 1024

/** What a page asks the database, also where it has all that it may have. */
const QUERIES = {
  '/pledges': { 'pledges.pledges': 12 },
  '/pledges?q=helicopter&edition=seoul2021&order=reported': { 'pledges.pledges': 18 },
  '/pledges/KOR-2021-01': { 'pledges.pledge': 21 },
  '/record': { 'record.record': 8 },
  '/record/ages': { 'record.ages': 7 },
  '/record/published': { 'record.published': 7 },
  '/record/count?rule=quantities&party=KOR&category=2021.training': { 'record.count': 5 },
} as const

let here: World
let site: OpenSite
beforeAll(async () => {
  here = await world({ shipped: true })
  site = await openSite(here)
  // The ledger is read by whoever asks first.
  await site.get('/en/record/count?rule=money')
}, 60_000)
afterAll(async () => {
  await site.close()
  await here.close()
})

it.each(Object.entries(QUERIES))('%s is small and asks little', async (page, queries) => {
  const sizes = []
  for (const language of LANGUAGES) {
    const before = site.costs.length
    const response = await site.get(`/${language}${page}`)
    expect(response.status).toBe(200)
    sizes.push(brotliCompressSync(await response.text()).length)
    const costs = site.costs.slice(before)
    expect(Object.fromEntries(costs.map((cost) => [cost.name, cost.queries]))).toEqual(queries)
  }
  expect(Math.max(...sizes)).toBeLessThan(LARGEST_PAGE)
})
