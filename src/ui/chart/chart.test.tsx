import { describe, expect, it } from 'vitest'
import { bars } from './bars.tsx'
import { Chart } from './chart.tsx'
import type { Charted } from './charted.ts'

const CHARTED: Charted = {
  title: 'Most units are infantry',
  description: 'Infantry is twice as often named as police.',
  picture: bars({ language: 'fr', rows: [{ label: 'Infanterie', said: '1 200', low: 1200 }] }),
  rule: 'Un engagement compte une fois.',
  sample: 'notre échantillon : 27 sur environ 88',
  asOf: '2026-01-01',
  sources: [{ publisher: 'Nations Unies', url: 'https://un.org/x', date: '2025-06', grade: 'A' }],
  table: {
    columns: ['Famille', 'Engagements', 'Unités'],
    rows: [
      ['Infanterie', 1200, { value: 14, href: '/fr/pledges?capability=infantry' }],
      ['Police', null, 'environ 3'],
    ],
  },
}
const html = `${<Chart id="families" language="fr" of={CHARTED} downloads="/fr/record/families" query="?on=2025" />}`
const words = html
  .replace(/<svg.*<\/svg>/, '')
  .replace(/<[^>]+>/g, ' ')
  .replace(/ +/g, ' ')

describe('a chart in a page', () => {
  it('is named by a sentence that says what is seen', () => {
    expect(html).toMatch(/^<figure class="chart" id="families" aria-labelledby="families-title">/)
    expect(html).toContain('<h3 id="families-title">Most units are infantry</h3>')
    expect(html).toContain('<desc>Infantry is twice as often named as police.</desc>')
  })

  it('says how it was counted, of how much, when, and by whom', () => {
    expect(words).toContain('Règle de décompte\u00A0: Un engagement compte une fois.')
    expect(words).toContain('notre échantillon : 27 sur environ 88 · ')
    expect(words).toContain('1er\u00A0janvier 2026')
    expect(words).toContain('Nations Unies')
  })

  it('has its table, with numbers said, links kept, and what is unknown called so', () => {
    const cells = [...html.matchAll(/<t[dh](?: [^>]*)?>(.*?)<\/t[dh]>/g)].map((match) => match[1])
    expect(cells).toEqual([
      'Famille',
      'Engagements',
      'Unités',
      'Infanterie',
      '1\u202F200',
      '<a href="/fr/pledges?capability=infantry">14</a>',
      'Police',
      'inconnu',
      'environ 3',
    ])
  })

  it('can be taken home as a drawing, a picture and a table, of the same question', () => {
    expect([...html.matchAll(/href="([^"]+)" download/g)].map((match) => match[1])).toEqual([
      '/fr/record/families.svg?on=2025',
      '/fr/record/families.png?on=2025',
      '/fr/record/families.csv?on=2025',
    ])
  })
})
