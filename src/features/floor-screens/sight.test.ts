import { describe, expect, it } from 'vitest'
import type { Actor } from '../../kernel/actor.ts'
import { ANONYMOUS } from '../../kernel/actor.ts'
import { MORNING, playing, settingsOf } from '../../testing/floor.ts'
import { minuteOf } from '../floor/pages/likely-time.tsx'
import { likely } from '../floor/queue/likely.ts'
import { likelyUntil, sightOf } from './sight.ts'

const delegate: Actor = {
  ...{ kind: 'account', id: 'delegate' },
  grants: [{ role: 'delegate', conference: 'seoul2021', party: 'KEN' }],
}
const sight = (actor: Actor, listed: boolean, countdown: 'public' | 'room' = 'public') =>
  sightOf(actor, 'seoul2021', { settings: settingsOf({ countdown }) }, listed)

describe('what somebody sees of a list', () => {
  it('is for everybody what the settings say, without the names of who is still to speak', () => {
    expect(sight(ANONYMOUS, true)).toEqual({ list: true, seconds: true, names: false })
    expect(sight(ANONYMOUS, true, 'room')).toEqual({ list: true, seconds: false, names: false })
    expect(sight(ANONYMOUS, false)).toEqual({ list: false, seconds: false, names: false })
  })

  it('is all of it for whoever takes part', () => {
    expect(sight(delegate, false, 'room')).toEqual({ list: true, seconds: true, names: true })
  })
})

describe('until when likely times stand', () => {
  const MINUTE = 60_000
  const session = () => {
    const played = playing()
    played.does({ what: 'open' })
    for (const party of ['KEN', 'FRA', 'CHN']) played.asks(party)
    return played
  }
  const said = (played: ReturnType<typeof session>, now: number) =>
    [...likely(played.floor, now, MORNING).begins.values()].map((at) => `${minuteOf(at)}`)

  it('is the planned beginning, and then the next minute, while it has not begun', () => {
    const played = session()
    expect(likelyUntil(played.floor, MORNING - 5 * MINUTE, MORNING)).toBe(MORNING)
    expect(likelyUntil(played.floor, MORNING + 1, MORNING)).toBe(MORNING + MINUTE)
    expect(likelyUntil(played.floor, MORNING, null)).toBeNull()
  })

  it('is the end of what a speaker is likely to take: until then no printed minute changes', () => {
    const played = session()
    played.does({ what: 'begin-session' })
    played.does({ what: 'give-floor', speech: played.floor.waiting[0]?.id as never, reason: null })
    const now = played.now + 1000
    const until = likelyUntil(played.floor, now, null) ?? 0
    expect(until - now).toBeGreaterThan(2 * MINUTE)
    expect(said(played, until - 1)).toEqual(said(played, now))
    // Whoever speaks longer moves all others, minute by minute.
    expect(likelyUntil(played.floor, until + 1, null)).toBeLessThanOrEqual(until + MINUTE)
    expect(said(played, until + MINUTE)).not.toEqual(said(played, now))
  })

  it('is the next minute while a clock stands still or nobody speaks, and never while nothing is said', () => {
    const played = session()
    played.does({ what: 'begin-session' })
    expect(likelyUntil(played.floor, played.now + 1, null)).toBe(played.now + MINUTE)
    played.does({ what: 'give-floor', speech: played.floor.waiting[0]?.id as never, reason: null })
    played.does({ what: 'pause' })
    expect(likelyUntil(played.floor, played.now + 1, null)).toBe(played.now + MINUTE)
    played.does({ what: 'suspend' })
    expect(likelyUntil(played.floor, played.now, null)).toBeNull()
  })
})
