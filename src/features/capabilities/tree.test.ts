import { describe, expect, it } from 'vitest'
import capabilitiesFile from '../../../data/capabilities.json' with { type: 'json' }
import requirementsFile from '../../../data/requirements.json' with { type: 'json' }
import type { Language } from '../../kernel/language.ts'
import { Capability } from './model.ts'
import { Paper } from './requirements.model.ts'
import { capabilitiesFrom, papersFrom } from './shipped.ts'
import { type Branch, finds, treeOf } from './tree.ts'

const CAPABILITIES = capabilitiesFrom(capabilitiesFile).map((one) => Capability.parse(one))
const PAPERS = papersFrom(requirementsFile).map((one) => Paper.parse(one))
const found = (search: string, language: Language = 'en') =>
  CAPABILITIES.filter((one) => finds(one, search, language)).map(({ code }) => code)

describe('the tree of capabilities', () => {
  it('holds every capability once, below its parent', () => {
    const tree = treeOf(CAPABILITIES, PAPERS)
    const codes = (branches: readonly Branch[]): string[] =>
      branches.flatMap(({ capability, branches }) => [capability.code, ...codes(branches)])
    expect(codes(tree)).toEqual(CAPABILITIES.map(({ code }) => code))
    expect(tree[0]?.branches.map(({ capability }) => capability.code)).toContain(
      'infantry.battalion',
    )
  })

  it('counts the texts that name a capability or something below it, each once', () => {
    const aviation = treeOf(CAPABILITIES, PAPERS).find(
      ({ capability }) => capability.code === 'aviation',
    )
    expect(aviation?.texts).toBe(8)
    const helicopters = aviation?.branches.find(
      ({ capability }) => capability.code === 'aviation.helicopter',
    )
    expect(helicopters?.texts).toBe(5)
    expect(helicopters?.branches.map(({ texts }) => texts)).toEqual([1, 1, 0])
  })
})

describe('a search', () => {
  it('finds a name in any language, without accents and case', () => {
    expect(found('HELICOPTER')).toContain('aviation.helicopter.utility')
    expect(found('hopital de niveau II+')).toEqual(['medical.hospital.level2plus'])
    expect(found('헬기', 'ru')).toContain('aviation.helicopter')
    expect(found('医院', 'fr')).toContain('medical.hospital')
  })

  it('says in which language it was found, the reader’s own first', () => {
    const police = CAPABILITIES.find(({ code }) => code === 'police') as Capability
    expect(finds(police, 'police', 'fr')).toEqual({ wording: 'Police', language: 'fr' })
    expect(finds(police, 'полиция', 'fr')).toEqual({ wording: 'Полиция', language: 'ru' })
  })

  it('finds the abbreviations of the field in a code', () => {
    expect(found('fpu')).toEqual(['police.fpu', 'police.fpu.women'])
    expect(found('medevac')).toEqual(['aviation.medevac'])
    expect(found(' ')).toEqual([])
  })
})
