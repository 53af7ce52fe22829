import { describe, expect, it } from 'vitest'
import { novelties } from './novelties.ts'
import type { ReadSession } from './sessions.ts'

const read = (title: string, start = '09:00', end: string | null = '10:00'): ReadSession => ({
  day: '2021-12-07',
  start,
  end,
  kind: 'plenary',
  title,
  note: null,
})
const standing = (title: string, start = '09:00', end: string | null = '10:00') => ({
  day: '2021-12-07',
  start,
  end,
  title: { original: 'fr', in: { fr: { value: title, status: 'as-published' } } } as const,
})
const titles = (found: readonly ReadSession[]) => found.map(({ title }) => title)

describe('what a text adds to a draft', () => {
  it('is all of it where the draft is empty', () => {
    expect(titles(novelties([read('A'), read('B')], []))).toEqual(['A', 'B'])
  })

  it('is nothing that differs by accents, marks or numerals only', () => {
    const draft = [standing('Séance I : Pérennisation de la paix')]
    expect(novelties([read('SéanceⅠ : Perennisation de la Paix')], draft)).toEqual([])
  })

  it('is nothing that fills the same time under another title', () => {
    expect(novelties([read('Opening')], [standing('Cérémonie d’ouverture')])).toEqual([])
  })

  it('is one of two sessions side by side, when one of them is held', () => {
    expect(titles(novelties([read('Panel B'), read('Panel A')], [standing('Panel A')]))).toEqual([
      'Panel B',
    ])
  })

  it('is what begins when nothing does, or lasts longer under another title', () => {
    const draft = [standing('Panel A')]
    expect(
      titles(
        novelties([read('Panel A', '11:00', '12:00'), read('Panel C', '09:00', '12:00')], draft),
      ),
    ).toEqual(['Panel A', 'Panel C'])
  })
})
