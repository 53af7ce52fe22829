import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from './kernel/language.ts'
import { filesBelow } from './testing/tree.ts'

type Catalogue = Record<string, string>

const folders = Map.groupBy(
  filesBelow('src', '.json').filter((file) => file.path.includes('/messages/')),
  (file) => file.path.slice(0, file.path.indexOf('/messages/')),
)
const catalogues = [...folders].map(([folder, files]) => ({
  folder,
  in: Object.fromEntries(
    files.map((file) => [file.path.slice(-7, -5), JSON.parse(file.text) as Catalogue]),
  ),
}))
const every = (offence: (language: string, key: string, message: string) => string[]) =>
  catalogues.flatMap(({ folder, in: languages }) =>
    Object.entries(languages).flatMap(([language, catalogue]) =>
      Object.entries(catalogue).flatMap(([key, message]) =>
        offence(language, key, message).map((what) => `${folder} ${language} ${key}: ${what}`),
      ),
    ),
  )

/** Every placeholder of a message and the plural categories it distinguishes. */
function anatomy(elements: readonly MessageFormatElement[]) {
  const names = new Set<string>()
  const plurals: string[][] = []
  const walk = (list: readonly MessageFormatElement[]) => {
    for (const element of list) {
      if (element.type !== TYPE.literal && element.type !== TYPE.pound) names.add(element.value)
      if (element.type === TYPE.plural) plurals.push(Object.keys(element.options))
      if (element.type === TYPE.plural || element.type === TYPE.select) {
        for (const option of Object.values(element.options)) walk(option.value)
      }
    }
  }
  walk(elements)
  return { names, plurals }
}

describe('words', () => {
  it('stand in all seven languages, key by key', () => {
    expect(catalogues.length).toBeGreaterThan(0)
    for (const { folder, in: languages } of catalogues) {
      expect(Object.keys(languages).sort(), folder).toEqual([...LANGUAGES].sort())
      const keys = Object.keys(languages.en ?? {}).sort()
      for (const language of LANGUAGES) {
        expect(Object.keys(languages[language] ?? {}).sort(), `${folder} ${language}`).toEqual(keys)
      }
    }
  })

  it('are never empty, and have the placeholders of the English', () => {
    const english = new Map(
      catalogues.map(({ folder, in: languages }) => [folder, languages.en ?? {}]),
    )
    const offences = catalogues.flatMap(({ folder, in: languages }) =>
      Object.entries(languages).flatMap(([language, catalogue]) =>
        Object.entries(catalogue).flatMap(([key, message]) => {
          const wanted = [...anatomy(parse(english.get(folder)?.[key] ?? '')).names].sort()
          const found = [...anatomy(parse(message)).names].sort()
          const same = message.trim() !== '' && wanted.join() === found.join()
          return same ? [] : [`${folder} ${language} ${key}: {${found}} for {${wanted}}`]
        }),
      ),
    )
    expect(offences).toEqual([])
  })

  it('know every plural form that their language has for whole numbers', () => {
    const needed: Record<string, string[]> = {
      ar: ['zero', 'one', 'two', 'few', 'many', 'other'],
      ru: ['one', 'few', 'many', 'other'],
      en: ['one', 'other'],
      fr: ['one', 'other'],
      es: ['one', 'other'],
      ko: ['other'],
      zh: ['other'],
    }
    const offences = every((language, _key, message) =>
      anatomy(parse(message)).plurals.flatMap((options) =>
        (needed[language] ?? []).filter(
          (category) =>
            !options.includes(category) &&
            !(category === 'zero' && options.includes('=0')) &&
            !(category === 'one' && options.includes('=1') && !['ru'].includes(language)) &&
            !(category === 'two' && options.includes('=2')),
        ),
      ),
    )
    expect(offences).toEqual([])
  })

  it('are written in the script of their language', () => {
    const script: Record<string, RegExp> = {
      ar: /\p{Script=Arabic}/u,
      ko: /\p{Script=Hangul}/u,
      ru: /\p{Script=Cyrillic}/u,
      zh: /\p{Script=Han}/u,
    }
    const bare = (message: string) => message.replace(/\{[^{}]*\}/g, '')
    const offences = every((language, _key, message) => {
      const wanted = script[language]
      const hasLetters = /\p{L}{4,}/u.test(bare(message))
      const known = /^[\s\d\p{P}\p{S}]*(?:[A-Z][\w.+-]*[\s\d\p{P}\p{S}]*)*$/u.test(bare(message))
      return wanted && hasLetters && !known && !wanted.test(message) ? [message] : []
    })
    expect(offences).toEqual([])
  })

  it('set French with its own spaces and apostrophe (DIPLOMACY 25)', () => {
    const offences = every((language, _key, message) =>
      language === 'fr' ? notFrench(message.replace(/\{[^{}]*\}/g, '0')) : [],
    )
    expect(offences).toEqual([])
  })
})

/** What French typography would not print: straight apostrophes, plain spaces where narrow or fixed ones belong. */
const notFrench = (text: string): string[] => [
  ...(text.match(/\p{L}'\p{L}/gu) ?? []),
  ...(text.match(/[^\u202F\u00A0][?!;](?=\s|$)/gu) ?? []),
  ...(text.match(/[^\u00A0]:(?=\s|$)|«(?!\u00A0)|(?<!\u00A0)»/gu) ?? []),
]

/** The French of a file of facts, but what is printed as somebody else published it. */
const frenchIn = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'fr' && typeof inner === 'string' ? [inner] : frenchIn(inner),
  )
}

describe('facts', () => {
  it('are told in French with its own spaces and apostrophe', () => {
    const offences = filesBelow('data', '.json').flatMap((file) =>
      frenchIn(JSON.parse(file.text)).flatMap((text) =>
        notFrench(text).map((what) => `${file.path}: «${what}» in ${text}`),
      ),
    )
    expect(offences).toEqual([])
  })
})
