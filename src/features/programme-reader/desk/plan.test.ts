import { describe, expect, it } from 'vitest'
import { textIn } from '../../../testing/programme.ts'
import { session } from '../../../testing/sessions.ts'
import type { Session } from '../../programme/model.ts'
import type { WholeSession } from './plan.ts'
import { planned } from './plan.ts'

const read = (title: string, start: string, more: Partial<WholeSession> = {}): WholeSession => ({
  ...{ day: '2021-12-07', start, end: null, kind: 'plenary', title, note: null, room: null },
  ...more,
})
const stands = (title: string, start: string, more: Record<string, unknown> = {}): Session =>
  session({ title: textIn({ en: title, fr: `${title} (fr)` }, 'translated'), start, ...more })

let last = 0
const newId = () => {
  last += 1
  return `00000000-0000-7000-8000-${String(last).padStart(12, '0')}`
}
const plan = (
  sessions: readonly WholeSession[],
  draft: readonly Session[],
  mode: 'add' | 'replace',
) => planned(sessions, draft, { mode, language: 'en', newId })

const told = (sessions: readonly Session[]) =>
  sessions.map(({ title, start, status }) => [title.in.en?.value, start, status])

describe('adding a text to a draft', () => {
  it('adds what the draft lacks, and leaves the rest alone', () => {
    const draft = [stands('Opening', '09:00'), stands('Debate', '10:00')]
    const made = plan([read('Opening', '09:00'), read('Closing', '17:00')], draft, 'add')
    expect(told(made)).toEqual([['Closing', '17:00', 'confirmed']])
    expect(made[0]).toMatchObject({
      slug: 'closing',
      title: { original: 'en', in: { en: { value: 'Closing', status: 'as-published' } } },
    })
  })
})

describe('replacing a draft by a text', () => {
  it('moves what it names at another time, keeps who takes part, and takes off what it no longer names', () => {
    const kim = { role: 'chair', name: 'Kim' }
    const draft = [
      stands('Opening', '09:00', { participants: [kim] }),
      stands('Debate', '10:00'),
      stands('Dinner', '19:00'),
      stands('Gone', '20:00', { status: 'withdrawn' }),
    ]
    const made = plan(
      [read('Opening', '09:30', { end: '10:00' }), read('Debate', '10:00')],
      draft,
      'replace',
    )
    expect(told(made)).toEqual([
      ['Opening', '09:30', 'confirmed'],
      ['Dinner', '19:00', 'withdrawn'],
    ])
    expect(made[0]).toMatchObject({ id: draft[0]?.id, participants: [kim], end: '10:00' })
  })

  it('retitles what fills the same time, and marks what other languages say of it', () => {
    const draft = [stands('Opening', '09:00', { end: '10:00' })]
    const [made] = plan([read('High-level opening', '09:00', { end: '10:00' })], draft, 'replace')
    expect(made?.title.in).toEqual({
      en: { value: 'High-level opening', status: 'as-published' },
      fr: { value: 'Opening (fr)', status: 'stale' },
    })
  })

  it('brings back what was cancelled if the text names it', () => {
    const draft = [stands('Opening', '09:00', { status: 'cancelled' })]
    expect(told(plan([read('Opening', '09:00')], draft, 'replace'))).toEqual([
      ['Opening', '09:00', 'confirmed'],
    ])
  })

  it('takes a room that the draft names, in whichever language', () => {
    const room = textIn({ fr: 'Grande salle', en: 'Great hall' })
    const draft = [stands('Opening', '09:00', { room })]
    const made = plan(
      [read('Opening', '09:00', { room: 'Great Hall' }), read('New', '11:00', { room: 'Annex' })],
      draft,
      'replace',
    )
    expect(made.map((one) => one.room)).toEqual([
      { original: 'en', in: { en: { value: 'Annex', status: 'as-published' } } },
    ])
  })

  it('leaves apart what is called the same at the same time', () => {
    const draft = [stands('Group', '09:00')]
    const made = plan([read('Group', '09:00'), read('Group', '09:00')], draft, 'replace')
    expect(told(made)).toEqual([['Group', '09:00', 'confirmed']])
    expect(made[0]?.slug).toBe('group')
  })
})
