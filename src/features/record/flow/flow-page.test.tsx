import { describe, expect, it } from 'vitest'
import { LANGUAGES, type Language } from '../../../kernel/language.ts'
import { printTable } from '../../../platform/picture/resources.ts'
import {
  overTheWire,
  shippedCapabilities,
  shippedEditions,
  shippedLedger,
  shippedPapers,
} from '../../../testing/record.ts'
import { printAlone } from '../../../ui/chart/alone.tsx'
import type { NeedFacts } from '../gaps/facts.ts'
import { flowChart, flowOn } from './flow-chart.tsx'
import { FlowPage } from './flow-page.tsx'
import { FlowWish } from './streams.ts'

const NEEDS: NeedFacts = {
  papers: shippedPapers(),
  entries: shippedLedger(),
  editions: shippedEditions().filter(({ kind }) => kind === 'summit' || kind === 'ministerial'),
  names: new Map(shippedCapabilities().map(({ code, names }) => [code, names])),
}
const facts = (wish: object = {}) => flowOn(NEEDS, FlowWish.parse(wish), '2026-02-06')
const page = (language: Language, wish?: object) => `${FlowPage({ language, facts: facts(wish) })}`
const plain = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

describe('the flow from needs to partners', () => {
  it('marks the answers as our reading, with its rule', () => {
    const text = plain(page('en'))
    expect(text).toContain('a pledge answers a need if it is of the same family')
    expect(text).toContain('our reading')
  })

  it('opens the list behind every number', () => {
    const html = page('en', { capability: 'aviation' })
    expect(html).toContain(
      '/en/record/count?rule=pledges&amp;edition=seoul2021&amp;capability=aviation"',
    )
    expect(html).toContain('edition=seoul2021&amp;capability=aviation&amp;role=equipment"')
  })

  it('says in its title, its form and its files what was chosen', () => {
    const html = page('fr', { edition: 'seoul2021', capability: 'aviation' })
    expect(plain(html)).toMatch(/3 engagements de notre échantillon .* · Séoul 2021 · Aviation/)
    expect(html).toContain('<option value="aviation" selected="">')
    expect(html).toContain('/fr/record/flow.svg?edition=seoul2021&amp;capability=aviation"')
  })

  it('has families in the alphabet of the page, editions by date', () => {
    const first = (language: Language) =>
      printTable(flowChart(language, facts())).split('\r\n')[1]?.split(',').slice(1, 3)
    expect(first('en')).toEqual(['Aviation', 'New York 2015'])
    expect(first('ru')?.[0]).not.toBe(first('ar')?.[0])
  })

  it('says plainly where nothing answers', () => {
    expect(page('en', { edition: 'london2016', capability: 'aviation' })).toContain(
      'There is nothing to draw',
    )
  })

  it('can be taken away as a picture that says how it was counted', () => {
    const chart = flowChart('es', facts())
    expect(plain(printAlone(chart, { language: 'es' }))).toContain(chart.rule)
  })

  it.each(LANGUAGES)('is whole and small in every language (%s)', (language) => {
    const html = page(language)
    expect(html).not.toContain('undefined')
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((found) => found[1])
    expect(new Set(ids).size).toBe(ids.length)
    expect(overTheWire(html)).toBeLessThan(15_000)
  })
})
