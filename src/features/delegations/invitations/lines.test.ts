import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Party } from '../../parties/model.ts'
import { readLines } from './lines.ts'

const shipped = JSON.parse(readFileSync('data/parties.json', 'utf8'))
const parties: Party[] = shipped.parties.map((one: object) =>
  Party.parse({ sources: shipped.sources, ...one }),
)
const usual = { today: '2021-09-01', language: 'en' as const, addressedTo: 'Permanent Mission' }
const read = (...lines: string[]) => readLines(lines.join('\n'), parties, usual)

describe('a list of addresses', () => {
  it('is read as a spreadsheet copies it, with or without a heading', () => {
    const wanted = {
      lines: [
        {
          number: 2,
          party: 'FRA',
          invitation: {
            language: 'fr',
            addressedTo: 'Mission permanente à New York',
            addresses: ['a@example.org', 'b@example.org'],
            note: { number: '2021-4711', date: '2021-09-01' },
          },
        },
        {
          number: 3,
          party: 'KEN',
          invitation: {
            language: 'en',
            addressedTo: 'Permanent Mission',
            addresses: [],
            note: null,
          },
        },
      ],
      doubts: [],
    }
    const cells = [
      ['Party', 'Language', 'Addressee', 'E-mail', 'Note', 'Date'],
      [
        'France',
        'français',
        'Mission permanente à New York',
        'a@example.org b@example.org',
        '2021-4711',
        '2021-09-01',
      ],
      ['KEN'],
    ]
    expect(read(...cells.map((row) => row.join('\t')))).toEqual(wanted)
    expect(read(...cells.map((row) => row.join(';')))).toEqual(wanted)
  })

  it('knows a party by its names in every language of the product', () => {
    const names = [
      '대한민국',
      'جمهورية كوريا',
      'République de Corée',
      'Республика Корея',
      '大韩民国',
    ]
    for (const name of names) {
      expect(
        read(`${name};en;;x@example.org`).lines.map(({ party }) => party),
        name,
      ).toEqual(['KOR'])
    }
  })

  it('says of every line that it cannot read what it stumbled over', () => {
    const { lines, doubts } = read(
      'Atlantis;en;;x@example.org',
      'FRA;klingon;;x@example.org',
      'KEN;en;;not an address',
      'NOR;en;;n@example.org;12;yesterday',
      'DEU;en;;d@example.org',
      'Germany;en;;e@example.org',
    )
    expect(doubts).toEqual([
      { number: 1, what: 'party' },
      { number: 2, what: 'language' },
      { number: 3, what: 'address' },
      { number: 4, what: 'note' },
      { number: 6, what: 'twice' },
    ])
    expect(lines.map(({ party }) => party)).toEqual(['DEU'])
  })
})
