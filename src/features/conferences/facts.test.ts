import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../kernel/language.ts'
import { FIGURE_GROUPS } from './figure.model.ts'
import { current } from './history.ts'
import { cited, mustBeSound } from './model.ts'
import { conferencesFrom, seriesFrom } from './shipped.ts'

const parsed = (file: string): unknown => JSON.parse(readFileSync(`data/${file}`, 'utf8'))
const series = seriesFrom(parsed('series.json'))
const files = readdirSync('data/conferences').sort()
const conferences = files.flatMap((file) => conferencesFrom(parsed(`conferences/${file}`)))
const byId = new Map(conferences.map((conference) => [String(conference.id), conference]))
const seoul = byId.get('seoul2021')

/** Every text below a value, with the way to it. */
function textsIn(value: unknown, path = ''): [string, Record<string, { value: string }>][] {
  if (typeof value !== 'object' || value === null) return []
  if ('original' in value && 'in' in value) {
    return [[path, value.in as Record<string, { value: string }>]]
  }
  return Object.entries(value).flatMap(([key, part]) => textsIn(part, `${path}/${key}`))
}
const texts = [series, ...conferences].flatMap((record) => textsIn(record, String(record.id)))

describe('the shipped editions', () => {
  it('are the nine of the series, each with the meetings that prepared it', () => {
    const editions = conferences.filter(({ parent }) => parent === null)
    expect(editions.map(({ id }) => String(id)).sort()).toEqual([
      'accra2023',
      'berlin2025',
      'london2016',
      'newyork2014',
      'newyork2015',
      'newyork2019',
      'paris2016',
      'seoul2021',
      'vancouver2017',
    ])
    const meetings = Map.groupBy(
      conferences.filter(({ parent }) => parent !== null),
      ({ parent }) => parent,
    )
    expect(
      Object.fromEntries([...meetings].map(([parent, list]) => [parent, list.length])),
    ).toEqual({
      accra2023: 4,
      berlin2025: 3,
      newyork2015: 5,
      newyork2019: 3,
      seoul2021: 4,
      vancouver2017: 3,
    })
  })

  it('are sound, and cite every source that they list', () => {
    for (const conference of conferences) {
      expect(() => mustBeSound(conference, series), conference.id).not.toThrow()
      const unused = Object.keys(conference.sources).filter(
        (key) => !cited(conference).includes(key),
      )
      expect(unused, conference.id).toEqual([])
    }
    expect(cited(series).filter((key) => !(key in series.sources))).toEqual([])
  })

  it('say everything in seven languages, except names as they were printed', () => {
    const partial = texts.filter(([, wordings]) => Object.keys(wordings).length < LANGUAGES.length)
    expect(partial.map(([path]) => path.replace(/\d+/, '#'))).toEqual(
      partial
        .map(() => 'seoul#/coChairs/list/#/nameAsPrinted')
        .map((path, i) => path.replace('list/#', `list/${i}`)),
    )
    expect(partial).toHaveLength(12)
    expect(texts.length).toBeGreaterThan(300)
  })

  it('use each counting rule that the series defines', () => {
    const used = new Set(conferences.flatMap(({ figures }) => figures.map((one) => one.counts)))
    expect(Object.keys(series.counting).filter((rule) => !used.has(rule))).toEqual([])
    const groups = new Set(Object.values(series.counting).map((rule) => rule.group))
    expect([...groups].sort()).toEqual([...FIGURE_GROUPS].sort())
  })

  it('set French with its own spaces and apostrophe (DIPLOMACY 25)', () => {
    const set = texts.map(([path, { fr }]) => `${path}: ${fr?.value ?? ''}`)
    expect(
      set.filter((text) =>
        /\p{L}'\p{L}|(?<!\u202f)[;?!]| :|« | »/u.test(text.replace(/^\S+: /, '')),
      ),
    ).toEqual([])
  })

  it('isolate Latin words within Arabic (DIPLOMACY 24)', () => {
    const arabic = texts
      .map(([, { ar }]) => ar?.value ?? '')
      .filter((text) => /\p{Script=Arabic}/u.test(text))
    expect(arabic.some((text) => text.includes('\u2068A4P+\u2069'))).toBe(true)
    const bare = arabic.map((text) => text.replace(/\u2068[^\u2069]*\u2069/g, ''))
    expect(bare.filter((text) => /[A-Za-z]/.test(text))).toEqual([])
  })

  it('reproach nobody (DIPLOMACY 7)', () => {
    const reproach: Record<string, RegExp> = {
      ar: /فشل|أخفق|لم تف|لم يف|نكث|أخلّ|غامض|متقاعس/,
      en: /\b(?:fail\w*|broken|broke|silent|silence|vague|lapsed?|not kept|unkept|unfulfilled|reneged)\b/i,
      es: /\b(?:fracas\w*|incumpl\w*|vag[ao]s?|silencios\w*|caducad\w*)\b/i,
      fr: /\b(?:échou\w*|échec\w*|non tenue?s?|rompu\w*|manqué à|vagues?|silencieu\w*|caducs?)\b/i,
      ko: /실패|불이행|어긴|침묵|모호한|파기/,
      ru: /провал|не выполнен|нарушен|молч|расплывчат|невыполн|просрочен/i,
      zh: /失败|违背|食言|沉默|含糊|未履行|未兑现|爽约/,
    }
    const offences = texts.flatMap(([path, wordings]) =>
      Object.entries(wordings).flatMap(([language, { value }]) =>
        reproach[language]?.test(value) ? [`${path} ${language}: ${value}`] : [],
      ),
    )
    expect(offences).toEqual([])
  })
})

describe('Seoul', () => {
  it('keeps what was announced before', () => {
    expect(seoul?.dates.map(({ is }) => is)).toEqual([
      { first: '2021-04-08', last: '2021-04-09' },
      { first: '2021-12-07', last: '2021-12-08' },
    ])
    expect(seoul?.venue.map(({ is }) => is.key)).toEqual(['coex', 'grand-hyatt'])
    expect(seoul?.format.map(({ is }) => is)).toEqual(['in-person', 'virtual'])
    expect(current(seoul?.format ?? [])).toMatchObject({ decided: '2021-12-01', about: true })
  })

  it('lists the co-chairs as they were printed', () => {
    expect(seoul?.coChairs?.list.map(({ party }) => party).join(' ')).toBe(
      'KOR USA GBR CAN JPN IDN NLD RWA ETH BGD PAK URY',
    )
    expect(seoul?.coChairs?.list[9]?.nameAsPrinted?.in.fr).toEqual({
      value: 'la République populaire du Bangladesh',
      status: 'as-published',
    })
  })

  it('keeps the order of the agenda and the order of the sessions', () => {
    expect(seoul?.themes.map(({ id }) => id)).toEqual([
      'sustaining-peace',
      'performance',
      'partnerships',
      'protection',
    ])
    expect(seoul?.sessions.map(({ theme }) => theme)).toEqual([
      'sustaining-peace',
      'partnerships',
      'performance',
      'protection',
    ])
  })
})
