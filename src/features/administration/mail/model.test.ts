import { describe, expect, it } from 'vitest'
import { addressOf, mayLeaveAgain, piecesOf, type Sendable, Wish } from './model.ts'

describe('a wish', () => {
  it('stands in the address, without what goes without saying', () => {
    const wish = Wish.parse({ state: 'failed', q: ' kim@mofa ', page: '3' })
    expect(addressOf(wish)).toBe('/administration/mail?state=failed&q=kim%40mofa&page=3')
    expect(addressOf(Wish.parse({ state: 'lost', page: '-1' }))).toBe('/administration/mail')
  })
})

describe('a letter', () => {
  const letter = (more: Partial<Sendable>): Sendable => ({
    ...{ state: 'failed', trouble: 'refused', hasText: true },
    ...more,
  })
  const against = (given: Sendable | undefined) => {
    try {
      mayLeaveAgain(given)
      return null
    } catch (error) {
      return (error as Error).message
    }
  }

  it('may leave again whatever became of it', () => {
    expect(against(letter({}))).toBeNull()
    expect(against(letter({ state: 'sent', trouble: null }))).toBeNull()
    expect(against(letter({ state: 'waiting', trouble: 'put-off' }))).toBeNull()
  })

  it('may not where there is nothing to send, or nobody could', () => {
    expect(against(undefined)).toBe('administration.unknown-letter')
    expect(against(letter({ hasText: false }))).toBe('administration.letter-erased')
    for (const trouble of ['not-an-address', 'unsafe-heading']) {
      expect(against(letter({ trouble }))).toBe('administration.letter-beyond-sending')
    }
  })

  it('is shown with its links as links', () => {
    expect(piecesOf('Open:\nhttps://plenum.test/en/x?a=1\nThank you.')).toEqual([
      { text: 'Open:\n', href: null },
      { text: 'https://plenum.test/en/x?a=1', href: 'https://plenum.test/en/x?a=1' },
      { text: '\nThank you.', href: null },
    ])
    expect(piecesOf('javascript:alert(1) <https://a.test> \u2068https://b.test\u2069')).toEqual([
      { text: 'javascript:alert(1) <', href: null },
      { text: 'https://a.test', href: 'https://a.test' },
      { text: '> \u2068', href: null },
      { text: 'https://b.test', href: 'https://b.test' },
      { text: '\u2069', href: null },
    ])
  })
})
