import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answers, nameAnswers, queryOf, stemOf, termsOf, tokensOf } from './search.ts'

const finds = (search: string, text: string) => {
  const has = tokensOf(text)
  return termsOf(search).every((term) => answers(has, term))
}
/** What an index holds of a text is what a query asks for, to the letter. */
const WORD = fc
  .string({ unit: 'grapheme', minLength: 2, maxLength: 12 })
  .filter((word) => /^[\p{L}\p{N}]+$/u.test(word) && tokensOf(word).length > 0)

describe('a text is cut into what an index holds', () => {
  it('as words without accents and case', () => {
    expect(tokensOf('Unité d’hélicoptères, ŒUVRE')).toEqual([
      'unite',
      'd',
      'helicopteres',
      'oeuvre',
    ])
    expect(tokensOf('Вертолёт')).toEqual(['вертолет'])
  })

  it('as pairs of neighbouring signs of Chinese and Korean, which set no space between words', () => {
    expect(tokensOf('直升机分队')).toEqual(['直升', '升机', '机分', '分队', '队'])
    expect(tokensOf('헬기 16대')).toEqual(['16', '헬기', '기', '대'])
  })

  it('without the Arabic article, and what is written together with it', () => {
    expect(tokensOf('الطائرات والمروحيات بالمستشفى للسلام')).toEqual(
      tokensOf('طائرات مروحيات مستشفى سلام'),
    )
  })

  it('as words that are not longer than an index takes', () => {
    expect(tokensOf('x'.repeat(9000))).toEqual(['x'.repeat(64)])
  })
})

describe('a search finds', () => {
  it.each([
    ['вертолет', 'Подразделение вертолётов'],
    ['вертолеты', 'Вертолетное подразделение'],
    ['Кении', 'Кения'],
    ['helicopters', 'One helicopter'],
    ['hôpitaux', 'Hôpital de niveau II'],
    ['hospitales', 'Hospital de nivel II'],
    ['الطائرات', 'طائرة عمودية'],
    ['طائرات', 'وحدة طائرات عمودية'],
    ['헬기', '다목적 헬기부대'],
    ['直升机', '通用直升机分队'],
    ['机分', '直升机分队'],
  ])('«%s» in «%s»', (search, text) => {
    expect(finds(search, text)).toBe(true)
  })

  it.each([
    ['вертолет', 'Самолет'],
    ['coast', 'Cost of a coat'],
    ['直机', '直升机'],
    ['kenya helicopter', 'Kenya'],
  ])('not «%s» in «%s»', (search, text) => {
    expect(finds(search, text)).toBe(false)
  })

  it('a single sign where a word of two begins with it, or a text ends', () => {
    expect(finds('机', '直升机')).toBe(true)
    expect(finds('直', '直升机')).toBe(true)
  })

  it('no more than eight words', () => {
    expect(termsOf('a b c d e f g h i j')).toHaveLength(8)
  })

  it('nothing where nothing was typed', () => {
    expect(termsOf(' · – ')).toEqual([])
  })
})

describe('for any text', () => {
  it('each of its words finds it, and so does its beginning', () => {
    fc.assert(
      fc.property(fc.array(WORD, { minLength: 1, maxLength: 6 }), fc.nat(), (words, at) => {
        const text = words.join(' ')
        const word = words[at % words.length] as string
        expect(finds(word, text)).toBe(true)
      }),
    )
  })

  it('how its signs are stored and the order of words make no difference', () => {
    fc.assert(
      fc.property(fc.array(WORD, { minLength: 1, maxLength: 4 }), (words) => {
        const text = words.join(' ')
        const turned = words.toReversed().join(' — ')
        expect(finds(text, turned)).toBe(finds(turned, text))
        expect(tokensOf(text.normalize('NFD'))).toEqual(tokensOf(text))
      }),
    )
  })

  it('a stem is a beginning of its word, and never empty', () => {
    fc.assert(
      fc.property(WORD, (word) => {
        const [token = ''] = tokensOf(word)
        expect(token.startsWith(stemOf(token))).toBe(true)
        expect(stemOf(token)).not.toBe('')
      }),
    )
  })

  it('a query has no operator that was typed: quotes are doubled, all else stands in quotes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (typed) => {
        for (const term of termsOf(typed)) {
          expect(queryOf(term)).toMatch(/^'(?:[^']|'')+'(?::\*)?(?: & '(?:[^']|'')+'(?::\*)?)*$/u)
        }
      }),
    )
  })
})

describe('a name', () => {
  const answersTo = (search: string, name: string) =>
    termsOf(search).every((term) => nameAnswers(name, term))

  it('answers by signs only where they stand one after the other', () => {
    expect(answersTo('大韩', '大韩民国')).toBe(true)
    expect(answersTo('大民韩', '大韩大民民韩')).toBe(false)
  })
})
