import { beforeAll, describe, expect, it } from 'vitest'
import { ConferenceId } from '../../../kernel/ids.ts'
import { Paper } from '../../capabilities/requirements.model.ts'
import { check } from '../../matching/check/check.ts'
import { examine } from '../../matching/model/examine.ts'
import { Instance } from '../../matching/model/instance.ts'
import type { Engine } from '../../matching/solving/engine.ts'
import { loadEngine } from '../../matching/solving/highs.ts'
import { solve } from '../../matching/solving/solve.ts'
import { PledgeId, Terms } from '../../pledges/model.ts'
import { instanceOfRecord } from './instance.ts'
import type { Agreed } from './shares.ts'

const HELICOPTER = 'aviation.helicopter'
const sources = [
  { publisher: 'United Nations', url: 'https://un.example/x', date: null, grade: 'A' },
]
const words = { original: 'en', in: { en: { value: 'Words', status: 'unofficial' } } }

const paper = (id: string, capabilities: readonly string[], more: object = {}) =>
  Paper.parse({
    ...{ id, kind: 'paper', date: id.slice(0, 7), title: words, issuer: { name: words } },
    ...{ supersedes: null, conference: null, note: null, sources },
    requirements: [
      {
        ...{ id: `${id}.need`, side: 'need', words, capabilities, quantity: { kind: 'none' } },
        ...{ mission: null, scope: null, neededBy: null, urgency: null, urgencyWords: null },
        ...{ language: null, components: [], addressedTo: null, note: null, ours: [], sources },
        ...more,
      },
    ],
  })

const share = (party: string, role: string, value = 0, unit = 'unit', consent = 'own-source') => ({
  ...{ party, role, consent },
  ...(value > 0 && { quantity: { kind: 'exact', value, unit } }),
})

const pledge = (id: string, shares: readonly object[], more: object = {}): Agreed => ({
  id: PledgeId.parse(id),
  ...Terms.parse({
    ...{ conference: 'seoul2021', title: words, summary: words, lead: null, shares },
    ...{ quantity: { kind: 'none' }, capabilities: ['aviation.helicopter.utility'], ...more },
  }),
})

const recorded = (papers: readonly Paper[], pledges: readonly Agreed[] = []) =>
  instanceOfRecord({
    ...{ conference: ConferenceId.parse('seoul2021'), day: '2021-12-08', papers, pledges },
    units: new Set(['aviation', HELICOPTER, 'aviation.helicopter.utility', 'eod', 'medical']),
  })

const three = pledge('KOR-2021-01', [
  share('KOR', 'lead'),
  share('KOR', 'equipment', 16, 'helicopter'),
  share('USA', 'refurbishment', 16, 'helicopter', 'named'),
  share('USA', 'transport', 16, 'helicopter', 'named'),
  share('USA', 'money', 0, 'unit', 'named'),
  share('KEN', 'unit', 1, 'unit', 'named'),
  share('KEN', 'recipient', 16, 'helicopter', 'named'),
])

let engine: Engine
beforeAll(async () => {
  engine = await loadEngine()
})

function sharesOf(instance: Instance) {
  expect(examine(Instance.parse(instance)).problems).toEqual([])
  const limits = { milliseconds: 5000, within: 0 }
  const { plan } = solve(instance, limits, { engine, clock: () => 0 })
  expect(check(instance, plan)).toEqual([])
  return plan.covers.flatMap(({ shares }) =>
    shares.map(({ party, component, amount, unit }) => [party, component, amount, unit].join(' ')),
  )
}

describe('the record as data of a calculation', () => {
  it('has helicopters of one, refurbished and carried by a second, crewed by a third', () => {
    const { instance, assumed } = recorded([paper('2021-06', [HELICOPTER])], [three])
    expect(sharesOf(instance)).toEqual([
      'KOR equipment 16 helicopter',
      'USA refurbishment 16 helicopter',
      'USA transport 16 helicopter',
      'KEN people 1 unit',
    ])
    expect(instance.offers.map(({ conditions }) => conditions)).toEqual([
      ['dates-assumed'],
      ...Array(3).fill(['dates-assumed', 'not-confirmed']),
    ])
    expect(assumed).toEqual([
      {
        requirement: '2021-06.need',
        parts: ['units', 'from', 'until', 'weight'],
        recipe: { by: 'pledges', of: HELICOPTER },
        paper: '2021-06.need',
      },
    ])
  })

  it('counts whole units, and leaves out what nobody counted or nobody but us said', () => {
    const pledges = [
      pledge('ETH-2021-01', [share('ETH', 'unit')], {
        quantity: { kind: 'exact', value: 1, unit: 'unit' },
      }),
      pledge('BGD-2021-01', [share('BGD', 'unit', 850, 'troops')]),
      pledge('IND-2021-01', [share('IND', 'unit')], {
        quantity: { kind: 'up-to', value: 3, unit: 'unit' },
      }),
      pledge('RWA-2021-01', [share('RWA', 'unit', 1, 'unit', 'inferred')]),
      pledge('NPL-2021-01', [share('NPL', 'unit', 1)], { capabilities: ['medical'] }),
      pledge('GHA-2021-01', [share('GHA', 'unit', 1)], { from: '2019', until: '2020-06' }),
    ]
    const { instance } = recorded([paper('2021-06', [HELICOPTER])], pledges)
    expect(instance.offers.map(({ party }) => party)).toEqual(['ETH'])
  })

  it('takes a joint pledge as it is only where all of its parts are known', () => {
    const part = pledge('KOR-2021-01', [
      ...[share('KOR', 'equipment', 16, 'helicopter'), share('KEN', 'unit')],
    ])
    const { instance } = recorded([paper('2021-06', [HELICOPTER])], [part])
    expect(instance.recipes[0]?.alternatives.map(({ id }) => id)).toEqual(['whole'])
    expect(sharesOf(instance)).toEqual([])
  })

  it('keeps the dates that a pledge says', () => {
    const dated = { from: '2022-03', until: '2022' }
    const { instance } = recorded(
      [paper('2021-06', [HELICOPTER])],
      [pledge('ETH-2021-01', [share('ETH', 'unit', 1)], dated)],
    )
    expect(instance.offers[0]).toMatchObject({
      ...{ from: '2022-03-01', until: '2022-12-31', conditions: [] },
    })
  })
})

describe('what papers name', () => {
  const needs = (...papers: readonly Paper[]) => recorded(papers).instance.requirements

  it('holds for three years, and the last naming of a capability counts', () => {
    const one = { quantity: { kind: 'exact', value: 3, unit: 'unit' } }
    const all = needs(
      paper('2018-11', ['eod']),
      paper('2019-10', [HELICOPTER]),
      paper('2021-06', [HELICOPTER], one),
      paper('2022-03', ['medical']),
    )
    expect(all.map(({ id, units }) => [id, units])).toEqual([['2021-06.need', 3]])
  })

  it('counts for more where it was said to be more pressing, and begins when it was said', () => {
    const said = { urgency: 'critical', neededBy: { words, on: '2022-07-31' }, language: 'fr' }
    expect(needs(paper('2021-06', [HELICOPTER, 'eod'], said))).toMatchObject([
      { id: `2021-06.need:${HELICOPTER}`, weight: 3, from: '2022-07-31', languages: ['fr'] },
      { id: '2021-06.need:eod', weight: 3, until: '2023-12-08' },
    ])
  })

  it('is no need where it names no whole unit, or says what was offered', () => {
    expect(needs(paper('2021-06', ['women.participation']))).toEqual([])
    expect(needs(paper('2021-06', [HELICOPTER], { side: 'supply' }))).toEqual([])
  })
})
