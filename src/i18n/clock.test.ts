import { describe, expect, it } from 'vitest'
import { LANGUAGES, type Language } from '../kernel/language.ts'
import { sayClock, sayDuration, sayOffset, sayTimeRange, sayZoneOffset } from './clock.ts'

const inAll = (say: (language: Language) => string) =>
  Object.fromEntries(LANGUAGES.map((language) => [language, say(language)]))

describe('a time of the day', () => {
  it('has 24 hours and Latin digits in every language', () => {
    for (const language of LANGUAGES) expect(sayClock(language, '07:05')).toBe('07:05')
  })

  it('ranges to its end, in Arabic in words', () => {
    expect(inAll((language) => sayTimeRange(language, '19:30', '20:00'))).toEqual({
      ar: 'من الساعة 19:30 إلى الساعة 20:00',
      zh: '19:30–20:00',
      en: '19:30–20:00',
      fr: '19:30–20:00',
      ru: '19:30–20:00',
      es: '19:30–20:00',
      ko: '19:30~20:00',
    })
  })

  it('says no end that nobody knows', () => {
    expect(sayTimeRange('en', '19:30', null)).toBe('19:30')
    expect(sayTimeRange('ar', '19:30', null)).toBe('الساعة 19:30')
  })
})

describe('a zone’s distance from UTC', () => {
  it('is signed with a true minus and isolated in Arabic', () => {
    expect(sayOffset('en', '+09:00')).toBe('UTC+09:00')
    expect(sayOffset('fr', '-03:30')).toBe('UTC−03:30')
    expect(sayOffset('ru', '+00:00')).toBe('UTC')
    expect(sayOffset('ar', '+05:45')).toBe('\u2068UTC+05:45\u2069')
  })

  it('is read from the zone at the moment, not from its name', () => {
    const at = (instant: string, zone: string) =>
      sayZoneOffset('en', Temporal.Instant.from(instant), zone)
    expect(at('2021-12-07T10:30:00Z', 'Asia/Kathmandu')).toBe('UTC+05:45')
    expect(at('2021-12-07T10:30:00Z', 'America/St_Johns')).toBe('UTC−03:30')
    expect(at('2021-07-07T10:30:00Z', 'America/St_Johns')).toBe('UTC−02:30')
  })
})

describe('a length of time', () => {
  it('counts hours and minutes with the plural of the language', () => {
    expect(inAll((language) => sayDuration(language, 83))).toEqual({
      ar: 'ساعة واحدة و23 دقيقة',
      zh: '1小时23分钟',
      en: '1 hour 23 minutes',
      fr: '1 heure 23 minutes',
      ru: '1 час 23 минуты',
      es: '1 hora y 23 minutos',
      ko: '1시간 23분',
    })
    expect([2, 3, 11].map((hours) => sayDuration('ar', hours * 60))).toEqual([
      'ساعتان',
      '3 ساعات',
      '11 ساعة',
    ])
    expect([1, 2, 5, 21].map((minutes) => sayDuration('ru', minutes))).toEqual([
      '1 минута',
      '2 минуты',
      '5 минут',
      '21 минута',
    ])
  })
})
