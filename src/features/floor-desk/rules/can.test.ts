import { describe, expect, it } from 'vitest'
import { playing, settingsOf } from '../../../testing/floor.ts'
import { canNow, canTo } from './can.ts'

const offered = (can: object) =>
  Object.entries(can)
    .flatMap(([name, may]) => (may ? [name] : []))
    .sort()

describe('what the desk is offered', () => {
  it('before the session is what prepares it', () => {
    const list = playing()
    list.asks('KEN')
    list.asks('NOR')
    expect(offered(canNow(list.floor, list.now))).toEqual(
      ['begin', 'close', 'insert', 'move', 'open'].sort(),
    )
  })

  it('while nobody speaks is the next speaker', () => {
    const list = playing()
    const kenya = list.asks('KEN')
    list.does({ what: 'begin-session' })
    const can = canNow(list.floor, list.now)
    expect([can.give, can.next, can.end, can.pause, can.adjourn]).toEqual([
      ...[true, false, false, false, true],
    ])
    expect(offered(canTo(list.floor, kenya, list.now))).toEqual(
      ['absent', 'confirm', 'give', 'limit', 'withdraw'].sort(),
    )
  })

  it('while somebody speaks is to stop the clock, to end, or to go on to the next', () => {
    const list = playing()
    const first = list.asks('KEN')
    list.asks('NOR')
    list.does({ what: 'begin-session' })
    list.does({ what: 'give-floor', speech: first, reason: null })
    const can = canNow(list.floor, list.now)
    expect([can.give, can.next, can.end, can.pause, can.limit, can.adjourn]).toEqual([
      ...[false, true, true, true, true, false],
    ])
  })

  it('asks the rules of the list itself', () => {
    const without = settingsOf({ pointsOfOrder: false, replies: { most: 0, when: 'at-end' } })
    for (const [settings, may] of [
      [settingsOf(), true],
      [without, false],
    ] as const) {
      const list = playing(settings)
      list.does({ what: 'begin-session' })
      const can = canNow(list.floor, list.now)
      expect([can.point, can.reply]).toEqual([may, may])
    }
  })

  it('never holds what the rule would refuse, nor after the end', () => {
    const list = playing()
    list.does({ what: 'begin-session' })
    list.does({ what: 'adjourn' })
    expect(offered(canNow(list.floor, list.now))).toEqual(['undo'])
  })
})
