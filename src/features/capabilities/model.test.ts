import { describe, expect, it } from 'vitest'
import capabilitiesFile from '../../../data/capabilities.json' with { type: 'json' }
import categoriesFile from '../../../data/categories.json' with { type: 'json' }
import requirementsFile from '../../../data/requirements.json' with { type: 'json' }
import themesFile from '../../../data/themes.json' with { type: 'json' }
import { LANGUAGES } from '../../kernel/language.ts'
import { belongsTo, CategorySet } from './categories.model.ts'
import { ancestorsOf, Capability, familyOf, isIllustrative, isWithin, parentOf } from './model.ts'
import { capabilitiesIn, mustFollow, needsOf, Paper, successorOf } from './requirements.model.ts'
import rows from './requirements.rows.json' with { type: 'json' }
import { capabilitiesFrom, categorySetsFrom, papersFrom, themesFrom } from './shipped.ts'
import { Theme } from './themes.model.ts'

const CAPABILITIES = capabilitiesFrom(capabilitiesFile).map((one) => Capability.parse(one))
const SETS = categorySetsFrom(categoriesFile).map((one) => CategorySet.parse(one))
const THEMES = themesFrom(themesFile).map((one) => Theme.parse(one))
const PAPERS = papersFrom(requirementsFile).map((one) => Paper.parse(one))
const REQUIREMENTS = PAPERS.flatMap(({ requirements }) => requirements)
const CODES = new Set(CAPABILITIES.map(({ code }) => code))

const capability = (code: string) => CAPABILITIES.find((one) => one.code === code)
const paper = (id: string) => PAPERS.find((one) => one.id === id) as Paper
const requirement = (id: string) => REQUIREMENTS.find((one) => one.id === id)
const messages = (schema: typeof Capability | typeof Paper, value: object) =>
  schema.safeParse(value).error?.issues.map(({ message }) => message)

describe('a code', () => {
  it('tells everything above it', () => {
    expect(ancestorsOf('aviation.helicopter.utility')).toEqual(['aviation', 'aviation.helicopter'])
    expect(ancestorsOf('aviation')).toEqual([])
    expect([parentOf('aviation.uas'), parentOf('aviation')]).toEqual(['aviation', null])
    expect(familyOf('medical.hospital.level2plus')).toBe('medical')
  })

  it('stands within itself and whatever it narrows, not within a word that begins alike', () => {
    expect(isWithin('police.fpu.women', 'police')).toBe(true)
    expect(isWithin('police', 'police')).toBe(true)
    expect(isWithin('police', 'police.fpu')).toBe(false)
    expect(isWithin('policeman', 'police')).toBe(false)
  })

  it('has the code above it for a parent, and no other', () => {
    const helicopter = capability('aviation.helicopter') as Capability
    expect(messages(Capability, { ...helicopter, parent: 'medical' })).toEqual([
      'capabilities.parent-of-code',
    ])
    expect(messages(Capability, { ...helicopter, parent: null })).toEqual([
      'capabilities.parent-of-code',
    ])
  })
})

describe('the taxonomy that ships', () => {
  it('is a tree of 123 capabilities, each after the one above it, named in seven languages', () => {
    expect(CAPABILITIES).toHaveLength(123)
    const seen = new Set<string>()
    for (const { code, parent, names } of CAPABILITIES) {
      expect(parent === null || seen.has(parent), code).toBe(true)
      expect(Object.keys(names).sort(), code).toEqual([...LANGUAGES].sort())
      seen.add(code)
    }
    expect(CAPABILITIES.map(({ position }) => position)).toEqual(CAPABILITIES.map((_, i) => i))
  })

  it('calls no two capabilities the same in any language', () => {
    for (const language of LANGUAGES) {
      const names = CAPABILITIES.map((one) => one.names[language])
      expect(
        names.filter((name, i) => names.indexOf(name) !== i),
        language,
      ).toEqual([])
    }
  })

  it('has eighteen recipes, all of them illustrations of ours', () => {
    const recipes = CAPABILITIES.flatMap(({ recipe }) => recipe ?? [])
    expect(recipes).toHaveLength(18)
    expect(recipes.every(isIllustrative)).toBe(true)
    expect(isIllustrative({ sources: [paper('2022-03').sources[0] as never] })).toBe(false)
  })

  it('says of every size that it was seen, and where', () => {
    const seen = CAPABILITIES.flatMap(({ code, sizesSeen }) =>
      sizesSeen.map(({ quantity, source }) => [code, quantity.kind, source.publisher] as const),
    )
    expect(seen).toHaveLength(9)
    expect(seen.filter(([code]) => code === 'engineering.company')).toHaveLength(2)
  })
})

describe('the categories of editions', () => {
  it('map to capabilities that there are, every one of them', () => {
    const mapped = SETS.flatMap(({ categories }) => categories.flatMap((one) => one.capabilities))
    expect(mapped.filter((code) => !CODES.has(code))).toEqual([])
  })

  it('take with them what stands below a capability', () => {
    const medical = SETS.flatMap(({ categories }) => categories).find(
      ({ code }) => code === '2021.medical',
    )
    expect(medical && belongsTo('medical.hospital.level2', medical)).toBe(true)
    expect(medical && belongsTo('aviation.helicopter', medical)).toBe(false)
  })

  it('say of each number what it counts, and keep those that disagree', () => {
    const figures = new Map(
      SETS.flatMap(({ categories }) =>
        categories.map(({ code, figures }) => [
          code,
          figures.map(({ how, number, counts }) => `${how} ${number} ${counts}`),
        ]),
      ),
    )
    expect(figures.get('2025.units')).toEqual([
      'exactly 53 states',
      'exactly 88 units',
      'exactly 39 states',
      'exactly 81 units',
    ])
    expect(figures.get('2015.troops-police')).toEqual([
      'about 40000 troops-and-police',
      'over 40000 troops-and-police',
      'about 30000 troops-and-police',
    ])
    expect(figures.get('2017.protection')).toEqual(['exactly 54 governments'])
    expect(figures.get('2021.technology')).toEqual([])
  })
})

describe('themes', () => {
  it('are eight areas, seven priorities, two that cross them, and nine of ours', () => {
    const count = (scheme: string) => THEMES.filter((one) => one.scheme === scheme).length
    expect(['a4p', 'a4p-plus', 'a4p-plus-cross-cutting', 'cross-cutting'].map(count)).toEqual([
      8, 7, 2, 9,
    ])
  })

  it('are called as a source calls them only where there is one', () => {
    const found = THEMES.filter(({ names }) => names.in.en?.status === 'as-published')
    expect(found.map(({ scheme, code }) => `${scheme}/${code}`)).toEqual([
      'a4p-plus/coherence',
      'a4p-plus/capabilities',
      'a4p-plus-cross-cutting/women',
      'a4p-plus-cross-cutting/innovation',
    ])
    expect(THEMES.flatMap(({ names }) => [names.in.ar, names.in.ru, names.in.zh])).toSatisfy(
      (all: { status: string }[]) => all.every(({ status }) => status === 'unofficial'),
    )
    const stray = { ...THEMES.find(({ code }) => code === 'coherence'), foundIn: {} }
    expect(Theme.safeParse(stray).error?.issues.map(({ message }) => message)).toEqual([
      'capabilities.wording-without-source',
    ])
  })
})

describe('requirements', () => {
  it('hold all 38 rows of the raw table, each once', () => {
    expect(rows).toHaveLength(38)
    expect(REQUIREMENTS.map(({ id }) => id).sort()).toEqual(rows.map(({ id }) => id).sort())
    const stray = rows.filter(
      ({ id, paper_date, source_url }) =>
        !id.startsWith(`${paper_date}.`) ||
        !requirement(id)?.sources.some(({ url }) => url === source_url),
    )
    expect(stray).toEqual([])
  })

  it('invent no quantity: one is known, and it is one unit', () => {
    const known = REQUIREMENTS.filter(({ quantity }) => quantity.kind !== 'none')
    expect(known.map(({ id }) => id)).toEqual(['2022-04.aviation-contingent'])
    expect(known[0]).toMatchObject({ addressedTo: 'BGD', quantity: { kind: 'exact', value: 1 } })
  })

  it('have a quantity of one capability only', () => {
    const request = paper('2022-04')
    const two = request.requirements.map((one) => ({ ...one, capabilities: ['aviation', 'eod'] }))
    expect(messages(Paper, { ...request, requirements: two })).toEqual([
      'capabilities.quantity-of-one',
    ])
  })

  it('count no offer as a need', () => {
    expect(paper('2025-06').requirements.map(({ side }) => side)).toEqual(
      Array.from({ length: 4 }, () => 'supply'),
    )
    expect(needsOf(paper('2025-06'))).toEqual([])
  })

  it('name capabilities that there are, and none where the types are not stated', () => {
    expect(PAPERS.flatMap(capabilitiesIn).filter((code) => !CODES.has(code))).toEqual([])
    for (const id of ['2017-08.french-speaking-units', '2023-09.before-accra']) {
      expect(requirement(id)?.capabilities).toEqual([])
    }
    expect(requirement('2014-09.intelligence')?.capabilities).toEqual(['pisr'])
    expect(requirement('2017-10.women')?.capabilities).toEqual(['women.participation'])
    expect(requirement('2017-08.french-speaking-units')?.language).toBe('fr')
  })

  it('mark what we read into the words', () => {
    const unmarked = REQUIREMENTS.filter(
      ({ capabilities, ours }) => capabilities.length > 0 && !ours.includes('capabilities'),
    )
    expect(unmarked.map(({ id }) => id)).toEqual([])
  })

  it('belong to their paper', () => {
    const other = { ...paper('2022-04'), id: '2022-05' }
    expect(messages(Paper, other)).toEqual(['capabilities.requirement-of-paper'])
    const { requirements, ...rest } = paper('2022-04')
    expect(messages(Paper, { ...rest, requirements: [...requirements, ...requirements] })).toEqual([
      'capabilities.requirement-twice',
    ])
  })
})

describe('papers of the series', () => {
  it('each take the place of the one before, in one line without a fork', () => {
    const series = PAPERS.filter(({ kind }) => kind === 'paper')
    expect(series.map(({ id, supersedes }) => [id, supersedes])).toEqual([
      ['2017-05', null],
      ['2017-08', '2017-05'],
      ['2021-06', '2017-08'],
      ['2021-09', '2021-06'],
      ['2022-03', '2021-09'],
      ['2023-09', '2022-03'],
      ['2025-03', '2023-09'],
      ['2025-06', '2025-03'],
    ])
    expect(successorOf(PAPERS, '2022-03')?.id).toBe('2023-09')
    expect(successorOf(PAPERS, '2025-06')).toBe(null)
  })

  it('follow an earlier paper; a statement follows none and is followed by none', () => {
    const later = { kind: 'paper', date: '2022-03', supersedes: '2021-09' } as const
    const earlier = { kind: 'paper', date: '2021-09' } as const
    const statement = { kind: 'statement', date: '2021-09' } as const
    expect(() => mustFollow(later, earlier, null)).not.toThrow()
    expect(() => mustFollow({ ...later, supersedes: null }, null, null)).not.toThrow()
    expect(() => mustFollow(later, null, null)).toThrow('capabilities.unknown-paper')
    expect(() => mustFollow(later, { ...earlier, date: '2022-03' }, null)).toThrow(
      'capabilities.supersedes-later',
    )
    expect(() => mustFollow(later, statement, null)).toThrow('capabilities.statement-supersedes')
    expect(() => mustFollow({ ...later, kind: 'statement' }, earlier, null)).toThrow(
      'capabilities.statement-supersedes',
    )
  })

  it('take the place of a paper alone', () => {
    const later = { kind: 'paper', date: '2022-03', supersedes: '2021-09' } as const
    const earlier = { kind: 'paper', date: '2021-09' } as const
    expect(() => mustFollow(later, earlier, '2022-01')).toThrow('capabilities.already-superseded')
  })
})
