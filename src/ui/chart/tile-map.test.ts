import { describe, expect, it } from 'vitest'
import parties from '../../../data/parties.json' with { type: 'json' }
import { LANGUAGES, type Language } from '../../kernel/language.ts'
import { printBare } from './alone.tsx'
import { tileMap } from './tile-map.tsx'

const STATES = parties.parties.filter(({ kind }) => kind !== 'organisation')

const mapIn = (language: Language) =>
  tileMap({
    language,
    counted: 'pledges',
    groups: [
      {
        label: 'All',
        tiles: STATES.map(({ code, namings }) => {
          const name = namings.at(-1)?.names[language] as { short: string; sort?: string }
          return {
            code,
            name: name.short,
            ...(name.sort === undefined ? {} : { sortKey: name.sort }),
            href: `/${language}/parties/${code}`,
            count: code === 'KOR' ? 22 : 0,
          }
        }),
      },
    ],
  })
const pageIn = (language: Language) => `${mapIn(language)?.inPage?.()}`
const codesIn = (html: string) => [...html.matchAll(/\/parties\/(\w+)"/g)].map((match) => match[1])

describe('the map of tiles', () => {
  it('has a tile for every Member and observer State, in the alphabet of the page', () => {
    for (const language of LANGUAGES) expect(codesIn(pageIn(language))).toHaveLength(195)
    expect(codesIn(pageIn('en')).slice(0, 3)).toEqual(['AFG', 'ALB', 'DZA'])
    expect(codesIn(pageIn('fr')).slice(0, 4)).toEqual(['AFG', 'ZAF', 'ALB', 'DZA'])
    expect(codesIn(pageIn('ko')).slice(0, 2)).toEqual(['GHA', 'GAB'])
  })

  it('prints a code and tells the name; a number only where there is one', () => {
    expect(pageIn('en')).toContain(
      '<a class="tile" href="/en/parties/KOR" title="Republic of Korea" aria-label="KOR 22, Republic of Korea">KOR <b>22</b></a>',
    )
    expect(pageIn('en').match(/<b>/g)).toHaveLength(2)
    expect(pageIn('en')).toContain('aria-label="NOR, Norway">NOR</a>')
  })

  it('is drawn as equal squares within the width of a file, with the name in the title', () => {
    const picture = mapIn('ar')
    const file = picture ? printBare(picture, { language: 'ar', title: '', width: 648 }) : ''
    const tiles = [
      ...file.matchAll(
        /translate\(([\d.]+) ([\d.]+)\)"><title>([^<]+)<\/title><rect x="(-[\d.]+)" y="-21" width="([\d.]+)"/g,
      ),
    ].map(([, x, y, name, , width]) => ({ x: Number(x), y: Number(y), name, width: Number(width) }))
    expect(tiles).toHaveLength(195)
    expect(new Set(tiles.map(({ width }) => width)).size).toBe(1)
    expect(new Set(tiles.map(({ x, y }) => `${x} ${y}`)).size).toBe(195)
    for (const { x, width } of tiles) {
      expect(x - width / 2).toBeGreaterThanOrEqual(-0.1)
      expect(x + width / 2).toBeLessThanOrEqual(648.1)
    }
    // The first of the alphabet stands at the right.
    expect(tiles[0]?.x).toBeGreaterThan(600)
  })
})
