import { describe, expect, it } from 'vitest'
import { PartyCode } from '../../../kernel/ids.ts'
import { Quantity } from '../../../kernel/quantity.ts'
import { shippedPapers } from '../../../testing/record.ts'
import type { Paper, Requirement } from '../../capabilities/requirements.model.ts'
import { shortages } from '../../capabilities/shortage.ts'
import type { Share } from '../../pledges/shares.model.ts'
import { type Answering, acceptedIn, missionGaps, readinessGaps } from './measures.ts'

const PAPERS = shippedPapers()
const FAMILIES = shortages(PAPERS).map(({ capability }) => capability)
const of = (quantity: object) => Quantity.parse(quantity)
const helicopters = (value: number) => of({ kind: 'exact', value, unit: 'helicopter' })
const units = (value: number) => of({ kind: 'exact', value, unit: 'unit' })

/** A shipped need with other particulars. */
function need(id: string, more: Partial<Requirement>): Requirement {
  const [known] = PAPERS.flatMap(({ requirements }) => requirements)
  if (!known) throw new Error('No requirement ships')
  return { ...known, id, capabilities: ['aviation.helicopter'], ...more }
}
function paper(id: string, ...requirements: Requirement[]): Paper {
  const [known] = PAPERS
  if (!known) throw new Error('No paper ships')
  return { ...known, id, date: id, requirements }
}
const share = (party: string, consent: Share['consent'], quantity = of({ kind: 'none' })) => ({
  party: PartyCode.parse(party),
  role: 'unit' as const,
  consent,
  quantity,
})
const answering = (more: Partial<Answering>): Answering => ({
  shares: [share('KOR', 'given')],
  quantity: helicopters(6),
  requirements: [{ code: '2030-01.helicopters', inferred: false }],
  audiences: {},
  ...more,
})

describe('in the texts that ship', () => {
  it('no gap can be told, by either measure: each is unknown, and none is zero', () => {
    const none = new Map()
    expect(
      FAMILIES.flatMap((family) => [
        ...missionGaps(PAPERS, family, none),
        ...readinessGaps(PAPERS, family),
      ]).filter(({ missing }) => missing !== null),
    ).toEqual([])
  })

  it('one need is of a named mission, in two families', () => {
    const ofMission = FAMILIES.filter((family) => missionGaps(PAPERS, family, new Map()).length > 0)
    expect(ofMission).toEqual(['aviation', 'equipment'])
  })
})

describe('the mission gap', () => {
  const NEEDED = need('2030-01.helicopters', { mission: 'MINUSMA', quantity: helicopters(16) })
  const texts = [paper('2030-01', NEEDED)]
  const missing = (...pledges: Answering[]) =>
    missionGaps(texts, 'aviation', acceptedIn(pledges)).map((gap) => gap.missing)

  it('is what a mission needs, less the shares that were accepted', () => {
    expect(missing(answering({}))).toEqual([{ low: 10, high: 10 }])
  })

  it('is unknown where no pledge of ours names the need', () => {
    expect(missing()).toEqual([null])
    expect(missing(answering({ requirements: [] }))).toEqual([null])
  })

  it('counts only shares to which a focal point has agreed', () => {
    const shares = [share('KOR', 'given', helicopters(6)), share('USA', 'named', helicopters(4))]
    expect(missing(answering({ shares }))).toEqual([{ low: 10, high: 10 }])
  })

  it('takes no part of a pledge for the whole of it', () => {
    const shares = [share('KOR', 'given'), share('USA', 'named')]
    expect(missing(answering({ shares }))).toEqual([{ low: 0, high: 16 }])
  })

  it('sees nothing that is not for everybody', () => {
    expect(missing(answering({ audiences: { requirements: 'parties' } }))).toEqual([null])
  })

  it('is of a mission: a need of no mission has none', () => {
    const generic = paper('2030-02', need('2030-02.helicopters', { quantity: helicopters(16) }))
    expect(missionGaps([generic], 'aviation', new Map())).toEqual([])
  })
})

describe('the readiness gap', () => {
  const generic = { scope: 'generic-medium-mission' as const, mission: null }
  const text = (id: string, needed: number, ready: Quantity | null) =>
    paper(
      id,
      need(`${id}.helicopters`, { ...generic, quantity: units(needed) }),
      ...(ready
        ? [need(`${id}.ready`, { ...generic, side: 'supply' as const, quantity: ready })]
        : []),
    )
  const missing = (...texts: Paper[]) => readinessGaps(texts, 'aviation').map((gap) => gap.missing)

  it('is what a paper says a generic mission needs, less what it says is ready', () => {
    expect(missing(text('2030-01', 5, units(2)))).toEqual([{ low: 3, high: 3 }])
  })

  it('is unknown where the paper does not say what is ready: we add up no readiness ourselves', () => {
    expect(missing(text('2030-01', 5, null))).toEqual([null])
    expect(missing(text('2030-01', 5, of({ kind: 'at-least', value: 2, unit: 'unit' })))).toEqual([
      null,
    ])
  })

  it('is that of the last paper that measures the family', () => {
    expect(missing(text('2030-01', 5, units(2)), text('2031-01', 6, units(6)))).toEqual([
      { low: 0, high: 0 },
    ])
    expect(missing(paper('2030-01'))).toEqual([])
  })
})
