import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differs, wordDifference } from './difference.ts'

const said = (before: string, after: string) =>
  wordDifference(before, after)
    .map(({ kind, text }) => ({ same: text, added: `+${text}+`, removed: `-${text}-` })[kind])
    .join('')

describe('the difference of two wordings', () => {
  it.each([
    ['We will support peace.', 'We shall support peace.', 'We -will-+shall+ support peace.'],
    ['l’appui des États', 'l’appui de tous les États', 'l’appui -des-+de+ +tous les +États'],
    ['دعم عمليات السلام', 'دعم عمليات حفظ السلام', 'دعم عمليات +حفظ +السلام'],
    ['支持维和行动', '支持联合国维和行动', '支持+联合国+维和行动'],
    ['평화유지활동을 지원한다', '평화활동을 지원한다', '-평화유지활동을-+평화활동을+ 지원한다'],
    ['', 'New', '+New+'],
    ['Old', '', '-Old-'],
    ['Same', 'Same', 'Same'],
    ['', '', ''],
  ])('%s → %s', (before, after, shown) => {
    expect(said(before, after)).toBe(shown)
  })

  it('is both wordings, whole', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme' }),
        (one, other) => {
          const pieces = wordDifference(one, other)
          const only = (kind: string) =>
            pieces
              .filter((piece) => piece.kind !== kind)
              .map(({ text }) => text)
              .join('')
          expect([only('added'), only('removed')]).toEqual([one, other])
          expect(differs(pieces)).toBe(one !== other)
        },
      ),
    )
  })

  it('of long texts that have nothing in common is told at once', () => {
    const long = (word: string) =>
      Array.from({ length: 20_000 }, (_, at) => `${word}${at}`).join(' ')
    const began = performance.now()
    const pieces = wordDifference(long('a'), long('b'))
    expect(performance.now() - began).toBeLessThan(5000)
    expect(differs(pieces)).toBe(true)
  })
})
