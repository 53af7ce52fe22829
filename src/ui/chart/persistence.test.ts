import { describe, expect, it } from 'vitest'
import { printBare } from './alone.tsx'
import { persistence } from './persistence.tsx'

const picture = persistence({
  language: 'en',
  papers: ['2017-08', '2014-09', '2017-10', '2015'],
  rows: [
    { label: 'Aviation', said: 'since 2015: 3 of 4', named: ['2015', '2017-08', '2017-10'] },
    { label: 'Medical', said: 'since 2014: 1 of 4', named: ['2014-09', '1999-01'] },
  ],
})
const html = picture ? printBare(picture, { language: 'en', title: '', width: 400 }) : ''

describe('what is named again and again', () => {
  it('has a column for each paper, by date, under its year and month', () => {
    const texts = [...html.matchAll(/<text x="([\d.]+)"[^>]*>([^<]+)/g)].map((m) => [m[2], m[1]])
    expect(texts.slice(2, 9)).toEqual([
      ['2014', '50'],
      ['2015', '150'],
      ['2017', '300'],
      ['09', '50'],
      ['–', '150'],
      ['08', '250'],
      ['10', '350'],
    ])
  })

  it('marks the papers that name it, and no others', () => {
    const marked = [...html.matchAll(/<rect x="(\d+)" width="80"/g)].map((match) =>
      Number(match[1]),
    )
    expect(marked).toEqual([110, 210, 310, 10])
  })
})
