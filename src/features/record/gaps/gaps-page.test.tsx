import { describe, expect, it } from 'vitest'
import { LANGUAGES, type Language } from '../../../kernel/language.ts'
import { printTable } from '../../../platform/picture/resources.ts'
import {
  overTheWire,
  shippedCapabilities,
  shippedEditions,
  shippedLedger,
  shippedPapers,
  shippedParties,
} from '../../../testing/record.ts'
import { type GapsFacts, shownOn } from './facts.ts'
import { gapsChart } from './gaps-chart.tsx'
import { GapsPage } from './gaps-page.tsx'

const FACTS: GapsFacts = {
  papers: shippedPapers(),
  entries: shippedLedger(),
  editions: shippedEditions().filter(({ kind }) => kind === 'summit' || kind === 'ministerial'),
  names: new Map(shippedCapabilities().map(({ code, names }) => [code, names])),
  parties: new Map(shippedParties().map((party) => [party.code, party])),
  accepted: new Map(),
}
const TODAY = '2026-02-06'
const page = (language: Language, facts = FACTS) =>
  `${GapsPage({ language, facts: shownOn(facts, TODAY) })}`
const plain = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
/** The row of the table of families that is about one. */
const rowOf = (html: string, family: string) => {
  const from = html.indexOf(`<span id="${family}">`)
  return html.slice(from, html.indexOf('</tr>', from))
}
const csv = (language: Language, facts = FACTS) =>
  printTable(gapsChart(language, shownOn(facts, TODAY)))
    .replace(/^\uFEFF/, '')
    .split('\r\n')

describe('the page of gaps', () => {
  it('answers for how long aviation has been short, and who said so', () => {
    const row = plain(rowOf(page('en'), 'aviation'))
    expect(row).toContain('September 2015 – December 2023 8 texts')
    expect(row).toContain('Global Observatory · UN Secretariat · Press')
    expect(plain(rowOf(page('fr'), 'aviation'))).toContain('septembre 2015 – décembre 2023')
  })

  it('gives the same in its CSV, with days as they are written in files', () => {
    const [head, ...rows] = csv('en')
    expect(head).toMatch(/^Family of capabilities,Code,First named,Last named,Texts that name it,/)
    expect(rows.find((row) => row.startsWith('Aviation,'))).toMatch(
      /^Aviation,aviation,2015-09,2023-12,8,99,/,
    )
  })

  it('says of both gaps of every family that they are unknown, and never zero', () => {
    const html = page('en')
    for (const code of FACTS.names.keys()) {
      const row = plain(rowOf(html, code))
      if (html.includes(`<span id="${code}">`)) expect(row).toMatch(/unknown unknown\s*$/)
    }
    expect(plain(html).match(/Unknown for every family/g)).toHaveLength(2)
    expect(csv('en').every((row) => row === '' || row.endsWith(',,') || row.endsWith('gap'))).toBe(
      true,
    )
  })

  it('opens the list behind every number', () => {
    const row = rowOf(page('en'), 'aviation')
    expect(row).toContain(
      'href="/en/record/count?rule=pledges&amp;capability=aviation&amp;since=2015-09">28 pledges',
    )
    expect(row).toContain('since=2015-09&amp;known=delivered"')
    const bare = row.replace(/<a [^>]*>[^<]*<\/a>/g, '').replace(/<[^>]+>/g, ' ')
    expect(bare.replace(/September 2015|December 2023|8 texts/g, '')).not.toMatch(/\d/)
  })

  it('says what had been named before each edition, and marks the answers as our reading', () => {
    const html = page('en')
    const editions = html.slice(html.indexOf('id="editions"'), html.indexOf('id="texts"'))
    expect(plain(editions)).toContain('our reading')
    expect(editions).toContain('edition=seoul2021&amp;capability=aviation"')
    const berlin = plain(editions.slice(editions.indexOf('/en/berlin2025')))
    expect(berlin).toMatch(/March 2025\s*: types not stated in public/)
    expect(berlin).not.toContain('nothing named')
  })

  it('draws no text whose types are not stated, but lists it', () => {
    const html = page('en')
    const texts = html.slice(html.indexOf('id="texts"'))
    for (const { id } of FACTS.papers) expect(texts).toContain(`/en/requirements/${id}"`)
    expect(plain(texts)).toContain('texts in our sources: 16; of these state types: 11')
  })

  it('names families in the alphabet of the page where they were named on one day', () => {
    const order = (language: Language) =>
      csv(language)
        .slice(1, 5)
        .map((row) => /(?:^"[^"]*"|^[^,]*),([^,]+)/.exec(row)?.[1])
    expect(order('en')).toEqual(['pisr', 'medical', 'engineering', 'readiness'])
    expect(new Set(order('fr'))).toEqual(new Set(order('en')))
    expect(order('fr')).not.toEqual(order('en'))
  })

  it('stands where nothing is known', () => {
    const html = page('en', { ...FACTS, papers: [], entries: [] })
    expect(html).toContain('There is nothing to draw')
  })

  it.each(LANGUAGES)('is whole and small in every language (%s)', (language) => {
    const html = page(language)
    expect(html).not.toContain('undefined')
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((found) => found[1])
    expect(new Set(ids).size).toBe(ids.length)
    expect(overTheWire(html)).toBeLessThan(12_000)
  })
})
