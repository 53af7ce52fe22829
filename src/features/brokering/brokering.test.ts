import { describe, expect, it } from 'vitest'
import { PartyCode } from '../../kernel/ids.ts'
import { EXAMPLE } from '../partnerships/example/example.ts'
import { sharesOf, termsOf } from './agreed/terms.ts'
import { wordingFrom } from './from-run.ts'
import {
  awaitedIn,
  endingsOf,
  isAgreed,
  MOVES,
  move,
  overdue,
  remindable,
  standingsOf,
  waitsForDesk,
} from './life.model.ts'
import {
  type Asked,
  type Proposal,
  partiesIn,
  readersOf,
  STATES,
  type State,
  Wording,
} from './model.ts'
import { faultsIn, settled } from './rules.ts'
import { seenBy } from './sight.ts'

const at = (text: string) => Temporal.Instant.from(text)
const days = { from: '2022-01-01', until: '2022-12-31' }
const party = (code: string) => PartyCode.parse(code)
const wording = Wording.parse({
  ...{ capability: 'aviation', ...days, mission: 'MINUSMA', missionFor: 'secretariat', units: 1 },
  shares: [
    { party: 'KOR', gift: 'equipment', amount: 2, unit: 'helicopter', words: 'as is' },
    { party: 'KEN', gift: 'people', amount: 1, unit: 'team' },
  ],
})
const proposal = {
  ...{ id: 'p', conference: 'seoul2021', state: 'contacted', wording, version: 2 },
  ...{ run: null, requirement: null, suggestedBy: null, suggestedAt: at('2026-11-01T00:00:00Z') },
  contactedAt: at('2026-11-02T09:00:00Z'),
  ...{ agreedAt: null, endedAt: null, ending: null, pledge: null },
} as unknown as Proposal
const asked = (code: string, more: Partial<Asked> = {}): Asked => ({
  ...{ party: party(code), askedAt: at('2026-11-02T09:00:00Z'), remindedAt: null, answer: null },
  ...{ version: null, words: null, answeredAt: null, answeredBy: null },
  ...more,
})
const yes = { answer: 'consents', version: 2 } as const

describe('a proposal', () => {
  it('moves from suggested to ended, and never back', () => {
    const path = ['contact', 'agree', 'begin', 'end'] as const
    expect(path.reduce<State>((state, one) => move(state, one), 'suggested')).toBe('ended')
    for (const state of STATES) {
      const [here, ...next] = [state, ...Object.values(MOVES[state])].map((one) =>
        STATES.indexOf(one),
      )
      for (const one of next) expect(one).toBeGreaterThanOrEqual(here as number)
    }
    expect(() => move('ended', 'contact')).toThrow('brokering.cannot-move')
    expect(() => move('suggested', 'begin')).toThrow('brokering.cannot-move')
  })

  it('ends as done only where it has begun, and without agreement only where there was none', () => {
    expect(STATES.map(endingsOf)).toEqual([
      ['withdrawn'],
      ['no-agreement', 'withdrawn'],
      ['broken-off'],
      ['done', 'broken-off'],
      [],
    ])
  })

  it('is agreed when the last party consents to this very wording', () => {
    expect(isAgreed(proposal, [asked('KOR', yes), asked('KEN')])).toBe(false)
    const before = { answer: 'consents', version: 1 } as const
    expect(isAgreed(proposal, [asked('KOR', yes), asked('KEN', before)])).toBe(false)
    expect(isAgreed(proposal, [asked('KOR', yes), asked('KEN', yes)])).toBe(true)
    // Somebody whom it no longer names is not waited for.
    expect(isAgreed(proposal, [asked('KOR', yes), asked('KEN', yes), asked('NOR')])).toBe(true)
  })

  it('says of a consent to another wording that it is void, and waits again', () => {
    const all = [asked('KOR', { answer: 'consents', version: 1 }), asked('KEN', yes)]
    expect(standingsOf(proposal, all).map(({ standing }) => standing)).toEqual(['void', 'consents'])
    expect(awaitedIn(proposal, all)).toEqual(['KOR'])
    expect(waitsForDesk(proposal, all)).toBe(false)
    expect(waitsForDesk(proposal, [asked('KOR', { answer: 'declines', version: 2 })])).toBe(true)
    expect(waitsForDesk(proposal, [asked('KOR', { answer: 'declines', version: 1 })])).toBe(false)
  })

  it('is read by those whom it names once it was put to them, and by nobody else', () => {
    expect(readersOf(proposal)).toEqual(['KOR', 'KEN'])
    expect(readersOf({ ...proposal, contactedAt: null })).toEqual([])
    expect(readersOf({ ...proposal, contactedAt: null, suggestedBy: party('KEN') })).toEqual([
      'KEN',
    ])
  })
})

describe('a reminder', () => {
  const now = at('2026-11-09T23:00:00Z')
  const all = [asked('KOR', yes), asked('KEN')]
  it('goes to those who have not answered, after so many days without a word', () => {
    expect(overdue(proposal, all, { now, days: 7 })).toEqual(['KEN'])
    expect(overdue(proposal, all, { now, days: 8 })).toEqual([])
    expect(overdue({ ...proposal, state: 'agreed' }, all, { now, days: 1 })).toEqual([])
  })

  it('never goes twice a day, nor on the day of the question', () => {
    const reminded = [asked('KEN', { remindedAt: at('2026-11-09T00:00:01Z') })]
    expect(remindable(proposal, reminded, now)).toEqual([])
    expect(remindable(proposal, reminded, at('2026-11-10T00:00:00Z'))).toEqual(['KEN'])
    expect(remindable(proposal, all, at('2026-11-02T23:59:59Z'))).toEqual([])
    expect(overdue(proposal, reminded, { now: at('2026-11-10T00:00:00Z'), days: 7 })).toEqual([])
  })
})

describe('a party', () => {
  it('reads its own share and who the others are, and no amount of theirs before all agree', () => {
    const seen = seenBy(party('KEN'), wording, proposal)
    expect(seen.own).toEqual([wording.shares[1]])
    expect(seen.others).toEqual([{ party: 'KOR', part: null, gifts: ['equipment'], shares: [] }])
    expect(JSON.stringify(seen)).not.toMatch(/helicopter|as is|MINUSMA/)
    const agreed = seenBy(party('KEN'), wording, { agreedAt: proposal.contactedAt })
    expect(agreed.others[0]?.shares).toEqual([wording.shares[0]])
    expect(agreed.mission).toBe(null)
  })

  it('reads the mission where it is meant for those who are named', () => {
    const open = { ...wording, missionFor: 'named' as const }
    expect(seenBy(party('KEN'), open, proposal).mission).toBe('MINUSMA')
  })
})

const KINDS = new Map([
  ['KOR', 'state'],
  ['KEN', 'state'],
  ['NOR', 'state'],
  ['UN', 'organisation'],
] as const)
const known = { kinds: KINDS, unknown: { capabilities: [], missions: [] } }
const codesOf = (shares: object[], more: object = {}) =>
  faultsIn(settled(Wording.parse({ capability: 'aviation', ...days, shares, ...more })), known).map(
    ({ path, code }) => `${path.join('.')} ${code}`,
  )

describe('a triangular partnership', () => {
  const triangle = [
    { party: 'NOR', part: 'donor', gift: 'money', amount: 500, unit: 'thousand-usd' },
    { party: 'UN', part: 'organisation', gift: 'training', amount: 3, unit: 'course' },
    { party: 'KEN', part: 'state', gift: 'people', amount: 1, unit: 'team' },
  ]
  const form = { form: 'triangular' }
  const but = (at: number, more: object) =>
    triangle.map((share, place) => (place === at ? { ...share, ...more } : share))

  it('has a donor, an organisation and a state that is trained', () => {
    expect(codesOf(triangle, form)).toEqual([])
    expect(codesOf(triangle.slice(1), form)).toEqual(['wording.shares brokering.no-donor'])
    expect(
      codesOf([...triangle, { ...triangle[0], gift: 'equipment', amount: null, unit: null }], form),
    ).toEqual([])
  })

  it.each([
    [
      'an organisation that is a state',
      but(1, { party: 'KOR' }),
      '1.party brokering.not-an-organisation',
    ],
    ['a party in two parts', but(2, { party: 'NOR' }), '2.part brokering.part-twice'],
    ['a share without a part', but(0, { part: null }), '0.part brokering.no-part'],
  ])('is refused with %s', (_, shares, fault) => {
    expect(codesOf(shares, form)).toContain(`wording.shares.${fault}`)
  })

  it('refuses as the state that deploys whatever is none', () => {
    const shares = but(2, { party: 'UN' })
    expect(codesOf(shares, form)).toContain('wording.shares.2.part brokering.part-twice')
    const another = [...but(1, { party: 'UN' }).slice(0, 1), { ...triangle[2], party: 'UN' }]
    expect(codesOf(another, form)).toContain('wording.shares.1.party brokering.not-a-state')
  })
})

describe('a wording', () => {
  it.each([
    ['one party alone', [{ party: 'KOR', gift: 'people' }], 'wording.shares brokering.alone'],
    [
      'a party that nobody knows',
      [
        { party: 'KOR', gift: 'people' },
        { party: 'X-1', gift: 'people' },
      ],
      'wording.shares.1.party brokering.unknown-party',
    ],
    [
      'flights of people',
      [
        { party: 'KOR', gift: 'people', amount: 2, unit: 'flight' },
        { party: 'KEN', gift: 'people' },
      ],
      'wording.shares.0.unit brokering.unit-of-gift',
    ],
    [
      'an amount of nothing',
      [
        { party: 'KOR', gift: 'people', amount: 2 },
        { party: 'KEN', gift: 'people' },
      ],
      'wording.shares.0.amount brokering.amount-and-unit',
    ],
  ])('is refused with %s', (_, shares, fault) => {
    expect(codesOf(shares)).toEqual([fault])
  })

  it('takes nothing of a calculation but who gives how much of what, and when', () => {
    const [need] = EXAMPLE.requirements
    if (!need) throw new Error('The example needs nothing')
    const by = [
      { party: 'KOR', component: 'equipment', amount: 1, unit: 'helicopter' },
      { party: 'KOR', component: 'equipment', amount: 2, unit: 'helicopter' },
      { party: 'KEN', component: 'people', amount: 1, unit: 'team' },
    ].map((share) => ({ ...share, ...days, offer: 'o', conditions: ['parliament'] }))
    const explained = { requirement: need.id, units: 1, wanted: 2, by }
    const explanation = { requirements: [explained], scarce: [] } as never
    const made = wordingFrom({ instance: EXAMPLE, explanation }, need.id, null)
    expect(made && partiesIn(made)).toEqual(['KOR', 'KEN'])
    expect(made?.shares.map(({ amount }) => amount)).toEqual([3, 1])
    expect(JSON.stringify(made)).not.toContain('parliament')
    expect(Wording.safeParse(made).success).toBe(true)
    expect(wordingFrom({ instance: EXAMPLE, explanation }, 'nothing', null)).toBe(null)
    const alone = { requirements: [{ ...explained, by: by.slice(0, 2) }], scarce: [] } as never
    expect(wordingFrom({ instance: EXAMPLE, explanation: alone }, need.id, null)).toBe(null)
  })
})

describe('a calculation of what the record holds', () => {
  it('is worded in whatever its pledges are counted in', () => {
    const [need] = EXAMPLE.requirements
    if (!need) throw new Error('The example needs nothing')
    const by = [
      { party: 'KOR', component: 'refurbishment', amount: 16, unit: 'helicopter' },
      { party: 'USA', component: 'transport', amount: 16, unit: 'helicopter' },
      { party: 'KEN', component: 'people', amount: 1, unit: 'battalion' },
    ].map((share) => ({ ...share, ...days, offer: 'o', conditions: [] }))
    const explained = { requirement: need.id, units: 1, wanted: 1, by }
    const explanation = { requirements: [explained], scarce: [] } as never
    const made = wordingFrom({ instance: EXAMPLE, explanation }, need.id, null)
    expect(made?.shares.map(({ gift, unit }) => `${gift} ${unit}`)).toEqual([
      'refurbishment helicopter',
      'transport helicopter',
      'people battalion',
    ])
    const kinds = new Map(made?.shares.map(({ party }) => [party, 'state'] as const))
    const names = { kinds, unknown: { capabilities: [], missions: [] } }
    expect(made && faultsIn(made, names)).toEqual([])
  })
})

describe('an agreement', () => {
  it('is a joint pledge of everybody’s share, with the consent of each, led by nobody', () => {
    const names = Object.fromEntries(
      ['ar', 'zh', 'en', 'fr', 'ru', 'es', 'ko'].map((one) => [one, `Aviation ${one}`]),
    ) as never
    const terms = termsOf(proposal, { names, requirement: '2022-03.x' })
    expect([terms.lead, terms.title.in.fr?.value]).toEqual([null, 'Aviation fr'])
    expect(terms.shares.map(({ party, role, consent }) => [party, role, consent])).toEqual([
      ['KOR', 'equipment', 'given'],
      ['KEN', 'people', 'given'],
    ])
    // The mission is for the secretariat alone: its parties would read it where they write.
    expect([terms.missions, terms.requirements]).toEqual([[], []])
    const open = { ...proposal, wording: { ...wording, missionFor: 'named' as const } }
    expect(termsOf(open, { names, requirement: '2022-03.x' })).toMatchObject({
      missions: ['MINUSMA'],
      audiences: { missions: 'parties', requirements: 'parties' },
    })
  })

  it('adds up what a party gives in one role, and says no quantity where it counts otherwise', () => {
    const share = { party: party('KOR'), part: null, from: null, until: null, words: null }
    const equipment = { ...share, gift: 'equipment', unit: 'kit' } as const
    expect(
      sharesOf([
        { ...equipment, amount: 2 },
        { ...equipment, amount: 3 },
      ]),
    ).toMatchObject([{ role: 'equipment', quantity: { value: 5, unit: 'kit' } }])
    expect(
      sharesOf([
        { ...equipment, amount: 2 },
        { ...equipment, gift: 'sustainment', amount: 3, unit: 'month' },
      ]),
    ).toMatchObject([{ role: 'equipment', quantity: { kind: 'none' } }])
    expect(
      sharesOf([{ ...share, gift: 'money', amount: 500, unit: 'thousand-usd' }]),
    ).toMatchObject([{ quantity: { value: 50_000_000, unit: 'money', currency: 'USD' } }])
  })
})
