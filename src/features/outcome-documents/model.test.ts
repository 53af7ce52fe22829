import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Actor } from '../../kernel/actor.ts'
import type { PartyCode } from '../../kernel/ids.ts'
import {
  canMove,
  DEEDS,
  isPublic,
  maySign,
  move,
  readsDrafts,
  STATES,
  seesDelegation,
  stateAt,
} from './model.ts'
import {
  ACTS,
  type Act,
  endorsersOf,
  growthOf,
  mustFollow,
  NEXT,
  STANDINGS,
  standingOf,
} from './positions.model.ts'
import { mayRead, moveProposal, mustBeWhole, PROPOSAL_STATES } from './proposals.model.ts'

const SEOUL = 'seoul2021'
const at = (time: string) => Temporal.Instant.from(time)
const who = (role: Actor['grants'][number]['role'], party?: string): Actor => ({
  kind: 'account',
  id: 'a',
  grants: [{ role, conference: SEOUL, ...(party && { party }) }],
})

describe('a document', () => {
  it('goes from drafting by circulation and silence to adoption', () => {
    expect(
      (['draft', 'circulate', 'draft', 'circulate', 'begin-silence'] as const).reduce(
        (state, deed) => move(state, deed),
        'drafting' as (typeof STATES)[number],
      ),
    ).toBe('silence')
    expect(move('agreed', 'adopt')).toBe('adopted')
  })

  it('is adopted without silence too, where a conference agrees in its room', () => {
    expect(move('circulated', 'adopt')).toBe('adopted')
  })

  it('cannot be adopted while silence runs, nor after an objection', () => {
    expect(() => move('silence', 'adopt')).toThrow('outcome-documents.no-adopt')
    expect(() => move('objected', 'adopt')).toThrow('outcome-documents.no-adopt')
  })

  it('is not redrafted while silence runs: that must be stopped first', () => {
    expect(canMove('silence', 'draft')).toBe(false)
    expect(move('silence', 'stop-silence')).toBe('circulated')
  })

  it('goes back to work after an objection', () => {
    expect(move('silence', 'object')).toBe('objected')
    expect(move(move('objected', 'draft'), 'circulate')).toBe('circulated')
  })

  it('is agreed at the very instant of the deadline, and not a millisecond before', () => {
    const deadline = at('2021-12-01T08:00:00Z')
    const silent = { state: 'silence' as const, deadline }
    expect(stateAt(silent, at('2021-12-01T07:59:59.999Z'))).toBe('silence')
    expect(stateAt(silent, deadline)).toBe('agreed')
    expect(stateAt({ state: 'objected', deadline }, at('2022-01-01T00:00:00Z'))).toBe('objected')
  })

  it('accepts no objection after the deadline', () => {
    expect(() => move('agreed', 'object')).toThrow('outcome-documents.no-object')
  })

  it('is public when it is adopted, and never before', () => {
    expect(STATES.filter(isPublic)).toEqual(['adopted', 'closed'])
  })

  it('never comes back from adoption to a draft', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...DEEDS)), (deeds) => {
        let state: (typeof STATES)[number] = 'adopted'
        for (const deed of deeds) if (canMove(state, deed)) state = move(state, deed)
        expect(isPublic(state)).toBe(true)
      }),
    )
  })
})

describe('who reads a draft', () => {
  it('is a delegation, a co-chair or the secretariat', () => {
    const readers = [
      who('focal-point', 'FRA'),
      who('delegate', 'FRA'),
      who('co-chair', 'JPN'),
      who('un-secretariat'),
    ]
    expect(readers.every((actor) => readsDrafts(actor, SEOUL))).toBe(true)
    expect(readers.some((actor) => readsDrafts(actor, 'accra2023'))).toBe(false)
    const others = [who('translator'), who('reviewer'), who('floor-desk'), who('protocol')]
    expect(others.some((actor) => readsDrafts(actor, SEOUL))).toBe(false)
  })

  it('sees the desk of the own delegation only', () => {
    expect(seesDelegation(who('focal-point', 'FRA'), SEOUL, 'FRA')).toBe(true)
    expect(seesDelegation(who('focal-point', 'FRA'), SEOUL, 'DEU')).toBe(false)
    expect(seesDelegation(who('host-secretariat'), SEOUL, 'DEU')).toBe(true)
  })

  it('signs off for the own side only', () => {
    expect(maySign(who('host-secretariat'), SEOUL, 'host')).toBe(true)
    expect(maySign(who('host-secretariat'), SEOUL, 'un')).toBe(false)
    expect(maySign(who('administrator'), SEOUL, 'host')).toBe(false)
  })
})

const told = (party: string, act: Act, on: string) => ({ party: party as PartyCode, act, on })
const TODAY = '2016-12-31'
const position = (act: Act, on: string, more = {}) => ({
  ...{ act, on, statement: null, paragraphs: [] as string[] },
  ...more,
})
const statement = {
  original: 'en' as const,
  in: { en: { value: 'S', status: 'authentic' as const } },
}

describe('an endorsement', () => {
  it('is given, explained, withdrawn and given again', () => {
    const acts = [
      told('CAN', 'endorse', '2016-09-08'),
      told('CAN', 'endorse-with-statement', '2016-09-09'),
      told('CAN', 'withdraw', '2016-10-01'),
      told('CAN', 'endorse', '2016-11-01'),
    ]
    expect(acts.map((_, end) => standingOf(acts.slice(0, end + 1)))).toEqual([
      'endorsed',
      'endorsed-with-statement',
      'withdrawn',
      'endorsed',
    ])
  })

  it('cannot be withdrawn before it was given, nor given twice', () => {
    expect(() => mustFollow([], position('withdraw', TODAY), TODAY)).toThrow('no-withdraw')
    const given = [told('CAN', 'endorse', TODAY)]
    expect(() => mustFollow(given, position('endorse', TODAY), TODAY)).toThrow('no-endorse')
  })

  it('is of no day to come, and of none before what was said last', () => {
    expect(() => mustFollow([], position('endorse', '2017-01-01'), TODAY)).toThrow('not-yet')
    const given = [told('CAN', 'endorse', '2016-10-01')]
    expect(() => mustFollow(given, position('withdraw', '2016-09-01'), TODAY)).toThrow(
      'before-last',
    )
  })

  it('with a statement has one, and without has none', () => {
    expect(() => mustFollow([], position('endorse-with-statement', TODAY), TODAY)).toThrow(
      'needs-statement',
    )
    expect(() => mustFollow([], position('endorse', TODAY, { statement }), TODAY)).toThrow(
      'no-statement',
    )
    mustFollow([], position('dissociate', TODAY, { statement, paragraphs: ['p7'] }), TODAY)
  })

  it('is counted as of any day: the list of London grew from 61 to 63', () => {
    const first = Array.from({ length: 61 }, (_, at) => told(`P${at}A`, 'endorse', '2016-09-08'))
    const all = [
      ...first,
      told('LATE-1', 'endorse', '2016-10-03'),
      told('LATE-2', 'endorse', '2016-11-15'),
    ]
    expect(endorsersOf(all, '2016-09-09').length).toBe(61)
    expect(endorsersOf(all).length).toBe(63)
    expect(growthOf(all)).toEqual([
      { on: '2016-09-08', count: 61 },
      { on: '2016-10-03', count: 62 },
      { on: '2016-11-15', count: 63 },
    ])
  })

  it('of a delegation that dissociated itself is none', () => {
    expect(
      endorsersOf([told('CAN', 'endorse', '2016-09-08'), told('CAN', 'dissociate', '2016-09-09')]),
    ).toEqual([])
  })

  it('follows a table in which every act leads somewhere', () => {
    for (const standing of STANDINGS) {
      for (const act of ACTS) {
        const next = NEXT[standing][act]
        if (next) expect(STANDINGS).toContain(next)
      }
    }
  })
})

describe('a proposal', () => {
  const paragraphs = [{ id: 'p1' }]
  const proposal = {
    kind: 'replace' as const,
    paragraph: 'p1',
    words: 'X',
    language: 'en' as const,
    reason: null,
  }

  it('says what it wants, and of which paragraph', () => {
    mustBeWhole(proposal, paragraphs)
    expect(() => mustBeWhole({ ...proposal, words: null }, paragraphs)).toThrow('needs-words')
    expect(() => mustBeWhole({ ...proposal, paragraph: null }, paragraphs)).toThrow('which')
    expect(() => mustBeWhole({ ...proposal, paragraph: 'p9' }, paragraphs)).toThrow('no-paragraph')
    mustBeWhole({ ...proposal, kind: 'delete', words: null }, paragraphs)
    mustBeWhole({ ...proposal, kind: 'add-after', paragraph: null }, paragraphs)
  })

  it('is taken up, left, or withdrawn once', () => {
    expect(moveProposal('open', 'take-up')).toBe('taken-up')
    expect(moveProposal('taken-up', 'leave')).toBe('not-taken-up')
    expect(() => moveProposal('withdrawn', 'take-up')).toThrow('proposal-decided')
    expect(PROPOSAL_STATES.length).toBe(4)
  })

  it('is read by its delegation and the secretariat, and by others where that is set', () => {
    const reader = { secretariat: false, parties: ['FRA'], seenBy: 'secretariat' as const }
    expect(mayRead({ party: 'FRA' }, reader)).toBe(true)
    expect(mayRead({ party: 'DEU' }, reader)).toBe(false)
    expect(mayRead({ party: 'DEU' }, { ...reader, seenBy: 'delegations' })).toBe(true)
    expect(mayRead({ party: 'DEU' }, { ...reader, secretariat: true })).toBe(true)
  })
})
