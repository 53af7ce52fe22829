import { describe, expect, it } from 'vitest'
import { printBare } from './alone.tsx'
import { Chart } from './chart.tsx'
import type { Charted } from './charted.ts'
import { PHONE } from './drawing/pens.tsx'
import type { Picture } from './drawing/picture.ts'
import { type TimelineOf, timeline } from './timeline.tsx'

const KOREA: TimelineOf = {
  language: 'en',
  lanes: [
    {
      label: 'announced',
      marks: [
        { on: '2021-12-07', by: 'press' },
        { on: '2021-12-08', by: 'partner' },
      ],
    },
    { label: 'suspended', marks: [] },
    {
      label: 'partly delivered',
      marks: [
        { on: '2023-12-21', label: '6 of 16', by: 'press' },
        { on: '2024', label: '8', by: 'pledger', inferred: true },
      ],
    },
  ],
  moments: [{ on: '2021-12-07', label: 'Seoul' }],
  voices: { press: 'press', partner: 'a partner', pledger: 'the party itself' },
  until: '2026-01-01',
}

const WIDTH = 500
const charted = (picture: Picture | null): Charted => ({
  title: '',
  picture,
  rule: '',
  table: { columns: [], rows: [] },
})
const drawn = (of: TimelineOf) => {
  const picture = timeline(of)
  return picture ? printBare(picture, { language: of.language, title: '', width: WIDTH }) : ''
}
const textsOf = (html: string) => [...html.matchAll(/<text[^>]*>([^<]+)/g)].map((match) => match[1])
/** Where the marks stand along the line of years 2021 to 2026. */
const marksOf = (html: string) =>
  [...html.matchAll(/translate\(([\d.]+) [\d.]+\)"><path/g)].map((match) => Number(match[1]))

describe('a timeline', () => {
  const html = drawn(KOREA)

  it('names the lanes that hold something, the years, the landmarks and the voices', () => {
    expect(textsOf(html).toSorted()).toEqual(
      ['2021', '2022', '2023', '2024', '2025', '6 of 16', '8', 'Seoul', 'a partner']
        .concat(['announced', 'bar: only the month or the year is known'])
        .concat(['hollow: inferred by us', 'partly delivered', 'press', 'the party itself'])
        .toSorted(),
    )
  })

  it('sets each mark at its day, and at the middle of a year of which nothing more is known', () => {
    const [announced, confirmed, shipped, year] = marksOf(html)
    const years = (days: number) => (days / 366) * (WIDTH / 5)
    expect(announced).toBeCloseTo(years(340), 0)
    expect(confirmed).toBeCloseTo(years(341), 0)
    expect(shipped).toBeCloseTo(2 * 100 + years(354), 0)
    expect(year).toBeCloseTo(350, 0)
    expect(html).toMatch(/<rect x="300" width="100" y="[\d.]+" height="6" rx="3"/)
  })

  it('tells voices by shape, and hollow what we inferred', () => {
    const shapes = [...html.matchAll(/<path d="([^"]+)" fill="(#\w+)"/g)]
    const inLanes = shapes.slice(-4).map(([, shape, fill]) => [shape?.slice(0, 5), fill])
    expect(inLanes).toEqual([
      ['M0-6.', '#304d6e'],
      ['M-4.5', '#304d6e'],
      ['M0-6.', '#304d6e'],
      ['M-5 0', '#fff'],
    ])
  })

  it('runs from right to left in Arabic', () => {
    expect(marksOf(drawn({ ...KOREA, language: 'ar' })).map((x) => Math.round(WIDTH - x))).toEqual(
      marksOf(html).map(Math.round),
    )
  })

  it('holds twenty-five reports on a phone without any two overlapping', () => {
    const marks = Array.from({ length: 25 }, (_, nth) => ({
      on: `20${14 + Math.floor(nth / 2)}-0${1 + (nth % 9)}`,
      label: `${nth} of 25`,
      by: 'press' as const,
    }))
    const chart = charted(timeline({ ...KOREA, lanes: [{ label: 'delivered', marks }] }))
    const page = `${<Chart id="many" language="en" of={chart} />}`
    const texts = [
      ...page.matchAll(/<text x="([\d.]+)%" dx="(-?)10" y="(\d+)"[^>]*>(\d+ of 25)/g),
    ].map(([, x, before, y, words = '']) => {
      const at = (Number(x) / 100) * PHONE
      const wide = words.length * 7 + 10
      return before ? { from: at - wide, to: at, y } : { from: at, to: at + wide, y }
    })
    expect(texts).toHaveLength(25)
    const overlapping = texts.flatMap((one, nth) =>
      texts
        .slice(nth + 1)
        .filter((two) => one.y === two.y && one.from < two.to - 1 && two.from < one.to - 1),
    )
    expect(overlapping).toEqual([])
    expect(texts.every(({ from, to }) => from >= 0 && to <= PHONE + 1)).toBe(true)
  })

  it('draws turns one after the other, the last up to today where it has no end', () => {
    const turns = [
      {
        label: 'whose turn',
        spans: [
          { from: '2022-01-01', until: '2023-01-01', label: 'NOR' },
          { from: '2023-01-01', until: null, label: 'PRT' },
        ],
      },
    ]
    const spans = [
      ...drawn({ ...KOREA, turns }).matchAll(
        /<rect x="(\d+)" width="(\d+)" y="[\d.]+" height="16"/g,
      ),
    ]
    expect(spans.map((match) => [match[1], match[2]])).toEqual([
      ['100', '100'],
      ['200', '300'],
    ])
  })
})
