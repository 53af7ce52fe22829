import { describe, expect, it } from 'vitest'
import { ConferenceId, PartyCode } from '../../../kernel/ids.ts'
import { shippedEditions, shippedLedger, shippedPapers } from '../../../testing/record.ts'
import { PledgeId } from '../../pledges/model.ts'
import { count } from '../count/count.ts'
import { filtered } from '../count/filter.ts'
import { type Answer, answersOf, began } from '../gaps/answers.ts'
import type { Entry } from '../ledger.model.ts'
import { FlowWish, streamsOf } from './streams.ts'

const LEDGER = shippedLedger()
const ANSWERS = answersOf(shippedPapers(), began(shippedEditions()), LEDGER)
const [ANY] = LEDGER
if (!ANY) throw new Error('The ledger is empty')
const pledge = (number: number, ...roles: Entry['shares'][number]['role'][]): Entry => ({
  ...ANY,
  id: PledgeId.parse(`KOR-2021-0${number}`),
  beneficiaries: [],
  shares: roles.map((role) => ({ party: PartyCode.parse('KOR'), role })),
})
const SEOUL = ConferenceId.parse('seoul2021')
const answer = (family: string, ...pledges: Entry[]): Answer => ({
  edition: SEOUL,
  family,
  anew: [],
  pledges,
})
const numbers = (streams: readonly { from: string; to: string; pledges: number }[]) =>
  streams.map(({ from, to, pledges }) => [from, to, pledges])

describe('a stream', () => {
  it('runs from a need to an edition, and from the edition to each part', () => {
    const { answers, parts } = streamsOf([answer('aviation', pledge(1, 'unit', 'training'))], {})
    expect(numbers(answers)).toEqual([['aviation', 'seoul2021', 1]])
    expect(numbers(parts)).toEqual([
      ['seoul2021', 'unit', 1],
      ['seoul2021', 'training', 1],
    ])
  })

  it('is never added to another: a pledge of two families is one pledge', () => {
    const both = pledge(1, 'unit')
    const streams = streamsOf(
      [answer('aviation', both), answer('medical', both, pledge(2, 'unit'))],
      {},
    )
    expect(streams.pledges).toBe(2)
    expect(streams.editions).toEqual([{ code: 'seoul2021', pledges: 2 }])
    expect(streams.roles).toEqual([{ code: 'unit', pledges: 2 }])
    expect(numbers(streams.parts)).toEqual([['seoul2021', 'unit', 2]])
  })

  it('keeps a part apart from a family of the same name', () => {
    const { families, roles } = streamsOf([answer('training', pledge(1, 'training'))], {})
    expect([families, roles]).toEqual([
      [{ code: 'training', pledges: 1 }],
      [{ code: 'training', pledges: 1 }],
    ])
  })

  it('counts those for whom a pledge is meant among those who receive', () => {
    const meant = { ...pledge(1, 'money'), beneficiaries: [PartyCode.parse('KEN')] }
    expect(streamsOf([answer('aviation', meant)], {}).roles).toEqual([
      { code: 'money', pledges: 1 },
      { code: 'recipient', pledges: 1 },
    ])
  })

  it('is not there where no pledge answers', () => {
    expect(streamsOf([answer('aviation')], {})).toMatchObject({ answers: [], families: [] })
  })
})

describe('the flow of the record', () => {
  it('has as many pledges in each stream as its count opens', () => {
    const { answers, parts } = streamsOf(ANSWERS, {})
    for (const { from, to, pledges, filter } of [...answers, ...parts]) {
      const { number } = count(filtered(LEDGER, filter), 'pledges', () => true)
      expect([from, to, number]).toEqual([from, to, pledges])
    }
    expect(answers.length).toBeGreaterThan(20)
  })

  it('shows only what was chosen', () => {
    const seoul = streamsOf(ANSWERS, FlowWish.parse({ edition: 'seoul2021' }))
    expect(seoul.editions.map(({ code }) => code)).toEqual(['seoul2021'])
    const aviation = streamsOf(ANSWERS, FlowWish.parse({ capability: 'aviation' }))
    expect(aviation.families.map(({ code }) => code)).toEqual(['aviation'])
    expect(aviation.parts.every(({ filter }) => filter.capability === 'aviation')).toBe(true)
  })

  it('passes over what an address cannot mean', () => {
    expect(FlowWish.parse({ edition: '', capability: 'Nothing!' })).toEqual({})
  })
})
