import { describe, expect, it } from 'vitest'
import file from '../../../data/parties.json' with { type: 'json' }
import type { Language } from '../../kernel/language.ts'
import { Party } from './model.ts'
import { finds, fold, nextChange } from './search.ts'

const PARTIES = file.parties.map((party) => Party.parse({ ...party, sources: file.sources }))
const found = (search: string, language: Language = 'en', day = '2026-01-01') =>
  PARTIES.filter((party) => finds(party, search, { day, language })).map(({ code }) => code)
const why = (code: string, search: string, language: Language = 'en') => {
  const party = PARTIES.find((one) => one.code === code)
  return party && finds(party, search, { day: '2026-01-01', language })
}

describe('a search', () => {
  it('folds accents, apostrophes, dashes and case', () => {
    expect(found('cote d’ivoire')).toEqual(['CIV'])
    expect(found("CÔTE D'IVOIRE")).toEqual(['CIV'])
    expect(found('timor leste')).toEqual(['TLS'])
    expect(found('turkiye')).toEqual(['TUR'])
    expect(fold('Guinée\u202F–\u00A0Bissau')).toBe('guinee bissau')
  })

  it('reads every language of the product, whichever the page speaks', () => {
    expect(found('대한')).toEqual(['KOR'])
    expect(found('法国')).toEqual(['FRA'])
    expect(found('кения', 'ko')).toEqual(['KEN'])
    expect(found('ألمانيا')).toEqual(['DEU'])
    expect(found('المانيا')).toEqual(['DEU'])
    expect(found('République de Corée')).toEqual(['KOR'])
  })

  it('puts Korean syllables together, so that a part of one finds nothing', () => {
    expect(found('대하')).toEqual([])
  })

  it('finds what a party was called before, and says so', () => {
    expect(found('swaziland')).toEqual(['SWZ'])
    expect(why('SWZ', 'swaziland')).toEqual({ wording: 'Swaziland', language: 'en' })
    expect(why('TUR', '터키')).toEqual({ wording: '터키', language: 'ko' })
    expect(why('TUR', 'türk', 'fr')).toEqual({ wording: 'Türkiye', language: 'fr' })
  })

  it('finds codes and abbreviations only when they are whole', () => {
    expect(found('kor')).toContain('KOR')
    expect(found('ЕС', 'ru')).toContain('EU')
    expect(why('EU', 'UE')).toEqual({ wording: 'UE', language: 'es' })
    expect(found('410')).toEqual(['KOR'])
  })

  it('finds nothing for names that no party bears', () => {
    expect(['North Korea', 'Taiwan', '台湾', 'South Korea'].flatMap((name) => found(name))).toEqual(
      [],
    )
    expect(found('  ')).toEqual([])
  })
})

describe('the next change of a list', () => {
  it('is the day after a name ends, an admission or a decision on classes', () => {
    const decisions = [{ from: null }, { from: '2024-09-10' }]
    expect(nextChange(PARTIES, decisions, '2022-05-31')).toBe('2022-06-01')
    expect(nextChange(PARTIES, decisions, '2011-05-03')).toBe('2011-07-14')
    expect(nextChange(PARTIES, decisions, '2024-03-01')).toBe('2024-09-10')
    expect(nextChange(PARTIES, decisions, '2026-01-01')).toBe(null)
  })
})
