import { describe, expect, it } from 'vitest'
import { PledgeId } from '../../pledges/model.ts'
import type { Point } from '../scale.model.ts'
import {
  type Assigned,
  DEEDS,
  deedsOf,
  isDone,
  isInTheOpen,
  mustBeFree,
  phaseOf,
  type Review,
} from './model.ts'

const found = (point: Point, handedIn = false, state: 'drafted' | 'published' = 'drafted') => ({
  ...{ id: '019f0000-0000-7000-8000-000000000001', point, handedIn, state },
})
const first = (some: Assigned['found'] = null): Assigned => ({
  ...{ account: 'ada', part: 'first', found: some },
})
const second = (some: Assigned['found'] = null): Assigned => ({
  ...{ account: 'bob', part: 'second', found: some },
})
const third = (some: Assigned['found'] = null): Assigned => ({
  ...{ account: 'cleo', part: 'third', found: some },
})
const review = (assigned: Assigned[], change: Partial<Review> = {}): Review => ({
  id: '019f0000-0000-7000-8000-000000000002',
  pledge: PledgeId.parse('KOR-2021-01'),
  ...{ party: null, conference: 'seoul2021', blind: assigned.length > 1, state: 'open' },
  ...{ settled: null, reason: null, askedAt: '2024-03-01T00:00:00Z', due: null, assigned },
  ...change,
})
const apart = (one: Assigned['found'], other: Assigned['found']) =>
  review([first(one), second(other)])

describe('one reviewer', () => {
  it('drafts, revises, sends and publishes alone', () => {
    expect(deedsOf(review([first()]), 'ada')).toEqual(['draft'])
    expect(deedsOf(review([first(found('limited'))]), 'ada')).toEqual(['revise', 'send', 'publish'])
  })

  it('is the only one who does', () => {
    expect(deedsOf(review([first()]), 'mallory')).toEqual([])
  })
})

describe('a blind pair', () => {
  const SAME = apart(found('limited', true), found('limited', true))
  const DIFFERING = apart(found('limited', true), found('substantial', true))
  const both: Partial<Review> = { state: 'settled', settled: 'both' }
  const asked: Partial<Review> = { state: 'settled', settled: 'third' }

  it('works apart: neither sends, publishes or reads the other', () => {
    const working = apart(found('limited'), found('complete'))
    expect(phaseOf(working)).toBe('apart')
    for (const account of ['ada', 'bob']) {
      expect(deedsOf(working, account)).toEqual(['revise', 'hand-in'])
    }
    expect(isInTheOpen(working)).toBe(false)
  })

  it('leaves what was handed in as it is, and shows nothing while the other still works', () => {
    const waiting = apart(found('limited', true), found('complete'))
    expect(deedsOf(waiting, 'ada')).toEqual([])
    expect(deedsOf(waiting, 'bob')).toEqual(['revise', 'hand-in'])
    expect(isInTheOpen(waiting)).toBe(false)
  })

  it('reads each other once both are in', () => {
    expect(phaseOf(DIFFERING)).toBe('differ')
    for (const account of ['ada', 'bob'])
      expect(deedsOf(DIFFERING, account)).toEqual(['read-other'])
    expect(isInTheOpen(DIFFERING)).toBe(true)
  })

  it('that found the same point needs nobody to decide; one that differs does', () => {
    expect(phaseOf(SAME)).toBe('both')
    expect(phaseOf(DIFFERING)).toBe('differ')
    expect(phaseOf(apart(found('limited', true), found('limited')))).toBe('apart')
  })

  it('goes on side by side where both stand', () => {
    const settled = review(DIFFERING.assigned as Assigned[], both)
    for (const account of ['ada', 'bob']) {
      expect(deedsOf(settled, account)).toEqual(['revise', 'send', 'publish', 'read-other'])
    }
  })

  it('rests where a third decides, who reads both and goes on alone', () => {
    const settled = review([...DIFFERING.assigned, third()], asked)
    for (const account of ['ada', 'bob']) expect(deedsOf(settled, account)).toEqual(['read-other'])
    expect(deedsOf(settled, 'cleo')).toEqual(['draft', 'read-other'])
  })

  it('that is called off while it works apart never shows either to anybody', () => {
    const off = { ...apart(found('limited', true), found('complete')), state: 'closed' as const }
    expect(isInTheOpen(off)).toBe(false)
    for (const account of ['ada', 'bob']) expect(deedsOf(off, account)).toEqual([])
  })
})

describe('a review is over', () => {
  it('when everybody who publishes has published', () => {
    const published = found('limited', true, 'published')
    expect(isDone(review([first(published)]))).toBe(true)
    expect(isDone(review([first()]))).toBe(false)
    const both = { state: 'settled', settled: 'both' } as const
    expect(isDone(review([first(published), second(found('limited', true))], both))).toBe(false)
    expect(isDone(review([first(published), second(published)], both))).toBe(true)
    const asked = { state: 'settled', settled: 'third' } as const
    const pair = [first(found('limited', true)), second(found('complete', true))]
    expect(isDone(review([...pair, third(published)], asked))).toBe(true)
  })
})

describe('what may not be done', () => {
  it('is refused with its reason, and what belongs to no review is free', () => {
    const working = apart(found('limited', true), null)
    expect(() => mustBeFree(working, 'ada', 'send')).toThrow('followup.not-settled')
    expect(() => mustBeFree(working, 'ada', 'revise')).toThrow('followup.handed-in')
    for (const deed of DEEDS) expect(() => mustBeFree(null, 'ada', deed)).not.toThrow()
  })
})
