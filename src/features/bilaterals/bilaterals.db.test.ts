import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor, Grant } from '../../kernel/actor.ts'
import { ANONYMOUS, OPERATOR } from '../../kernel/actor.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { textIn } from '../../testing/programme.ts'
import { type OpenSite, openSite } from '../../testing/web/site.ts'
import { type World, world } from '../../testing/world.ts'
import {
  acceptBilateral,
  askForBilateral,
  callOffBilateral,
  declineBilateral,
  scheduleBilateral,
} from './commands.ts'
import type { BilateralId } from './model.ts'
import { bilateralOf } from './queries.ts'
import { dropRoom, keepRoom } from './rooms.commands.ts'

const conference = 'seoul2021' as never
const who = (id: string, ...grants: Grant[]): Actor => ({ kind: 'system', id, grants })
const focal = (party: string, at = 'seoul2021') =>
  who(party, { role: 'focal-point', conference: at, party })
const [korea, kenya, ghana] = [focal('KOR'), focal('KEN'), focal('GHA')]
const protocol = who('protocol', { role: 'protocol', conference: 'seoul2021' })
const strangers = [
  ANONYMOUS,
  focal('KOR', 'accra2023'),
  ghana,
  who('reviewer', { role: 'reviewer', conference: 'seoul2021' }),
  who('other', { role: 'protocol', conference: 'accra2023' }),
]

let w: World
let site: OpenSite
let roomA = ''
let roomB = ''

beforeAll(async () => {
  w = await world({ shipped: true })
  const actors = new Map([korea, kenya, ghana, protocol].map((one) => [one.id, one]))
  site = await openSite(w, {
    authenticate: (request) =>
      actors.get(request.headers.get('authorization')?.replace('Bearer ', '') ?? '') ?? ANONYMOUS,
  })
  const room = { seats: 12, opens: '09:00', closes: '18:00' }
  const keep = (name: string) =>
    w.perform(protocol, keepRoom, { conference, room: { ...room, name: textIn({ en: name }) } })
  roomA = String((await keep('Room A')).answer.room)
  roomB = String((await keep('Room B')).answer.room)
}, 60_000)
afterAll(async () => {
  await site.close()
  await w.close()
})

const code = (error: unknown) => {
  if (error instanceof Refusal) return error.code
  throw error
}
const refused = (deed: Promise<unknown>) => deed.then(() => 'done', code)
const ask = async (actor: Actor, asking: string, asked: string, wishes = {}) =>
  String(
    (await w.perform(actor, askForBilateral, { conference, asking, asked, wishes })).answer
      .bilateral,
  ) as BilateralId
const place = (from: string, to: string, room = roomA) => ({ day: '2021-12-07', from, to, room })
const stateOf = async (id: BilateralId) => (await bilateralOf(w.read, conference, id))?.state

describe('two delegations', () => {
  it('meet when both want it and the protocol desk has given a room', async () => {
    const bilateral = await ask(korea, 'KOR', 'KEN', { subject: 'Helicopters' })
    expect(await stateOf(bilateral)).toBe('requested')
    expect(
      await refused(
        w.perform(protocol, scheduleBilateral, {
          ...{ conference, bilateral },
          place: place('10:00', '10:30'),
        }),
      ),
    ).toBe('bilaterals.cannot-move')
    await w.perform(kenya, acceptBilateral, { conference, bilateral })
    await w.perform(protocol, scheduleBilateral, {
      ...{ conference, bilateral },
      place: place('10:00', '10:30'),
    })
    expect(await bilateralOf(w.read, conference, bilateral)).toMatchObject({
      ...{ state: 'scheduled', version: 3 },
      placed: place('10:00', '10:30'),
    })
  })

  it('ask once, whoever of them asks', async () => {
    expect(await refused(ask(kenya, 'KEN', 'KOR'))).toBe('bilaterals.asked-already')
    expect(await refused(ask(korea, 'KOR', 'KOR'))).toBe('bilaterals.with-itself')
  })

  it('need not be told why the other declines, and may be called off by either', async () => {
    const first = await ask(ghana, 'GHA', 'KOR')
    await w.perform(korea, declineBilateral, { conference, bilateral: first })
    expect(await stateOf(first)).toBe('declined')
    const second = await ask(ghana, 'GHA', 'KOR')
    await w.perform(korea, acceptBilateral, { conference, bilateral: second })
    await w.perform(ghana, callOffBilateral, { conference, bilateral: second })
    expect(await stateOf(second)).toBe('cancelled')
  })
})

describe('a room', () => {
  it('is lent once at a time, and no delegation is in two places', async () => {
    const other = await ask(ghana, 'GHA', 'NOR')
    await w.perform(protocol, acceptBilateral, { conference, bilateral: other })
    const schedule = (placed: object) =>
      refused(
        w.perform(protocol, scheduleBilateral, { conference, bilateral: other, place: placed }),
      )
    expect(await schedule(place('10:15', '10:45'))).toBe('bilaterals.room-taken')
    expect(await schedule(place('08:00', '08:30'))).toBe('bilaterals.room-closed')
    expect(await schedule(place('10:15', '10:45', roomB))).toBe('done')
    const third = await ask(kenya, 'KEN', 'GHA')
    await w.perform(ghana, acceptBilateral, { conference, bilateral: third })
    expect(
      await refused(
        w.perform(protocol, scheduleBilateral, {
          ...{ conference, bilateral: third },
          place: place('10:30', '11:00', roomB),
        }),
      ),
    ).toBe('bilaterals.room-taken')
    expect(await refused(w.perform(protocol, dropRoom, { conference, id: roomA }))).toBe(
      'bilaterals.room-in-use',
    )
  })

  it('is lent to one of two who want it in the same moment', async () => {
    const pairs = [
      ['JPN', 'IND'],
      ['BRA', 'RWA'],
    ] as const
    const ids = []
    for (const [asking, asked] of pairs) {
      const id = await ask(protocol, asking, asked)
      await w.perform(protocol, acceptBilateral, { conference, bilateral: id })
      ids.push(id)
    }
    const answers = await Promise.all(
      ids.map((bilateral) =>
        refused(
          w.perform(protocol, scheduleBilateral, {
            ...{ conference, bilateral },
            place: place('14:00', '14:30'),
          }),
        ),
      ),
    )
    expect(answers.toSorted()).toEqual(['bilaterals.room-taken', 'done'])
  })
})

describe('nobody else', () => {
  it('asks, answers, gives rooms or calls off', async () => {
    const bilateral = await ask(korea, 'KOR', 'ETH')
    for (const actor of strangers) {
      const answers = [
        await refused(ask(actor, 'KOR', 'PAK')),
        await refused(w.perform(actor, acceptBilateral, { conference, bilateral })),
        await refused(w.perform(actor, callOffBilateral, { conference, bilateral })),
        await refused(
          w.perform(actor, scheduleBilateral, {
            ...{ conference, bilateral },
            place: place('16:00', '16:30'),
          }),
        ),
      ]
      expect(answers).toEqual(Array(4).fill('platform.not-allowed'))
    }
    expect(await refused(w.perform(korea, acceptBilateral, { conference, bilateral }))).toBe(
      'platform.not-allowed',
    )
  })

  it('knows of a meeting', async () => {
    const get = (path: string, as: string) =>
      site.get(`/en/seoul2021/${path}`, { Authorization: `Bearer ${as}` })
    const own = await (await get('delegation/KEN/bilaterals', 'KEN')).text()
    expect(own).toContain('Helicopters')
    expect((await get('delegation/KEN/bilaterals', 'GHA')).status).toBe(403)
    expect((await get('desk/bilaterals', 'KEN')).status).toBe(403)
    expect(await (await get('desk/bilaterals', 'protocol')).text()).toContain('Helicopters')
    expect((await site.get('/en/seoul2021/desk/bilaterals')).status).toBe(303)
    expect(await (await get('delegation/GHA/bilaterals', 'GHA')).text()).not.toContain(
      'Helicopters',
    )
  })
})

it('is refused to whoever saw an older state of it', async () => {
  const bilateral = await ask(korea, 'KOR', 'URY')
  await w.perform(OPERATOR, acceptBilateral, { conference, bilateral })
  const late = w.perform(korea, callOffBilateral, { conference, bilateral }, { seen: '1' })
  expect(await refused(late)).toBe('platform.changed-meanwhile')
})
