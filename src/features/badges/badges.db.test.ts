import { createPublicKey, verify } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ANONYMOUS } from '../../kernel/actor.ts'
import { readCode } from '../../kernel/badges/payload.ts'
import { focalPoint, holder, person, refusal, SEOUL } from '../../testing/delegations/people.ts'
import { type World, world } from '../../testing/world.ts'
import { reply } from '../delegations/invitations/reply.commands.ts'
import { approve } from '../delegations/participants/decide.commands.ts'
import { erasePerson } from '../delegations/participants/erase.commands.ts'
import { addMember, withdrawMember } from '../delegations/participants/member.commands.ts'
import { ParticipantId } from '../delegations/participants/model.ts'
import { participantOf } from '../delegations/participants/queries.ts'
import { setRules } from '../delegations/rules.commands.ts'
import { usualRules } from '../delegations/rules.model.ts'
import { KEEPER } from '../privacy/model.ts'
import { issueBadges, issueCards } from './issue.commands.ts'
import { usualSettings } from './model.ts'
import { badgesAt, batchesAt, publicKeys } from './queries.ts'
import { expireBadges, revokeBadges } from './revoke.commands.ts'
import { setBadges } from './settings.commands.ts'

let here: World
const host = holder('host-secretariat')
beforeAll(async () => {
  here = await world({ shipped: true })
  const rules = { ...usualRules(SEOUL), needsDocument: false, needsPhoto: false }
  await here.perform(host, setRules, rules)
  const answer = { conference: SEOUL, mode: 'in-person', level: 'minister' }
  await here.perform(host, reply, { ...answer, party: 'GHA' })
  await here.perform(host, reply, { ...answer, party: 'EU' })
}, 60_000)
afterAll(() => here.close())

async function accredited(name: string, party = 'GHA', said: Record<string, unknown> = {}) {
  const given = { conference: SEOUL, party, person: person(name, said), submit: true }
  const { answer } = await here.perform(host, addMember, given)
  const id = ParticipantId.parse(answer.participant)
  await here.perform(host, approve, { conference: SEOUL, participants: [id] })
  return id
}
const issue = (...participants: ParticipantId[]) =>
  here.perform(host, issueBadges, { conference: SEOUL, participants })
const stateOf = async (id: ParticipantId) => (await participantOf(here.read, id))?.state
const badgesOf = async (id: ParticipantId) =>
  (await badgesAt(here.read, SEOUL)).filter(({ participant }) => participant === id)

describe('a badge', () => {
  it('is issued by the secretariat to whoever is accredited, signed by the key of the conference', async () => {
    const head = await accredited('Shirley Botchwey', 'GHA', { place: 'head', rank: 'minister' })
    const envoy = await accredited('Josep Borrell', 'EU')
    for (const actor of [focalPoint('GHA'), holder('protocol'), ANONYMOUS]) {
      const deed = here.perform(actor, issueBadges, { conference: SEOUL, participants: [head] })
      expect(await refusal(deed)).toEqual(['platform.not-allowed', 403])
    }
    const { answer } = await issue(head, envoy)
    expect(answer).toMatchObject({ badges: 2, replaced: 0 })
    expect(await stateOf(head)).toBe('badged')
    const [badge] = await badgesOf(head)
    expect((await badgesAt(here.read, SEOUL)).map(({ category }) => category)).toEqual([
      'head',
      'observer',
    ])
    const [key, ...others] = await publicKeys(here.read, SEOUL)
    expect(others).toEqual([])
    const read = readCode(badge?.signed ?? '')
    expect(read?.payload).toEqual({
      key: 1,
      id: badge?.id,
      expires: Date.parse('2021-12-09T15:00:00Z') / 1000,
    })
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: key?.publicKey ?? '' }
    expect(
      verify(
        null,
        read?.signed ?? new Uint8Array(),
        createPublicKey({ key: jwk, format: 'jwk' }),
        read?.signature ?? new Uint8Array(),
      ),
    ).toBe(true)
  })

  it('holds nothing of its bearer', async () => {
    for (const { signed } of await badgesAt(here.read, SEOUL)) {
      const bytes = Buffer.from(readCode(signed)?.signed ?? [])
      expect(bytes).toHaveLength(22)
      expect(signed).not.toMatch(/Borrell|Botchwey|GHA/i)
    }
  })

  it('is not issued to whoever is not accredited', async () => {
    const given = { conference: SEOUL, party: 'GHA', person: person('Draft') }
    const { answer } = await here.perform(host, addMember, given)
    expect(await refusal(issue(ParticipantId.parse(answer.participant)))).toEqual([
      'delegations.cannot-move',
      409,
    ])
  })

  it('takes the place of the one before, which opens no door any more', async () => {
    const id = await accredited('Twice')
    await issue(id)
    expect((await issue(id)).answer).toMatchObject({ badges: 1, replaced: 1 })
    const all = await badgesOf(id)
    expect(all.map(({ reason, revokedAt }) => [reason, revokedAt !== null])).toEqual([
      ['reissued', true],
      [null, false],
    ])
    expect(new Set(all.map(({ code }) => code)).size).toBe(2)
  })

  it('is revoked when it is lost, and another can be issued', async () => {
    const id = await accredited('Loser')
    await issue(id)
    const [badge] = await badgesOf(id)
    const lost = { conference: SEOUL, badges: [badge?.id], reason: 'lost' }
    expect(await refusal(here.perform(focalPoint('GHA'), revokeBadges, lost))).toEqual([
      'platform.not-allowed',
      403,
    ])
    await here.perform(host, revokeBadges, lost)
    expect(await stateOf(id)).toBe('revoked')
    expect((await here.perform(host, revokeBadges, lost)).subject).toBeNull()
    await issue(id)
    expect(await stateOf(id)).toBe('badged')
  })

  it('ends with whoever leaves or is erased', async () => {
    const [gone, erased] = [await accredited('Gone'), await accredited('Erased')]
    await issue(gone, erased)
    await here.perform(focalPoint('GHA'), withdrawMember, {
      conference: SEOUL,
      participant: gone,
      reason: 'Ill',
    })
    await here.perform(host, erasePerson, { conference: SEOUL, participant: erased })
    for (const id of [gone, erased]) {
      expect((await badgesOf(id)).map(({ reason }) => reason)).toEqual(['withdrawn'])
    }
  })

  it('keeps the category and loses its bearer when its time is over', async () => {
    const before = await badgesAt(here.read, SEOUL)
    await here.perform(KEEPER, expireBadges, { conference: SEOUL })
    const after = await badgesAt(here.read, SEOUL)
    expect(after.map(({ category }) => category)).toEqual(before.map(({ category }) => category))
    expect(new Set(after.map(({ participant, signed }) => `${participant}${signed}`))).toEqual(
      new Set(['null']),
    )
    expect((await here.perform(KEEPER, expireBadges, { conference: SEOUL })).subject).toBeNull()
  })
})

describe('a card', () => {
  it('opens a zone to a delegation, where the zone has cards', async () => {
    const cards = { conference: SEOUL, zone: 'hall', parties: ['GHA', 'EU'], each: 2 }
    const { answer } = await here.perform(host, issueCards, cards)
    expect(answer).toMatchObject({ badges: 4 })
    expect(await refusal(here.perform(host, issueCards, { ...cards, zone: 'venue' }))).toEqual([
      'badges.no-card',
      409,
    ])
    const batches = await batchesAt(here.read, SEOUL)
    expect(batches.filter(({ zone }) => zone === 'hall')).toMatchObject([{ issued: 4, good: 4 }])
  })
})

describe('the settings', () => {
  it('say until when badges are good', async () => {
    const settings = { ...usualSettings(SEOUL), until: { day: '2021-12-06', clock: '12:00' } }
    expect(await refusal(here.perform(focalPoint('KOR'), setBadges, settings))).toEqual([
      'platform.not-allowed',
      403,
    ])
    await here.perform(host, setBadges, settings, { seen: '0' })
    const id = await accredited('Late')
    expect(await refusal(issue(id))).toEqual(['badges.over', 409])
  })
})
