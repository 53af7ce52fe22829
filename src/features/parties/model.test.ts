import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import file from '../../../data/parties.json' with { type: 'json' }
import { ANONYMOUS, LOADER, OPERATOR } from '../../kernel/actor.ts'
import { LANGUAGES } from '../../kernel/language.ts'
import {
  changedLanguages,
  formerNamings,
  isListedOn,
  isNameConfirmed,
  mayRecord,
  nameOn,
  Party,
} from './model.ts'

const PARTIES = file.parties.map((party) => Party.parse({ ...party, sources: file.sources }))
const party = (code: string) => PARTIES.find((one) => one.code === code) as Party

describe('a party', () => {
  it('has the name of the day', () => {
    expect(nameOn(party('TUR'), '2022-05-31', 'fr').short).toBe('Turquie')
    expect(nameOn(party('TUR'), '2022-06-01', 'fr').short).toBe('Türkiye')
    expect(nameOn(party('TUR'), '2022-06-01', 'ru').short).toBe('Турция')
    expect(nameOn(party('MKD'), '2015-09-28', 'en').short).toBe(
      'The former Yugoslav Republic of Macedonia',
    )
    expect(nameOn(party('SWZ'), '2015-09-28', 'en').short).toBe('Swaziland')
    expect(nameOn(party('CZE'), '2016-05-17', 'en')).toMatchObject({
      short: 'Czechia',
      formal: 'Czech Republic',
    })
    expect(nameOn(party('GMB'), '2016-06-01', 'en').formal).toBe('Islamic Republic of the Gambia')
    expect(nameOn(party('PSE'), '2012-12-16', 'en').short).toBe('Palestine')
    expect(nameOn(party('PSE'), '2012-12-17', 'en').short).toBe('State of Palestine')
  })

  it('has one name on any day in any language', () => {
    const day = fc
      .integer({ min: 0, max: 55_000 })
      .map((days) => Temporal.PlainDate.from('1945-10-24').add({ days }).toString())
    fc.assert(
      fc.property(
        fc.constantFrom(...PARTIES),
        fc.constantFrom(...LANGUAGES),
        day,
        (one, language, on) => {
          const name = nameOn(one, on, language)
          expect(name.short).not.toBe('')
          expect(name.formal).not.toBe('')
        },
      ),
    )
  })

  it('knows what it was called before, newest first', () => {
    expect(formerNamings(party('GMB')).map(({ from, until }) => [from, until])).toEqual([
      ['2015-12-11', '2017-01-28'],
      [null, '2015-12-10'],
    ])
    expect(formerNamings(party('KOR'))).toEqual([])
  })

  it('knows in which languages a name changed', () => {
    const changed = (code: string) =>
      formerNamings(party(code)).map((former) => changedLanguages(party(code), former))
    expect(changed('TUR')).toEqual([['en', 'fr', 'es', 'ko']])
    expect(changed('CPV')).toEqual([['ar', 'en', 'fr']])
    expect(changed('KOR')).toEqual([])
  })

  it('is listed from its admission on', () => {
    expect(isListedOn(party('SSD'), '2011-07-13')).toBe(false)
    expect(isListedOn(party('SSD'), '2011-07-14')).toBe(true)
    expect(isListedOn(party('EU'), '2011-07-13')).toBe(true)
  })

  it('says which forms were not compared with a source', () => {
    expect(isNameConfirmed(party('OMN'), '2021-12-07', 'ko')).toBe(false)
    expect(isNameConfirmed(party('OMN'), '2021-12-07', 'ar')).toBe(true)
    expect(isNameConfirmed(party('IGAD'), '2021-12-07', 'zh')).toBe(false)
  })

  it('is refused when its names do not follow each other', () => {
    const given = party('TUR')
    const [former, present] = given.namings
    for (const namings of [
      [former],
      [present, former],
      [present, present],
      [former, former, present],
    ]) {
      expect(Party.safeParse({ ...given, namings }).success).toBe(false)
    }
  })

  it('is recorded by the loader and by administrators only', () => {
    const secretariat = {
      ...ANONYMOUS,
      grants: [{ role: 'host-secretariat' as const, conference: '*' }],
    }
    expect([LOADER, OPERATOR, ANONYMOUS, secretariat].map(mayRecord)).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
})
