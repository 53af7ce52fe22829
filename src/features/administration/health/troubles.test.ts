import { describe, expect, it } from 'vitest'
import { type Signs, troublesOf } from './troubles.ts'

const NOW = Temporal.Instant.from('2026-11-26T09:00:00Z')
const ago = (hours: number) => NOW.subtract({ seconds: Math.round(hours * 3600) })
const backup = (hours: number, more: object = {}) => ({
  ...{ begunAt: ago(hours), endedAt: ago(hours - 0.1), checked: true, trouble: null },
  ...more,
})
const WELL: Signs = {
  ...{ jobsFailed: 0, lettersFailed: 0, backups: [backup(7)], backsUp: true },
  ...{
    unsealedSince: ago(0.01),
    rooms: [{ free: 50 * 2 ** 30, total: 100 * 2 ** 30 }],
    lag: 5,
    held: false,
  },
}
const troubles = (signs: Partial<Signs>) => troublesOf({ ...WELL, ...signs }, NOW)

describe('the health of an instance', () => {
  it('has nothing to say where all is well', () => {
    expect(troubles({})).toEqual([])
    expect(troubles({ lag: null, unsealedSince: null, rooms: [] })).toEqual([])
  })

  it('is held before all else where it was restored', () => {
    expect(troubles({ held: true, jobsFailed: 1 })).toEqual(['held', 'jobs-failed'])
  })

  it('knows a night without a good backup, where each night has one', () => {
    expect(troubles({ backups: [backup(25.9)] })).toEqual([])
    expect(troubles({ backups: [backup(26.1)] })).toEqual(['backup-old'])
    expect(troubles({ backups: [backup(2_000)], backsUp: false })).toEqual([])
    expect(troubles({ backups: [] })).toEqual(['backup-none'])
    expect(troubles({ backups: [backup(1, { checked: false })] })).toEqual(['backup-none'])
  })

  it('knows one that failed, or never ended', () => {
    const failed = backup(1, { checked: false, trouble: 'The disk is full.' })
    expect(troubles({ backups: [failed, backup(25)] })).toEqual(['backup-failed'])
    const underWay = backup(1, { endedAt: null, checked: false })
    expect(troubles({ backups: [underWay, backup(25)] })).toEqual([])
    const killed = backup(7, { endedAt: null, checked: false })
    expect(troubles({ backups: [killed, backup(25)] })).toEqual(['backup-failed'])
  })

  it.each([
    [{ jobsFailed: 1 }, 'jobs-failed'],
    [{ lettersFailed: 1 }, 'letters-failed'],
    [{ unsealedSince: ago(1) }, 'journal-unsealed'],
    [{ rooms: [{ free: 2 ** 29, total: 2 ** 31 }] }, 'room-low'],
    [{ rooms: [{ free: 9 * 2 ** 30, total: 100 * 2 ** 30 }] }, 'room-low'],
    [{ lag: 31_000 }, 'replica-lags'],
  ])('%o is %s', (signs, trouble) => {
    expect(troubles(signs)).toEqual([trouble])
  })
})
