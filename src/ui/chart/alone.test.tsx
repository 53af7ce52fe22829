import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../kernel/language.ts'
import { say } from '../words.ts'
import { printAlone, printBare } from './alone.tsx'
import { bars } from './bars.tsx'
import type { Charted } from './charted.ts'

const picture = bars({ language: 'en', rows: [{ label: 'Infantry', said: '12', low: 12 }] })
const charted: Charted = {
  title: 'Infantry & police',
  picture,
  rule: 'A pledge counts once.',
  sample: 'our sample: 27 of about 88',
  asOf: '2026-01-01',
  sources: [{ publisher: 'United Nations', url: 'https://un.org/x', date: '2025', grade: 'A' }],
  table: { columns: [], rows: [] },
}
const wordsOf = (svg: string) =>
  [...svg.matchAll(/<(?:text|tspan)[^>]*>([^<]+)/g)]
    .map((match) => match[1]?.replace(/[\u2067\u2069]/g, ''))
    .join(' ')

describe('a chart that stands alone', () => {
  it('tells what it is, how it was counted, of what, when, by whom, and where it is', () => {
    const at = 'https://plenum.example/en/record/editions.svg'
    const words = wordsOf(printAlone(charted, { language: 'en', at }))
    expect(words).toContain(
      'Infantry &amp; police Infantry 12 Counting rule: A pledge counts once.',
    )
    expect(words).toContain(
      'our sample: 27 of about 88 · as of 1 January 2026 · United Nations, 2025',
    )
    expect(words).toContain(at)
    expect(words).not.toContain('https://un.org/x')
  })

  it('bears the notice in every language, and where states stand side by side the designations', () => {
    for (const language of LANGUAGES) {
      const squeezed = (text: string) => text.replaceAll(' ', '')
      const plain = squeezed(wordsOf(printAlone(charted, { language })))
      const map = squeezed(wordsOf(printAlone({ ...charted, designations: true }, { language })))
      const designations = squeezed(say(language, 'notice.designations')).replaceAll("'", '&#39;')
      expect(plain).toContain(squeezed(say(language, 'notice.sample')))
      expect(plain).not.toContain(designations)
      expect(map).toContain(designations)
    }
  })

  it('without words around it is the picture only', () => {
    if (!picture) throw new Error('There is a picture')
    const bare = printBare(picture, { language: 'en', title: 'Units', width: 400 })
    expect(wordsOf(bare)).toBe('Infantry 12')
    expect(bare).toMatch(/^<svg [^>]*width="400" height="\d+"[^>]*><title>Units<\/title>/)
  })
})
