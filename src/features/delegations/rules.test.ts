import { describe, expect, it } from 'vitest'
import { ConferenceId } from '../../kernel/ids.ts'
import { allows } from '../../kernel/refusal.ts'
import { isAtLeast, RANKS } from './ranks.model.ts'
import { closingOf, isClosed, mustBeSound, quotaOf, usualRules } from './rules.model.ts'

const usual = usualRules(ConferenceId.parse('seoul2021'))
const closes = { day: '2021-11-12', clock: '18:00' }

describe('the rules of a conference', () => {
  it('are those of the note of 2019 where nothing else was decided', () => {
    expect(usual.quota).toEqual({ state: 6, 'observer-state': 6, organisation: 6 })
    expect(usual.headRank).toBe('minister')
    expect(isClosed(usual, 'Asia/Seoul', Temporal.Instant.from('2100-01-01T00:00Z'))).toBe(false)
  })

  it('close names at the very minute by the clock of the conference', () => {
    const at = (time: string) => isClosed({ closes }, 'Asia/Kathmandu', Temporal.Instant.from(time))
    expect(closingOf({ closes }, 'Asia/Kathmandu')?.toString()).toBe('2021-11-12T12:15:00Z')
    expect(at('2021-11-12T12:14:59Z')).toBe(false)
    expect(at('2021-11-12T12:15:00Z')).toBe(true)
  })

  it('give a delegation the quota of its kind, unless it has one of its own', () => {
    const quota = { state: 6, 'observer-state': 4, organisation: 2 }
    expect(quotaOf({ quota }, 'state', null)).toBe(6)
    expect(quotaOf({ quota }, 'observer-state', null)).toBe(4)
    expect(quotaOf({ quota }, 'organisation', null)).toBe(2)
    expect(quotaOf({ quota }, 'organisation', 9)).toBe(9)
  })

  it('do not close names before replies are due', () => {
    expect(allows(() => mustBeSound({ ...usual, closes, replyBy: '2021-11-12' }))).toBe(true)
    expect(allows(() => mustBeSound({ ...usual, closes, replyBy: '2021-11-13' }))).toBe(false)
  })
})

describe('ranks', () => {
  it('stand from the highest to the lowest', () => {
    expect(RANKS.filter((rank) => isAtLeast(rank, 'minister'))).toEqual([
      'head-of-state',
      'head-of-government',
      'vice-president',
      'crown-prince',
      'deputy-prime-minister',
      'minister',
    ])
    expect(isAtLeast('vice-minister', 'minister')).toBe(false)
  })
})
