import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, ANONYMOUS, type Grant, OPERATOR } from '../../kernel/actor.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { textIn } from '../../testing/programme.ts'
import { type OpenSite, openSite } from '../../testing/web/site.ts'
import { type World, world } from '../../testing/world.ts'
import { prepareInvitations } from '../delegations/invitations/prepare.commands.ts'
import { addSeating, fixSeat, setOrder } from './commands.ts'
import { orderOf } from './queries.ts'

const conference = 'seoul2021' as never
const who = (id: string, ...grants: Grant[]): Actor => ({ kind: 'system', id, grants })
const protocol = who('protocol', { role: 'protocol', conference: 'seoul2021' })
const elsewhere = who('elsewhere', { role: 'protocol', conference: 'accra2023' })
const korea = who('korea', { role: 'focal-point', conference: 'seoul2021', party: 'KOR' })

let w: World
let site: OpenSite
let seating = ''

beforeAll(async () => {
  w = await world({ shipped: true })
  const actors = new Map([protocol, elsewhere, korea].map((one) => [one.id, one]))
  site = await openSite(w, {
    authenticate: (request) =>
      actors.get(request.headers.get('authorization')?.replace('Bearer ', '') ?? '') ?? ANONYMOUS,
  })
  await w.perform(OPERATOR, prepareInvitations, {
    conference,
    parties: ['KOR', 'KEN', 'CIV', 'USA'],
    addressedTo: 'Permanent Mission',
  })
  const plan = { name: textIn({ en: 'Plenary hall' }), rows: [4, 4], each: 2 }
  seating = String((await w.perform(protocol, addSeating, { conference, plan })).answer.seating)
}, 60_000)
afterAll(async () => {
  await site.close()
  await w.close()
})

const refused = (deed: Promise<unknown>) =>
  deed.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof Refusal) return error.code
      throw error
    },
  )
const get = (path: string, as: string, language = 'en') =>
  site.get(`/${language}/seoul2021/desk/${path}`, { Authorization: `Bearer ${as}` })
const plain = (html: string) => html.replaceAll('&#39;', "'")
const list = async (language = 'en') => {
  const html = await (await get('protocol', 'protocol', language)).text()
  return [
    ...plain(html).matchAll(/<tr><th scope="row">\d+<\/th><td data-label="[^"]*">([^<]+)</g),
  ].map(([, name]) => name)
}

describe('the order of precedence', () => {
  it('is the usual one until the host decides', async () => {
    expect(await list()).toEqual([
      "Côte d'Ivoire",
      'Kenya',
      'Republic of Korea',
      'United States of America',
    ])
    const order = { base: { kind: 'by-hand', parties: 'USA kor' }, reason: 'Note 12' }
    await w.perform(protocol, setOrder, { conference, order }, { seen: '0' })
    expect(await list('fr')).toEqual([
      'États-Unis d’Amérique',
      'République de Corée',
      'Côte d’Ivoire',
      'Kenya',
    ])
    expect((await orderOf(w.read, conference)).version).toBe(1)
  })

  it('names nobody twice and nobody unknown', async () => {
    const by = (parties: string) =>
      refused(
        w.perform(protocol, setOrder, {
          conference,
          order: { base: { kind: 'by-hand', parties } },
        }),
      )
    expect([await by('KOR KOR'), await by('KOR ZZZ')]).toEqual([
      'protocol.named-twice',
      'protocol.unknown-party',
    ])
  })

  it('is set by the protocol desk of this conference only', async () => {
    for (const actor of [ANONYMOUS, elsewhere, korea]) {
      const order = { base: { kind: 'alphabetical', language: 'fr' } }
      expect(await refused(w.perform(actor, setOrder, { conference, order }))).toBe(
        'platform.not-allowed',
      )
    }
    expect([
      (await get('protocol', 'korea')).status,
      (await get('protocol', 'elsewhere')).status,
      (await get('protocol/nameplates.pdf', 'korea')).status,
    ]).toEqual([403, 403, 403])
  })
})

describe('papers', () => {
  it('are plates and plans in every language, Arabic and Chinese too', async () => {
    await w.perform(protocol, fixSeat, { conference, seating, party: 'KEN', block: 3 })
    for (const path of [
      'protocol/nameplates.pdf?first=ar&second=zh&form=formal',
      `protocol/seating/${seating}.pdf`,
    ]) {
      const answer = await get(path, 'protocol', 'ar')
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf'])
      expect(Buffer.from(await answer.arrayBuffer()).toString('latin1', 0, 5)).toBe('%PDF-')
      expect(answer.headers.get('cache-control')).toBe('private, no-store')
    }
  })

  it('show who sits where', async () => {
    const html = await (await get(`protocol/seating/${seating}`, 'protocol')).text()
    const seats = [...plain(html).matchAll(/<span class="label">(\d+)<\/span> ([^<]*)</g)]
    expect(seats.map(([, number, name]) => `${number} ${name}`)).toEqual([
      '1 United States of America',
      '2 Republic of Korea',
      "3 Côte d'Ivoire",
      '4 Kenya',
    ])
  })
})
