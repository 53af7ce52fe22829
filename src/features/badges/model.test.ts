import { describe, expect, it } from 'vitest'
import { ConferenceId } from '../../kernel/ids.ts'
import { allows } from '../../kernel/refusal.ts'
import { categoryOf, endOf, Settings, usualSettings } from './model.ts'

const usual = usualSettings(ConferenceId.parse('seoul2021'))

describe('the settings of badges', () => {
  it('have categories in colours of their own, and a card for the hall', () => {
    expect(Settings.safeParse(usual).success).toBe(true)
    expect(new Set(usual.categories.map(({ colour }) => colour)).size).toBe(8)
    expect(usual.zones.filter(({ card }) => card).map(({ id }) => id)).toEqual(['hall'])
    const opened = Object.fromEntries(
      usual.categories.map(({ id, zones }) => [id, zones.join(' ')]),
    )
    expect(opened).toEqual({
      head: 'venue hall',
      delegate: 'venue',
      observer: 'venue',
      organisation: 'venue',
      academic: 'venue',
      media: 'venue press',
      staff: 'venue hall press',
      guest: 'venue',
    })
  })

  it('name only categories and zones that there are', () => {
    expect(Settings.safeParse({ ...usual, byKind: { media: 'nobody' } }).success).toBe(false)
    const [first, ...others] = usual.categories
    const lost = [{ ...first, zones: ['attic'] }, ...others]
    expect(Settings.safeParse({ ...usual, categories: lost }).success).toBe(false)
  })
})

describe('the category of somebody', () => {
  it('follows from the delegation, or from the form', () => {
    const of = (kind: string, head: boolean, party: Parameters<typeof categoryOf>[2]) =>
      categoryOf(usual, { kind, head }, party)
    expect(of('delegate', true, 'state')).toBe('head')
    expect(of('delegate', false, 'state')).toBe('delegate')
    expect(of('delegate', false, 'observer-state')).toBe('delegate')
    expect(of('delegate', false, 'organisation')).toBe('observer')
    expect(of('media', false, null)).toBe('media')
    expect(of('unforeseen', false, null)).toBe('guest')
  })
})

describe('a badge', () => {
  it('is good through the day after the conference, where it is held', () => {
    expect(endOf(usual, '2021-12-08', 'Asia/Kathmandu').toString()).toBe('2021-12-09T18:15:00Z')
    const until = { day: '2021-12-08', clock: '20:00' }
    expect(endOf({ until }, null, 'America/St_Johns').toString()).toBe('2021-12-08T23:30:00Z')
    expect(allows(() => endOf(usual, null, 'Asia/Seoul'))).toBe(false)
    expect(allows(() => endOf(usual, '2021-12', 'Asia/Seoul'))).toBe(false)
  })
})
