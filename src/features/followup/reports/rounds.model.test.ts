import { describe, expect, it } from 'vitest'
import { ConferenceId } from '../../../kernel/ids.ts'
import { PledgeId } from '../../pledges/model.ts'
import { asksAbout, isOpenOn, type Occasion, reminderOn } from './rounds.model.ts'

const round = { opens: '2026-01-01', due: '2026-06-30' }
const on = (day: string, ...sent: Occasion[]) => reminderOn(round, day, new Set(sent))

describe('a round', () => {
  it('is open from its first day until the one by which reports are due', () => {
    const days = ['2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01']
    expect(days.map((day) => isOpenOn(round, day))).toEqual([false, true, true, false])
  })

  it('asks about all pledges of its conferences, or about those that are named', () => {
    const asked = { id: PledgeId.parse('KOR-2021-01'), conference: 'seoul2021' }
    const conferences = [ConferenceId.parse('seoul2021')]
    expect(asksAbout({ conferences, pledges: [] }, asked)).toBe(true)
    expect(asksAbout({ conferences, pledges: [asked.id] }, asked)).toBe(true)
    expect(asksAbout({ conferences, pledges: [PledgeId.parse('KOR-2021-02')] }, asked)).toBe(false)
    expect(asksAbout({ conferences, pledges: [] }, { ...asked, conference: null })).toBe(false)
  })
})

describe('a reminder goes out by itself', () => {
  it('in the last week, once', () => {
    expect([on('2026-06-22'), on('2026-06-23'), on('2026-06-30')]).toEqual([
      null,
      'before',
      'before',
    ])
    expect(on('2026-06-24', 'before')).toBeNull()
  })

  it('three days after the last day, once, and not when a month has passed', () => {
    expect([on('2026-07-02'), on('2026-07-03')]).toEqual([null, 'after'])
    expect(on('2026-07-04', 'before', 'after')).toBeNull()
    expect([on('2026-07-30'), on('2026-07-31')]).toEqual(['after', null])
  })

  it('not as soon as a short round has opened', () => {
    const short = { opens: '2026-06-01', due: '2026-06-05' }
    const days = ['2026-06-02', '2026-06-03', '2026-06-04']
    expect(days.map((day) => reminderOn(short, day, new Set()))).toEqual([null, null, 'before'])
  })
})
