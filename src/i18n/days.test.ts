import { describe, expect, it } from 'vitest'
import { LANGUAGES, type Language } from '../kernel/language.ts'
import { sayDay, sayDayRange, sayPartialDay, sayWeekday } from './days.ts'

const inAll = (say: (language: Language) => string) =>
  Object.fromEntries(LANGUAGES.map((language) => [language, say(language)]))

describe('a day', () => {
  it('is written as the United Nations writes it', () => {
    expect(inAll((language) => sayDay(language, '2021-12-07'))).toEqual({
      ar: '7\u00A0كانون\u00A0الأول/\u2060ديسمبر 2021',
      zh: '2021年12月7日',
      en: '7 December 2021',
      fr: '7\u00A0décembre 2021',
      ru: '7\u00A0декабря 2021\u00A0г.',
      es: '7\u00A0de diciembre de 2021',
      ko: '2021년 12월 7일',
    })
  })

  it('may bring its weekday', () => {
    expect(inAll((language) => sayDay(language, '2021-12-07', { weekday: true }))).toEqual({
      ar: 'الثلاثاء 7\u00A0كانون\u00A0الأول/\u2060ديسمبر 2021',
      zh: '2021年12月7日 星期二',
      en: 'Tuesday, 7 December 2021',
      fr: 'mardi 7\u00A0décembre 2021',
      ru: 'вторник, 7\u00A0декабря 2021\u00A0г.',
      es: 'martes, 7\u00A0de diciembre de 2021',
      ko: '2021년 12월 7일 화요일',
    })
  })

  it('may leave its year to what stands above it', () => {
    const short = (language: Language) =>
      sayDay(language, '2021-12-08', { weekday: true, year: false })
    expect(inAll(short)).toEqual({
      ar: 'الأربعاء 8\u00A0كانون\u00A0الأول/\u2060ديسمبر',
      zh: '12月8日 星期三',
      en: 'Wednesday, 8 December',
      fr: 'mercredi 8\u00A0décembre',
      ru: 'среда, 8\u00A0декабря',
      es: 'miércoles, 8\u00A0de diciembre',
      ko: '12월 8일 수요일',
    })
  })

  it('is «1er» in French, and only there and then', () => {
    expect(sayDay('fr', '2021-12-01')).toBe('1er\u00A0décembre 2021')
    expect(sayDay('fr', '2021-12-11')).toBe('11\u00A0décembre 2021')
    expect(sayDay('es', '2021-12-01')).toBe('1\u00A0de diciembre de 2021')
  })

  it('has its weekday alone', () => {
    expect(sayWeekday('en', '2021-12-05')).toBe('Sunday')
    expect(sayWeekday('ar', '2021-12-06')).toBe('الاثنين')
  })

  it('refuses what is no day', () => {
    expect(() => sayDay('en', '2021-02-30')).toThrow(RangeError)
  })
})

describe('a day as far as it is known', () => {
  it('is a year, a month or a day, and nothing is filled in', () => {
    expect(inAll((language) => sayPartialDay(language, '2021'))).toEqual({
      ar: '2021',
      zh: '2021年',
      en: '2021',
      fr: '2021',
      ru: '2021\u00A0г.',
      es: '2021',
      ko: '2021년',
    })
    expect(inAll((language) => sayPartialDay(language, '2021-07'))).toEqual({
      ar: 'تموز/\u2060يوليه 2021',
      zh: '2021年7月',
      en: 'July 2021',
      fr: 'juillet 2021',
      ru: 'июль 2021\u00A0г.',
      es: 'julio de 2021',
      ko: '2021년 7월',
    })
    expect(sayPartialDay('en', '2021-07-29')).toBe('29 July 2021')
  })
})

describe('a range of days', () => {
  it('of two days names both', () => {
    expect(inAll((language) => sayDayRange(language, '2021-12-07', '2021-12-08'))).toEqual({
      ar: '7 و8\u00A0كانون\u00A0الأول/\u2060ديسمبر 2021',
      zh: '2021年12月7日至8日',
      en: '7–8 December 2021',
      fr: '7 et 8\u00A0décembre 2021',
      ru: '7–8\u00A0декабря 2021\u00A0г.',
      es: '7 y 8\u00A0de diciembre de 2021',
      ko: '2021년 12월 7일~8일',
    })
  })

  it('of more days names the first and the last', () => {
    expect(inAll((language) => sayDayRange(language, '2025-05-13', '2025-05-15'))).toEqual({
      ar: 'من 13 إلى 15\u00A0أيار/\u2060مايو 2025',
      zh: '2025年5月13日至15日',
      en: '13–15 May 2025',
      fr: 'du 13 au 15\u00A0mai 2025',
      ru: '13–15\u00A0мая 2025\u00A0г.',
      es: 'del 13 al 15\u00A0de mayo de 2025',
      ko: '2025년 5월 13일~15일',
    })
  })

  it('over the end of a month says both months, the year once', () => {
    expect(inAll((language) => sayDayRange(language, '2021-11-29', '2021-12-01'))).toEqual({
      ar: 'من 29\u00A0تشرين\u00A0الثاني/\u2060نوفمبر إلى 1\u00A0كانون\u00A0الأول/\u2060ديسمبر 2021',
      zh: '2021年11月29日至12月1日',
      en: '29 November – 1 December 2021',
      fr: 'du 29\u00A0novembre au 1er\u00A0décembre 2021',
      ru: '29\u00A0ноября – 1\u00A0декабря 2021\u00A0г.',
      es: 'del 29\u00A0de noviembre al 1\u00A0de diciembre de 2021',
      ko: '2021년 11월 29일~12월 1일',
    })
    expect(sayDayRange('fr', '2021-11-30', '2021-12-01')).toBe(
      '30\u00A0novembre et 1er\u00A0décembre 2021',
    )
  })

  it('over the end of a year says both years', () => {
    expect(inAll((language) => sayDayRange(language, '2021-12-30', '2022-01-02'))).toEqual({
      ar: 'من 30\u00A0كانون\u00A0الأول/\u2060ديسمبر 2021 إلى 2\u00A0كانون\u00A0الثاني/\u2060يناير 2022',
      zh: '2021年12月30日至2022年1月2日',
      en: '30 December 2021 – 2 January 2022',
      fr: 'du 30\u00A0décembre 2021 au 2\u00A0janvier 2022',
      ru: '30\u00A0декабря 2021\u00A0г. – 2\u00A0января 2022\u00A0г.',
      es: 'del 30\u00A0de diciembre de 2021 al 2\u00A0de enero de 2022',
      ko: '2021년 12월 30일~2022년 1월 2일',
    })
  })

  it('of one day is that day', () => {
    expect(sayDayRange('ar', '2016-09-08', '2016-09-08')).toBe('8\u00A0أيلول/\u2060سبتمبر 2016')
  })
})
