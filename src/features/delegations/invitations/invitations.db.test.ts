import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ANONYMOUS } from '../../../kernel/actor.ts'
import { focalPoint, holder, party, refusal, SEOUL } from '../../../testing/delegations/people.ts'
import { type World, world } from '../../../testing/world.ts'
import { holdersOf } from '../../people/recipients.queries.ts'
import { delegationOf, delegationPast, delegationsAt, rulesOf } from '../queries.ts'
import { setRules } from '../rules.commands.ts'
import { usualRules } from '../rules.model.ts'
import { changeInvitation, prepareInvitations, readAddresses } from './prepare.commands.ts'
import { reply, setQuota } from './reply.commands.ts'
import { inviteParties, remindParties } from './send.commands.ts'

let here: World
const host = holder('host-secretariat')
beforeAll(async () => {
  here = await world({ shipped: true })
}, 60_000)
afterAll(() => here.close())

const of = (code: string) => delegationOf(here.read, SEOUL, code)

const LIST = [
  'party;language;addressee;address',
  'France;fr;Mission permanente;fra@example.org',
  'Kenya;en;Permanent Mission;ken@example.org, nairobi@example.org',
  'الأردن;ar;البعثة الدائمة;jor@example.org',
  'EU;en;Delegation;eu@example.org',
].join('\n')

describe('inviting', () => {
  it('prepares an invitation to every state at once, and to none twice', async () => {
    const everyone = { conference: SEOUL, addressedTo: 'Permanent Mission' }
    const { answer } = await here.perform(host, prepareInvitations, everyone)
    expect(answer).toEqual({ prepared: 195 })
    expect((await here.perform(host, prepareInvitations, everyone)).subject).toBeNull()
    const all = await delegationsAt(here.read, SEOUL)
    expect(new Set(all.map(({ state }) => state))).toEqual(new Set(['prepared']))
    expect(all.some(({ party: code }) => code === 'EU')).toBe(false)
  })

  it('reads addresses from a list, in the languages of the parties', async () => {
    const read = { conference: SEOUL, lines: LIST, addressedTo: 'Permanent Mission' }
    expect((await here.perform(host, readAddresses, read)).answer).toEqual({ prepared: 4 })
    expect((await here.perform(host, readAddresses, read)).subject).toBeNull()
    expect((await of('JOR'))?.invitation).toEqual({
      language: 'ar',
      addressedTo: 'البعثة الدائمة',
      addresses: ['jor@example.org'],
      note: null,
    })
    expect((await of('EU'))?.state).toBe('prepared')
  })

  it('saves nothing of a list of which a line cannot be read, and says which', async () => {
    const lines = 'Norway;en;;nor@example.org\nAtlantis;en;;a@example.org'
    const read = { conference: SEOUL, lines, addressedTo: 'Permanent Mission' }
    await expect(here.perform(host, readAddresses, read)).rejects.toMatchObject({
      status: 422,
      fields: [{ path: ['lines'], code: 'delegations.line-party', values: { line: 2 } }],
    })
    expect((await of('NOR'))?.invitation?.addresses).toEqual([])
  })

  it('sends to those who have an address, once, and leaves the others', async () => {
    const { answer } = await here.perform(host, inviteParties, { conference: SEOUL })
    expect(answer).toEqual({ sent: 4, left: 192 })
    expect(await refusal(here.perform(host, inviteParties, { conference: SEOUL }))).toEqual([
      'delegations.nobody-to-write-to',
      409,
    ])
    expect((await of('FRA'))?.state).toBe('sent')
    expect((await of('NOR'))?.state).toBe('prepared')
  })

  it('writes to each in their language, and lets them answer', async () => {
    const letters = await here.letters()
    expect(letters.map(({ address, kind, subject }) => [address, kind, subject])).toEqual([
      ['eu@example.org', 'delegations.invitation', 'Invitation · Seoul 2021'],
      ['fra@example.org', 'delegations.invitation', 'Invitation · Séoul 2021'],
      ['jor@example.org', 'delegations.invitation', 'دعوة · سول 2021'],
      ['ken@example.org', 'delegations.invitation', 'Invitation · Seoul 2021'],
      ['nairobi@example.org', 'delegations.invitation', 'Invitation · Seoul 2021'],
    ])
    const french = letters.find(({ address }) => address === 'fra@example.org')?.text ?? ''
    expect(french).toContain('République française')
    expect(french).toContain('http://plenum.test/fr/seoul2021/delegation/FRA')
    expect(french).toMatch(/7 et 8\sdécembre 2021/)
    const holders = await holdersOf(here.read, {
      conference: SEOUL,
      roles: ['focal-point'],
      party: 'KEN',
    })
    expect(holders.map(({ address, language }) => [address, language]).sort()).toEqual([
      ['ken@example.org', 'en'],
      ['nairobi@example.org', 'en'],
    ])
  })

  it('is answered by the focal point, and by nobody else’s', async () => {
    const answer = { conference: SEOUL, party: 'FRA', mode: 'in-person', level: 'minister' }
    expect(await refusal(here.perform(focalPoint('KEN'), reply, answer))).toEqual([
      'platform.not-allowed',
      403,
    ])
    expect(await refusal(here.perform(ANONYMOUS, reply, answer))).toEqual([
      'platform.not-allowed',
      403,
    ])
    await here.perform(focalPoint('FRA'), reply, answer)
    expect(await of('FRA')).toMatchObject({
      state: 'answered',
      reply: { mode: 'in-person', level: 'minister', recorded: false, on: '2021-12-07' },
    })
    expect((await here.perform(focalPoint('FRA'), reply, answer)).subject).toBeNull()
  })

  it('keeps an earlier answer when another follows', async () => {
    const france = { conference: SEOUL, party: 'FRA' }
    await here.perform(focalPoint('FRA'), reply, {
      ...france,
      mode: 'video',
      level: 'vice-minister',
    })
    const past = await delegationPast(here.read, SEOUL, 'FRA')
    expect(past.map(({ deed, content }) => [deed, content.reply?.mode ?? null])).toEqual([
      ['reply', 'in-person'],
      ['reply', null],
      ['invite-parties', null],
      ['read-addresses', null],
    ])
  })

  it('takes down what a note says, also of a party that was not invited', async () => {
    const note = { number: '2021-77', date: '2021-11-02' }
    const answer = {
      conference: SEOUL,
      party: 'NATO',
      mode: 'video',
      level: 'chair-of-delegation',
      note,
    }
    expect(await refusal(here.perform(focalPoint('NATO'), reply, answer))).toEqual([
      'delegations.not-invited',
      409,
    ])
    await here.perform(host, reply, { ...answer, on: '2021-11-03' })
    expect(await of('NATO')).toMatchObject({
      state: 'answered',
      invitation: null,
      reply: { note, on: '2021-11-03', recorded: true },
    })
  })

  it('reminds those who have not answered', async () => {
    const { answer } = await here.perform(host, remindParties, { conference: SEOUL })
    expect(answer).toEqual({ sent: 3, left: 194 })
    expect((await of('KEN'))?.remindedAt).not.toBeNull()
    expect((await of('FRA'))?.remindedAt).toBeNull()
  })

  it('is the business of the secretariat of that conference', async () => {
    for (const actor of [
      focalPoint('FRA'),
      holder('protocol'),
      holder('host-secretariat', 'accra2023'),
    ]) {
      const deeds = [
        here.perform(actor, prepareInvitations, { conference: SEOUL, addressedTo: 'x' }),
        here.perform(actor, readAddresses, { conference: SEOUL, lines: LIST, addressedTo: 'x' }),
        here.perform(actor, inviteParties, { conference: SEOUL }),
        here.perform(actor, remindParties, { conference: SEOUL }),
        here.perform(actor, setQuota, { conference: SEOUL, party: 'FRA', quota: 9, reason: 'x' }),
        here.perform(actor, setRules, usualRules(SEOUL)),
      ]
      expect(await Promise.all(deeds.map(refusal)), actor.id).toEqual(
        deeds.map(() => ['platform.not-allowed', 403]),
      )
    }
  })

  it('changes one invitation only as it was seen', async () => {
    const before = await of('KEN')
    const invitation = { ...before?.invitation, addresses: ['office@example.org'] }
    const change = { conference: SEOUL, party: 'KEN', invitation }
    const seen = { seen: `${(before?.version ?? 0) - 1}` }
    expect(await refusal(here.perform(host, changeInvitation, change, seen))).toEqual([
      'platform.changed-meanwhile',
      409,
    ])
    await here.perform(host, changeInvitation, change, { seen: `${before?.version}` })
    expect((await of('KEN'))?.invitation?.addresses).toEqual(['office@example.org'])
  })

  it('goes by the rules that the conference decided', async () => {
    const rules = { ...usualRules(SEOUL), headRank: 'vice-minister' as const }
    await here.perform(host, setRules, rules)
    expect(await rulesOf(here.read, SEOUL)).toEqual({ rules, version: 1 })
    expect((await here.perform(host, setRules, rules)).subject).toBeNull()
  })

  it('raises the quota of one delegation, and says why', async () => {
    const more = { conference: SEOUL, party: party('KEN'), quota: 9, reason: 'Co-chair' }
    await here.perform(holder('un-secretariat'), setQuota, more)
    expect((await of('KEN'))?.quota).toBe(9)
    const [last] = await delegationPast(here.read, SEOUL, 'KEN')
    expect(last).toMatchObject({ deed: 'set-quota', reason: 'Co-chair' })
  })
})
