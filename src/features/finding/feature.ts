import { z } from 'zod'
import type { Element } from '../../kernel/documents/markup.ts'
import { printXml } from '../../platform/export/xml.ts'
import { feature } from '../../platform/feature.ts'
import { resource } from '../../platform/http/page.ts'
import { browserSearch } from './browser-search.print.ts'
import { addressesOfPages, addressesOfPledges, countOfPledges } from './queries.ts'
import { IN_ONE_MAP, sitemap, sitemapIndex } from './sitemap.print.ts'
import { say } from './words.ts'

const Nothing = z.object({})
const XML = 'application/xml; charset=utf-8'

/** Pages that are there whatever the database holds. */
const ALWAYS = [
  '/',
  '/parties',
  '/capabilities',
  '/requirements',
  '/gaps',
  '/partnerships',
  '/partnerships/example',
  '/pledges',
  '/record',
  '/record/ages',
  '/record/published',
  '/record/map',
  '/record/flow',
  '/record/reports',
  '/record/rules',
]

const index = resource('finding.sitemap', {
  path: '/sitemap.xml',
  type: XML,
  params: Nothing,
  query: Nothing,
  topics: () => ['pledges'],
  read: async (db) => ({ pledges: await countOfPledges(db) }),
  render: ({ pledges }, viewer) => printXml(sitemapIndex(viewer, pledges)),
})

const pages = resource('finding.sitemap-pages', {
  path: '/sitemap-pages.xml',
  type: XML,
  params: Nothing,
  query: Nothing,
  topics: () => ['conferences', 'parties', 'capabilities', 'requirements'],
  read: addressesOfPages,
  render: (addresses, viewer) => printXml(sitemap(viewer, [...ALWAYS, ...addresses])),
})

const pledges = resource('finding.sitemap-pledges', {
  path: '/sitemap-pledges-:number.xml',
  type: XML,
  params: z.object({ number: z.coerce.number().int().min(1).max(5000) }),
  query: Nothing,
  topics: () => ['pledges'],
  async read(db, { params: { number } }) {
    const after = (number - 1) * IN_ONE_MAP
    const addresses = await addressesOfPledges(db, { after, limit: IN_ONE_MAP })
    return addresses.length > 0 ? addresses : null
  },
  render: (addresses, viewer) => printXml(sitemap(viewer, addresses)),
})

const search = resource('finding.browser-search', {
  path: '/opensearch.xml',
  type: 'application/opensearchdescription+xml; charset=utf-8',
  params: Nothing,
  query: Nothing,
  topics: () => [],
  read: async () => ({}),
  render: (_, { language, origin }) => printXml(browserSearch(language, origin) satisfies Element),
})

/** What helps strangers to find a page: maps for search engines, and the search of a browser's address bar. */
export const finding = feature('finding', { say, resources: [index, pages, pledges, search] })
