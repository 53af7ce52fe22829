import { describe, expect, it } from 'vitest'
import type { Language } from '../../kernel/language.ts'
import { printBare } from './alone.tsx'
import { Chart } from './chart.tsx'
import { flow } from './flow.tsx'

const ofLanguage = (language: Language) =>
  flow({
    language,
    columns: ['needs', 'editions', 'roles'],
    nodes: [
      { id: 'aviation', column: 0, label: 'Aviation' },
      { id: 'medical', column: 0, label: 'Medical', said: '4 of 9' },
      { id: 'unused', column: 0, label: 'Unused' },
      { id: 'seoul', column: 1, label: 'Seoul 2021' },
      { id: 'unit', column: 2, label: 'provides unit' },
      { id: 'money', column: 2, label: 'money' },
    ],
    links: [
      { from: 'aviation', to: 'seoul', count: 6 },
      { from: 'medical', to: 'seoul', count: 4 },
      { from: 'seoul', to: 'unit', count: 7 },
      { from: 'seoul', to: 'money', count: 2 },
      { from: 'unused', to: 'seoul', count: 0 },
    ],
  })
const drawn = (language: Language) => {
  const picture = ofLanguage(language)
  return picture ? printBare(picture, { language, title: '', width: 600 }) : ''
}
const html = drawn('en')
const barsOf = (text: string) =>
  [
    ...text.matchAll(
      /translate\(([\d.]+) [\d.]+\)"><rect x="(-?\d+)" width="6" height="([\d.]+)"/g,
    ),
  ].map(([, x, inset, height]) => ({ x: Number(x) + Number(inset), height: Number(height) }))

describe('a flow', () => {
  it('names what flows, and how much', () => {
    expect([...html.matchAll(/<text[^>]*>([^<]+)/g)].map((match) => match[1])).toEqual([
      'needs',
      'editions',
      'roles',
      'Aviation · 6',
      'Medical · 4 of 9',
      'Seoul 2021 · 10',
      'provides unit · 7',
      'money · 2',
    ])
  })

  it('has nodes as high as what flows through them, in the order given', () => {
    const [aviation, medical, seoul, unit, money] = barsOf(html).map(({ height }) => height)
    const one = (aviation ?? 0) / 6
    expect([medical, seoul, unit, money].map((height) => Math.round((height ?? 0) / one))).toEqual([
      4, 10, 7, 2,
    ])
    expect(barsOf(html).map(({ x }) => x)).toEqual([0, 0, 297, 594, 594])
  })

  it('runs from right to left in Arabic', () => {
    const mirrored = drawn('ar')
    expect(barsOf(mirrored).map(({ x }) => 600 - x - 6)).toEqual(barsOf(html).map(({ x }) => x))
    expect(mirrored).toMatch(/<path d="M1000 /)
  })

  it('draws a ribbon for each link, and stretches them with the page', () => {
    expect(html.match(/<path d="M\d+ [\d.]+C/g)).toHaveLength(4)
    const table = { columns: [], rows: [] }
    const chart = { title: '', picture: ofLanguage('en'), rule: '', table }
    const page = `${<Chart id="flow" language="en" of={chart} />}`
    expect(page).toContain('<svg width="100%"')
    expect(page).toContain('preserveAspectRatio="none"')
  })
})
