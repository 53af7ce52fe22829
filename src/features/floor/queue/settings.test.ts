import { describe, expect, it } from 'vitest'
import { playing, settingsOf, shippedPresets } from '../../../testing/floor.ts'
import { inscriptionAt, nextTurnOf } from './floor.ts'
import { withoutInstants } from './presets.ts'
import { Settings, videoDeadline, windowOf } from './settings.ts'

const opens = { day: '2021-12-01', clock: '09:00' }
const closes = { day: '2021-12-06', clock: '17:00' }
const refused = (more: Partial<Settings>) =>
  Settings.safeParse({ ...settingsOf(), ...more }).error?.issues.map(({ path, message }) => [
    path.join('.'),
    message,
  ])

describe('settings', () => {
  it('of the presets that ship are sound, and say where they are from', () => {
    expect(shippedPresets.map(({ id, sources }) => [id, sources.length])).toEqual([
      ['un-plenary', 3],
      ['high-level-segment', 3],
      ['pledging-session', 1],
      ['round-table', 0],
    ])
    for (const preset of shippedPresets) {
      expect(Settings.safeParse(withoutInstants(preset)).success, preset.id).toBe(true)
    }
  })

  it('of the presets name settings that there are', () => {
    const keys = new Set(
      Object.entries(settingsOf()).flatMap(([key, value]) => [
        key,
        ...(value && typeof value === 'object' ? Object.keys(value).map((k) => `${key}.${k}`) : []),
      ]),
    )
    const said = shippedPresets.flatMap(({ sources }) => sources.flatMap(({ says }) => says))
    expect(said.filter((key) => !keys.has(key))).toEqual([])
  })

  it('give a group at least the time of a single delegation', () => {
    const limits = { ...settingsOf().limits, single: 300, group: 240 }
    expect(refused({ limits })).toEqual([['limits.group', 'floor.group-below-single']])
  })

  it('open before they close', () => {
    expect(refused({ opens: closes, closes: opens })).toEqual([
      ['closes.clock', 'floor.closes-before-it-opens'],
    ])
    expect(refused({ opens, closes: opens })).toHaveLength(1)
    expect(refused({ opens, closes })).toBe(undefined)
  })

  it('warn in red after they warn in amber', () => {
    expect(refused({ amber: 10, red: 30 })).toEqual([['red', 'floor.red-before-amber']])
  })

  it('divide the session where delegations prefer a part of it', () => {
    expect(refused({ order: 'preferred-slots', slots: [] })).toEqual([['slots', 'floor.no-slots']])
  })
})

describe('the window of inscription', () => {
  const settings = settingsOf({ opens, closes, videoBy: { day: '2021-12-02', clock: '12:00' } })
  const { floor } = playing(settings)
  const at = (zone: string) => windowOf(settings, zone)

  it('is the wall time of the conference, in whatever zone that is', () => {
    expect(at('Asia/Kathmandu')).toEqual({
      opens: Date.UTC(2021, 11, 1, 3, 15),
      closes: Date.UTC(2021, 11, 6, 11, 15),
    })
    expect(at('America/St_Johns').opens).toBe(Date.UTC(2021, 11, 1, 12, 30))
    expect(videoDeadline(settings, 'Asia/Kathmandu')).toBe(Date.UTC(2021, 11, 2, 6, 15))
  })

  it('opens and closes at the exact minute', () => {
    const window = at('Asia/Kathmandu')
    const { opens: first, closes: last } = window as { opens: number; closes: number }
    expect(
      [first - 1, first, last - 1, last].map((now) => inscriptionAt(floor, window, now)),
    ).toEqual(['before', 'open', 'open', 'closed'])
    expect([first - 1, first, last].map((now) => nextTurnOf(window, now))).toEqual([
      first,
      last,
      null,
    ])
  })

  it('is what was said last: by the clock, or by the hand of the desk', () => {
    const window = { opens: 10, closes: 20 }
    const by = (is: 'open' | 'closed', at: number) => ({ ...floor, doors: { is, at } })
    expect(inscriptionAt(by('open', 5), window, 7)).toBe('open')
    expect(inscriptionAt(by('closed', 12), window, 15)).toBe('closed')
    expect(inscriptionAt(by('open', 12), window, 20)).toBe('closed')
    expect(inscriptionAt(by('open', 25), window, 30)).toBe('open')
    expect(inscriptionAt({ ...by('open', 25), meeting: 'adjourned' }, window, 30)).toBe('closed')
  })

  it('waits for the desk where the clock says nothing', () => {
    const window = windowOf(settingsOf(), 'Asia/Kathmandu')
    expect(inscriptionAt(floor, window, Number.MAX_SAFE_INTEGER)).toBe('before')
  })
})
