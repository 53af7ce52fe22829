import { type Element, element } from '../../kernel/documents/markup.ts'
import type { Language } from '../../kernel/language.ts'
import { hrefOf } from '../../ui/navigation.tsx'

/** Where a map is printed: for whom, and under which origin. */
interface Place {
  language: Language
  origin: string
}

const SITEMAPS = 'http://www.sitemaps.org/schemas/sitemap/0.9'

/** How many addresses one map holds; the protocol allows 50,000. */
export const IN_ONE_MAP = 20_000

const located = (name: 'url' | 'sitemap', { origin, language }: Place, address: string) =>
  element(name, {}, [element('loc', {}, origin + hrefOf(language, address))])

/** The map of some addresses (sitemaps.org, version 0.9). */
export const sitemap = (place: Place, addresses: readonly string[]): Element =>
  element(
    'urlset',
    { xmlns: SITEMAPS },
    addresses.map((address) => located('url', place, address)),
  )

/** The map of the maps: one of the pages, and as many as the pledges need. */
export const sitemapIndex = (place: Place, pledges: number): Element => {
  const maps = Array.from({ length: Math.ceil(pledges / IN_ONE_MAP) }, (_, i) => i + 1)
  return element('sitemapindex', { xmlns: SITEMAPS }, [
    located('sitemap', place, '/sitemap-pages.xml'),
    ...maps.map((number) => located('sitemap', place, `/sitemap-pledges-${number}.xml`)),
  ])
}
