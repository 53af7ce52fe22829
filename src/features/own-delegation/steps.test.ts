import { describe, expect, it } from 'vitest'
import { ConferenceId } from '../../kernel/ids.ts'
import type { Standing } from '../delegations/participants/submission.model.ts'
import { usualRules } from '../delegations/rules.model.ts'
import { type Progress, stepsOf } from './steps.ts'

const rules = {
  ...usualRules(ConferenceId.parse('seoul2021')),
  replyBy: '2021-10-01',
  closes: { day: '2021-11-20', clock: '18:00' },
}
const reply = {
  ...({ mode: 'in-person', level: 'minister', note: null } as const),
  ...{ on: '2021-09-20', recorded: false },
}
const invited: Progress = {
  delegation: { state: 'sent', invitation: null, reply: null },
  ...{ rules, zone: 'Asia/Seoul', documents: [], members: [] },
}
const answered: Progress = {
  ...invited,
  delegation: { state: 'answered', invitation: null, reply },
  documents: [{ state: 'received' }],
}
const member = (said: Partial<Standing>): Standing => ({
  ...{ id: 'a', kind: 'delegate', state: 'draft', rank: 'official', portrait: 'ready' },
  ...said,
})
const told = (progress: Progress) =>
  stepsOf(progress).map(({ what, count, due }) => [what, count, due?.toString() ?? null])

const CLOSES = '2021-11-20T09:00:00Z'

describe('what waits for a delegation', () => {
  it('is first its reply, until the end of the day on the clock of the conference', () => {
    expect(told(invited)).toEqual([
      ['reply', 1, '2021-10-01T14:59:00Z'],
      ['document', 1, CLOSES],
    ])
  })

  it('is nothing but its reply, where it sends nobody', () => {
    const absent = { ...reply, mode: 'not-attending', level: null } as const
    expect(told({ ...answered, delegation: { ...answered.delegation, reply: absent } })).toEqual([])
  })

  it('is another note where the last one was not accepted', () => {
    expect(told({ ...answered, documents: [{ state: 'declined' }] })).toEqual([
      ['document', 1, CLOSES],
      ['name', 1, CLOSES],
    ])
    expect(
      told({ ...answered, documents: [{ state: 'declined' }, { state: 'verified' }] }),
    ).toEqual([['name', 1, CLOSES]])
  })

  it('is whoever is not handed in, came back, or has no photo that can be printed', () => {
    const members = [
      member({ id: 'a', state: 'draft', portrait: 'none' }),
      member({ id: 'b', state: 'draft' }),
      member({ id: 'c', state: 'returned', portrait: 'unreadable' }),
      member({ id: 'd', state: 'draft', rank: 'minister', portrait: 'none' }),
      member({ id: 'e', state: 'withdrawn', portrait: 'none' }),
      member({ id: 'f', state: 'badged', portrait: 'none' }),
    ]
    expect(told({ ...answered, members })).toEqual([
      ['photo', 2, CLOSES],
      ['correct', 1, CLOSES],
      ['hand-in', 3, CLOSES],
    ])
  })

  it('has no day where the conference set none', () => {
    expect(told({ ...invited, rules: { ...rules, replyBy: null, closes: null } })).toEqual([
      ['reply', 1, null],
      ['document', 1, null],
    ])
  })
})
