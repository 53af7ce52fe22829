import { describe, expect, it } from 'vitest'
import { type Actor, ANONYMOUS, type Grant, OPERATOR } from '../../kernel/actor.ts'
import { PartyCode } from '../../kernel/ids.ts'
import { readerOf } from './reader.ts'

const who = (...grants: Grant[]): Actor => ({ kind: 'account', id: 'w', grants })
const pledge = {
  conference: 'seoul2021',
  parties: [PartyCode.parse('KOR'), PartyCode.parse('KEN')],
}

describe('to which audience somebody belongs', () => {
  it('is everybody, unless they take part, speak for a party, or run the conference', () => {
    expect(readerOf(ANONYMOUS, pledge)).toBe('public')
    expect(readerOf(who({ role: 'reviewer', conference: 'accra2023' }), pledge)).toBe('public')
    expect(readerOf(who({ role: 'reviewer', conference: 'seoul2021' }), pledge)).toBe(
      'participants',
    )
    const speaks = (party: string, conference: string): Grant => ({
      role: 'focal-point',
      conference,
      party,
    })
    expect(readerOf(who(speaks('BGD', 'seoul2021')), pledge)).toBe('participants')
    expect(readerOf(who(speaks('KEN', 'seoul2021')), pledge)).toBe('parties')
    expect(readerOf(who(speaks('KEN', 'accra2023')), pledge)).toBe('public')
    expect(readerOf(who({ role: 'un-secretariat', conference: 'seoul2021' }), pledge)).toBe(
      'secretariat',
    )
    expect(readerOf(OPERATOR, pledge)).toBe('secretariat')
  })

  it('of what belongs to no conference is that of its parties and of the secretariat of all', () => {
    const none = { ...pledge, conference: null }
    expect(readerOf(who({ role: 'un-secretariat', conference: 'seoul2021' }), none)).toBe('public')
    expect(readerOf(OPERATOR, none)).toBe('secretariat')
  })
})
