import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ANONYMOUS } from '../../kernel/actor.ts'
import { LANGUAGES, type Language } from '../../kernel/language.ts'
import { bars } from '../../ui/chart/bars.tsx'
import { Chart } from '../../ui/chart/chart.tsx'
import type { Charted } from '../../ui/chart/charted.ts'
import type { Viewer } from '../http/page.ts'
import { paint } from './paint.ts'
import { pictureResources } from './resources.ts'

const NAMES: Record<Language, string> = {
  ar: 'المشاة',
  zh: '步兵',
  en: 'Infantry',
  fr: 'Infanterie',
  ru: 'Пехота',
  es: 'Infantería',
  ko: '보병',
}
const chartIn = (language: Language): Charted => ({
  title: NAMES[language],
  picture: bars({ language, rows: [{ label: NAMES[language], said: '12', low: 12 }] }),
  rule: NAMES[language],
  table: {
    columns: ['name', 'pledges', 'units'],
    rows: [
      [NAMES[language], 1234, { value: 'about 3', href: '/x' }],
      ['=1+1', null, 0],
    ],
  },
})
const viewerOf = (language: Language, address: string): Viewer => ({
  actor: ANONYMOUS,
  language,
  now: Temporal.Instant.from('2026-01-01T00:00Z'),
  address,
  origin: 'https://plenum.example',
  search: '',
  attempt: null,
  done: null,
  sendKey: null,
})
const resources = pictureResources('record.families', {
  path: '/record/families',
  params: z.object({}),
  query: z.object({}),
  topics: () => ['pledges'],
  read: async () => ({}),
  draw: (_facts, { language }) => chartIn(language),
})
const printed = async (ending: string, language: Language) => {
  const one = resources.find(({ path }) => path.endsWith(ending))
  return one?.render({}, viewerOf(language, `/record/families.${ending}`))
}
const sizeOf = (png: Uint8Array) => {
  const view = new DataView(png.buffer, png.byteOffset)
  return [view.getUint32(16), view.getUint32(20)]
}

describe('the files of a chart', () => {
  it('stand beside each other, and are saved under their name and language', () => {
    expect(resources.map(({ name, path, type }) => [name, path, type])).toEqual([
      ['record.families.svg', '/record/families.svg', 'image/svg+xml; charset=utf-8'],
      ['record.families.png', '/record/families.png', 'image/png'],
      ['record.families.csv', '/record/families.csv', 'text/csv; charset=utf-8'],
    ])
    expect(resources[1]?.filename?.({}, viewerOf('fr', '/record/families.png'), {})).toBe(
      'families-fr.png',
    )
  })

  it('tell where they come from', async () => {
    expect(await printed('svg', 'fr')).toContain('https://plenum.example/fr/record/families.svg')
  })

  it('hold as a table what the table of the page holds, guarded against formulas', async () => {
    const rows: string[][] = parse(String(await printed('csv', 'en')), { bom: true })
    expect(rows).toEqual([
      ['name', 'pledges', 'units'],
      ['Infantry', '1234', 'about 3'],
      ["'=1+1", '', '0'],
    ])
    const page = `${Chart({ id: 'x', language: 'en', of: chartIn('en') })}`
    const body = page.slice(page.indexOf('<tbody>'))
    const cells = [...body.matchAll(/<t[dh] [^>]*>(?:<a [^>]*>)?([^<]*)/g)].map((one) => one[1])
    expect(cells).toEqual(['Infantry', '1,234', 'about 3', '=1+1', 'unknown', '0'])
  })
})

describe('a picture', () => {
  it('is painted twice as large as it is drawn, with the letters of every language', async () => {
    const blank = String(await printed('svg', 'en')).replace(/>[^<>]+</g, '><')
    const without = await paint(blank)
    for (const language of LANGUAGES) {
      const height = Number(/ height="(\d+)"/.exec(String(await printed('svg', language)))?.[1])
      const png = (await printed('png', language)) as Uint8Array
      expect([...png.subarray(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10])
      expect(sizeOf(png)).toEqual([1440, 2 * height])
      expect(png.length).toBeGreaterThan(2 * without.length)
    }
  })

  it('has no more than eight million dots', async () => {
    const tall = '<svg xmlns="http://www.w3.org/2000/svg" width="4000" height="8000"/>'
    const [width = 0, height = 0] = sizeOf(await paint(tall))
    expect(width * height).toBeLessThanOrEqual(8_000_000)
    expect(height / width).toBeCloseTo(2, 2)
  })

  it('that cannot be read is an error, and the next one is painted', async () => {
    await expect(paint('no picture')).rejects.toThrow('without width and height')
    const broken = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><g></svg>'
    await expect(paint(broken)).rejects.toThrow('could not be painted')
    const small = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    expect(sizeOf(await paint(small))).toEqual([18, 18])
  })
})
