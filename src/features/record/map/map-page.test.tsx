import { describe, expect, it } from 'vitest'
import { LANGUAGES, type Language } from '../../../kernel/language.ts'
import { printTable } from '../../../platform/picture/resources.ts'
import {
  overTheWire,
  shippedCapabilities,
  shippedFacts,
  shippedGroups,
  shippedParties,
} from '../../../testing/record.ts'
import { printAlone } from '../../../ui/chart/alone.tsx'
import type { MapFacts } from './facts.ts'
import { mapChart } from './map-chart.tsx'
import { MapPage } from './map-page.tsx'
import { MapWish } from './presence.ts'

const REGIONAL = shippedGroups().filter(({ kind }) => kind === 'regional-group')
const facts = (wish: object = {}): MapFacts => ({
  ...shippedFacts(),
  wish: MapWish.parse(wish),
  parties: shippedParties(),
  groups: new Map(REGIONAL.map(({ code, names }) => [code, names])),
  regional: REGIONAL.flatMap(({ code, members }) =>
    members.map((one) => ({ ...one, group: code })),
  ),
  names: new Map(shippedCapabilities().map(({ code, names }) => [code, names])),
  today: '2026-02-06',
  day: '2026-02-06',
})
const page = (language: Language, wish?: object) => `${MapPage({ language, facts: facts(wish) })}`
const tilesIn = (html: string) => [
  ...html.matchAll(
    /<a class="tile" href="\/[a-z]{2}\/parties\/([A-Z]{3})"[^>]*aria-label="([^"]*)"/g,
  ),
]
const codesIn = (html: string) => tilesIn(html).map((tile) => tile[1])
const plain = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

describe('the map of States', () => {
  it('has one tile for each Member and observer State, which leads to its page', () => {
    const codes = codesIn(page('en'))
    expect(codes).toHaveLength(195)
    expect(new Set(codes).size).toBe(195)
    expect(codes.slice(-2)).toEqual(['VAT', 'PSE'])
  })

  it('names each tile, and the number that is counted, for whoever hears it', () => {
    const labels = tilesIn(page('fr')).map((tile) => tile[2])
    expect(labels).toContain('KEN 8, Kenya')
    expect(labels).toContain('TUR, Türkiye')
  })

  it('stands in the alphabet of the page, never by numbers', () => {
    expect(codesIn(page('en')).slice(0, 3)).toEqual(['DZA', 'AGO', 'BEN'])
    expect(codesIn(page('fr')).slice(0, 3)).toEqual(['ZAF', 'DZA', 'AGO'])
    const groups = [...page('ru').matchAll(/<p class="label">([^<]+)</g)].map((label) => label[1])
    expect(groups[0]).toBe('Группа государств Азии и Тихого океана')
    expect(groups.at(-1)).toBe('Государства-наблюдатели')
  })

  it('says by one shade whether there is anything, and how that is meant', () => {
    const html = page('en')
    expect(html).not.toMatch(/class="tile [^"]/)
    expect(plain(html)).toContain('presence or absence implies no judgement')
  })

  it('opens the pledges behind each number, with what was chosen', () => {
    expect(page('en', { edition: 'seoul2021' })).toContain(
      '/en/record/count?rule=pledges&amp;edition=seoul2021&amp;party=KOR"',
    )
  })

  it('keeps what was chosen in its form, its title and its files', () => {
    const html = page('en', { edition: 'seoul2021', capability: 'aviation.helicopter' })
    expect(html).toContain('<option value="seoul2021" selected="">')
    expect(html).toContain('<option value="aviation.helicopter" selected="">')
    expect(plain(html)).toMatch(/of our sample · Seoul 2021 · Helicopters?/)
    expect(html).toContain(
      '/en/record/map.csv?edition=seoul2021&amp;capability=aviation.helicopter',
    )
  })

  it('says how many of the States that were published our sample of an edition holds', () => {
    expect(plain(page('en', { edition: 'seoul2021' }))).toMatch(
      /States in our sample: \d+; published: 62 \/ 64/,
    )
    expect(plain(page('en'))).not.toContain('States in our sample:')
  })

  it('lists every State in its file, by name, with its code and its group', () => {
    const rows = printTable(mapChart('fr', facts())).trim().split('\r\n')
    expect(rows).toHaveLength(196)
    expect(rows).toContain('Kenya,KEN,Groupe des États d’Afrique,8')
  })

  it('bears the sentence on designations where it leaves the page', () => {
    const alone = printAlone(mapChart('en', facts()), { language: 'en' })
    expect(plain(alone)).toContain('The designations employed')
  })

  it.each(LANGUAGES)('is whole and small in every language (%s)', (language) => {
    const html = page(language)
    expect(html).not.toContain('undefined')
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((found) => found[1])
    expect(new Set(ids).size).toBe(ids.length)
    expect(overTheWire(html)).toBeLessThan(16_000)
  })
})
