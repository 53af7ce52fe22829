import { describe, expect, it } from 'vitest'
import groupsFile from '../../../data/groups.json' with { type: 'json' }
import missionsFile from '../../../data/missions.json' with { type: 'json' }
import partiesFile from '../../../data/parties.json' with { type: 'json' }
import { LANGUAGES } from '../../kernel/language.ts'
import { belongsOn, Group } from './groups.model.ts'
import { acronymIn, isActiveOn, Mission, placeOf } from './missions.model.ts'
import { isMemberOn, nameOn, Party } from './model.ts'

const PARTIES = partiesFile.parties.map((party) => Party.parse({ ...party, sources: [] }))
const GROUPS = Group.array().parse(groupsFile.groups)
const MISSIONS = Mission.array().parse(missionsFile.missions)
const TODAY = '2026-01-01'
const of = (kind: string) => PARTIES.filter((party) => party.kind === kind)
const group = (code: string) => GROUPS.find((one) => one.code === code)
const mission = (acronym: string) => MISSIONS.find((one) => one.acronym === acronym)
const everyString = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(everyString)
      : []

describe('the parties that ship', () => {
  it('are 193 Member States, two observer States and organisations', () => {
    expect([of('state').length, of('observer-state').length, of('organisation').length]).toEqual([
      193, 2, 22,
    ])
    expect(of('state').filter((party) => isMemberOn(party, TODAY))).toHaveLength(193)
    expect(of('state').filter((party) => isMemberOn(party, '2011-07-13'))).toHaveLength(192)
    expect(of('observer-state').map(({ code }) => code)).toEqual(['VAT', 'PSE'])
  })

  it('have each a code, and states the codes of ISO 3166 and M49', () => {
    expect(new Set(PARTIES.map(({ code }) => code)).size).toBe(PARTIES.length)
    const states = PARTIES.filter(({ kind }) => kind !== 'organisation')
    expect(new Set(states.map(({ alpha2 }) => alpha2)).size).toBe(195)
    expect(new Set(states.map(({ m49 }) => m49)).size).toBe(195)
    expect(states.filter(({ code }) => !/^[A-Z]{3}$/.test(code))).toEqual([])
    expect(of('organisation').filter(({ alpha2, m49 }) => alpha2 || m49)).toEqual([])
  })

  it('are named short and in full in seven languages, in the script of each', () => {
    const script = {
      ar: /^[\p{Script=Arabic}\s()\-،]+$/u,
      zh: /^[\p{Script=Han}（）()·\s]+$/u,
      ru: /^[\p{Script=Cyrillic}\s()\-—.'’]+$/u,
      ko: /^[\p{Script=Hangul}\s()·-]+$/u,
      en: /^[\p{Script=Latin}\s()\-',]+$/u,
      fr: /^[\p{Script=Latin}\s()\-’,]+$/u,
      es: /^[\p{Script=Latin}\s()\-',]+$/u,
    }
    const wrong = PARTIES.flatMap(({ namings }) => namings).flatMap(({ names }) =>
      LANGUAGES.flatMap((language) =>
        [names[language].short, names[language].formal].filter(
          (name) => !script[language].test(name),
        ),
      ),
    )
    expect(wrong).toEqual([])
  })

  it('have names of their own in every language', () => {
    for (const language of LANGUAGES) {
      const names = PARTIES.map((party) => nameOn(party, TODAY, language).short)
      expect(new Set(names).size, language).toBe(PARTIES.length)
    }
  })

  it('bear none of the names that a library would give them', () => {
    const refused =
      /North Korea|South Korea|Taiwan|Taïwan|Corée du (Nord|Sud)|Corea del (Norte|Sur)|Северная Корея|Тайвань|كوريا الشمالية|تايوان|台湾|台灣|北韩|朝鲜$|北朝鮮|대만|타이완|북한|Burma|Birmanie|Birmania|Swaziland|Macedonia \(FYROM\)|Cape Verde|Holland$|Turkey|Turquie|Turquía|터키|Czech Republic$/
    const present = PARTIES.flatMap((party) =>
      LANGUAGES.flatMap((language) => {
        const { short, formal } = nameOn(party, TODAY, language)
        return party.code === 'CZE' ? [short] : [short, formal]
      }),
    )
    expect(present.filter((name) => refused.test(name))).toEqual([])
    expect(['North Korea', 'Turquie', '台湾'].every((name) => refused.test(name))).toBe(true)
    const ever = PARTIES.flatMap(({ namings }) =>
      namings.flatMap(({ names }) => everyString(names)),
    )
    expect(ever.filter((name) => /North Korea|Taiwan|台湾|대만|북한/.test(name))).toEqual([])
  })

  it('keep the names of the day: Turquie in 2021, Türkiye after May 2022', () => {
    const french = (day: string) => PARTIES.map((party) => nameOn(party, day, 'fr').short)
    expect(french('2021-12-07').filter((name) => /Turquie|Türkiye/.test(name))).toEqual(['Turquie'])
    expect(french('2022-06-01').filter((name) => /Turquie|Türkiye/.test(name))).toEqual(['Türkiye'])
  })
})

describe('the groups that ship', () => {
  it('put every Member State into one regional group, two of them by a note', () => {
    const regional = GROUPS.filter(({ kind }) => kind === 'regional-group')
    expect(regional.map(({ code, members }) => [code, members.length])).toEqual([
      ['african', 54],
      ['asia-pacific', 54],
      ['eastern-european', 23],
      ['grulac', 33],
      ['weog', 29],
    ])
    const grouped = regional.flatMap(({ members }) => members.map(({ party }) => party as string))
    expect(grouped.toSorted()).toEqual(
      of('state')
        .map(({ code }) => code as string)
        .toSorted(),
    )
  })

  it('know of the Special Committee what sources say, and say that it is not all', () => {
    const committee = group('c34')
    const status = (wanted: string) =>
      committee?.members.filter((one) => one.role === 'member' && one.status === wanted).length
    expect([status('confirmed'), status('indicated')]).toEqual([28, 11])
    expect([committee?.statedSize, committee?.complete]).toEqual([155, false])
    expect(committee?.members.every(({ sources }) => sources.length > 0)).toBe(true)
    expect(committee?.sizes.map(({ members }) => members)).toEqual([
      34, 124, 139, 144, 147, 151, 154, 155, 157, 157, 156,
    ])
  })

  it('are dated', () => {
    const in2020 = (code: string, day: string) =>
      group(code)?.members.filter((one) => belongsOn(one, day)).length
    expect([in2020('eu-members', '2020-01-31'), in2020('eu-members', '2020-02-01')]).toEqual([
      28, 27,
    ])
    expect([in2020('nato-members', '2021-12-07'), in2020('nato-members', '2024-03-07')]).toEqual([
      30, 32,
    ])
  })
})

describe('the missions that ship', () => {
  it('name no state where that would imply a position on a territory', () => {
    expect(MISSIONS).toHaveLength(27)
    expect(
      MISSIONS.filter(({ hosts }) => hosts.length === 0).map(({ acronym }) => acronym),
    ).toEqual(['MINURSO', 'UNMIK', 'UNISFA'])
    expect(placeOf(mission('UNMIK') ?? fail(), 'en')).toEqual({
      territory: 'Kosovo (in the context of Security Council resolution 1244 (1999))',
      status: null,
    })
    expect(placeOf(mission('UNISFA') ?? fail(), 'fr')).toEqual({
      territory: 'Abyei',
      status: 'statut définitif non déterminé',
    })
    expect(placeOf(mission('MINURSO') ?? fail(), 'es')).toEqual({
      territory: 'Sáhara Occidental',
      status: null,
    })
    expect(placeOf(mission('UNAMID') ?? fail(), 'en')).toEqual({ hosts: ['SDN'] })
  })

  it('were twelve peacekeeping operations in December 2021', () => {
    const then = MISSIONS.filter(
      (one) => one.kind === 'peacekeeping' && isActiveOn(one, '2021-12-07'),
    )
    expect(then).toHaveLength(12)
  })

  it('have the acronym of the language', () => {
    expect(acronymIn(mission('UNIFIL') ?? fail(), 'fr')).toBe('FINUL')
    expect(acronymIn(mission('MINUSMA') ?? fail(), 'fr')).toBe('MINUSMA')
  })
})

function fail(): never {
  throw new Error('No such mission')
}
