import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ANONYMOUS } from '../../kernel/actor.ts'
import { focalPoint, holder, person, refusal, SEOUL } from '../../testing/delegations/people.ts'
import { type World, world } from '../../testing/world.ts'
import { requireSignOffs } from '../conferences/deeds/settings.commands.ts'
import { reply } from '../delegations/invitations/reply.commands.ts'
import { approve } from '../delegations/participants/decide.commands.ts'
import { erasePerson } from '../delegations/participants/erase.commands.ts'
import { addMember, changeMember } from '../delegations/participants/member.commands.ts'
import { ParticipantId } from '../delegations/participants/model.ts'
import { setRules } from '../delegations/rules.commands.ts'
import { usualRules } from '../delegations/rules.model.ts'
import { prepareList, publishList, signList } from './commands.ts'
import { headsOf, linesOf, publishedFor } from './queries.ts'

let here: World
const host = holder('host-secretariat')
const un = holder('un-secretariat')
const ministry = { ...host, id: 'another-ministry' }

beforeAll(async () => {
  here = await world({ shipped: true })
  const rules = { ...usualRules(SEOUL), needsDocument: false, needsPhoto: false }
  await here.perform(host, setRules, rules)
  const answer = { conference: SEOUL, mode: 'in-person', level: 'minister' }
  await here.perform(host, reply, { ...answer, party: 'GHA' })
}, 60_000)
afterAll(() => here.close())

async function accredited(name: string, said: Record<string, unknown> = {}) {
  const given = { conference: SEOUL, party: 'GHA', person: person(name, said), submit: true }
  const { answer } = await here.perform(host, addMember, given)
  const id = ParticipantId.parse(answer.participant)
  await here.perform(host, approve, { conference: SEOUL, participants: [id] })
  return id
}
const prepare = (audience = 'public') =>
  here.perform(host, prepareList, { conference: SEOUL, audience })
const publish = (number: number) => here.perform(host, publishList, { conference: SEOUL, number })
const namesIn = async (number: number) =>
  (await linesOf(here.read, SEOUL, number)).map(({ named }) => named?.name ?? null).sort()

describe('the list of participants', () => {
  it('holds those who are accredited, by name or by number', async () => {
    expect(await refusal(prepare())).toEqual(['participants.nobody-accredited', 409])
    await accredited('Shirley Botchwey', { place: 'head', rank: 'minister' })
    await accredited('At Risk', { unpublished: true })
    await here.perform(host, addMember, {
      conference: SEOUL,
      party: 'GHA',
      person: person('Draft'),
    })
    for (const actor of [ANONYMOUS, focalPoint('GHA'), holder('protocol')]) {
      const deed = here.perform(actor, prepareList, { conference: SEOUL, audience: 'public' })
      expect(await refusal(deed)).toEqual(['platform.not-allowed', 403])
    }
    expect((await prepare()).answer).toEqual({ number: 1, people: 2 })
    expect(await namesIn(1)).toEqual(['Shirley Botchwey', null])
    expect(await publishedFor(here.read, SEOUL, 'secretariat')).toEqual([])
  })

  it('is published as it was prepared, and to whom', async () => {
    await publish(1)
    expect((await publishedFor(here.read, SEOUL, 'public')).map(({ number }) => number)).toEqual([
      1,
    ])
    expect(await refusal(publish(1))).toEqual(['participants.not-prepared', 409])
    expect(await refusal(prepare())).toEqual(['participants.nothing-changed', 409])
    await prepare('participants')
    await publish(2)
    expect((await publishedFor(here.read, SEOUL, 'public')).map(({ number }) => number)).toEqual([
      1,
    ])
    expect(
      (await publishedFor(here.read, SEOUL, 'participants')).map(({ number }) => number),
    ).toEqual([2, 1])
  })

  it('is set aside when another is prepared', async () => {
    await accredited('Third')
    await prepare()
    await accredited('Fourth')
    await prepare()
    expect((await headsOf(here.read, SEOUL)).map(({ number, state }) => [number, state])).toEqual([
      [4, 'prepared'],
      [3, 'set-aside'],
      [2, 'published'],
      [1, 'published'],
    ])
  })

  it('waits for both ministries and the United Nations, where the conference wants that', async () => {
    await here.perform(host, requireSignOffs, {
      conference: SEOUL,
      of: 'participants',
      needed: { host: 2, un: 1 },
    })
    const sign = (actor: typeof host, side: string) =>
      here.perform(actor, signList, { conference: SEOUL, number: 4, side })
    expect(await refusal(publish(4))).toEqual(['participants.not-signed', 409])
    expect(await refusal(sign(host, 'un'))).toEqual(['platform.not-allowed', 403])
    await sign(host, 'host')
    expect((await sign(host, 'host')).subject).toBeNull()
    await sign(un, 'un')
    expect(await refusal(publish(4))).toEqual(['participants.not-signed', 409])
    await sign(ministry, 'host')
    await publish(4)
    expect(await namesIn(4)).toEqual(['Fourth', 'Shirley Botchwey', 'Third', null])
  })

  it('names nobody any more who asks for it, in whatever list', async () => {
    const lines = await linesOf(here.read, SEOUL, 4)
    const third = lines.find(({ named }) => named?.name === 'Third')?.participant
    const fourth = lines.find(({ named }) => named?.name === 'Fourth')?.participant
    await here.perform(host, changeMember, {
      conference: SEOUL,
      participant: third,
      person: person('Third', { unpublished: true }),
    })
    expect(await namesIn(3)).toEqual(['Shirley Botchwey', null, null])
    await here.perform(host, erasePerson, { conference: SEOUL, participant: fourth })
    expect(await namesIn(4)).toEqual(['Shirley Botchwey', null, null, null])
  })
})
