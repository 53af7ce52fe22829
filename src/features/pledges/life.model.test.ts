import { describe, expect, it } from 'vitest'
import { type Actor, ANONYMOUS, LOADER, type Role } from '../../kernel/actor.ts'
import { PartyCode } from '../../kernel/ids.ts'
import { allows } from '../../kernel/refusal.ts'
import {
  DEEDS,
  isPublic,
  MOVES,
  mayAmend,
  mayBegin,
  mayRecord,
  mayWrite,
  move,
  STATES,
  type State,
} from './life.model.ts'

const KOR = PartyCode.parse('KOR')
const USA = PartyCode.parse('USA')
const whoHolds = (role: Role, conference: string, party?: string): Actor => ({
  kind: 'account',
  id: `${role}-${party ?? ''}`,
  grants: [{ role, conference, ...(party && { party }) }],
})

describe('the life of a record', () => {
  const may: Record<string, string> = {
    'draft revise': 'draft',
    'draft submit': 'submitted',
    'draft withdraw': 'withdrawn',
    'submitted return': 'returned',
    'submitted accept': 'accepted',
    'submitted withdraw': 'withdrawn',
    'returned revise': 'returned',
    'returned submit': 'submitted',
    'returned withdraw': 'withdrawn',
    'accepted return': 'returned',
    'submitted recall': 'returned',
    'accepted announce': 'accepted',
    'accepted undo': 'accepted',
    'accepted release': 'announced',
    'accepted withdraw': 'withdrawn',
    'announced amend': 'announced',
    'announced withdraw': 'withdrawn',
  }
  const every = STATES.flatMap((state) => DEEDS.map((deed) => ({ state, deed })))

  it.each(every.filter(({ state, deed }) => may[`${state} ${deed}`]))(
    'lets a pledge that is $state: $deed',
    ({ state, deed }) => {
      expect(move(state, deed)).toBe(may[`${state} ${deed}`])
    },
  )

  it.each(every.filter(({ state, deed }) => !may[`${state} ${deed}`]))(
    'does not let a pledge that is $state: $deed',
    ({ state, deed }) => {
      expect(allows(() => move(state, deed))).toBe(false)
    },
  )

  it('has an end: what is withdrawn does not come back', () => {
    expect(MOVES.withdrawn).toEqual({})
  })

  it('never makes public what was not accepted before', () => {
    const before = STATES.flatMap((state) =>
      DEEDS.filter((deed) => state !== 'announced' && MOVES[state][deed] === 'announced').map(
        (deed) => `${state} ${deed}`,
      ),
    )
    expect(before).toEqual(['accepted release'])
  })

  it('keeps in public what was once announced, and nothing else', () => {
    const seen = STATES.filter((state) => isPublic({ state, announcedOn: null }))
    const onceSeen = STATES.filter((state) => isPublic({ state, announcedOn: '2021-12-07' }))
    expect([seen, onceSeen]).toEqual([['announced'], ['announced', 'withdrawn']])
  })
})

describe('who may write', () => {
  const pledge = { conference: 'seoul2021', lead: KOR, givers: [KOR, USA], onBehalf: false }

  it('is the focal point of the lead, at that conference', () => {
    expect(mayWrite(whoHolds('focal-point', 'seoul2021', 'KOR'), pledge)).toBe(true)
    expect(mayWrite(whoHolds('focal-point', '*', 'KOR'), pledge)).toBe(true)
    expect(mayWrite(whoHolds('focal-point', 'accra2023', 'KOR'), pledge)).toBe(false)
  })

  it('is not the focal point of a partner, where another leads', () => {
    expect(mayWrite(whoHolds('focal-point', 'seoul2021', 'USA'), pledge)).toBe(false)
  })

  it('is anybody who gives, where nobody leads', () => {
    const shared = { ...pledge, lead: null }
    expect(mayWrite(whoHolds('focal-point', 'seoul2021', 'USA'), shared)).toBe(true)
    expect(mayWrite(whoHolds('focal-point', 'seoul2021', 'KEN'), shared)).toBe(false)
  })

  it('is the secretariat only where it began the pledge for a delegation', () => {
    const begun = { ...pledge, onBehalf: true }
    expect(mayWrite(whoHolds('un-secretariat', 'seoul2021'), pledge)).toBe(false)
    expect(mayWrite(whoHolds('un-secretariat', 'seoul2021'), begun)).toBe(true)
    expect(mayWrite(whoHolds('host-secretariat', 'accra2023'), begun)).toBe(false)
    expect(mayBegin(whoHolds('un-secretariat', 'seoul2021'), pledge)).toBe(true)
  })

  it('puts right what was announced: its author, or the secretariat for them', () => {
    const at = (state: State, announcedOn: string | null) => ({ ...pledge, state, announcedOn })
    const desk = whoHolds('host-secretariat', 'seoul2021')
    expect(mayAmend(desk, at('announced', '2021-12-07'))).toBe(true)
    expect(mayAmend(desk, at('accepted', null))).toBe(false)
    expect(mayAmend(whoHolds('focal-point', 'seoul2021', 'KOR'), at('draft', null))).toBe(true)
  })

  it('is nobody without a right, and no reviewer', () => {
    expect(mayWrite(ANONYMOUS, pledge)).toBe(false)
    expect(mayWrite(whoHolds('reviewer', '*'), pledge)).toBe(false)
  })

  it('records from sources only as the loader or an administrator', () => {
    expect(mayRecord(LOADER)).toBe(true)
    expect(mayRecord(whoHolds('administrator', '*'))).toBe(true)
    expect(mayRecord(whoHolds('administrator', 'seoul2021'))).toBe(false)
    expect(mayRecord(whoHolds('un-secretariat', '*'))).toBe(false)
  })
})
