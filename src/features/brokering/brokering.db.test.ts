import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, ANONYMOUS, type Grant } from '../../kernel/actor.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { AnyCommand } from '../../platform/command/command.ts'
import { type World, world } from '../../testing/world.ts'
import { instanceOf } from '../offers/calculated/queries.ts'
import { workingPairs } from '../offers/together/queries.ts'
import { EXAMPLE } from '../partnerships/example/example.ts'
import { calculateRun, finishRun } from '../partnerships/runs/commands.ts'
import { CALCULATOR } from '../partnerships/runs/model.ts'
import type { PledgeId } from '../pledges/model.ts'
import { recordOf } from '../pledges/queries.ts'
import { sightOf } from '../pledges/sight.model.ts'
import { askChange, consent, decline } from './deeds/answer.commands.ts'
import { begin, end } from './deeds/move.commands.ts'
import { note } from './deeds/note.commands.ts'
import { REMINDER, remind, remindInTime, setDays } from './deeds/remind.commands.ts'
import { alter, contact, start, suggest } from './deeds/suggest.commands.ts'
import type { ProposalId } from './model.ts'
import { askedOf, deedsOf, notesOn, proposalOf } from './queries.ts'

const conference = 'seoul2021' as never
const who = (id: string, ...grants: Grant[]): Actor => ({ kind: 'system', id, grants })
const focal = (party: string, at = 'seoul2021') =>
  who(party, { role: 'focal-point', conference: at, party })
const desk = who('desk', { role: 'un-secretariat', conference: 'seoul2021' })
const [korea, kenya, norway] = [focal('KOR'), focal('KEN'), focal('NOR')]
const strangers = [
  ...[ANONYMOUS, norway, focal('KEN', 'berlin2025')],
  who('co-chair', { role: 'co-chair', conference: 'seoul2021', party: 'KEN' }),
  who('delegate', { role: 'delegate', conference: 'seoul2021', party: 'KEN' }),
  who('elsewhere', { role: 'un-secretariat', conference: 'accra2023' }),
]
const days = { from: '2022-01-01', until: '2022-12-31' }
const shares = [
  { party: 'KOR', gift: 'equipment', amount: 2, unit: 'helicopter' },
  { party: 'KEN', gift: 'people', amount: 1, unit: 'team', words: 'فريق واحد' },
]
const wording = { capability: 'aviation', mission: 'MINUSMA', units: 1, ...days, shares }

let w: World
beforeAll(async () => {
  w = await world({ shipped: true })
}, 60_000)
afterAll(() => w.close())

const does = (actor: Actor, command: AnyCommand, input: object = {}) =>
  w.perform(actor, command, { conference, ...input }).then(
    ({ answer }) => answer,
    (error: unknown) => {
      if (error instanceof Refusal) return error.fields[0]?.code ?? error.code
      throw error
    },
  )
const suggested = async (more: object = {}) =>
  ((await does(desk, suggest, { wording: { ...wording, ...more } })) as { proposal: ProposalId })
    .proposal
const asked = async (more: object = {}) => {
  const proposal = await suggested(more)
  await does(desk, contact, { proposal })
  return proposal
}
const of = (id: ProposalId) => proposalOf(w.read, conference, id)
const answer = (proposal: ProposalId, party: string, version = 1, words?: string) => ({
  ...{ proposal, party, version },
  ...(words !== undefined && { words }),
})

describe('a proposal', () => {
  it('is made and put to its parties by the secretariat, and by nobody else', async () => {
    const proposal = await suggested()
    for (const stranger of [...strangers, kenya]) {
      expect(await does(stranger, suggest, { wording })).toMatch(/^platform\.not/)
      expect(await does(stranger, contact, { proposal })).toMatch(/^platform\.not/)
      expect(await does(stranger, alter, { proposal, wording })).toMatch(/^platform\.not/)
      expect(await does(stranger, end, { proposal, ending: 'withdrawn' })).toMatch(/^platform\.not/)
    }
    // Nobody whom it names may know of it yet.
    expect(await does(kenya, consent, answer(proposal, 'KEN'))).toMatch(/^platform\.not/)
    expect(await does(kenya, note, { proposal, party: 'KEN', words: 'x' })).toMatch(
      /^platform\.not/,
    )
    await does(desk, contact, { proposal })
    expect((await of(proposal))?.state).toBe('contacted')
    expect((await askedOf(w.read, proposal)).map(({ party }) => party)).toEqual(['KEN', 'KOR'])
    expect(await does(desk, contact, { proposal })).toBe('brokering.cannot-move')
  })

  it('is answered by each party for itself only', async () => {
    const proposal = await asked()
    for (const stranger of [...strangers, korea, desk]) {
      for (const command of [consent, decline]) {
        expect(await does(stranger, command, answer(proposal, 'KEN'))).toMatch(/^platform\.not/)
      }
    }
    expect(await does(norway, consent, answer(proposal, 'NOR'))).toMatch(/^platform\.not/)
  })

  it('becomes one joint pledge with the last consent, however often it is sent', async () => {
    const proposal = await asked()
    await does(korea, consent, answer(proposal, 'KOR'))
    expect((await of(proposal))?.state).toBe('contacted')
    const key = 'one-key'
    const send = () =>
      w.perform(kenya, consent, { conference, ...answer(proposal, 'KEN') }, { key })
    const [one, other] = await Promise.all([send(), send()])
    expect(one.answer).toEqual(other.answer)
    const { pledge } = one.answer as { pledge: PledgeId }
    const record = await recordOf(w.read, pledge)
    expect(record).toMatchObject({ state: 'submitted', lead: null, announcedOn: null })
    expect(record?.terms.shares).toMatchObject([
      { party: 'KOR', role: 'equipment', consent: 'given', quantity: { value: 2 } },
      { party: 'KEN', role: 'people', consent: 'given' },
    ])
    expect(await of(proposal)).toMatchObject({ state: 'agreed', pledge })
    const deeds = (await deedsOf(w.read, proposal)).toReversed()
    expect(deeds.map(({ deed, party }) => [deed, party])).toEqual([
      ['suggest', null],
      ['contact', null],
      ['consent', 'KOR'],
      ['consent', 'KEN'],
      ['agree', null],
    ])
    const all = await w.read.selectFrom('proposal').select('pledge').execute()
    expect(all.filter((row) => row.pledge === pledge)).toHaveLength(1)
  })

  it('is seen as a pledge by its parties and the desk, and stays under embargo', async () => {
    const { pledge } = (await w.read
      .selectFrom('proposal')
      .select('pledge')
      .where('pledge', 'is not', null)
      .executeTakeFirstOrThrow()) as { pledge: PledgeId }
    const record = await recordOf(w.read, pledge)
    if (!record) throw new Error('There is no pledge')
    const sighted = {
      ...{ ...record, conference, handedIn: true, givers: ['KOR', 'KEN'] as never },
      ...{ parties: ['KOR', 'KEN'] as never, invited: ['KOR', 'KEN'] as never },
    }
    expect([kenya, korea, desk].map((one) => sightOf(one, sighted))).toEqual([
      ...['parties', 'parties', 'secretariat'],
    ])
    expect([ANONYMOUS, norway].map((one) => sightOf(one, sighted))).toEqual([null, null])
  })

  it('records who works together, and the next calculation knows', async () => {
    const pairs = await workingPairs(w.read)
    expect(pairs).toMatchObject([{ one: 'KEN', other: 'KOR' }])
    const { existing } = await instanceOf(w.read, conference, '2026-12-01')
    expect(existing).toContainEqual(['KEN', 'KOR'])
    const proposal = await asked()
    await does(korea, consent, answer(proposal, 'KOR'))
    await does(kenya, consent, answer(proposal, 'KEN'))
    const again = (await workingPairs(w.read)).find((one) => one.proposal === proposal)
    expect(again).toMatchObject({ kind: 'strengthened' })
  })

  it('makes two pledges of two agreements at once', async () => {
    const both = [await asked(), await asked()]
    for (const proposal of both) await does(korea, consent, answer(proposal, 'KOR'))
    const ended = await Promise.all(
      both.map((proposal) => does(kenya, consent, answer(proposal, 'KEN'))),
    )
    const pledges = ended.map((one) => (one as { pledge: string }).pledge)
    expect(new Set(pledges).size).toBe(2)
    expect(pledges.every((one) => /^JOINT-2021-\d\d$/.test(one))).toBe(true)
  })
})

describe('another wording', () => {
  const more = { shares: [{ ...shares[0], amount: 1 }, shares[1]] }
  it('voids every consent to the one before', async () => {
    const proposal = await asked()
    await does(korea, consent, answer(proposal, 'KOR'))
    await does(desk, alter, { proposal, wording: { ...wording, ...more } })
    await does(kenya, consent, answer(proposal, 'KEN', 2))
    expect((await of(proposal))?.state).toBe('contacted')
    await does(korea, consent, answer(proposal, 'KOR', 2))
    expect((await of(proposal))?.state).toBe('agreed')
  })

  it('cannot be consented to by whoever has read the one before', async () => {
    const proposal = await asked()
    const [consented, altered] = await Promise.all([
      does(kenya, consent, answer(proposal, 'KEN')),
      does(desk, alter, { proposal, wording: { ...wording, ...more } }),
    ])
    expect(consented).toMatchObject({ state: 'contacted' })
    expect(altered).toMatchObject({ version: 2 })
    for (const command of [consent, decline]) {
      expect(await does(kenya, command, answer(proposal, 'KEN'))).toBe('brokering.reworded')
    }
    const words = 'Two teams, and not before June'
    expect(await does(kenya, askChange, answer(proposal, 'KEN', 1, words))).toBe(
      'brokering.reworded',
    )
  })

  it('is not one where nothing is otherwise', async () => {
    const proposal = await asked()
    await does(korea, consent, answer(proposal, 'KOR'))
    await does(desk, alter, { proposal, wording })
    expect((await of(proposal))?.version).toBe(1)
  })

  it('no longer concerns whom it does not name', async () => {
    const proposal = await asked()
    const others = { ...wording, shares: [shares[0], { ...shares[1], party: 'NOR' }] }
    await does(desk, alter, { proposal, wording: others })
    expect(await does(kenya, consent, answer(proposal, 'KEN', 2))).toMatch(/^platform\.not/)
    await does(korea, consent, answer(proposal, 'KOR', 2))
    await does(norway, consent, answer(proposal, 'NOR', 2))
    expect((await of(proposal))?.state).toBe('agreed')
  })

  it('is asked for by a party with its words, and a party may take no part', async () => {
    const proposal = await asked()
    expect(await does(kenya, askChange, answer(proposal, 'KEN', 1, '   '))).toBe('input.missing')
    await does(kenya, askChange, answer(proposal, 'KEN', 1, 'بعد يونيو'))
    await does(korea, decline, answer(proposal, 'KOR'))
    expect((await askedOf(w.read, proposal)).map((one) => [one.answer, one.words])).toEqual([
      ['change', 'بعد يونيو'],
      ['declines', null],
    ])
    await does(desk, end, { proposal, ending: 'no-agreement', words: 'Both need more time' })
    expect(await of(proposal)).toMatchObject({ state: 'ended', ending: 'no-agreement' })
    expect(await does(kenya, consent, answer(proposal, 'KEN'))).toBe('brokering.not-asked-now')
  })
})

describe('what was agreed', () => {
  it('begins by the word of a party, and ends by the secretariat', async () => {
    const proposal = await asked()
    await does(korea, consent, answer(proposal, 'KOR'))
    expect(await does(korea, begin, { proposal, party: 'KOR' })).toBe('brokering.cannot-move')
    await does(kenya, consent, answer(proposal, 'KEN'))
    expect(await does(norway, begin, { proposal, party: 'NOR' })).toMatch(/^platform\.not/)
    expect(await does(desk, end, { proposal, ending: 'withdrawn' })).toBe(
      'brokering.ends-otherwise',
    )
    await does(korea, begin, { proposal, party: 'KOR' })
    await does(kenya, begin, { proposal, party: 'KEN' })
    expect((await of(proposal))?.state).toBe('running')
    await does(desk, end, { proposal, ending: 'done' })
    expect(await of(proposal)).toMatchObject({ state: 'ended', ending: 'done' })
  })
})

describe('a calculation', () => {
  it('is put to its parties in one step, once for each need', async () => {
    const { run } = (await does(desk, calculateRun)) as { run: string }
    const [need] = EXAMPLE.requirements
    const by = shares.map(({ party, gift, amount, unit }) => ({
      ...{ party, component: gift, amount, unit, ...days, offer: 'o', conditions: [] },
    }))
    const explained = { requirement: need?.id, standing: 'half', units: 1, wanted: 2, by }
    const rest = { alternative: null, missing: [], completing: [], reasons: [] }
    const outcome = {
      ...{ digest: 'd', instance: EXAMPLE },
      solution: { plan: { covers: [] }, levels: [], stopped: null, parts: 1, merged: 0 },
      explanation: { requirements: [{ ...explained, ...rest }], scarce: [] },
    }
    await w.perform(CALCULATOR, finishRun, { conference, run, outcome })
    const started = { run, requirement: need?.id }
    const { run: recorded } = (await does(desk, calculateRun, { basis: 'record' })) as {
      run: string
    }
    await w.perform(CALCULATOR, finishRun, { conference, run: recorded, outcome })
    expect(await does(desk, start, { ...started, run: recorded })).toBe('brokering.recorded')
    for (const stranger of [...strangers, kenya]) {
      expect(await does(stranger, start, started)).toMatch(/^platform\.not/)
    }
    const answered = await does(desk, start, started)
    expect(answered).toMatchObject({ state: 'contacted', version: 1 })
    expect(await does(desk, start, started)).toBe('brokering.there-already')
    expect(await does(desk, start, { run, requirement: 'nothing' })).toBe(
      'brokering.nothing-proposed',
    )
    const { proposal } = answered as { proposal: ProposalId }
    await does(desk, end, { proposal, ending: 'withdrawn' })
    expect(await does(desk, start, started)).toMatchObject({ state: 'contacted' })
  })
})

describe('a triangular partnership', () => {
  const triangle = {
    ...{ ...wording, form: 'triangular' },
    shares: [
      { party: 'NOR', part: 'donor', gift: 'equipment', amount: 4, unit: 'vehicle' },
      { party: 'UN', part: 'organisation', gift: 'training', amount: 2, unit: 'course' },
      { party: 'KEN', part: 'state', gift: 'people', amount: 1, unit: 'team' },
    ],
  }
  it('is suggested by a party with itself in one part, and then goes to the secretariat', async () => {
    const sent = { party: 'KEN', wording: triangle }
    expect(await does(norway, suggest, sent)).toMatch(/^platform\.not/)
    expect(await does(korea, suggest, { ...sent, party: 'KOR' })).toBe('brokering.not-for-others')
    const { proposal } = (await does(kenya, suggest, sent)) as { proposal: ProposalId }
    expect(await does(norway, consent, answer(proposal, 'NOR'))).toMatch(/^platform\.not/)
    await does(kenya, note, { proposal, party: 'KEN', aloneWith: 'KEN', words: 'We are ready' })
    await does(desk, contact, { proposal })
    for (const [actor, party] of [
      [norway, 'NOR'],
      [focal('UN'), 'UN'],
      [kenya, 'KEN'],
    ] as const) {
      await does(actor, consent, answer(proposal, party))
    }
    const agreed = await of(proposal)
    const record = await recordOf(w.read, agreed?.pledge as PledgeId)
    expect(record?.terms.shares.map(({ role }) => role)).toEqual([
      'equipment',
      'training',
      'people',
    ])
    expect((await workingPairs(w.read)).filter((one) => one.proposal === proposal)).toHaveLength(3)
  })

  it('is refused where it is huge', async () => {
    const text = { original: 'ar', in: { ar: { value: 'ك'.repeat(2001), status: 'authentic' } } }
    expect(await does(desk, suggest, { wording: { ...wording, words: text } })).toBe(
      'brokering.too-long',
    )
    const many = Array.from({ length: 41 }, () => shares[0])
    expect(await does(desk, suggest, { wording: { ...wording, shares: many } })).toMatch(/^input\./)
    const amount = { ...shares[0], amount: 1_000_001 }
    expect(await does(desk, suggest, { wording: { ...wording, shares: [amount] } })).toMatch(
      /^input\./,
    )
  })

  it('is refused at its fields', async () => {
    const without = { ...triangle, shares: triangle.shares.slice(0, 2) }
    expect(await does(desk, suggest, { wording: without })).toBe('brokering.no-state')
    const twice = { ...triangle, capability: 'nothing.such' }
    expect(await does(desk, suggest, { wording: twice })).toBe('brokering.unknown-capability')
  })
})

describe('a note', () => {
  it('is for all whom the proposal names, or for one party and the secretariat', async () => {
    const proposal = await suggested()
    expect(await does(desk, note, { proposal, words: 'x' })).toBe('brokering.nobody-reads')
    await does(desk, contact, { proposal })
    await does(desk, note, { proposal, words: 'To all' })
    await does(kenya, note, { proposal, party: 'KEN', aloneWith: 'KEN', words: 'للأمانة' })
    const others = { proposal, party: 'KEN', aloneWith: 'KOR', words: 'x' }
    expect(await does(kenya, note, others)).toBe('brokering.reads-it-not')
    expect(await does(desk, note, { proposal, aloneWith: 'NOR', words: 'x' })).toBe(
      'brokering.reads-it-not',
    )
    for (const stranger of strangers) {
      expect(await does(stranger, note, { proposal, party: 'KEN', words: 'x' })).toMatch(
        /^platform\.not/,
      )
    }
    expect((await notesOn(w.read, proposal)).map(({ aloneWith }) => aloneWith)).toEqual([
      null,
      'KEN',
    ])
  })
})

describe('a reminder', () => {
  it('goes to those who have not answered, and never twice a day', async () => {
    const proposal = await asked()
    await does(korea, consent, answer(proposal, 'KOR'))
    const later = (days: number) => w.clock.turnTo(w.clock.now().add({ hours: 24 * days }))
    expect(await does(desk, remind, { proposal })).not.toMatchObject({ asked: 1 })
    later(1)
    expect(await does(desk, remind, { proposal })).toMatchObject({ asked: 1 })
    expect(await does(desk, remind, { proposal })).not.toMatchObject({ asked: 1 })
    await does(desk, setDays, { days: 3 })
    expect(await does(kenya, setDays, { days: 3 })).toMatch(/^platform\.not/)
    later(2)
    const inTime = () => does(REMINDER, remindInTime, { proposal })
    expect(await inTime()).not.toMatchObject({ asked: 1 })
    later(1)
    expect(await inTime()).toMatchObject({ asked: 1 })
    expect(await inTime()).not.toMatchObject({ asked: 1 })
    expect(await does(desk, remindInTime, { proposal })).toMatch(/^platform\.not/)
  })
})
