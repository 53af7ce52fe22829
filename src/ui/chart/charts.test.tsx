import { describe, expect, it } from 'vitest'
import { LANGUAGES, type Language } from '../../kernel/language.ts'
import { printAlone } from './alone.tsx'
import { bars } from './bars.tsx'
import { Chart } from './chart.tsx'
import type { Charted } from './charted.ts'
import type { Picture } from './drawing/picture.ts'
import { editionsLine } from './editions-line.tsx'
import { flow } from './flow.tsx'
import { persistence } from './persistence.tsx'
import { stacked } from './stacked.tsx'
import { tileMap } from './tile-map.tsx'
import { timeline } from './timeline.tsx'

const PARTS = [
  { label: 'delivered', filling: 'solid' },
  { label: 'partly delivered', filling: 'hatched' },
  { label: 'known otherwise', filling: 'dotted' },
  { label: 'in preparation', filling: 'tinted' },
  { label: 'at rest', filling: 'barred' },
  { label: 'nothing found in our sources', filling: 'open' },
] as const

const FULL: Record<string, (language: Language) => Picture | null> = {
  bars: (language) =>
    bars({
      language,
      rows: [
        { label: 'Infantry', said: '12', low: 12 },
        { label: 'Aviation', said: '10–14', low: 10, high: 14 },
        { label: 'Police', said: '≥ 40', low: 40, high: null },
      ],
    }),
  stacked: (language) =>
    stacked({
      language,
      parts: PARTS,
      rows: [{ label: 'Seoul', said: '33', counts: [8, 2, 3, 5, 1, 14] }],
    }),
  'editions-line': (language) =>
    editionsLine({
      language,
      parts: PARTS,
      editions: [
        { label: 'Seoul', when: '2021', said: '33', counts: [8, 2, 3, 5, 1, 14], note: '62' },
        { label: 'Accra', when: '2023', said: '0', counts: [0, 0, 0, 0, 0, 0] },
      ],
    }),
  timeline: (language) =>
    timeline({
      language,
      lanes: [
        { label: 'announced', marks: [{ on: '2021-12-07', by: 'pledger' }] },
        { label: 'delivered', marks: [{ on: '2023', label: '6/16', by: 'press', inferred: true }] },
      ],
      turns: [{ label: 'turns', spans: [{ from: '2022-01', until: null, label: 'NOR' }] }],
      moments: [{ on: '2021-12-07', label: 'Seoul' }],
      voices: { pledger: 'the party itself', press: 'press' },
      until: '2026-01-01',
    }),
  persistence: (language) =>
    persistence({
      language,
      papers: ['2014-09', '2015-09', '2017'],
      rows: [{ label: 'Aviation', said: '2/3', named: ['2015-09', '2017'] }],
    }),
  'tile-map': (language) =>
    tileMap({
      language,
      groups: [
        {
          label: 'African States',
          tiles: [{ code: 'KEN', name: 'Kenya', href: '/p/KEN', count: 3 }],
        },
      ],
      counted: 'pledges',
    }),
  flow: (language) =>
    flow({
      language,
      columns: ['needs', 'editions', 'roles'],
      nodes: [
        { id: 'a', column: 0, label: 'Aviation' },
        { id: 's', column: 1, label: 'Seoul' },
        { id: 'u', column: 2, label: 'unit' },
      ],
      links: [
        { from: 'a', to: 's', count: 5 },
        { from: 's', to: 'u', count: 5 },
      ],
    }),
}

const EMPTY: Record<keyof typeof FULL, (language: Language) => Picture | null> = {
  bars: (language) => bars({ language, rows: [] }),
  stacked: (language) => stacked({ language, parts: PARTS, rows: [] }),
  'editions-line': (language) => editionsLine({ language, parts: PARTS, editions: [] }),
  timeline: (language) =>
    timeline({ language, lanes: [{ label: 'a', marks: [] }], voices: {}, until: '2026' }),
  persistence: (language) => persistence({ language, papers: [], rows: [] }),
  'tile-map': (language) => tileMap({ language, groups: [{ label: 'a', tiles: [] }], counted: '' }),
  flow: (language) => flow({ language, columns: ['a', 'b'], nodes: [], links: [] }),
}

const charted = (picture: Picture | null): Charted => ({
  title: 'What is seen',
  picture,
  rule: 'One each.',
  asOf: '2026-01-01',
  table: { columns: ['Name', 'Number'], rows: [['Infantry', 1234]] },
})

const inPage = (name: string, language: Language) =>
  `${<Chart id={name} language={language} of={charted(FULL[name]?.(language) ?? null)} downloads={`/x/${name}`} />}`
const asFile = (name: string, language: Language) =>
  printAlone(charted(FULL[name]?.(language) ?? null), { language })

const KINDS = Object.keys(FULL)
const everywhere = KINDS.flatMap((name) => LANGUAGES.map((language) => [name, language] as const))

describe('every chart, in every language,', () => {
  it.each(everywhere)(
    '%s in %s has no style of its own, no number that is none',
    (name, language) => {
      for (const printed of [inPage(name, language), asFile(name, language)]) {
        expect(printed).not.toMatch(/<style|\sstyle=|NaN|Infinity|undefined|\[object/)
      }
    },
  )

  it.each(everywhere)(
    '%s in %s has identifiers of its own, and names none that is not there',
    (name, language) => {
      for (const printed of [inPage(name, language), asFile(name, language)]) {
        const ids = [...printed.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1])
        expect(ids).toEqual([...new Set(ids)])
        const named = [...printed.matchAll(/url\(#([^)]+)\)|aria-labelledby="([^"]+)"/g)]
        expect(ids).toEqual(expect.arrayContaining(named.map((match) => match[1] ?? match[2])))
      }
    },
  )

  it.each(everywhere)(
    '%s in %s is well-formed as a file, with literal colours only',
    (name, language) => {
      const file = asFile(name, language)
      expect(file).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="720" height="\d+"/)
      expect(file).not.toMatch(/var\(|currentColor|class=|%"/)
      const open: string[] = []
      for (const [, end, tag = '', self] of file.matchAll(
        /<(\/?)([\w:]+)(?:\s[\w:-]+="[^"<]*")*\s*(\/?)>/g,
      )) {
        if (end) expect(open.pop()).toBe(tag)
        else if (!self) open.push(tag)
      }
      expect(open).toEqual([])
    },
  )

  it.each(KINDS)('%s with nothing in it is words', (name) => {
    for (const language of LANGUAGES) {
      const nothing = charted(EMPTY[name]?.(language) ?? null)
      expect(nothing.picture).toBeNull()
      const page = `${<Chart id="none" language={language} of={nothing} />}`
      expect(page).not.toContain('<svg')
      expect(page).toContain('class="empty"')
      expect(printAlone(nothing, { language })).toContain('<text')
    }
  })

  it.each(KINDS.filter((name) => name !== 'tile-map'))('%s is an image with a name', (name) => {
    expect(inPage(name, 'en')).toMatch(
      /<svg class="picture" role="img" height="\d+"><title>What is seen<\/title>/,
    )
  })

  it.each(KINDS)('%s takes few bytes', (name) => {
    expect(inPage(name, 'en').length).toBeLessThan(6000)
  })
})

describe('a picture', () => {
  /** Where the rectangles of a page begin and end, in percent of its width. */
  const extents = (name: string, language: Language) =>
    [...inPage(name, language).matchAll(/<rect x="([\d.]+)%" width="([\d.]+)%"/g)].map(
      ([, x, width]) => [Number(x), Number(x) + Number(width)] as [number, number],
    )

  it.each(['bars', 'stacked', 'editions-line', 'timeline', 'persistence'])(
    '%s runs from right to left in Arabic',
    (name) => {
      const mirrored = extents(name, 'ar').map(([from, to]) => [100 - to, 100 - from])
      const straight = extents(name, 'en')
      expect(straight.length).toBeGreaterThan(0)
      expect(mirrored).toHaveLength(straight.length)
      mirrored.forEach(([from, to], nth) => {
        expect(from).toBeCloseTo(straight[nth]?.[0] ?? Number.NaN, 1)
        expect(to).toBeCloseTo(straight[nth]?.[1] ?? Number.NaN, 1)
      })
    },
  )

  it('isolates Arabic in a file, and holds it at its right end', () => {
    const file = asFile('bars', 'ar')
    expect(file).toContain('text-anchor="end"')
    const texts = [...file.matchAll(/<(?:text|tspan)[^>]*>([^<]+)/g)].map((match) => match[1])
    expect(texts.every((text) => /^\u2067.*\u2069$/.test(text ?? ''))).toBe(true)
    expect(inPage('bars', 'ar')).not.toContain('\u2067')
  })
})
