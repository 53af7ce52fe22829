import { describe, expect, it } from 'vitest'
import type { Actor, Grant } from '../../../kernel/actor.ts'
import { PartyCode } from '../../../kernel/ids.ts'
import { allows } from '../../../kernel/refusal.ts'
import { spelledOut } from '../../conferences/shipped.ts'
import { POINTS, type Point } from '../scale.model.ts'
import { answerDue, mustHaveWaited, publishableFrom } from './comment-time.ts'
import {
  DEEDS,
  type Deed,
  Finding,
  isPublished,
  MOVES,
  mayReview,
  move,
  mustBeEvidenced,
  STATES,
} from './model.ts'

const at = (text: string) => Temporal.Instant.from(text)

describe('the life of an assessment', () => {
  it('knows every move, and no other', () => {
    const able = STATES.flatMap((state) =>
      DEEDS.filter((deed) => allows(() => move(state, deed))).map(
        (deed) => `${state} ${deed} ${MOVES[state][deed]}`,
      ),
    )
    expect(able).toEqual([
      'drafted revise drafted',
      'drafted send sent',
      'sent revise drafted',
      'sent publish published',
      'published supersede superseded',
    ])
    expect(allows(() => move('drafted', 'publish' satisfies Deed))).toBe(false)
  })

  it('is public once it is published, and stays so when it is superseded', () => {
    expect(STATES.filter((state) => isPublished({ state }))).toEqual(['published', 'superseded'])
  })
})

describe('the time for a comment', () => {
  it('is thirty days before a first publication, ten before a later one, unless a codebook says otherwise', () => {
    const sent = at('2026-01-15T10:00:00Z')
    expect(publishableFrom(sent, true).toString()).toBe('2026-02-14T10:00:00Z')
    expect(publishableFrom(sent, false).toString()).toBe('2026-01-25T10:00:00Z')
    expect(publishableFrom(sent, true, { first: 60, later: 30 }).toString()).toBe(
      '2026-03-16T10:00:00Z',
    )
  })

  it('is waited for to the last moment', () => {
    const sent = at('2026-01-15T10:00:00Z')
    const waits = (now: string) => allows(() => mustHaveWaited(sent, true, at(now)))
    expect(waits('2026-02-14T09:59:59Z')).toBe(false)
    expect(waits('2026-02-14T10:00:00Z')).toBe(true)
    expect(allows(() => mustHaveWaited(null, true, at('2030-01-01T00:00:00Z')))).toBe(false)
  })

  it('a reply is answered within ten days', () => {
    expect(answerDue(at('2026-01-15T10:00:00Z')).toString()).toBe('2026-01-25T10:00:00Z')
  })
})

describe('a finding', () => {
  const finding = (point: Point, grades: ('A' | 'B' | 'C' | null)[]) =>
    Finding.parse({
      point,
      codebook: '1.0',
      asOf: '2026-01-01',
      evidence: grades.map((grade, i) => ({
        publisher: 'P',
        url: `https://p.test/${i}`,
        date: null,
        grade,
      })),
      reasons: spelledOut({ en: 'Because.' }),
      reviewer: 'R. Viewer',
    })
  const stands = (point: Point, ...grades: ('A' | 'B' | 'C' | null)[]) =>
    allows(() => mustBeEvidenced(finding(point, grades)))

  it('rests on evidence, unless it is that none was found', () => {
    expect(POINTS.filter((point) => stands(point))).toEqual(['no-evidence'])
  })

  it('that a state may find unfavourable rests on evidence of grade A or B', () => {
    expect(POINTS.filter((point) => stands(point, 'C', null))).toEqual([
      'no-evidence',
      'substantial',
      'complete',
    ])
    expect(POINTS.every((point) => stands(point, 'C', 'B'))).toBe(true)
  })

  it('is coded by a codebook that is published', () => {
    const { codebook: _, ...rest } = finding('complete', ['A'])
    expect(Finding.safeParse({ ...rest, codebook: '0.9' }).success).toBe(false)
  })
})

describe('a reviewer', () => {
  const who = (...grants: Grant[]): Actor => ({ kind: 'account', id: 'r', grants })
  const pledge = {
    conference: 'seoul2021',
    parties: ['KOR', 'USA', 'KEN'].map((code) => PartyCode.parse(code)),
  }
  const reviewer: Grant = { role: 'reviewer', conference: 'seoul2021' }

  it('is named for the conference, or for all', () => {
    expect(mayReview(who(reviewer), pledge)).toBe(true)
    expect(mayReview(who({ role: 'reviewer', conference: '*' }), pledge)).toBe(true)
    expect(mayReview(who({ role: 'reviewer', conference: 'accra2023' }), pledge)).toBe(false)
    expect(mayReview(who({ role: 'un-secretariat', conference: '*' }), pledge)).toBe(false)
  })

  it('is never the pledger, nor speaks for a partner at any conference', () => {
    const speaks = (party: string, conference: string): Grant => ({
      role: 'focal-point',
      conference,
      party,
    })
    expect(mayReview(who(reviewer, speaks('KOR', 'seoul2021')), pledge)).toBe(false)
    expect(mayReview(who(reviewer, speaks('KEN', 'accra2023')), pledge)).toBe(false)
    expect(mayReview(who(reviewer, speaks('BGD', 'seoul2021')), pledge)).toBe(true)
    const delegate: Grant = { role: 'delegate', conference: 'accra2023', party: 'USA' }
    expect(mayReview(who(reviewer, delegate), pledge)).toBe(false)
  })
})
