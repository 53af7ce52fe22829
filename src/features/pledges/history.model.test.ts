import { describe, expect, it } from 'vitest'
import { allows } from '../../kernel/refusal.ts'
import {
  DeliveryEvent,
  mustBeWellSourced,
  mustFollow,
  Reached,
  STAGES,
  type Stage,
} from './history.model.ts'

const source = (grade: string | null) => ({
  publisher: 'Gazette',
  url: 'https://example.org/report',
  date: null,
  grade,
})
const told = (stage: Stage, more: object = {}) =>
  DeliveryEvent.parse({ stage, on: '2022-03-09', voice: 'press', source: source('C'), ...more })
const may = (stage: Stage, more: object = {}) => allows(() => mustBeWellSourced(told(stage, more)))
const follow = (before: Stage) => STAGES.filter((next) => allows(() => mustFollow(before, next)))

describe('what a party may report after what', () => {
  it('is never the announcement again', () => {
    expect(STAGES.filter((before) => follow(before).includes('announced'))).toEqual([])
  })

  it('is everything after the announcement', () => {
    expect(follow('announced')).toEqual(STAGES.filter((stage) => stage !== 'announced'))
  })

  it('does not fall behind what was delivered in part', () => {
    expect(follow('partly-delivered')).toEqual([
      'partly-delivered',
      'delivered',
      'suspended',
      'withdrawn',
      'ended',
    ])
  })

  it('goes on after a delivery: what is delivered in turns is delivered again', () => {
    expect(follow('delivered')).toEqual(['delivered', 'suspended', 'ended'])
  })

  it('may take up again what was suspended', () => {
    expect(follow('suspended')).toEqual([
      'preparing',
      'partly-delivered',
      'delivered',
      'withdrawn',
      'ended',
    ])
  })

  it('is nothing after an end', () => {
    expect([follow('withdrawn'), follow('ended')]).toEqual([[], []])
  })
})

describe('what is unfavourable to a party', () => {
  it.each(['suspended', 'withdrawn', 'ended'] as const)(
    'is not public by a source of grade C: %s',
    (stage) => {
      expect(may(stage)).toBe(false)
      expect(may(stage, { source: source(null) })).toBe(false)
    },
  )

  it('is public by a source of grade A or B, and where it was reported here', () => {
    expect(may('suspended', { source: source('A') })).toBe(true)
    expect(may('suspended', { source: source('B') })).toBe(true)
    expect(may('suspended', { source: null })).toBe(true)
  })

  it('may be kept for fewer, whoever says it', () => {
    expect(may('ended', { audience: 'secretariat' })).toBe(true)
  })

  it('is not what only tells of progress', () => {
    expect(STAGES.filter((stage) => may(stage))).toEqual([
      'announced',
      'registered',
      'preparing',
      'ready-not-requested',
      'partly-delivered',
      'delivered',
    ])
  })
})

describe('what was reached', () => {
  it('has a currency where it is money, and none where it is not', () => {
    const is = (unit: string, currency: string | null) =>
      Reached.safeParse({ value: 6, unit, currency }).success
    expect([is('money', 'CAD'), is('money', null)]).toEqual([true, false])
    expect([is('helicopter', null), is('helicopter', 'CAD')]).toEqual([true, false])
  })
})
