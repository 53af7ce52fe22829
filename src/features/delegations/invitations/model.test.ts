import { describe, expect, it } from 'vitest'
import { ConferenceId, PartyCode } from '../../../kernel/ids.ts'
import { allows } from '../../../kernel/refusal.ts'
import {
  DEEDS,
  type Delegation,
  MOVES,
  mustBeSendable,
  mustBeWhole,
  STATES,
  sendsPeople,
} from './model.ts'

const invitation = {
  language: 'fr' as const,
  addressedTo: 'Mission permanente',
  addresses: ['mission@example.org'],
  note: null,
}
const prepared: Delegation = {
  conference: ConferenceId.parse('seoul2021'),
  party: PartyCode.parse('FRA'),
  state: 'prepared',
  version: 1,
  invitation,
  reply: null,
  sentAt: null,
  remindedAt: null,
  quota: null,
}
const answered = (mode: NonNullable<Delegation['reply']>['mode']): Delegation => ({
  ...prepared,
  state: 'answered',
  reply: { mode, level: null, note: null, on: '2021-10-01', recorded: false },
})

describe('an invitation', () => {
  it('goes from prepared to sent to answered, and may be answered anew', () => {
    const possible = STATES.map((state) => DEEDS.filter((deed) => MOVES[state][deed]))
    expect(possible).toEqual([
      ['revise', 'send', 'answer'],
      ['revise', 'send', 'answer', 'remind'],
      ['revise', 'answer'],
    ])
  })

  it('is sent to an address, and not to those who answered', () => {
    expect(allows(() => mustBeSendable(prepared))).toBe(true)
    const nowhere = { ...prepared, invitation: { ...invitation, addresses: [] } }
    expect(allows(() => mustBeSendable(nowhere))).toBe(false)
    expect(allows(() => mustBeSendable(answered('in-person')))).toBe(false)
    expect(allows(() => mustBeSendable({ ...prepared, invitation: null }))).toBe(false)
  })

  it('is answered with a level by whoever takes part', () => {
    expect(allows(() => mustBeWhole({ mode: 'video', level: 'minister' }))).toBe(true)
    expect(allows(() => mustBeWhole({ mode: 'written', level: null }))).toBe(false)
    expect(allows(() => mustBeWhole({ mode: 'not-attending', level: null }))).toBe(true)
  })

  it('brings people to the hall or before a camera, not to a written statement', () => {
    const modes = ['in-person', 'video', 'written', 'not-attending'] as const
    expect(modes.map((mode) => sendsPeople(answered(mode)))).toEqual([true, true, false, false])
    expect(sendsPeople(prepared)).toBe(true)
  })
})
