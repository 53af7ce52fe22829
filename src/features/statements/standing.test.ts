import { describe, expect, it } from 'vitest'
import { playing, settingsOf } from '../../testing/floor.ts'
import { SpeechId } from '../floor/queue/deeds.ts'
import { mustBeComplete, mustBeSomething, Said } from './model.ts'
import { isNameable } from './nameable.ts'
import { deliveredIn, isHeard, openUntil, speechIn, stageOf } from './standing.ts'

const at = (instant: string) => Temporal.Instant.from(instant)
const pledge = (of: string) => Said.shape.pledge.parse(`KOR-2021-${of}`)
const code = (deed: () => void) => {
  try {
    deed()
    return null
  } catch (error) {
    return (error as { code: string }).code
  }
}

/** A session that heard Kenya, and has Norway on the floor. */
function session() {
  const list = playing(settingsOf({}, 'pledging-session'))
  const [first, second] = [list.asks('KEN'), list.asks('NOR')].map((id) => SpeechId.parse(id))
  return { list, first: first as SpeechId, second: second as SpeechId }
}

describe('a statement', () => {
  it('is delivered when its speaker leaves the floor, and not before', () => {
    const { list, first } = session()
    expect(deliveredIn(list.floor, first)).toBeNull()
    list.does({ what: 'begin-session' })
    list.does({ what: 'give-floor', speech: first, reason: null })
    expect([isHeard(list.floor, first), deliveredIn(list.floor, first)]).toEqual([true, null])
    list.waits(90)
    list.does({ what: 'end-floor' })
    expect(deliveredIn(list.floor, first)).toMatchObject({
      way: 'in-person',
      seconds: 90,
      place: 1,
    })
  })

  it('is not delivered after all where the desk takes it back', () => {
    const { list, first } = session()
    list.does({ what: 'begin-session' })
    list.does({ what: 'give-floor', speech: first, reason: null })
    list.does({ what: 'end-floor' })
    list.does({ what: 'undo', undone: list.floor.seq })
    expect(deliveredIn(list.floor, first)).toBeNull()
  })

  it('is of nobody who gave the floor up', () => {
    const { list, first, second } = session()
    list.does({ what: 'withdraw', speech: first })
    expect([speechIn(list.floor, first), speechIn(list.floor, second)?.party]).toEqual([
      null,
      'NOR',
    ])
  })

  it('is ahead, delivered, going out, public', () => {
    const [releaseAt, publicAt] = [at('2021-12-07T02:01:00Z'), null]
    expect([
      stageOf(null, false),
      stageOf(null, true),
      stageOf({ releaseAt, publicAt }, true),
      stageOf({ releaseAt, publicAt: releaseAt }, true),
    ]).toEqual(['ahead', 'delivered', 'going-out', 'public'])
  })

  it('holds something, and one paper for each language', () => {
    const empty = { text: null, files: [], video: null, check: true, use: 'publication' as const }
    expect(code(() => mustBeSomething(empty))).toBe('statements.nothing-deposited')
    const paper = { language: 'ar' as const, file: 'f' as never }
    expect(code(() => mustBeSomething({ ...empty, files: [paper] }))).toBeNull()
    expect(code(() => mustBeSomething({ ...empty, files: [paper, paper] }))).toBe(
      'statements.language-twice',
    )
  })
})

describe('a pledge of a speech', () => {
  const said = (of: string, outcome = 'announced', words: string | null = null) =>
    ({ pledge: pledge(of), outcome, words }) as Said

  it('is each confirmed once, and no other', () => {
    const named = [pledge('01'), pledge('02')]
    expect(code(() => mustBeComplete(named, [said('01'), said('02', 'not-announced')]))).toBeNull()
    for (const wrong of [[], [said('01')], [said('01'), said('01')], [said('01'), said('03')]]) {
      expect(code(() => mustBeComplete(named, wrong))).toBe('statements.say-of-each')
    }
  })

  it('is altered with the words that were said', () => {
    expect(Said.safeParse(said('01', 'altered')).success).toBe(false)
    expect(Said.safeParse(said('01', 'altered', 'One camp')).success).toBe(true)
  })

  it('is its delegation’s own, of that conference, handed in and not public', () => {
    const of = { conference: 'seoul2021', party: 'KOR' as never }
    const one = { conference: 'seoul2021', lead: 'KOR' as never, terms: { shares: [] } }
    const can = (state: string, more = {}) => isNameable({ ...one, state, ...more } as never, of)
    expect(['submitted', 'accepted'].map((state) => can(state))).toEqual([true, true])
    expect(
      ['draft', 'returned', 'announced', 'withdrawn'].map((state) => can(state)).some(Boolean),
    ).toBe(false)
    expect([
      can('accepted', { lead: 'NOR' }),
      can('accepted', { conference: 'accra2023' }),
    ]).toEqual([false, false])
  })
})

describe('whoever opened a deposited text', () => {
  const readings = [{ account: 'booth', number: 1, at: at('2021-12-07T00:00:00Z') }]
  it('reads it for an hour, that version alone', () => {
    const until = (account: string, number: number, now: string) =>
      openUntil(readings, { account, number }, at(now))
    expect(`${until('booth', 1, '2021-12-07T00:59:59Z')}`).toBe('2021-12-07T01:00:00Z')
    expect(until('booth', 1, '2021-12-07T01:00:00Z')).toBeNull()
    expect(until('booth', 2, '2021-12-07T00:01:00Z')).toBeNull()
    expect(until('other', 1, '2021-12-07T00:01:00Z')).toBeNull()
  })
})
