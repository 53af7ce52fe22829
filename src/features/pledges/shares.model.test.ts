import { describe, expect, it } from 'vitest'
import { PartyCode } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { consented, giversOf, isJoint, mustShare, partiesOf, Share, Turn } from './shares.model.ts'

const share = (party: string, role: string, more: object = {}) =>
  Share.parse({ party, role, consent: 'named', ...more })
const turn = (party: string) => Turn.parse({ party, from: null, until: null })
const code = (one: string) => PartyCode.parse(one)
const refusalOf = (rule: () => unknown) => {
  try {
    rule()
    return null
  } catch (error) {
    return error instanceof Refusal ? error.code : error
  }
}

const HELICOPTERS = [
  share('KOR', 'lead'),
  share('KOR', 'equipment'),
  share('USA', 'refurbishment'),
  share('USA', 'transport'),
  share('KEN', 'unit'),
  share('KEN', 'recipient'),
]

describe('the shares of a pledge', () => {
  it('name each party once, however many parts it has, those who give first', () => {
    const given = [share('GHA', 'recipient'), share('CAN', 'money'), share('CAN', 'lead')]
    expect(partiesOf(given)).toEqual(['CAN', 'GHA'])
    expect(giversOf(HELICOPTERS)).toEqual(['KOR', 'USA', 'KEN'])
  })

  it('make it joint when several give; who only receives does not', () => {
    expect(isJoint(HELICOPTERS)).toBe(true)
    expect(isJoint([share('CAN', 'money'), share('GHA', 'recipient')])).toBe(false)
  })

  it('fit together', () => {
    expect(refusalOf(() => mustShare(code('KOR'), HELICOPTERS, []))).toBeNull()
    expect(refusalOf(() => mustShare(null, HELICOPTERS, []))).toBeNull()
  })

  it('are refused where nobody gives', () => {
    expect(refusalOf(() => mustShare(null, [share('KEN', 'recipient')], []))).toBe(
      'pledges.nobody-gives',
    )
  })

  it('are refused where a party is named twice in one role', () => {
    const twice = [...HELICOPTERS, share('USA', 'transport')]
    expect(refusalOf(() => mustShare(null, twice, []))).toBe('pledges.same-share-twice')
  })

  it('are refused where who leads gives nothing', () => {
    expect(refusalOf(() => mustShare(code('GBR'), HELICOPTERS, []))).toBe(
      'pledges.lead-without-share',
    )
    const receiving = [share('CAN', 'money'), share('GHA', 'recipient')]
    expect(refusalOf(() => mustShare(code('GHA'), receiving, []))).toBe(
      'pledges.lead-without-share',
    )
  })

  it('are refused where a turn is taken by who has no share, or by one alone', () => {
    const turns = [turn('KOR'), turn('SWE')]
    expect(refusalOf(() => mustShare(null, HELICOPTERS, turns))).toBe('pledges.turn-without-share')
    expect(refusalOf(() => mustShare(null, HELICOPTERS, [turn('KOR')]))).toBe(
      'pledges.rotation-of-one',
    )
  })
})

describe('consent', () => {
  it('is given to one share and to no other', () => {
    const after = consented(HELICOPTERS, code('USA'), 'transport')
    expect(after.map(({ consent }) => consent)).toEqual([
      'named',
      'named',
      'named',
      'given',
      'named',
      'named',
    ])
  })

  it('is refused where there is no such share', () => {
    expect(refusalOf(() => consented(HELICOPTERS, code('USA'), 'money'))).toBe(
      'pledges.no-such-share',
    )
  })
})
