import { randomUUID } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openReceiver, type Receiver } from '../../testing/web/receiver.ts'
import { type World, world } from '../../testing/world.ts'
import { type Delivering, deliverDue, keepDelivering } from './delivering.ts'
import { type Happening, keepHappenings } from './keep.ts'
import { newWebhookSecret } from './signing.ts'

const HOME = { publicUrl: 'http://127.0.0.1:3000' }
const SESSION: Happening = {
  ...{ kind: 'programme.released', conference: 'seoul2021', isFinal: true },
  ...{ dataset: 'programmes', key: 'seoul2021' },
}

let w: World
let receiver: Receiver

beforeAll(async () => {
  w = await world({ shipped: true })
}, 60_000)
afterAll(() => w.close())
beforeEach(async () => {
  // What the library of the standard takes for recent is recent by the clock of this machine.
  w.clock.turnTo(Temporal.Now.instant().round('second'))
  receiver = await openReceiver()
  await w.database.write.deleteFrom('webhookDelivery').execute()
  await w.database.write.deleteFrom('webhookEvent').execute()
  await w.database.write.deleteFrom('webhookEndpoint').execute()
})
afterEach(() => receiver.close().catch(() => undefined))

async function endpoint(
  address: string,
  more: object = {},
): Promise<{ id: string; secret: string }> {
  const row = {
    ...{ id: randomUUID(), name: 'Ministry', address, conference: '*' },
    ...{ kinds: ['programme.released'], secret: newWebhookSecret() },
    ...{ formerSecret: null, formerUntil: null, state: 'enabled' as const, reason: null },
    ...{ registeredAt: w.clock.now(), registeredBy: 'system/test' },
    ...{ failingSince: null, isGone: false, triedAt: null, leasedUntil: null },
    ...more,
  }
  await w.database.write.insertInto('webhookEndpoint').values(row).execute()
  return row
}
const happens = (happening: Partial<Happening> = {}) =>
  w.database.write
    .transaction()
    .execute((db) => keepHappenings(db, [{ ...SESSION, ...happening }], w.clock.now()))
const delivering = (more: Partial<Delivering> = {}): Delivering => ({
  ...{ features: w.features, database: w.database, clock: w.clock, settings: HOME, within: 500 },
  ...more,
})
const deliver = (more: Partial<Delivering> = {}) =>
  deliverDue(delivering(more), new AbortController().signal)
const deliveries = () =>
  w.database.write
    .selectFrom('webhookDelivery')
    .select(['endpoint', 'state', 'attempts', 'status', 'trouble', 'due'])
    .orderBy('due')
    .execute()
const pass = (seconds: number) => w.clock.turnTo(w.clock.now().add({ seconds }))

describe('a message', () => {
  it('arrives signed, with what the interface for programs gives to everybody', async () => {
    const { secret } = await endpoint(receiver.address)
    await happens()
    expect(await deliver()).toBe(1)
    const [{ headers, body } = { headers: {}, body: '' }] = receiver.received
    const read = new Webhook(secret).verify(body, headers as Record<string, string>)
    expect(read).toMatchObject({
      type: 'programme.released',
      timestamp: w.clock.now().toString(),
      data: {
        dataset: 'programmes',
        address: 'http://127.0.0.1:3000/api/v1/programmes/seoul2021',
        record: { conference: 'seoul2021', time_zone: 'Asia/Seoul' },
      },
    })
    expect(headers['content-type']).toBe('application/json; charset=utf-8')
    expect(Buffer.byteLength(body)).toBeLessThan(20_000)
    expect(await deliveries()).toMatchObject([{ state: 'delivered', attempts: 1, status: 204 }])
    expect(await deliver()).toBe(0)
  })

  it('is of no event that nobody asked for, of no other conference, and of nothing that is not public', async () => {
    await endpoint(receiver.address, { conference: 'accra2023' })
    await happens()
    await endpoint(receiver.address, { kinds: ['pledge.announced'] })
    await happens()
    const kept = await w.database.write.selectFrom('webhookEvent').select('id').execute()
    expect(kept).toEqual([])
    await happens({ kind: 'pledge.announced', dataset: 'pledges', key: 'KOR-2021-9999' })
    expect(await deliver()).toBe(0)
    expect(await deliveries()).toEqual([])
  })

  it('waits for the minute in which its deed can be undone', async () => {
    await endpoint(receiver.address)
    await happens({ isFinal: false })
    pass(59)
    expect(await deliver()).toBe(0)
    pass(1)
    expect(await deliver()).toBe(1)
  })

  it('comes again with the same identifier after 500, later each time, until it arrives', async () => {
    await endpoint(receiver.address)
    await happens()
    receiver.answers((response) => response.writeHead(500).end())
    const waits: number[] = []
    for (let attempt = 1; attempt <= 4; attempt += 1) {
      await deliver()
      const [delivery] = await deliveries()
      expect(delivery).toMatchObject({ state: 'waiting', attempts: attempt, status: 500 })
      const wait = w.clock
        .now()
        .until(delivery?.due ?? w.clock.now())
        .total('seconds')
      waits.push(wait)
      expect(await deliver()).toBe(0)
      pass(wait)
    }
    expect(waits).toEqual([5, 300, 1800, 7200])
    receiver.answers((response) => response.writeHead(200).end('{}'))
    await deliver()
    expect(await deliveries()).toMatchObject([{ state: 'delivered', attempts: 5 }])
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    const stamps = receiver.received.map(({ headers }) => headers['webhook-timestamp'])
    expect(new Set(stamps).size).toBe(5)
  })

  it('waits as long as the other side asks', async () => {
    await endpoint(receiver.address)
    await happens()
    receiver.answers((response) => response.writeHead(503, { 'Retry-After': '3600' }).end())
    await deliver()
    const [delivery] = await deliveries()
    expect(
      w.clock
        .now()
        .until(delivery?.due ?? w.clock.now())
        .total('seconds'),
    ).toBe(3600)
  })

  it('has not arrived after ten attempts and three days', async () => {
    await endpoint(receiver.address)
    await happens()
    receiver.answers((response) => response.writeHead(400).end())
    for (let attempt = 0; attempt < 12; attempt += 1) {
      await deliver()
      pass(24 * 3600)
    }
    expect(receiver.received).toHaveLength(10)
    expect(await deliveries()).toMatchObject([
      { state: 'failed', attempts: 10, trouble: 'refused' },
    ])
  })

  it('does not follow where it is sent on to', async () => {
    const elsewhere = await openReceiver()
    await endpoint(receiver.address)
    await happens()
    receiver.answers((response) => response.writeHead(307, { Location: elsewhere.address }).end())
    await deliver()
    expect(elsewhere.received).toEqual([])
    expect(await deliveries()).toMatchObject([
      { state: 'waiting', status: 307, trouble: 'redirected' },
    ])
    await elsewhere.close()
  })

  it('that the other side takes too long over, or that finds nobody, comes again', async () => {
    await endpoint(receiver.address)
    await happens()
    receiver.answers(() => undefined)
    await deliver()
    expect(await deliveries()).toMatchObject([
      { state: 'waiting', trouble: 'too-slow', status: null },
    ])
    pass(5)
    await receiver.close()
    await deliver()
    expect(await deliveries()).toMatchObject([{ state: 'waiting', trouble: 'out-of-reach' }])
    pass(300)
    receiver = await openReceiver(receiver.port)
    expect(await deliver()).toBe(1)
  })

  it('is not sent into a private network, whatever its name leads to', async () => {
    await endpoint(receiver.address)
    await endpoint(`http://localhost:${receiver.port}/hook`)
    await endpoint('https://10.0.0.1/hook')
    await happens()
    await deliver({ settings: { publicUrl: 'https://plenum.example' } })
    expect(receiver.received).toEqual([])
    expect((await deliveries()).map(({ trouble }) => trouble)).toEqual([
      'private-address',
      'private-address',
      'private-address',
    ])
  })
})

describe('an endpoint', () => {
  it('that is dead or slow holds nobody back', async () => {
    const slow = await openReceiver()
    slow.answers(() => undefined)
    await endpoint('http://127.0.0.1:9/hook')
    const held = await endpoint(slow.address)
    await endpoint(receiver.address)
    for (let count = 0; count < 30; count += 1) await happens()
    const asked = new AbortController()
    const began = performance.now()
    const all = deliverDue(delivering({ within: 60_000 }), asked.signal, asked.signal)
    await expect.poll(() => receiver.received.length, { timeout: 10_000 }).toBe(30)
    expect(performance.now() - began).toBeLessThan(10_000)
    asked.abort()
    await all
    expect(slow.received).toHaveLength(1)
    const waiting = (await deliveries()).filter((one) => one.endpoint === held.id)
    expect(new Set(waiting.map(({ attempts }) => attempts))).toEqual(new Set([0]))
    await slow.close()
  })

  it('hears each message once from many processes', async () => {
    await endpoint(receiver.address)
    for (let count = 0; count < 20; count += 1) await happens()
    await Promise.all(Array.from({ length: 4 }, () => deliver()))
    expect(receiver.received).toHaveLength(20)
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(20)
  })

  it('hears again, under the same identifier, what a killed process had under way', async () => {
    await endpoint(receiver.address)
    await happens()
    const killed = new AbortController()
    receiver.answers(() => undefined)
    const dying = deliverDue(delivering({ within: 60_000 }), killed.signal, killed.signal)
    await expect.poll(() => receiver.received.length).toBe(1)
    // The process dies here: nothing is written down, and its hold on the endpoint ends by itself.
    receiver.answers((response) => response.writeHead(204).end())
    expect(await deliver()).toBe(0)
    pass(61)
    expect(await deliver()).toBe(1)
    killed.abort()
    await dying
    const ids = receiver.received.map(({ headers }) => headers['webhook-id'])
    expect([ids.length, new Set(ids).size]).toEqual([2, 1])
    expect(await deliveries()).toMatchObject([{ state: 'delivered', attempts: 1 }])
  })

  it('that says it is gone is not asked again', async () => {
    const gone = await endpoint(receiver.address)
    await happens()
    receiver.answers((response) => response.writeHead(410).end())
    await deliver()
    await happens()
    pass(10)
    await deliver()
    expect(receiver.received).toHaveLength(1)
    const row = await w.database.write
      .selectFrom('webhookEndpoint')
      .select(['isGone', 'failingSince'])
      .where('id', '=', gone.id)
      .executeTakeFirst()
    expect(row).toMatchObject({ isGone: true, failingSince: expect.anything() })
  })

  it('is told by itself, as long as the process lives', async () => {
    await endpoint(receiver.address)
    const stop = keepDelivering(delivering())
    await happens()
    await expect
      .poll(() => {
        pass(1)
        return receiver.received.length
      })
      .toBe(1)
    await stop()
    await happens()
    pass(10)
    expect(receiver.received).toHaveLength(1)
  })
})
