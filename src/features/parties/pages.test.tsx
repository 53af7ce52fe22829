import { brotliCompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import groupsFile from '../../../data/groups.json' with { type: 'json' }
import orderingsFile from '../../../data/orderings.json' with { type: 'json' }
import partiesFile from '../../../data/parties.json' with { type: 'json' }
import { LANGUAGES, type Language } from '../../kernel/language.ts'
import { GroupPage } from './group-page.tsx'
import { Group } from './groups.model.ts'
import { Party } from './model.ts'
import { Ordering } from './orderings.model.ts'
import { type PartiesFacts, PartiesPage } from './parties-page.tsx'
import { PartyPage } from './party-page.tsx'
import { Wish } from './search.ts'

const TODAY = '2026-01-01'
const PARTIES = partiesFile.parties.map((one) =>
  Party.parse({ ...one, sources: partiesFile.sources }),
)
const GROUPS = Group.array().parse(groupsFile.groups)
const ORDERINGS = Ordering.array().parse(orderingsFile.orderings)
const classes = ORDERINGS.filter((one) => one.kind === 'classes')
const belongings = GROUPS.flatMap(({ code, kind, names, members }) =>
  members.map((one) => ({ ...one, group: code, kind, names })),
)
const FACTS: PartiesFacts = {
  parties: PARTIES,
  regional: belongings.filter(({ kind }) => kind === 'regional-group'),
  groups: GROUPS,
  classes,
  seats: ORDERINGS.filter((one) => one.kind === 'seat'),
  today: TODAY,
}

const list = (language: Language, query: Record<string, string> = {}) =>
  `${PartiesPage({ language, facts: FACTS, wish: Wish.parse(query) })}`
const codesIn = (html: string) => [...html.matchAll(/\/parties\/([A-Z]+)["?]/g)].map((m) => m[1])
const namesIn = (html: string) =>
  [...html.matchAll(/\/parties\/[A-Z]+[^>]*>([^<]+)</g)].map((m) => m[1])
const page = (code: string, language: Language, day = TODAY) => {
  const party = PARTIES.find((one) => one.code === code) as Party
  const own = belongings.filter((one) => one.party === code)
  return `${PartyPage({ language, facts: { party, belongings: own, day, today: TODAY } })}`
}
const group = (code: string, language: Language) => {
  const found = GROUPS.find((one) => one.code === code) as Group
  const members = PARTIES.filter(({ code }) => found.members.some(({ party }) => party === code))
  return `${GroupPage({ language, facts: { group: found, parties: members, classes, today: TODAY } })}`
}

describe('the list of parties', () => {
  it('holds everyone, in the alphabet of the page', () => {
    expect(codesIn(list('en'))).toHaveLength(217)
    expect(codesIn(list('fr')).slice(0, 4)).toEqual(['AFG', 'ZAF', 'ALB', 'DZA'])
    expect(codesIn(list('ko')).slice(0, 2)).toEqual(['GHA', 'GAB'])
    expect(codesIn(list('ar'))[0]).toBe('RUS')
  })

  it('takes another order from its address', () => {
    expect(codesIn(list('fr', { order: 'en' })).slice(0, 3)).toEqual(['AFG', 'ALB', 'DZA'])
    expect(codesIn(list('fr', { order: 'seat-76' })).slice(0, 3)).toEqual(['SUR', 'SWE', 'CHE'])
    const strokes = codesIn(list('zh', { order: 'zh-strokes', kind: 'state' }))
    const pinyin = codesIn(list('zh', { kind: 'state' }))
    // 几 has two strokes, 也 three; 秘 has ten, 加 five.
    expect(strokes.slice(0, 3)).toEqual(['GIN', 'GNB', 'YEM'])
    expect(pinyin.indexOf('PER')).toBeLessThan(pinyin.indexOf('CAN'))
    expect(strokes.indexOf('PER')).toBeGreaterThan(strokes.indexOf('CAN'))
    expect(codesIn(list('en', { order: 'size' }))).toEqual(codesIn(list('en')))
  })

  it('keeps an order for those that a search leaves', () => {
    const found = codesIn(list('fr', { q: 'gu' }))
    const seated = codesIn(list('fr', { order: 'seat-76' }))
    expect(found.length).toBeGreaterThan(5)
    expect(codesIn(list('fr', { order: 'seat-76', q: 'gu' }))).toEqual(
      seated.filter((code) => found.includes(code)),
    )
  })

  it('prints the names of the day, and keeps the day in its links', () => {
    const then = list('fr', { on: '2015-09-28' })
    expect(namesIn(then)).toContain('Turquie')
    expect(namesIn(then)).toContain('Swaziland')
    expect(namesIn(then)).not.toContain('Türkiye')
    expect(then).toContain('/fr/parties/TUR?on=2015-09-28')
    expect(codesIn(list('en', { on: '2011-07-13' }))).not.toContain('SSD')
    expect(codesIn(list('en', { on: '2011-07-14' }))).toContain('SSD')
  })

  it.each([
    ['28.9.2015', 'Indiquez une date'],
    ['2015-02-30', 'Indiquez une date'],
    ['1999-01-01', 'consignés ici à partir'],
  ])('says at its field what is wrong with the day %s, and keeps it there', (on, words) => {
    const html = list('fr', { on })
    expect(html).toContain(words)
    expect(html).toContain(`value="${on}"`)
    expect(html).toContain('aria-invalid="true"')
    expect(codesIn(html)).toHaveLength(217)
  })

  it('filters by kind, group and search, together', () => {
    expect(codesIn(list('en', { kind: 'observer-state' }))).toEqual(['PSE', 'VAT'])
    expect(codesIn(list('en', { group: 'weog' }))).toHaveLength(29)
    expect(codesIn(list('fr', { q: '대한' }))).toEqual(['KOR'])
    expect(codesIn(list('fr', { q: 'coree', group: 'asia-pacific' }))).toEqual(['KOR', 'PRK'])
    expect(codesIn(list('en', { q: 'no such name' }))).toEqual([])
    expect(list('en', { q: 'no such name' })).toContain('Nothing matches')
  })

  it('shows what a search met where the name does not', () => {
    expect(list('en', { q: '大韩' })).toContain('<bdi lang="zh" dir="ltr">大韩民国</bdi>')
    expect(list('en', { q: 'republic of korea' })).not.toContain('<bdi lang="fr"')
  })

  it('escapes what was typed', () => {
    expect(list('en', { q: '"><script>' })).toContain('value="&quot;&gt;&lt;script&gt;"')
  })

  it('marks observers and spells organizations out', () => {
    expect(list('en')).toMatch(/State of Palestine<\/a><small> Observer State/)
    expect(list('fr')).toContain('Organisation du Traité de l’Atlantique Nord')
  })

  it.each(LANGUAGES)('is small over the wire (%s)', (language) => {
    expect(brotliCompressSync(list(language)).length).toBeLessThan(9_000)
  })
})

describe('the page of a party', () => {
  it('names it in seven languages, each marked', () => {
    const html = page('KOR', 'fr')
    for (const name of [
      '<bdi lang="ko" dir="ltr">대한민국</bdi>',
      '<bdi lang="zh" dir="ltr">大韩民国</bdi>',
      '<bdi lang="ar" dir="rtl">جمهورية كوريا</bdi>',
      '<bdi lang="ru" dir="ltr">Республика Корея</bdi>',
    ]) {
      expect(html).toContain(name)
    }
    expect(html).toContain('<h1>République de Corée</h1>')
    expect(html).toContain('17\u00A0septembre 1991')
    expect(html).toContain('Groupe des États d’Asie et du Pacifique')
  })

  it('shows what changed, in which languages, until when and how surely', () => {
    const html = page('TUR', 'en')
    expect(html).toContain('31 May 2022')
    expect(html).toContain('Turquie')
    expect(html).not.toContain('day at the United Nations not confirmed')
    expect(page('SWZ', 'en')).toContain('day at the United Nations not confirmed')
    expect(page('OMN', 'en')).toContain('not compared with a source')
  })

  it('has the title of the day', () => {
    expect(page('TUR', 'fr', '2021-12-07')).toContain('<h1>Turquie</h1>')
    expect(page('TUR', 'fr')).toContain('<h1>Türkiye</h1>')
  })

  it('marks what a source only indicates', () => {
    expect(page('BRA', 'en')).toContain('membership not confirmed')
    expect(page('ARG', 'en')).not.toContain('membership not confirmed')
  })

  it('keeps the codes of states and the acronyms of organizations apart', () => {
    expect(page('KOR', 'en')).toContain('ISO 3166-1 KR · KOR')
    expect(page('EU', 'en')).not.toContain('ISO 3166-1')
  })
})

describe('the page of a group', () => {
  it('states the size that sources give, says that the list is not all, and never counts it', () => {
    const html = group('c34', 'en')
    expect(html).toContain('155')
    expect(html).toContain('The full list was not available to us')
    expect(codesIn(html)).toHaveLength(42)
    expect(html.replaceAll(/href="[^"]*"/g, '')).not.toMatch(/\b(28|39|42)\b/)
  })

  it('puts figures that disagree side by side, each with its source', () => {
    const figures = group('c34', 'fr').matchAll(/<td[^>]*>(157|156)<\/td>/g)
    expect([...figures].map((found) => found[1])).toEqual(['157', '157', '156'])
  })

  it('says nothing of a rest where the list is whole', () => {
    expect(group('african', 'en')).not.toContain('The full list was not available')
  })
})

describe('every page', () => {
  const pages = LANGUAGES.flatMap((language) => [
    list(language),
    page('TUR', language),
    page('EU', language),
    group('c34', language),
  ])

  it('has no flag, no address where a publisher belongs, and each id once', () => {
    for (const html of pages) {
      expect(html).not.toMatch(/[\u{1F1E6}-\u{1F1FF}]/u)
      expect(html).not.toMatch(/>https?:/)
      const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((found) => found[1])
      expect(new Set(ids).size).toBe(ids.length)
    }
  })

  it('labels every field', () => {
    const html = list('en')
    for (const [, id] of html.matchAll(/<(?:input|select)[^>]*\sid="([^"]+)"/g)) {
      expect(html).toContain(`<label class="block" for="${id}">`)
    }
  })
})
