import { describe, expect, it } from 'vitest'
import { Refusal } from '../../../kernel/refusal.ts'
import { playing, settingsOf, speechId } from '../../../testing/floor.ts'
import { countdownOf, type Floor, next, speaking } from './floor.ts'
import { whyThere } from './order.ts'
import { applied, replayed, undoable } from './queue.ts'

const refusal = (deed: () => unknown) => {
  try {
    deed()
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
  return 'done'
}
const begun = (...parties: readonly string[]) => {
  const list = playing()
  for (const party of parties) list.asks(party)
  list.does({ what: 'begin-session' })
  return list
}
const give = (of: number, reason: 'protocol' | null = null) =>
  ({ what: 'give-floor', speech: speechId(of), reason }) as const
const why = (floor: Floor, party: string) => {
  const speech = floor.waiting.find((one) => one.party === party)
  return speech && whyThere(floor, speech)
}

describe('the order', () => {
  it('is protocol rank, then the time of the request', () => {
    const list = playing()
    list.asks('KEN')
    list.asks('NOR', { rank: 'head-of-state' })
    list.asks('BRA', { rank: 'vice-minister' })
    list.asks('FJI')
    expect(list.order()).toEqual(['NOR', 'KEN', 'FJI', 'BRA'])
    expect(why(list.floor, 'FJI')).toEqual({
      ...{ by: 'rule', class: 1, slot: null, rank: 'minister', asked: 4 },
    })
  })

  it('puts observers and organisations after States, whatever their rank', () => {
    const list = playing()
    list.asks('EU', { class: 3, rank: 'head-of-government', kind: 'observer' })
    list.asks('KEN', { rank: 'official' })
    expect(list.order()).toEqual(['KEN', 'EU'])
    const without = playing(settingsOf({ byClass: false }))
    without.asks('EU', { class: 3, rank: 'head-of-government' })
    without.asks('KEN', { rank: 'official' })
    expect(without.order()).toEqual(['EU', 'KEN'])
  })

  it('is the first preferred part of the session that has room', () => {
    const list = playing(settingsOf({ order: 'preferred-slots', slots: [1, 1, 2] }))
    list.asks('KEN', { slots: [2, 3] })
    list.asks('NOR', { slots: [2, 3], rank: 'head-of-state' })
    list.asks('BRA', { slots: [2, 2] })
    list.asks('FJI', { slots: [3] })
    list.asks('IND', { slots: [1] })
    expect(list.order()).toEqual(['BRA', 'KEN', 'NOR', 'FJI', 'IND'])
    const slot = (party: string) => {
      const found = why(list.floor, party)
      return found?.by === 'rule' ? found.slot : null
    }
    expect(['KEN', 'NOR', 'BRA', 'IND'].map(slot)).toEqual([
      { number: 2, preference: 1 },
      { number: 3, preference: 2 },
      { number: 1, preference: null },
      { number: 3, preference: null },
    ])
  })

  it('is that of the requests, or that of the desk, where it is so decided', () => {
    for (const order of ['request', 'hand'] as const) {
      const list = playing(settingsOf({ order }))
      list.asks('KEN', { rank: 'official' })
      list.asks('NOR', { rank: 'head-of-state' })
      expect(list.order()).toEqual(['KEN', 'NOR'])
    }
  })

  it('says who was moved by hand, and why; whoever asks later does not move them', () => {
    const list = playing()
    for (const party of ['KEN', 'NOR', 'BRA']) list.asks(party)
    list.does({ what: 'move', speech: speechId(3), to: 1, reason: 'leaves-early' })
    list.asks('FJI', { rank: 'head-of-state' })
    expect(list.order()).toEqual(['BRA', 'FJI', 'KEN', 'NOR'])
    expect(why(list.floor, 'BRA')).toEqual({ by: 'hand', reason: 'leaves-early' })
  })

  it('is found anew where delegations prefer parts of the session from now on', () => {
    const list = playing(settingsOf({ slots: [1, 1] }))
    list.asks('KEN', { slots: [2, 1], rank: 'official' })
    list.asks('NOR', { slots: [2, 1] })
    const settings = settingsOf({ order: 'preferred-slots', slots: [1, 1] })
    list.does({ what: 'change-settings', settings })
    expect(list.floor.waiting.map(({ party, slot }) => [party, slot])).toEqual([
      ['NOR', 1],
      ['KEN', 2],
    ])
  })

  it('follows another rule at once, and leaves their numbers to those placed by hand', () => {
    const list = playing()
    list.asks('KEN', { rank: 'official' })
    list.asks('NOR')
    list.asks('BRA')
    list.does({ what: 'move', speech: speechId(1), to: 2, reason: 'protocol' })
    list.does({ what: 'change-settings', settings: settingsOf({ order: 'request' }) })
    list.does({ what: 'move', speech: speechId(3), to: 1, reason: 'protocol' })
    expect(list.order()).toEqual(['BRA', 'NOR', 'KEN'])
  })
})

describe('a delegation', () => {
  it('stands once in the list for itself, and once for a group', () => {
    const list = playing()
    list.asks('KEN')
    expect(refusal(() => list.asks('KEN'))).toBe('floor.inscribed-already')
    list.asks('KEN', { kind: 'group' })
    expect(list.order()).toEqual(['KEN', 'KEN'])
  })

  it('is heard once, unless the list lets it ask again', () => {
    for (const [again, says] of [
      [false, 'floor.has-spoken'],
      [true, 'done'],
    ] as const) {
      const list = playing(settingsOf({ again }))
      list.asks('KEN')
      list.does({ what: 'begin-session' })
      list.does(give(1))
      list.does({ what: 'end-floor' })
      expect(refusal(() => list.asks('KEN'))).toBe(says)
    }
  })

  it('withdraws, and may ask anew at the end of its rank', () => {
    const list = playing()
    list.asks('KEN')
    list.asks('NOR')
    list.does({ what: 'withdraw', speech: speechId(1) }, 'delegation')
    list.asks('KEN')
    expect(list.order()).toEqual(['NOR', 'KEN'])
    expect(list.floor.withdrawn.map(({ party }) => party)).toEqual(['KEN'])
  })

  it('keeps the time of its request when somebody of another rank speaks', () => {
    const list = playing()
    list.asks('KEN')
    list.asks('NOR')
    list.asks('BRA', { rank: 'vice-minister' })
    list.asks('FJI', { rank: 'vice-minister' })
    const { id: speech, askedAt: _, ...asking } = list.floor.waiting[0] as Floor['waiting'][0]
    const { kind, way, language, party, slots } = asking
    const as = (rank: 'vice-minister' | 'minister') =>
      ({
        ...{ what: 'amend' as const, speech, party, kind: kind as 'single', way, language },
        ...{ slots: [...slots], class: 1, rank },
      }) as const
    list.does(as('vice-minister'), 'delegation')
    expect(list.order()).toEqual(['NOR', 'KEN', 'BRA', 'FJI'])
    list.does(as('minister'), 'delegation')
    expect(list.order()).toEqual(['KEN', 'NOR', 'BRA', 'FJI'])
  })

  it('hands in what it does not speak, and the list says so', () => {
    const list = playing()
    list.asks('KEN', { way: 'written' })
    expect([list.order(), list.floor.written.map(({ party }) => party)]).toEqual([[], ['KEN']])
    const hall = playing(settingsOf({ ways: ['in-person'] }))
    expect(refusal(() => hall.asks('KEN', { way: 'written' }))).toBe('floor.way-not-allowed')
  })

  it('confirms that its speaker is there, once', () => {
    const list = playing()
    list.asks('KEN')
    const confirm = () => list.does({ what: 'confirm', speech: speechId(1) }, 'delegation')
    expect(confirm().waiting[0]?.here).toBe(true)
    expect(refusal(confirm)).toBe('floor.confirmed-already')
  })
})

describe('an exchange', () => {
  const offer = { from: speechId(1), to: speechId(3) }
  const offered = () => {
    const list = playing()
    for (const party of ['KEN', 'NOR', 'BRA']) list.asks(party)
    list.does({ what: 'exchange-offered', ...offer }, 'delegation')
    return list
  }

  it('takes place when both consent, and not before', () => {
    const list = offered()
    expect(list.order()).toEqual(['KEN', 'NOR', 'BRA'])
    list.does({ what: 'exchange-accepted', ...offer }, 'delegation')
    expect(list.order()).toEqual(['BRA', 'NOR', 'KEN'])
    expect(why(list.floor, 'BRA')).toEqual({ by: 'exchange', with: speechId(1) })
    expect(list.floor.offers).toEqual([])
  })

  it('cannot be accepted by whoever was not asked, twice, or after a place has changed', () => {
    const list = offered()
    const back = { from: offer.to, to: offer.from }
    expect(refusal(() => list.does({ what: 'exchange-accepted', ...back }))).toBe('floor.no-offer')
    expect(refusal(() => list.does({ what: 'exchange-offered', ...offer }))).toBe(
      'floor.offered-already',
    )
    list.does({ what: 'move', speech: speechId(3), to: 1, reason: 'protocol' })
    expect(refusal(() => list.does({ what: 'exchange-accepted', ...offer }))).toBe('floor.no-offer')
  })

  it('is declined without a trace in the order', () => {
    const list = offered()
    list.does({ what: 'exchange-declined', ...offer }, 'delegation')
    expect([list.order(), list.floor.offers]).toEqual([['KEN', 'NOR', 'BRA'], []])
  })

  it('is between two delegations, where the list knows it', () => {
    const list = playing()
    list.asks('KEN')
    list.asks('KEN', { kind: 'group' })
    const own = { what: 'exchange-offered', from: speechId(1), to: speechId(2) } as const
    expect(refusal(() => list.does(own))).toBe('floor.exchange-with-oneself')
    const without = playing(settingsOf({ exchange: false }))
    without.asks('KEN')
    without.asks('NOR')
    expect(refusal(() => without.does(own))).toBe('floor.no-exchange')
  })
})

describe('the floor', () => {
  it('is held by one at a time', () => {
    const list = begun('KEN', 'NOR')
    list.does(give(1))
    expect(refusal(() => list.does(give(2)))).toBe('floor.somebody-speaks')
    list.waits(60)
    list.does({ what: 'end-floor' })
    expect(list.does(give(2)).current?.speech.party).toBe('NOR')
    expect(list.floor.heard.map(({ spent, limit }) => [spent, limit])).toEqual([[60_000, 300]])
  })

  it('is given while the session is in progress only', () => {
    const list = playing()
    list.asks('KEN')
    expect(refusal(() => list.does(give(1)))).toBe('floor.not-running')
  })

  it('goes to the next; to somebody else with a reason', () => {
    const list = begun('KEN', 'NOR')
    expect(refusal(() => list.does(give(2)))).toBe('floor.not-next')
    expect(list.does(give(2, 'protocol')).current?.reason).toBe('protocol')
    expect(next(list.floor)?.party).toBe('KEN')
  })

  it('stands still while the clock is stopped', () => {
    const list = begun('KEN')
    list.does(give(1))
    list.waits(30)
    list.does({ what: 'pause' })
    list.waits(600)
    expect(refusal(() => list.does({ what: 'pause' }))).toBe('floor.paused-already')
    list.does({ what: 'resume' })
    list.waits(12)
    expect(list.does({ what: 'end-floor' }).heard[0]).toMatchObject({
      ...{ spent: 42_000, endedAt: list.now, givenAt: list.now - 642_000 },
    })
  })

  it('may have another limit for one speech, before and while it is held', () => {
    const list = begun('KEN', 'NOR')
    const limit = (of: number, seconds: number) =>
      list.does({ what: 'set-limit', speech: speechId(of), seconds, reason: 'protocol' })
    limit(1, 600)
    list.does(give(1))
    expect(countdownOf(list.floor, list.floor.current as never).limit).toBe(600)
    limit(1, 120)
    expect(list.does({ what: 'end-floor' }).heard[0]?.limit).toBe(120)
    expect(refusal(() => limit(1, 60))).toBe('floor.not-waiting')
  })

  it('passes whoever is not there, to the end of the list or of the meeting', () => {
    const list = begun('KEN', 'NOR', 'BRA')
    list.does({ what: 'absent', speech: speechId(1) })
    list.asks('FJI', { rank: 'official' })
    expect(list.order()).toEqual(['NOR', 'BRA', 'FJI', 'KEN'])
    expect(why(list.floor, 'KEN')).toEqual({ by: 'absent' })

    const meeting = playing(settingsOf({ absent: 'meeting', meeting: 3 }))
    for (const party of ['KEN', 'NOR', 'BRA', 'FJI']) meeting.asks(party)
    meeting.does({ what: 'begin-session' })
    meeting.does(give(1))
    meeting.does({ what: 'end-floor' })
    meeting.does({ what: 'absent', speech: speechId(2) })
    expect(meeting.order()).toEqual(['BRA', 'NOR', 'FJI'])
  })
})

describe('a point of order', () => {
  const raised = () => {
    const list = begun('KEN')
    list.does(give(1))
    list.waits(20)
    list.does({ what: 'point-of-order', speech: speechId(90), party: 'NOR' as never })
    return list
  }

  it('is heard at once, and stops the clock of whoever it interrupts', () => {
    const list = raised()
    list.waits(45)
    expect(speaking(list.floor)?.speech.party).toBe('NOR')
    expect(refusal(() => list.does({ what: 'end-floor' }))).toBe('floor.point-first')
    list.does({ what: 'rule-on-point', ruling: 'upheld' })
    list.waits(10)
    const { heard } = list.does({ what: 'end-floor' })
    expect(heard.map(({ speech, spent, ruling }) => [speech.party, spent, ruling])).toEqual([
      ['NOR', 45_000, 'upheld'],
      ['KEN', 30_000, null],
    ])
  })

  it('is one at a time, where the list knows them, and needs nobody to interrupt', () => {
    const list = raised()
    const another = { what: 'point-of-order', speech: speechId(91), party: 'BRA' as never } as const
    expect(refusal(() => list.does(another))).toBe('floor.point-first')
    const without = playing(settingsOf({ pointsOfOrder: false }))
    without.does({ what: 'begin-session' })
    expect(refusal(() => without.does(another))).toBe('floor.no-points')
    const quiet = begun()
    quiet.does(another)
    quiet.does({ what: 'rule-on-point', ruling: 'noted' })
    expect(speaking(quiet.floor)).toBe(null)
  })
})

describe('a right of reply', () => {
  const reply = (of: number, party = 'NOR') =>
    ({ what: 'reply-asked', speech: speechId(of), party: party as never }) as const

  it('is exercised at the end, twice at most, the second time shorter', () => {
    const list = begun('KEN')
    list.does(reply(80), 'delegation')
    list.does(reply(81), 'delegation')
    expect(refusal(() => list.does(reply(82)))).toBe('floor.no-more-replies')
    expect(refusal(() => list.does(give(80)))).toBe('floor.not-next')
    list.does(give(1))
    list.does({ what: 'end-floor' })
    const limits = [80, 81].map((of) => {
      list.does(give(of))
      return list.does({ what: 'end-floor' }).heard.at(-1)?.limit
    })
    expect(limits).toEqual([600, 300])
  })

  it('comes at once where the list says so, and not where it knows none', () => {
    const replies = { most: 2, when: 'at-once' as const }
    const list = playing(settingsOf({ replies }))
    list.asks('KEN')
    list.does({ what: 'begin-session' })
    list.does(reply(80))
    expect(next(list.floor)?.party).toBe('NOR')
    const without = playing(settingsOf({}, 'round-table'))
    without.does({ what: 'begin-session' })
    expect(refusal(() => without.does(reply(80)))).toBe('floor.no-more-replies')
  })
})

describe('a session', () => {
  it('begins, is suspended, goes on and is adjourned, in that order', () => {
    const list = begun('KEN')
    const does = (what: 'begin-session' | 'suspend' | 'resume-session' | 'adjourn') =>
      refusal(() => list.does({ what }))
    expect(['begin-session', 'resume-session', 'suspend', 'suspend'].map(does as never)).toEqual([
      ...['floor.begun', 'floor.not-suspended', 'done', 'floor.not-running'],
    ])
    expect(['resume-session', 'adjourn', 'suspend', 'begin-session'].map(does as never)).toEqual([
      ...['done', 'done', 'floor.not-running', 'floor.begun'],
    ])
    expect(refusal(() => list.asks('NOR'))).toBe('floor.adjourned')
    expect(list.order()).toEqual(['KEN'])
  })

  it('stops every clock while it is suspended, and is not adjourned upon a speaker', () => {
    const list = begun('KEN')
    list.does(give(1))
    list.waits(10)
    list.does({ what: 'suspend' })
    list.waits(3600)
    expect(refusal(() => list.does({ what: 'adjourn' }))).toBe('floor.somebody-speaks')
    expect(refusal(() => list.does({ what: 'resume' }))).toBe('floor.not-running')
    list.does({ what: 'resume-session' })
    list.does({ what: 'resume' })
    list.waits(5)
    expect(list.does({ what: 'end-floor' }).heard[0]?.spent).toBe(15_000)
  })

  it('keeps its settings once it has begun', () => {
    const list = begun()
    const change = { what: 'change-settings', settings: settingsOf() } as const
    expect(refusal(() => list.does(change))).toBe('floor.begun')
  })
})

describe('what the desk did last', () => {
  it('is taken back as though it had never been done: the clock went on', () => {
    const list = begun('KEN', 'NOR')
    list.does(give(1))
    list.waits(60)
    list.does({ what: 'end-floor' })
    list.waits(5)
    list.does({ what: 'undo', undone: undoable(list.floor)?.seq ?? 0 })
    list.waits(5)
    expect(list.does({ what: 'end-floor' }).heard[0]?.spent).toBe(70_000)
  })

  it('is taken back step by step, and never what a delegation did', () => {
    const list = begun('KEN', 'NOR')
    list.does(give(1))
    list.asks('BRA')
    list.does({ what: 'undo', undone: 5 })
    expect(list.order()).toEqual(['KEN', 'NOR', 'BRA'])
    expect(undoable(list.floor)?.what).toBe('begin-session')
    expect(refusal(() => list.does({ what: 'undo', undone: 6 }))).toBe('floor.not-the-last')
  })

  it('stays where a delegation has since built upon it', () => {
    const list = playing()
    list.asks('KEN')
    const { speech: _, ...asking } = { ...list.deeds[1], speech: null } as never as Record<
      string,
      unknown
    >
    list.does({
      ...asking,
      what: 'insert',
      speech: speechId(7),
      party: 'NOR',
      to: 1,
      reason: 'protocol',
    } as never)
    list.does({ what: 'withdraw', speech: speechId(7) }, 'delegation')
    expect(refusal(() => list.does({ what: 'undo', undone: 3 }))).toBe('floor.built-upon')
  })
})

describe('a list', () => {
  it('is nothing before it was set up, and set up once', () => {
    expect(replayed([])).toBe(null)
    const list = playing()
    expect(refusal(() => list.does({ what: 'set-up', settings: settingsOf() }))).toBe(
      'floor.set-up-already',
    )
    expect(refusal(() => applied(null, { ...list.deeds[0], what: 'pause' } as never))).toBe(
      'floor.unknown',
    )
  })

  it('takes deeds in their order only', () => {
    const list = playing()
    const late = { what: 'begin-session', seq: 5, at: 0, hand: 'desk' } as const
    expect(() => applied(list.floor, late)).toThrow(RangeError)
  })
})
