import { describe, expect, it } from 'vitest'
import { printBare } from './alone.tsx'
import { bars } from './bars.tsx'
import type { Picture } from './drawing/picture.ts'
import { stacked } from './stacked.tsx'

const WIDTH = 600
const drawn = (picture: Picture | null) =>
  picture ? printBare(picture, { language: 'en', title: '', width: WIDTH }) : ''
const rects = (html: string) =>
  [...html.matchAll(/<rect x="([\d.]+)" width="([\d.]+)"[^>]*fill="([^"]+)"/g)].map(
    ([, x, width, fill]) => ({ x: Number(x), width: Number(width), fill }),
  )
const SOLID = '#304d6e'
const HATCHED = 'url(#p-hatched)'
const textsOf = (html: string) => [...html.matchAll(/<text[^>]*>([^<]+)/g)].map((match) => match[1])

describe('bars', () => {
  const of = (rows: Parameters<typeof bars>[0]['rows']) => drawn(bars({ language: 'en', rows }))

  it('are as long as their numbers', () => {
    const html = of([
      { label: 'A', said: '10', low: 10 },
      { label: 'B', said: '40', low: 40 },
    ])
    expect(rects(html).map(({ width }) => width)).toEqual([150, 600])
    expect(textsOf(html)).toEqual(['A', '10', 'B', '40'])
  })

  it('are hatched where it may be more', () => {
    expect(rects(of([{ label: 'A', said: '10 to 40', low: 10, high: 40 }]))).toEqual([
      { x: 0, width: 150, fill: SOLID },
      { x: 150, width: 450, fill: HATCHED },
    ])
  })

  it('go beyond what is sure where nobody said how far, and end as an arrow', () => {
    const html = of([
      { label: 'A', said: 'at least 40', low: 40, high: null },
      { label: 'B', said: '20', low: 20 },
    ])
    expect(rects(html).map(({ x, width }) => [x, width])).toEqual([
      [0, 528],
      [528, 72],
      [0, 264],
    ])
    expect(html.match(/L0 6L-7 12"/g)).toHaveLength(1)
  })

  it('of nothing but zeros are drawn, without length', () => {
    expect(rects(of([{ label: 'A', said: '0', low: 0 }])).map(({ width }) => width)).toEqual([0])
  })

  it('set a long name and long words below each other', () => {
    const label = 'Intelligence, surveillance and reconnaissance'
    const said = 'since September 2015: named in nine of twelve papers of requirements'
    expect(textsOf(of([{ label, said, low: 1 }]))).toEqual([label, said])
  })
})

describe('stacked bars', () => {
  const parts = [
    { label: 'delivered', filling: 'solid' },
    { label: 'partly', filling: 'hatched' },
    { label: 'nothing found', filling: 'open' },
  ] as const
  const html = drawn(
    stacked({
      language: 'en',
      parts,
      rows: [
        { label: 'Seoul', said: '30 pledges', counts: [10, 5, 15] },
        { label: 'Accra', said: '6 pledges', counts: [0, 1, 5], note: 'published: 57 states' },
      ],
    }),
  )

  it('share one scale; a part of none takes no room', () => {
    expect(rects(html).map(({ x, width }) => [x, width])).toEqual([
      [0, 200],
      [200, 100],
      [300, 300],
      [0, 20],
      [20, 100],
    ])
  })

  it('say the name and the number of every part, in their order', () => {
    expect(textsOf(html)).toEqual([
      'delivered',
      'partly',
      'nothing found',
      'Seoul',
      '30 pledges',
      '10',
      '5',
      '15',
      'Accra',
      '6 pledges',
      '1',
      '5',
      'published: 57 states',
    ])
  })
})
