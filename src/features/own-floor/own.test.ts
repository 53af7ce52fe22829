import { describe, expect, it } from 'vitest'
import type { PartyCode } from '../../kernel/ids.ts'
import { MORNING, type Played, playing, settingsOf, speechId } from '../../testing/floor.ts'
import { likely } from '../floor/queue/likely.ts'
import { exchangesOf, mayStillAsk, ownSpeeches, repliesLeft } from './own.ts'

const KENYA = 'KEN' as PartyCode
const own = (played: Played) =>
  ownSpeeches(played.floor, KENYA, likely(played.floor, played.now, MORNING))
const stands = (played: Played) => own(played).map((one) => one.stands.is)

describe('what a delegation asked for', () => {
  it('stands at its place among all who are still to be called, with its likely time', () => {
    const played = playing(settingsOf({ order: 'request' }))
    for (const party of ['FRA', 'KEN', 'NOR']) played.asks(party)
    expect(own(played)).toMatchObject([{ stands: { is: 'waiting', number: 2 } }])
    const [one] = own(played)
    const { single } = settingsOf().limits
    expect(one?.stands).toMatchObject({ likely: MORNING + single * 1000 + 20_000 })
  })

  it('is followed while it is delivered, and afterwards', () => {
    const played = playing(settingsOf({ order: 'request' }))
    const speech = played.asks('KEN')
    played.does({ what: 'begin-session' })
    played.does({ what: 'give-floor', speech, reason: null })
    expect(own(played)).toMatchObject([{ stands: { is: 'speaking', since: MORNING } }])
    played.waits(60)
    played.does({ what: 'end-floor' })
    expect(own(played)).toMatchObject([
      { stands: { is: 'heard', since: MORNING, until: MORNING + 60_000 } },
    ])
  })

  it('has no place where it is handed in in writing, and is gone when it is withdrawn', () => {
    const played = playing()
    const speech = played.asks('KEN', { way: 'written' })
    expect(stands(played)).toEqual(['written'])
    played.does({ what: 'withdraw', speech })
    expect(stands(played)).toEqual([])
  })
})

describe('what may still be asked for', () => {
  const may = (played: Played) => mayStillAsk(played.floor, own(played))

  it('is one statement of its own, and one for a group', () => {
    const played = playing()
    expect(may(played)).toEqual({ own: true, group: true })
    played.asks('KEN')
    expect(may(played)).toEqual({ own: false, group: true })
    played.asks('KEN', { kind: 'group' })
    expect(may(played)).toEqual({ own: false, group: false })
  })

  it('is another one after the first was heard, where the settings say so', () => {
    for (const again of [true, false]) {
      const played = playing(settingsOf({ again }))
      const speech = played.asks('KEN')
      played.does({ what: 'begin-session' })
      played.does({ what: 'give-floor', speech, reason: null })
      played.does({ what: 'end-floor' })
      expect(may(played)).toEqual({ own: again, group: true })
    }
  })

  it('is a right of reply while the session goes on, as often as the settings say', () => {
    const played = playing()
    expect(repliesLeft(played.floor, own(played))).toBe(0)
    played.does({ what: 'begin-session' })
    expect(repliesLeft(played.floor, own(played))).toBe(2)
    played.does({ what: 'reply-asked', speech: speechId(90), party: KENYA })
    expect(repliesLeft(played.floor, own(played))).toBe(1)
  })
})

describe('an exchange', () => {
  it('is told to the two delegations, and to no other', () => {
    const played = playing()
    const [to, from] = [played.asks('KEN'), played.asks('FRA')]
    played.does({ what: 'exchange-offered', from, to })
    const toldOf = (party: string) => {
      const { received, made } = exchangesOf(played.floor, party as PartyCode)
      return [received.length, made.length]
    }
    expect(['KEN', 'FRA', 'NOR'].map(toldOf)).toEqual([
      [1, 0],
      [0, 1],
      [0, 0],
    ])
    expect(exchangesOf(played.floor, KENYA).received).toMatchObject([
      { mine: { party: 'KEN' }, theirs: { party: 'FRA' } },
    ])
  })
})
