import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ANONYMOUS } from '../../../kernel/actor.ts'
import { focalPoint, holder, person, SEOUL } from '../../../testing/delegations/people.ts'
import { type OpenSite, openSite } from '../../../testing/web/site.ts'
import { type World, world } from '../../../testing/world.ts'
import { reply } from '../../delegations/invitations/reply.commands.ts'
import { addMember } from '../../delegations/participants/member.commands.ts'
import { askForOwnData } from './commands.ts'

const OF = { conference: SEOUL }
const host = holder('host-secretariat')
const ghana = focalPoint('GHA')
const KIND = 'own-data.link'
let w: World
let site: OpenSite

beforeAll(async () => {
  w = await world({ shipped: true })
  w.clock.turnTo('2021-11-01T09:00:00Z')
  site = await openSite(w, { authenticate: () => ANONYMOUS })
  await w.perform(host, reply, { ...OF, party: 'GHA', mode: 'in-person', level: 'minister' })
  for (const [name, address] of [
    ['Ama Ownself', 'Ama@mfa.example'],
    ['Kofi Otherwise', null],
  ] as const) {
    await w.perform(ghana, addMember, { ...OF, party: 'GHA', person: person(name, { address }) })
  }
}, 90_000)
afterAll(async () => {
  await site.close()
  await w.close()
})

const ask = (address: string, more: object = {}) =>
  w.perform(ANONYMOUS, askForOwnData, { ...OF, address, language: 'fr', ...more })
const sent = async () => (await w.letters()).filter(({ kind }) => kind === KIND)
const get = (key: string, conference = 'seoul2021') =>
  site.get(`/fr/${conference}/registration/data.zip?key=${key}`)

describe('a delegate without an account', () => {
  it('gets a link to what is held about them, at the address that their delegation gave', async () => {
    await ask(' AMA@mfa.example ')
    const [letter, ...others] = await sent()
    expect(others).toEqual([])
    expect(letter).toMatchObject({ address: 'Ama@mfa.example', language: 'fr', confidential: true })
    const key = /data\.zip\?key=(\w+)/.exec(letter?.text ?? '')?.[1] ?? ''
    const archive = await get(key)
    expect([archive.status, archive.headers.get('content-type')]).toEqual([200, 'application/zip'])
    expect(archive.headers.get('cache-control')).toBe('private, no-store')
    expect((await get(`${key}x`)).status).toBe(404)
    expect((await get(key, 'accra2023')).status).toBe(404)
    const kept = await w.read.selectFrom('ownDataLink').select('digest').execute()
    expect(kept.map(({ digest }) => digest)).not.toContain(key)
    w.clock.advance({ hours: 24 })
    expect((await get(key)).status).toBe(404)
  })

  it('is told the same whether anybody has that address, or too many links went there', async () => {
    const before = (await sent()).length
    const told = [await ask('nobody@mfa.example'), await ask('ama@mfa.example')]
    for (let times = 0; times < 4; times += 1) told.push(await ask('ama@mfa.example'))
    expect(new Set(told.map((one) => JSON.stringify(one))).size).toBe(1)
    expect((await sent()).length - before).toBe(3)
    await expect(ask('no address')).rejects.toMatchObject({ status: 422 })
    await expect(ask('ama@mfa.example', { conference: 'nowhere1999' })).rejects.toMatchObject({
      code: 'own-data.unknown-conference',
    })
  })

  it('asks on a page of the conference, which says whom to ask where no letter comes', async () => {
    const page = await (await site.get('/en/seoul2021/own-data')).text()
    expect(page).toContain('/en/deeds/own-data.ask')
    expect(page).toContain('Then please ask its focal point')
    expect((await site.get('/en/nowhere/own-data')).status).toBe(404)
    expect(await (await site.get('/en/privacy')).text()).toContain('Members of a delegation')
  })
})
