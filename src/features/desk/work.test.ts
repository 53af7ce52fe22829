import { describe, expect, it } from 'vitest'
import { type Actor, worksAt } from '../../kernel/actor.ts'
import type { ConferenceId } from '../../kernel/ids.ts'
import { workplacesOf } from './posts.ts'
import { type Line, urgentFirst, waitingIn } from './work.ts'

const SEOUL = 'seoul2021' as ConferenceId
const ACCRA = 'accra2023' as ConferenceId

const who = (...grants: Actor['grants']): Actor => ({ kind: 'account', id: 'a', grants })
const line = (task: string, count: number | null, due: string | null = null): Line => ({
  ...{ task, label: task, at: `/${task}`, count },
  due: due === null ? null : Temporal.Instant.from(due),
})

describe('somebody works', () => {
  it('at the conferences of their roles, for the parties for which they hold them', () => {
    const kim = who(
      { role: 'focal-point', conference: SEOUL, party: 'KOR' },
      { role: 'translator', conference: SEOUL },
    )
    expect(workplacesOf(kim, [SEOUL, ACCRA])).toEqual([
      { conference: SEOUL, parties: [null, 'KOR'] },
    ])
  })

  it('at every conference, if their role is for all', () => {
    const admin = who({ role: 'administrator', conference: '*' })
    expect(workplacesOf(admin, [SEOUL, ACCRA])).toEqual([
      { conference: SEOUL, parties: [null] },
      { conference: ACCRA, parties: [null] },
    ])
  })

  it('nowhere without a role', () => {
    expect(workplacesOf(who(), [SEOUL])).toEqual([])
    expect([
      worksAt(who(), SEOUL),
      worksAt(who({ role: 'reviewer', conference: ACCRA }), SEOUL),
    ]).toEqual([false, false])
  })
})

describe('a desk', () => {
  const groups = [
    { group: 'people', lines: [line('later', 2, '2021-12-09T00:00Z'), line('none', 0)] },
    { group: 'pledges', lines: [line('now', 3, '2021-12-07T00:00Z'), line('only', null)] },
    { group: 'documents', lines: [line('open', 1)] },
  ]

  it('counts what waits', () => {
    expect(waitingIn({ groups })).toBe(6)
  })

  it('shows first what is due first, and nothing where nothing waits', () => {
    const all = groups.flatMap(({ lines }) => lines)
    expect(urgentFirst(all).map(({ task }) => task)).toEqual(['now', 'later', 'open'])
  })
})
