import { describe, expect, it } from 'vitest'
import { LANGUAGES, type Language } from '../kernel/language.ts'
import { compareIn, sortKeyOf } from './collation.ts'
import { isolate, isolateIn } from './isolate.ts'
import { LANGUAGE_NAMES } from './language-names.ts'
import { sayList, sayNumber, setBeside } from './numbers.ts'
import { foldSpaces, typeset } from './typography.ts'

const inAll = (say: (language: Language) => string) =>
  Object.fromEntries(LANGUAGES.map((language) => [language, say(language)]))

describe('numbers and lists', () => {
  it('group digits as each language does, with Latin digits in Arabic', () => {
    expect(inAll((language) => sayNumber(language, 12_345))).toEqual({
      ar: '12,345',
      zh: '12,345',
      en: '12,345',
      fr: '12\u202F345',
      ru: '12\u00A0345',
      es: '12.345',
      ko: '12,345',
    })
  })

  it('stand beside each other with the comma of the language', () => {
    expect(inAll((language) => setBeside(language, ['A', 'B']))).toEqual({
      ar: 'A، B',
      zh: 'A，B',
      en: 'A, B',
      fr: 'A, B',
      ru: 'A, B',
      es: 'A, B',
      ko: 'A, B',
    })
  })

  it('join what belongs together', () => {
    expect(inAll((language) => sayList(language, ['A', 'B', 'C']))).toEqual({
      ar: 'A وB وC',
      zh: 'A、B和C',
      en: 'A, B and C',
      fr: 'A, B et C',
      ru: 'A, B и C',
      es: 'A, B y C',
      ko: 'A, B 및 C',
    })
  })
})

describe('order', () => {
  it('follows the alphabet of the reader', () => {
    expect(['Zambie', 'Égypte', 'Espagne', 'Éthiopie'].sort(compareIn('fr'))).toEqual([
      'Égypte',
      'Espagne',
      'Éthiopie',
      'Zambie',
    ])
    expect(['中国', '阿富汗', '日本', '加拿大'].sort(compareIn('zh'))).toEqual([
      '阿富汗',
      '加拿大',
      '日本',
      '中国',
    ])
  })

  it('passes over the Arabic article, but not over letters that only look like it', () => {
    expect(sortKeyOf('ar', 'المملكة المتحدة')).toBe('مملكة متحدة')
    expect(sortKeyOf('ar', 'ألبانيا')).toBe('ألبانيا')
    expect(sortKeyOf('en', 'The Gambia')).toBe('The Gambia')
    const names = ['اليمن', 'تونس', 'الأردن', 'إثيوبيا']
    const byKey = compareIn('ar')
    expect(names.sort((a, b) => byKey(sortKeyOf('ar', a), sortKeyOf('ar', b)))).toEqual([
      'إثيوبيا',
      'الأردن',
      'تونس',
      'اليمن',
    ])
  })
})

describe('typography', () => {
  it('sets French with its own spaces', () => {
    expect(typeset('fr', "L'ordre : paix ; « partenariats »!")).toBe(
      'L’ordre\u00A0: paix\u202F; «\u00A0partenariats\u00A0»\u202F!',
    )
    expect(typeset('fr', '19:30, https://un.org/fr?a=1')).toBe('19:30, https://un.org/fr?a=1')
    expect(typeset('fr', typeset('fr', 'Quoi ?'))).toBe('Quoi\u202F?')
    expect(typeset('en', "The host's: yes!")).toBe("The host's: yes!")
  })

  it('folds them again for a search', () => {
    expect(foldSpaces(typeset('fr', "l'ordre du jour : paix ;"))).toBe("l'ordre du jour : paix ;")
  })

  it('isolates names in plain text', () => {
    expect(isolate('KOR')).toBe('\u2068KOR\u2069')
    expect(isolateIn('en', 'KOR')).toBe('KOR')
    expect(isolateIn('ar', 'KOR')).toBe('\u2068KOR\u2069')
  })

  it('names each language in its own script', () => {
    expect(LANGUAGES.map((language) => LANGUAGE_NAMES[language]).join(' ')).toBe(
      'العربية 中文 English Français Русский Español 한국어',
    )
  })
})
