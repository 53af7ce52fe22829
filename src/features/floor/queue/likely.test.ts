import { describe, expect, it } from 'vitest'
import { MORNING, playing, settingsOf, speechId } from '../../../testing/floor.ts'
import { likely, paceOf } from './likely.ts'
import { replayed } from './queue.ts'

const minutes = (of: number) => MORNING + of * 60_000
const waiting = () => {
  const list = playing(settingsOf({}, 'pledging-session'))
  for (const party of ['KEN', 'NOR', 'BRA']) list.asks(party)
  return list
}
const times = (list: ReturnType<typeof playing>, expected: number | null) => {
  const { begins, ends } = likely(list.floor, list.now, expected)
  const since = (at: number) => Math.round((at - MORNING) / 1000)
  return { begins: [...begins.values()].map(since), ends: ends === null ? null : since(ends) }
}

describe('likely times', () => {
  it('are those of the limits, from when the session is expected to begin', () => {
    expect(times(waiting(), minutes(60))).toEqual({ begins: [3600, 3800, 4000], ends: 4200 })
  })

  it('move with a session that begins late', () => {
    const list = waiting()
    list.waits(70 * 60)
    expect(times(list, minutes(60)).begins).toEqual([4200, 4400, 4600])
  })

  it('are none where nobody knows when it begins, or when it is over', () => {
    expect(times(waiting(), null)).toEqual({ begins: [], ends: null })
    const list = waiting()
    list.does({ what: 'begin-session' })
    list.does({ what: 'adjourn' })
    expect(times(list, minutes(0))).toEqual({ begins: [], ends: null })
  })

  it('follow the pace so far, and one long speech does not move everybody', () => {
    const list = waiting()
    list.does({ what: 'begin-session' })
    for (const of of [1, 2]) {
      list.does({ what: 'give-floor', speech: speechId(of), reason: null })
      list.waits(360)
      list.does({ what: 'end-floor' })
      list.waits(40)
    }
    const { share, between } = paceOf(list.floor)
    expect([share, between]).toEqual([(720 + 540) / (360 + 540), (40_000 + 60_000) / 4])
    expect(times(list, null)).toEqual({ begins: [800], ends: 800 + 252 + 25 })
  })

  it('wait for whoever has the floor, and no longer once their time is over', () => {
    const list = waiting()
    list.does({ what: 'begin-session' })
    list.does({ what: 'give-floor', speech: speechId(1), reason: null })
    list.waits(60)
    expect(times(list, null).begins[0]).toBe(60 + 120 + 20)
    list.waits(600)
    expect(times(list, null).begins[0]).toBe(660 + 20)
  })

  it('count rights of reply at the end', () => {
    const list = playing()
    list.asks('KEN')
    list.does({ what: 'begin-session' })
    list.does({ what: 'reply-asked', speech: speechId(8), party: 'NOR' as never })
    expect(times(list, null).begins).toEqual([0, 320])
  })
})

describe('a thousand deeds', () => {
  it('fold in the time of a blink', () => {
    const list = playing(settingsOf({ again: true }))
    list.does({ what: 'begin-session' })
    for (let turn = 0; turn < 250; turn += 1) {
      const speech = list.asks(`P${turn % 60}A`)
      list.does({ what: 'give-floor', speech, reason: null })
      list.waits(200)
      list.does({ what: 'end-floor' })
      list.does({ what: 'undo', undone: list.floor.seq })
      list.does({ what: 'end-floor' })
    }
    expect(list.deeds).toHaveLength(1252)
    const began = performance.now()
    const again = replayed(list.deeds)
    expect(performance.now() - began).toBeLessThan(100)
    expect(again).toEqual(list.floor)
  })
})
