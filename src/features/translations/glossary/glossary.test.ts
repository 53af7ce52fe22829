import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { LANGUAGES, type Language } from '../../../kernel/language.ts'
import { matchesIn } from './matching.ts'
import { termsFrom } from './terms.ts'

const terms = termsFrom(readFileSync('GLOSSARY.md', 'utf8'))
const found = (language: Language, text: string) =>
  matchesIn(text, language, terms).map(({ start, end, term }) => [
    text.slice(start, end),
    term.in.en,
  ])

describe('the glossary', () => {
  it('is read whole, each term in each language', () => {
    expect(terms.length).toBeGreaterThan(60)
    expect(terms.every((term) => LANGUAGES.every((language) => term.in[language]))).toBe(true)
    expect(terms.find((term) => term.in.en === 'silence procedure')?.in.fr).toBe(
      'procédure d’approbation tacite',
    )
  })

  it('says where it lacks a language', () => {
    expect(() =>
      termsFrom('| English | what | français |\n| --- | --- | --- |\n| a | b | c |'),
    ).toThrow('The glossary lacks ar')
  })

  it.each<[Language, string, string[][]]>([
    [
      'en',
      'Member States make pledges on contingent-owned equipment.',
      [
        ['Member States', 'Member State'],
        ['pledges', 'pledge'],
        ['contingent-owned equipment', 'contingent-owned equipment'],
      ],
    ],
    [
      'fr',
      'Les États Membres et les coprésidents',
      [
        ['États Membres', 'Member State'],
        ['coprésidents', 'co-chair'],
      ],
    ],
    [
      'ru',
      'о выполнении обязательств',
      [
        ['выполнении', 'delivery'],
        ['обязательств', 'pledge'],
      ],
    ],
    ['ar', 'تلتزم بالتعهد المشترك', [['بالتعهد المشترك', 'joint pledge']]],
    [
      'zh',
      '会员国宣布联合承诺',
      [
        ['会员国', 'Member State'],
        ['联合承诺', 'joint pledge'],
      ],
    ],
    [
      'ko',
      '회원국은 공동 공약을 발표한다',
      [
        ['회원국은', 'Member State'],
        ['공동 공약을', 'joint pledge'],
      ],
    ],
    ['en', 'Nothing of the field', []],
  ])('is at hand in %s', (language, text, expected) => {
    expect(found(language, text)).toEqual(expected)
  })
})
