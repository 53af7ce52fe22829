import { describe, expect, it } from 'vitest'
import { PartyCode } from '../../../kernel/ids.ts'
import { allows } from '../../../kernel/refusal.ts'
import { spelledOut } from '../../conferences/shipped.ts'
import { Share } from '../../pledges/shares.model.ts'
import { mustBeSound, reportSeenBy, Told, voiceOf } from './model.ts'

const told = Told.parse({
  stage: 'partly-delivered',
  on: '2023-12-21',
  quantity: { value: 6, unit: 'helicopter', currency: null },
  dates: { from: '2023-12', until: '2024' },
  note: spelledOut({ en: 'The first six have left.' }),
  evidence: [{ publisher: 'Ministry', url: 'https://mnd.test/1', date: null, grade: 'A' }],
  obstacle: { kind: 'request-awaited' },
  nextStep: { what: spelledOut({ en: 'Ship the other ten' }), by: '2024' },
})

describe('a report', () => {
  it('shows evidence and obstacles to the parties only, unless its party says otherwise', () => {
    expect(reportSeenBy('public', told)).toMatchObject({
      stage: 'partly-delivered',
      quantity: { value: 6 },
      evidence: [],
      obstacle: null,
    })
    expect(reportSeenBy('parties', told)).toMatchObject({
      evidence: [{ publisher: 'Ministry' }],
      obstacle: { kind: 'request-awaited' },
    })
    const open = { ...told, audiences: { evidence: 'public' } as const }
    expect(reportSeenBy('public', open)?.evidence).toHaveLength(1)
  })

  it('hides each field from whoever it is not meant for, and is not there where its stage is not', () => {
    const fields = ['quantity', 'dates', 'note', 'nextStep'] as const
    const audiences = Object.fromEntries(fields.map((field) => [field, 'secretariat'] as const))
    const seen = reportSeenBy('participants', { ...told, audiences })
    expect(seen).toEqual({
      ...told,
      quantity: null,
      dates: null,
      note: null,
      nextStep: null,
      evidence: [],
      obstacle: null,
    })
    expect(reportSeenBy('public', { ...told, audiences: { stage: 'parties' } })).toBeNull()
  })

  it('tells who else may see what to the secretariat only', () => {
    const audiences = { note: 'parties', evidence: 'public' } as const
    const seen = reportSeenBy('parties', { ...told, audiences })
    expect(seen?.audiences).toEqual({ evidence: 'public' })
    expect(reportSeenBy('secretariat', { ...told, audiences })?.audiences).toEqual(audiences)
  })

  it('ends no earlier than it begins, as far as both are known', () => {
    const between = (from: string | null, until: string | null) =>
      allows(() => mustBeSound({ ...told, dates: { from, until } }))
    expect(between('2024-03', '2024')).toBe(true)
    expect(between('2024-03', '2024-02')).toBe(false)
    expect(between(null, '2024-02')).toBe(true)
  })

  it('never says that a pledge was announced: that is no progress', () => {
    expect(Told.safeParse({ stage: 'announced', on: '2024' }).success).toBe(false)
  })

  it('is told in the voice of a pledger, of a partner, or of the secretariat for it', () => {
    const shares = [
      { party: 'KOR', role: 'equipment', consent: 'named' },
      { party: 'KEN', role: 'recipient', consent: 'named' },
    ].map((share) => Share.parse(share))
    expect(voiceOf(shares, PartyCode.parse('KOR'), false)).toBe('pledger')
    expect(voiceOf(shares, PartyCode.parse('KEN'), false)).toBe('partner')
    expect(voiceOf(shares, PartyCode.parse('KOR'), true)).toBe('secretariat')
  })
})
