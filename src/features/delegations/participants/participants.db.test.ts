import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, ANONYMOUS } from '../../../kernel/actor.ts'
import {
  focalPoint,
  holder,
  party,
  person,
  refusal,
  SEOUL,
} from '../../../testing/delegations/people.ts'
import { type World, world } from '../../../testing/world.ts'
import { reply, setQuota } from '../invitations/reply.commands.ts'
import { setRules } from '../rules.commands.ts'
import { usualRules } from '../rules.model.ts'
import { approve, giveBack, reconsider, refuse, submit } from './decide.commands.ts'
import { addMember, changeMember, substituteMember, withdrawMember } from './member.commands.ts'
import { ParticipantId } from './model.ts'
import { membersOf, participantOf, pastOf } from './queries.ts'

let here: World
const host = holder('host-secretariat')
const kenya = focalPoint('KEN')
const rules = { ...usualRules(SEOUL), needsDocument: false, needsPhoto: false }

beforeAll(async () => {
  here = await world({ shipped: true })
  await here.perform(host, setRules, rules)
  for (const code of ['KEN', 'FRA', 'NOR', 'CHL']) {
    const answer = { conference: SEOUL, party: code, mode: 'in-person', level: 'minister' }
    await here.perform(host, reply, answer)
  }
}, 60_000)
afterAll(() => here.close())

const add = (
  actor: Actor,
  code: string,
  name: string,
  said: Record<string, unknown> = {},
  submit = false,
) =>
  here
    .perform(actor, addMember, {
      conference: SEOUL,
      party: code,
      person: person(name, said),
      submit,
    })
    .then(({ answer }) => ParticipantId.parse(answer.participant))
const stateOf = async (id: ParticipantId) => (await participantOf(here.read, id))?.state
const one = (id: ParticipantId, said: Record<string, unknown> = {}) => ({
  conference: SEOUL,
  participant: id,
  ...said,
})
const some = (ids: readonly ParticipantId[], said: Record<string, unknown> = {}) => ({
  conference: SEOUL,
  participants: ids,
  ...said,
})

describe('the members of a delegation', () => {
  it('are named by its focal point or the secretariat, and by nobody else’s focal point', async () => {
    for (const actor of [
      focalPoint('FRA'),
      holder('protocol'),
      ANONYMOUS,
      focalPoint('KEN', 'accra2023'),
    ]) {
      expect(await refusal(add(actor, 'KEN', 'Somebody'))).toEqual(['platform.not-allowed', 403])
    }
    const mine = await add(kenya, 'KEN', 'Monica Juma', { place: 'head', rank: 'minister' })
    await add(host, 'KEN', 'Lazaro Sumbeiywo')
    const members = await membersOf(here.read, SEOUL, party('KEN'))
    expect(members.map(({ state, head, person: who }) => [who?.name, state, head])).toEqual([
      ['Monica Juma', 'draft', true],
      ['Lazaro Sumbeiywo', 'draft', false],
    ])
    for (const deed of [
      here.perform(focalPoint('FRA'), changeMember, one(mine, { person: person('X') })),
      here.perform(focalPoint('FRA'), withdrawMember, one(mine, { reason: 'x' })),
      here.perform(
        focalPoint('FRA'),
        substituteMember,
        one(mine, { person: person('X'), reason: 'x' }),
      ),
    ]) {
      expect(await refusal(deed)).toEqual(['platform.not-allowed', 403])
    }
  })

  it('have one head', async () => {
    expect(await refusal(add(kenya, 'KEN', 'Another', { place: 'head' }))).toEqual([
      'delegations.two-heads',
      409,
    ])
  })

  it('bear their names in any script, with Arabic beside Latin letters', async () => {
    const id = await add(host, 'FRA', 'محمد بن علي', { latinName: 'Mohammed Ben Ali' })
    expect((await participantOf(here.read, id))?.person).toMatchObject({
      name: 'محمد بن علي',
      latinName: 'Mohammed Ben Ali',
    })
    expect(await refusal(add(host, 'FRA', 'محمد'))).toEqual(['platform.unreadable-input', 422])
    expect(await refusal(add(host, 'FRA', 'x'.repeat(161)))).toEqual([
      'platform.unreadable-input',
      422,
    ])
  })

  it('are handed in within the quota of the delegation', async () => {
    for (const name of ['A', 'B', 'C', 'D', 'E', 'F'])
      await add(focalPoint('NOR'), 'NOR', name, {}, true)
    expect(await refusal(add(focalPoint('NOR'), 'NOR', 'G', {}, true))).toEqual([
      'delegations.over-quota',
      409,
    ])
    const seventh = await add(focalPoint('NOR'), 'NOR', 'G')
    const norway = { conference: SEOUL, party: 'NOR' }
    expect(await refusal(here.perform(focalPoint('NOR'), submit, norway))).toEqual([
      'delegations.over-quota',
      409,
    ])
    await here.perform(host, setQuota, { ...norway, quota: 7, reason: 'Host of a side event' })
    await here.perform(focalPoint('NOR'), submit, norway)
    expect(await stateOf(seventh)).toBe('submitted')
  })

  it('are one, however often the same form is sent', async () => {
    const given = { conference: SEOUL, party: party('CHL'), person: person('Twice') }
    const key = { key: 'twice' }
    const chile = focalPoint('CHL')
    const [first, second] = [
      await here.perform(chile, addMember, given, key),
      await here.perform(chile, addMember, given, key),
    ]
    expect(second).toEqual(first)
    expect(await membersOf(here.read, SEOUL, party('CHL'))).toHaveLength(1)
  })
})

describe('accreditation', () => {
  it('is decided by the secretariat, one or many, with the reason', async () => {
    const [a, b, c] = await Promise.all(
      ['Un', 'Deux', 'Trois'].map((name) => add(focalPoint('FRA'), 'FRA', name, {}, true)),
    )
    if (!a || !b || !c) throw new Error('Three were added')
    const reason = 'The photo shows somebody else.'
    for (const actor of [focalPoint('FRA'), holder('protocol'), ANONYMOUS]) {
      expect(await refusal(here.perform(actor, approve, some([a])))).toEqual([
        'platform.not-allowed',
        403,
      ])
      expect(await refusal(here.perform(actor, refuse, some([a], { reason })))).toEqual([
        'platform.not-allowed',
        403,
      ])
    }
    await here.perform(host, approve, some([a, b]))
    expect(await Promise.all([a, b, c].map(stateOf))).toEqual(['approved', 'approved', 'submitted'])
    await here.perform(host, giveBack, some([c], { reason }))
    expect(await participantOf(here.read, c)).toMatchObject({ state: 'returned', reason })
    await here.perform(focalPoint('FRA'), submit, {
      conference: SEOUL,
      party: 'FRA',
      participants: [c],
    })
    await here.perform(host, refuse, some([c], { reason }))
    await here.perform(host, reconsider, some([c]))
    expect(await stateOf(c)).toBe('submitted')
    const past = await pastOf(here.read, c)
    expect(past.map(({ deed, state }) => [deed, state])).toEqual([
      ['reconsider', 'refused'],
      ['refuse', 'submitted'],
      ['submit', 'returned'],
      ['return', 'submitted'],
    ])
  })

  it('of many is of all of them or of none', async () => {
    const good = await add(host, 'FRA', 'Good', {}, true)
    const draft = await add(host, 'FRA', 'Draft')
    expect(await refusal(here.perform(host, approve, some([good, draft])))).toEqual([
      'delegations.cannot-move',
      409,
    ])
    const elsewhere = ParticipantId.parse('00000000-0000-4000-8000-00000000ffff')
    expect(await refusal(here.perform(host, approve, some([good, elsewhere])))).toEqual([
      'delegations.unknown-person',
      409,
    ])
    expect(await stateOf(good)).toBe('submitted')
  })

  it('is looked at again when the delegation changes what was vetted', async () => {
    const id = await add(kenya, 'KEN', 'Before', {}, true)
    await here.perform(host, approve, some([id]))
    const seen = { seen: '2' }
    await here.perform(
      kenya,
      changeMember,
      one(id, { person: person('Before', { accessNeeds: 'Lift' }) }),
      seen,
    )
    expect(await stateOf(id)).toBe('approved')
    expect(
      await refusal(here.perform(kenya, changeMember, one(id, { person: person('After') }), seen)),
    ).toEqual(['platform.changed-meanwhile', 409])
    await here.perform(kenya, changeMember, one(id, { person: person('After') }), { seen: '3' })
    expect(await stateOf(id)).toBe('submitted')
  })
})

describe('once names are closed', () => {
  beforeAll(async () => {
    const closes = { day: '2021-12-07', clock: '08:59' }
    await here.perform(host, setRules, { ...rules, closes })
  })

  it('nobody is added but by the secretariat', async () => {
    expect(await refusal(add(kenya, 'KEN', 'Late'))).toEqual(['delegations.names-closed', 409])
    await add(host, 'KEN', 'Late')
  })

  it('what is open still changes, and what is closed does not', async () => {
    const [, , somebody] = await membersOf(here.read, SEOUL, party('KEN'))
    if (!somebody?.person) throw new Error('Kenya has three members')
    const change = (said: Record<string, unknown>) =>
      here.perform(
        kenya,
        changeMember,
        one(somebody.id, { person: { ...somebody.person, ...said } }),
      )
    expect(await refusal(change({ name: 'Somebody Else' }))).toEqual([
      'delegations.names-closed',
      409,
    ])
    await change({
      unpublished: true,
      travel: { arrives: '2021-12-06', departs: null, by: 'KE 952' },
    })
    expect((await participantOf(here.read, somebody.id))?.person).toMatchObject({
      unpublished: true,
    })
  })

  it('another person comes in the place of a member, with the reason', async () => {
    const [head] = await membersOf(here.read, SEOUL, party('KEN'))
    if (!head) throw new Error('Kenya has a head')
    const news = person('Raychelle Omamo', { place: 'head', rank: 'minister' })
    const { answer } = await here.perform(
      kenya,
      substituteMember,
      one(head.id, { person: news, reason: 'The minister is unwell.' }),
    )
    expect(await participantOf(here.read, ParticipantId.parse(answer.participant))).toMatchObject({
      state: 'submitted',
      head: true,
      replaces: head.id,
    })
    expect(await participantOf(here.read, head.id)).toMatchObject({
      state: 'withdrawn',
      reason: 'The minister is unwell.',
    })
  })
})
