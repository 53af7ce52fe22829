import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ANONYMOUS } from '../../kernel/actor.ts'
import type { DoorList } from '../../kernel/badges/door-list.ts'
import { focalPoint, holder, person, refusal, SEOUL } from '../../testing/delegations/people.ts'
import { type OpenSite, openSite } from '../../testing/web/site.ts'
import { type World, world } from '../../testing/world.ts'
import { issueBadges } from '../badges/issue.commands.ts'
import { badgesAt } from '../badges/queries.ts'
import { revokeBadges } from '../badges/revoke.commands.ts'
import { reply } from '../delegations/invitations/reply.commands.ts'
import { approve } from '../delegations/participants/decide.commands.ts'
import { addMember } from '../delegations/participants/member.commands.ts'
import { ParticipantId } from '../delegations/participants/model.ts'
import { setRules } from '../delegations/rules.commands.ts'
import { usualRules } from '../delegations/rules.model.ts'
import { KEEPER } from '../privacy/model.ts'
import { closeDoor, expireScans, openDoor, recordScans } from './commands.ts'
import { insideOf } from './model.ts'
import { doorsAt, scansAt } from './queries.ts'

let here: World
let site: OpenSite
const host = holder('host-secretariat')
const protocol = holder('protocol')

beforeAll(async () => {
  here = await world({ shipped: true })
  site = await openSite(here)
  const rules = { ...usualRules(SEOUL), needsDocument: false, needsPhoto: false }
  await here.perform(host, setRules, rules)
  const answer = { conference: SEOUL, party: 'GHA', mode: 'in-person', level: 'minister' }
  await here.perform(host, reply, answer)
  for (const name of ['Unmistakable Minister', 'Second']) {
    const given = { conference: SEOUL, party: 'GHA', person: person(name), submit: true }
    const { answer: added } = await here.perform(host, addMember, given)
    const participants = [ParticipantId.parse(added.participant)]
    await here.perform(host, approve, { conference: SEOUL, participants })
    await here.perform(host, issueBadges, { conference: SEOUL, participants })
  }
}, 60_000)
afterAll(async () => {
  await site.close()
  await here.close()
})

const open = async (name: string, zone = 'venue') => {
  const { answer } = await here.perform(protocol, openDoor, { conference: SEOUL, name, zone })
  const door = (await doorsAt(here.read, SEOUL)).find(({ id }) => id === answer.door)
  if (!door) throw new Error('The door is open')
  return door
}
const listOf = async (key: string) => {
  const answer = await site.get(`/en/seoul2021/door/list.json?key=${key}`)
  return answer.status === 200 ? ((await answer.json()) as DoorList) : answer.status
}
const scan = (badge: string, said: Record<string, unknown> = {}) => ({
  ...{
    id: randomUUID(),
    badge,
    at: Date.parse('2021-12-07T00:10:00Z'),
    direction: 'in',
    outcome: 'admitted',
  },
  ...said,
})
const send = (key: string, ...scans: object[]) =>
  here.perform(ANONYMOUS, recordScans, { conference: SEOUL, key, scans })

describe('a door', () => {
  it('is opened by the protocol desk and the secretariats', async () => {
    for (const actor of [ANONYMOUS, focalPoint('GHA'), holder('protocol', 'accra2023')]) {
      const deed = here.perform(actor, openDoor, { conference: SEOUL, name: 'x', zone: 'venue' })
      expect(await refusal(deed)).toEqual(['platform.not-allowed', 403])
    }
    const attic = here.perform(host, openDoor, { conference: SEOUL, name: 'x', zone: 'attic' })
    expect(await refusal(attic)).toEqual(['badges.unknown-zone', 409])
  })

  it('knows badges and keys by its link, and no name, party or photo', async () => {
    const { key } = await open('North')
    const list = await listOf(key)
    if (typeof list === 'number') throw new Error('It is given')
    expect(Object.keys(list)).toEqual([
      'asOf',
      'said',
      'door',
      'zone',
      'keys',
      'categories',
      'badges',
      'inside',
    ])
    expect(list.badges).toHaveLength(2)
    expect(Object.keys(list.badges[0] ?? {})).toEqual(['id', 'code', 'category'])
    expect(JSON.stringify(list)).not.toMatch(/Unmistakable|GHA|Ghana/)
    expect(await listOf('0'.repeat(64))).toBe(404)
    expect((await site.get('/en/seoul2021/door/list.json')).status).toBe(404)
    expect((await site.get(`/en/accra2023/door/list.json?key=${key}`)).status).toBe(404)
  })

  it('hears of a revoked badge with its next list', async () => {
    const { key } = await open('South')
    const [badge] = await badgesAt(here.read, SEOUL)
    await here.perform(host, revokeBadges, {
      conference: SEOUL,
      badges: [badge?.id],
      reason: 'lost',
    })
    const list = await listOf(key)
    expect(typeof list === 'number' || list.badges.find(({ id }) => id === badge?.id)?.out).toBe(
      true,
    )
  })

  it('tells of each way through once, however often it is sent, and late', async () => {
    const [north, south] = [await open('N'), await open('S')]
    const [, badge] = await badgesAt(here.read, SEOUL)
    const id = badge?.id ?? ''
    const came = scan(id)
    expect((await send(north.key, came, came)).answer).toEqual({ scans: 1 })
    expect((await send(north.key, came)).subject).toBeNull()
    expect((await send(south.key, came)).subject).toBeNull()
    const left = scan(id, {
      at: Date.parse('2021-12-07T00:05:00Z'),
      direction: 'out',
      outcome: 'left',
    })
    await send(south.key, left, scan(id, { outcome: 'forged', badge: null }))
    expect(insideOf(await scansAt(here.read, SEOUL, 'venue'))).toEqual([id])
    const seen = await listOf(south.key)
    expect(typeof seen === 'number' ? seen : seen.inside).toEqual([id])
  })

  it('sends nothing any more once it is closed', async () => {
    const door = await open('Closed')
    await here.perform(protocol, closeDoor, { conference: SEOUL, door: door.id })
    expect(await listOf(door.key)).toBe(404)
    expect(await refusal(send(door.key, scan(randomUUID())))).toEqual(['platform.not-allowed', 403])
  })

  it('forgets which badges came when their time is over', async () => {
    await here.perform(KEEPER, expireScans, { conference: SEOUL })
    const scans = await scansAt(here.read, SEOUL)
    expect([scans.length > 0, scans.every(({ badge }) => badge === null)]).toEqual([true, true])
    expect((await here.perform(KEEPER, expireScans, { conference: SEOUL })).subject).toBeNull()
  })
})

describe('the page of a door', () => {
  it('may look through the camera, as no other page may, and can be kept by a phone', async () => {
    const door = await site.get('/fr/seoul2021/door')
    expect(door.headers.get('permissions-policy')).toMatch(/^camera=\(self\)/)
    expect(door.headers.get('cache-control')).toMatch(/^public/)
    const other = await site.get('/fr/seoul2021')
    expect(other.headers.get('permissions-policy')).toMatch(/^camera=\(\)/)
    const again = await site.get('/fr/seoul2021/door')
    expect(again.headers.get('permissions-policy')).toMatch(/^camera=\(self\)/)
  })
})
