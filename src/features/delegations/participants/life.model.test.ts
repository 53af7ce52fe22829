import { describe, expect, it } from 'vitest'
import { allows } from '../../../kernel/refusal.ts'
import { counts, DEEDS, isAccredited, isThere, MOVES, move, STATES } from './life.model.ts'

describe('the accreditation of a person', () => {
  it('has these moves and no others', () => {
    const table = STATES.map((from) => [
      from,
      ...DEEDS.flatMap((deed) => (MOVES[from][deed] ? [`${deed} → ${MOVES[from][deed]}`] : [])),
    ])
    expect(table).toEqual([
      ['draft', 'revise → draft', 'submit → submitted', 'withdraw → withdrawn'],
      [
        'submitted',
        'revise → submitted',
        'approve → approved',
        'return → returned',
        'refuse → refused',
        'withdraw → withdrawn',
      ],
      ['returned', 'revise → returned', 'submit → submitted', 'withdraw → withdrawn'],
      [
        'approved',
        'revise → approved',
        'submit → submitted',
        'return → returned',
        'refuse → refused',
        'issue → badged',
        'withdraw → withdrawn',
      ],
      ['refused', 'reconsider → submitted', 'withdraw → withdrawn'],
      ['badged', 'revise → badged', 'issue → badged', 'revoke → revoked', 'withdraw → withdrawn'],
      ['revoked', 'revise → revoked', 'refuse → refused', 'issue → badged', 'withdraw → withdrawn'],
      ['withdrawn'],
    ])
  })

  it('refuses every other move', () => {
    const refused = STATES.flatMap((state) =>
      DEEDS.filter((deed) => !allows(() => move(state, deed))).map((deed) => `${state} ${deed}`),
    )
    expect(refused).toHaveLength(STATES.length * DEEDS.length - 27)
    expect(refused).toContain('withdrawn submit')
    expect(refused).toContain('draft approve')
    expect(refused).toContain('refused issue')
  })

  it('takes a place in the quota from being handed in until it ends', () => {
    expect(STATES.filter(counts)).toEqual(['submitted', 'approved', 'badged', 'revoked'])
    expect(STATES.filter(isAccredited)).toEqual(['approved', 'badged'])
    expect(STATES.filter((state) => !isThere(state))).toEqual(['refused', 'withdrawn'])
  })
})
