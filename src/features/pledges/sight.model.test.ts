import { describe, expect, it } from 'vitest'
import { type Actor, ANONYMOUS, type Role } from '../../kernel/actor.ts'
import { PartyCode } from '../../kernel/ids.ts'
import type { State } from './life.model.ts'
import { type Sighted, sightOf } from './sight.model.ts'

const who = (role: Role, party?: string, conference = 'seoul2021'): Actor => ({
  kind: 'account',
  id: [role, party, conference].join(' '),
  grants: [{ role, conference, ...(party && { party }) }],
})
const KOR = PartyCode.parse('KOR')
const USA = PartyCode.parse('USA')
const KEN = PartyCode.parse('KEN')
const READERS = {
  anybody: ANONYMOUS,
  author: who('focal-point', 'KOR'),
  partner: who('focal-point', 'USA'),
  'partner who was not asked': who('focal-point', 'KEN'),
  'another delegation': who('focal-point', 'FRA'),
  delegate: who('delegate', 'KOR'),
  'co-chair': who('co-chair', 'GBR'),
  secretariat: who('un-secretariat'),
  'secretariat elsewhere': who('un-secretariat', undefined, 'accra2023'),
  'author elsewhere': who('focal-point', 'KOR', 'accra2023'),
  reviewer: who('reviewer'),
}
const pledge = (state: State, more: Partial<Sighted> = {}): Sighted => ({
  ...{ conference: 'seoul2021', lead: KOR, givers: [KOR, USA], parties: [KOR, USA, KEN] },
  ...{ state, announcedOn: state === 'announced' ? '2021-12-07' : null, audience: 'public' },
  ...{ onBehalf: false, invited: [USA], handedIn: state !== 'draft' },
  ...more,
})
const seenBy = (record: Sighted) =>
  Object.fromEntries(
    Object.entries(READERS).flatMap(([name, actor]) => {
      const sight = sightOf(actor, record)
      return sight === null ? [] : [[name, sight]]
    }),
  )

describe('who knows of a pledge', () => {
  it('that is a draft: its author, and whom the author has shown it', () => {
    expect(seenBy(pledge('draft'))).toEqual({ author: 'parties', partner: 'parties' })
  })

  it('that the secretariat began for a delegation: the secretariat too', () => {
    expect(seenBy(pledge('draft', { onBehalf: true, invited: [] }))).toEqual({
      author: 'parties',
      secretariat: 'secretariat',
    })
  })

  it.each(['submitted', 'accepted'] as const)(
    'that is %s: the secretariat, and the co-chairs as participants do',
    (state) => {
      expect(seenBy(pledge(state))).toEqual({
        author: 'parties',
        partner: 'parties',
        'co-chair': 'participants',
        secretariat: 'secretariat',
      })
    },
  )

  it('that was returned: no co-chair any more', () => {
    expect(seenBy(pledge('returned'))).toEqual({
      author: 'parties',
      partner: 'parties',
      secretariat: 'secretariat',
    })
  })

  it('that was withdrawn before anybody but its author saw it: nobody else', () => {
    expect(seenBy(pledge('withdrawn', { handedIn: false, invited: [] }))).toEqual({
      author: 'parties',
    })
  })

  it('that is announced: everybody, its parties and the secretariat more of it', () => {
    expect(seenBy(pledge('announced'))).toEqual({
      anybody: 'public',
      author: 'parties',
      partner: 'parties',
      'partner who was not asked': 'parties',
      'another delegation': 'participants',
      delegate: 'participants',
      'co-chair': 'participants',
      secretariat: 'secretariat',
      'secretariat elsewhere': 'public',
      'author elsewhere': 'public',
      reviewer: 'public',
    })
  })

  it('that is not for publication: its parties and the secretariat', () => {
    expect(seenBy(pledge('announced', { audience: 'parties' }))).toEqual({
      author: 'parties',
      partner: 'parties',
      'partner who was not asked': 'parties',
      secretariat: 'secretariat',
    })
  })
})
