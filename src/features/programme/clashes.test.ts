import { describe, expect, it } from 'vitest'
import { seoul, session, text } from '../../testing/sessions.ts'
import { clashes } from './clashes.ts'
import type { Session } from './model.ts'

const DAYS = { first: '2021-12-07', last: '2021-12-08' }
const source = { publisher: 'unpko2021.kr', url: 'https://unpko2021.kr', date: null, grade: 'A' }
const speaker = (name: string) => [{ role: 'speaker', name, source }]

const kinds = (...sessions: Session[]) => clashes(sessions, DAYS).map(({ kind }) => kind)
const panel = (said: Record<string, unknown>) => session({ kind: 'panel', ...said })

describe('what does not fit together', () => {
  it('is nothing at Seoul', () => {
    expect(clashes(seoul(), DAYS)).toEqual([])
  })

  it('is one room for two sessions at once', () => {
    const a = panel({ start: '10:00', end: '11:00', room: text('Hall') })
    const b = panel({ start: '10:30', end: '11:30', room: text('Hall') })
    expect(clashes([a, b], DAYS)).toEqual([
      { kind: 'same-room', sessions: [a.id, b.id], about: 'Hall' },
    ])
    expect(kinds(a, panel({ start: '10:30', end: '11:30', room: text('Annex') }))).toEqual([])
    expect(kinds(a, { ...b, status: 'cancelled' })).toEqual([])
  })

  it('is one person in two sessions at once', () => {
    const a = panel({ start: '10:00', end: '11:00', participants: speaker('Atul Khare') })
    const b = panel({ start: '10:59', end: '12:00', participants: speaker('Atul Khare') })
    const c = panel({ start: '11:00', end: '12:00', participants: speaker('Atul Khare') })
    expect(clashes([a, b], DAYS)).toEqual([
      { kind: 'same-person', sessions: [a.id, b.id], about: 'Atul Khare' },
    ])
    expect(kinds(a, c)).toEqual([])
  })

  it('is two plenaries at once, over midnight too', () => {
    const night = session({ start: '23:30', end: '01:00' })
    const early = session({ day: '2021-12-08', start: '00:30', end: '02:00' })
    expect(kinds(night, early)).toEqual(['two-plenaries'])
    expect(kinds(night, { ...early, kind: 'side-event' })).toEqual([])
  })

  it('is a break too short to change the room', () => {
    const a = session({ start: '10:00', end: '11:00' })
    expect(clashes([a, session({ start: '11:03', end: '12:00' })], DAYS)[0]).toMatchObject({
      kind: 'break-too-short',
      about: '3',
    })
    expect(kinds(a, session({ start: '11:05', end: '12:00' }))).toEqual([])
  })

  it('is a day on which there is no conference', () => {
    expect(kinds(panel({ day: '2021-12-06' }), panel({ day: '2021-12-09' }))).toEqual([
      'outside-the-days',
      'outside-the-days',
    ])
    expect(clashes([panel({ day: '2021-12-06' })], { first: null, last: null })).toEqual([])
  })

  it('finds a long session under many short ones', () => {
    const long = panel({ start: '08:00', end: '18:00', room: text('Hall') })
    const short = panel({ start: '17:00', end: '17:30', room: text('Hall') })
    const between = panel({ start: '09:00', end: '09:30', room: text('Annex') })
    expect(kinds(short, between, long)).toEqual(['same-room'])
  })
})
