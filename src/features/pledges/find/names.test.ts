import { describe, expect, it } from 'vitest'
import capabilitiesFile from '../../../../data/capabilities.json' with { type: 'json' }
import missionsFile from '../../../../data/missions.json' with { type: 'json' }
import partiesFile from '../../../../data/parties.json' with { type: 'json' }
import { Mission } from '../../parties/missions.model.ts'
import { Labels, Party } from '../../parties/model.ts'
import { facetsNamed, namedCapability, namedMission, namedParty, termsAsked } from './names.ts'
import { termsOf } from './search.ts'

const NAMED = [
  ...partiesFile.parties.map((one) =>
    namedParty(Party.parse({ ...one, sources: partiesFile.sources })),
  ),
  ...capabilitiesFile.capabilities.map(({ code, names }) =>
    namedCapability(code, Labels.parse(names)),
  ),
  ...missionsFile.missions.map((one) => namedMission(Mission.parse(one))),
]
const EVERYTHING = new Set(NAMED.flatMap(({ facets }) => facets))
const facets = (search: string) =>
  termsOf(search).map((term) => facetsNamed([term], NAMED).filter((one) => !/^bene/.test(one)))
const asked = (search: string) => termsAsked(search, NAMED, EVERYTHING)

describe('a word names', () => {
  it.each([
    ['Кения', 'party:KEN'],
    ['Кении', 'party:KEN'],
    ['케냐', 'party:KEN'],
    ['肯尼亚', 'party:KEN'],
    ['كينيا', 'party:KEN'],
    ['Corée', 'party:KOR'],
    ['대한민국', 'party:KOR'],
    ['Turquie', 'party:TUR'],
    ['Türkiye', 'party:TUR'],
    ['Swaziland', 'party:SWZ'],
    ['США', 'party:USA'],
    ['KOR', 'party:KOR'],
    ['вертолет', 'capability:aviation.helicopter'],
    ['헬기', 'capability:aviation.helicopter'],
    ['직승기 헬기', 'capability:aviation.helicopter'],
    ['直升机', 'capability:aviation.helicopter'],
    ['UNMISS', 'mission:UNMISS'],
    ['MINUSS', 'mission:UNMISS'],
    ['МООНЮС', 'mission:UNMISS'],
  ])('«%s»: %s', (search, facet) => {
    expect(facets(search).flat()).toContain(facet)
  })

  it('a party that promises, and one for whom something is promised', () => {
    expect(facetsNamed(termsOf('Кения'), NAMED)).toEqual(['party:KEN', 'beneficiary:KEN'])
  })

  it('what begins as it was typed before what its forms have in common', () => {
    expect(facets('нигер').flat().sort()).toEqual(['party:NER', 'party:NGA'])
    expect(facets('нигерия').flat()).toEqual(['party:NGA'])
    expect(facets('Kenya').flat()).toEqual(['party:KEN'])
  })

  it('nothing where no name has it', () => {
    expect(facets('zirconium').flat()).toEqual([])
  })
})

describe('a word that names very many things', () => {
  it('stands for what all words name together', () => {
    const [united, kingdom] = asked('United Kingdom')
    expect(united?.facets.concat(kingdom?.facets ?? [])).toContain('party:GBR')
    expect(united?.facets).not.toContain('party:USA')
  })

  it('is passed over beside others, where together they name nothing', () => {
    expect(asked('training of women').map(({ query }) => query)).toEqual([
      "'training':*",
      "'women':*",
    ])
  })

  it('is asked for in the words of a pledge where all are such', () => {
    const many = Array.from({ length: 30 }, (_, i) => [
      { facets: [`mission:A${i}`], names: ['Republic'] },
      { facets: [`mission:B${i}`], names: ['Kingdom'] },
    ]).flat()
    const all = new Set(many.flatMap(({ facets }) => facets))
    expect(termsAsked('kingdom republic', many, all)).toEqual([
      { query: "'kingdom':*", facets: [] },
      { query: "'republic':*", facets: [] },
    ])
  })

  it('is asked for by itself where it is alone, if it is a word of its own', () => {
    expect(asked('republic')[0]?.facets.length).toBeGreaterThan(24)
    expect(asked('de')).toEqual([{ query: "'de'", facets: [] }])
    expect(asked('EU')[0]?.facets).toContain('party:EU')
  })
})

describe('what no pledge has', () => {
  it('is not asked for', () => {
    expect(termsAsked('Кения', NAMED, new Set(['party:KEN']))).toEqual([
      { query: "'кени':*", facets: ['party:KEN'] },
    ])
  })
})
