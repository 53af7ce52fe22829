import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Actor, ANONYMOUS, OPERATOR } from '../../kernel/actor.ts'
import { ConferenceId } from '../../kernel/ids.ts'
import { LANGUAGES } from '../../kernel/language.ts'
import type { AnyCommand } from '../../platform/command/command.ts'
import { deliverDue } from '../../platform/webhooks/delivering.ts'
import { newWebhookSecret } from '../../platform/webhooks/signing.ts'
import { aPerson, byAccount } from '../../testing/people.ts'
import { text } from '../../testing/sessions.ts'
import { openReceiver, type Receiver } from '../../testing/web/receiver.ts'
import { type OpenSite, openSite } from '../../testing/web/site.ts'
import { type World, world } from '../../testing/world.ts'
import { moveDates } from '../conferences/deeds/when-and-where.commands.ts'
import { moveSession } from '../programme/commands.ts'
import { draftOf } from '../programme/queries.ts'
import { release } from '../programme/release.commands.ts'
import {
  changeEndpoint,
  disableEndpoint,
  enableEndpoint,
  registerEndpoint,
  removeEndpoint,
  rotateSecret,
} from './commands.ts'
import { giveUp, resendDelivery, resendFailed, tryEndpoint } from './deliveries.commands.ts'
import { EVENT_KINDS, KEEPER } from './model.ts'

const SEOUL = ConferenceId.parse('seoul2021')

let w: World
let site: OpenSite
let receiver: Receiver
let desk: Actor
let elsewhere: Actor
let administrator: Actor

beforeAll(async () => {
  w = await world({ shipped: true })
  site = await openSite(w, { authenticate: byAccount(w) })
  desk = await aPerson(w, { role: 'host-secretariat' })
  elsewhere = await aPerson(w, { role: 'host-secretariat', conference: 'accra2023' })
  administrator = await aPerson(w, { role: 'administrator', conference: '*' })
}, 60_000)
afterAll(async () => {
  await site.close()
  await w.close()
})
beforeEach(async () => {
  receiver = await openReceiver()
})
afterEach(() => receiver.close().catch(() => undefined))

const does = (actor: Actor, command: AnyCommand, input: unknown) => w.perform(actor, command, input)
const registering = (more: object = {}) => ({
  ...{ conference: SEOUL, name: 'Ministry', address: receiver.address },
  ...{ kinds: [...EVENT_KINDS], secret: newWebhookSecret() },
  ...more,
})
const register = async (more: object = {}, actor = desk) =>
  String((await does(actor, registerEndpoint, registering(more))).answer.endpoint)
const deliver = () =>
  deliverDue(
    {
      ...{ features: w.features, database: w.database, clock: w.clock, within: 500 },
      settings: { publicUrl: 'http://127.0.0.1:3000' },
    },
    new AbortController().signal,
  )
const pass = (duration: Temporal.DurationLike) => w.clock.turnTo(w.clock.now().add(duration))
const heard = () => receiver.received.map(({ body }) => JSON.parse(body))
const as = ({ id }: Actor) => ({ Authorization: `Bearer ${id}` })
const idsIn = async (endpoint: string) =>
  w.read
    .selectFrom('webhookDelivery')
    .select(['id', 'event', 'state'])
    .where('endpoint', '=', endpoint)
    .execute()

describe('an endpoint', () => {
  it('is registered by the secretariat of its conference, or for all by an administrator', async () => {
    for (const [actor, conference] of [
      [ANONYMOUS, SEOUL],
      [elsewhere, SEOUL],
      [desk, 'accra2023'],
      [desk, '*'],
      [await aPerson(w, { role: 'delegate', party: 'KEN' }), SEOUL],
    ] as const) {
      await expect(does(actor, registerEndpoint, registering({ conference }))).rejects.toThrow(
        'platform.not-allowed',
      )
    }
    expect(await register()).toMatch(/^[\w-]{36}$/)
    expect(await register({ conference: '*' }, administrator)).toMatch(/^[\w-]{36}$/)
    await expect(register()).rejects.toThrow('webhooks.registered-already')
  })

  it('is at a public address, and asks for something that there is', async () => {
    const refused = async (more: object) =>
      does(desk, registerEndpoint, registering(more)).then(
        () => null,
        ({ fields: [first] }) => `${first?.path.join('.')} ${first?.code}`,
      )
    expect(await refused({ address: 'https://10.0.0.1/' })).toBe('address webhooks.not-an-address')
    expect(await refused({ address: 'http://ministry.example/' })).toBe(
      'address webhooks.not-an-address',
    )
    expect(await refused({ kinds: [] })).toBe('kinds webhooks.choose-some')
    expect(await refused({ kinds: ['pledge.drafted'] })).toMatch(/^kinds\.0/)
    expect(await refused({ secret: 'secret' })).toBe('secret webhooks.not-a-secret')
  })

  it('keeps its secret to itself', async () => {
    const secret = newWebhookSecret()
    const id = await register({ secret })
    for (const path of ['/en/webhooks', `/en/webhooks/${id}`]) {
      const page = await site.get(path, as(desk))
      expect([page.status, (await page.text()).includes(secret)]).toEqual([200, false])
    }
    const { rows } = await sql<{ all: string }>`
      select string_agg(t::text, ' ') as all from (select deed::text as t from deed
        union all select journal::text from journal) as every`.execute(w.read)
    expect(rows[0]?.all).not.toContain(secret)
    await does(desk, removeEndpoint, { endpoint: id })
    const { rows: left } = await sql<{ all: string }>`
      select string_agg(e::text, ' ') as all from webhook_endpoint e`.execute(w.read)
    expect(left[0]?.all).not.toContain(secret)
  })
})

describe('a deed', () => {
  it('is told after a minute, as what everybody may see of it', async () => {
    await register()
    const [session] = (await draftOf(w.read, SEOUL)).filter(({ slug }) => slug === 'closing')
    if (!session) throw new Error('There is no closing')
    const { id, day, latestDay, room } = session
    const to = { day, latestDay, room, start: '22:35', end: '23:05' }
    await does(OPERATOR, moveSession, { conference: SEOUL, session: id, to })
    await does(OPERATOR, release, { conference: SEOUL, note: text('Five minutes later') })
    await deliver()
    expect(heard()).toEqual([])
    pass({ seconds: 60 })
    await deliver()
    expect(heard()).toMatchObject([
      {
        type: 'programme.released',
        data: { dataset: 'programmes', record: { conference: SEOUL, note: 'Five minutes later' } },
      },
    ])
    expect(receiver.received[0]?.body).not.toContain('earlier_releases')
  })

  it('on a conference is told as that conference', async () => {
    await register({ kinds: ['conference.changed'] })
    await does(OPERATOR, moveDates, {
      ...{ conference: SEOUL, to: { first: '2021-12-07', last: '2021-12-09' } },
      why: text('One more day'),
    })
    pass({ seconds: 60 })
    await deliver()
    expect(heard()).toMatchObject([
      { type: 'conference.changed', data: { dataset: 'conferences', record: { id: SEOUL } } },
    ])
  })
})

describe('whoever looks after an endpoint', () => {
  it('sends a test, changes what it is told, and gives it another secret', async () => {
    const endpoint = await register()
    await does(desk, tryEndpoint, { endpoint })
    await deliver()
    expect(heard()).toMatchObject([{ type: 'webhook.test', data: {} }])
    await does(desk, changeEndpoint, { endpoint, name: 'Press', kinds: ['programme.released'] })
    await does(desk, rotateSecret, { endpoint, secret: newWebhookSecret() })
    await does(desk, tryEndpoint, { endpoint })
    await deliver()
    const [first, second] = receiver.received.map(({ headers }) => headers['webhook-signature'])
    expect([String(first).split(' ').length, String(second).split(' ').length]).toEqual([1, 2])
    for (const command of [tryEndpoint, disableEndpoint, removeEndpoint, resendFailed]) {
      await expect(does(elsewhere, command, { endpoint })).rejects.toThrow('platform.not-allowed')
    }
  })

  it('switches it off and on, and sends again what did not arrive, under its identifier', async () => {
    const endpoint = await register()
    receiver.answers((response) => response.writeHead(500).end())
    await does(desk, tryEndpoint, { endpoint })
    await deliver()
    await does(desk, disableEndpoint, { endpoint })
    const [delivery] = await idsIn(endpoint)
    expect(delivery?.state).toBe('failed')
    await expect(does(desk, tryEndpoint, { endpoint })).rejects.toThrow('webhooks.is-disabled')
    await expect(does(desk, resendDelivery, { delivery: delivery?.id })).rejects.toThrow(
      'webhooks.is-disabled',
    )
    await does(desk, enableEndpoint, { endpoint })
    receiver.answers((response) => response.writeHead(204).end())
    await expect(does(elsewhere, resendDelivery, { delivery: delivery?.id })).rejects.toThrow(
      'platform.not-allowed',
    )
    await does(desk, resendDelivery, { delivery: delivery?.id })
    await deliver()
    const ids = receiver.received.map(({ headers }) => headers['webhook-id'])
    expect(ids).toEqual([delivery?.event, delivery?.event])
    expect((await idsIn(endpoint))[0]?.state).toBe('delivered')
  })

  it('is told when it is given up, five days after it last answered', async () => {
    const endpoint = await register()
    await receiver.close()
    await does(desk, tryEndpoint, { endpoint })
    await deliver()
    pass({ hours: 24 * 5 - 1 })
    expect((await does(KEEPER, giveUp, { endpoint })).subject).toBeNull()
    await expect(does(desk, giveUp, { endpoint })).rejects.toThrow('platform.not-allowed')
    pass({ hours: 1 })
    const job = w.features.flatMap(({ jobs }) => jobs?.['webhooks.give-up'] ?? [])[0]
    const world = { read: w.read, perform: w.perform, key: 'k' }
    await job?.({ slot: w.clock.now().toString() }, world)
    const told = await w.read
      .selectFrom('notice')
      .select(['account', 'facts', 'at'])
      .where('kind', '=', 'webhooks-lost')
      .where('at', '=', `/webhooks/${endpoint}`)
      .execute()
    expect(told.map(({ account }) => account).sort()).toEqual([administrator.id, desk.id].sort())
    expect(told[0]).toMatchObject({ facts: { endpoint: 'Ministry', conference: SEOUL } })
    const page = await (await site.get(`/en/webhooks/${endpoint}`, as(desk))).text()
    expect(page).toContain('no message arrived for five days')
  })
})

describe('the pages', () => {
  it('are for those who look after endpoints, each for their own', async () => {
    const endpoint = await register({ address: 'https://ministry.example/hook' })
    const status = async (path: string, who: Actor) => (await site.get(path, as(who))).status
    const delegate = await aPerson(w, { role: 'delegate', party: 'KEN' })
    expect(await status('/en/webhooks', delegate)).toBe(403)
    expect((await site.get('/en/webhooks')).status).toBe(303)
    expect(await status(`/en/webhooks/${endpoint}`, elsewhere)).toBe(404)
    expect(await (await site.get('/en/webhooks', as(elsewhere))).text()).not.toContain(
      'https://ministry.example/hook',
    )
    for (const language of LANGUAGES) {
      expect(await status(`/${language}/webhooks`, desk)).toBe(200)
      expect(await status(`/${language}/webhooks/${endpoint}`, administrator)).toBe(200)
    }
  })

  it('show the secret of a new endpoint once, in the answer to its form', async () => {
    const page = await (await site.get('/en/webhooks', as(desk))).text()
    const secret = /name="secret" value="([^"]+)"/.exec(page)?.[1] ?? ''
    const body = new URLSearchParams({
      ...{ ':page': '/webhooks', ':show': secret, secret, name: 'Press', conference: SEOUL },
      address: 'https://press.example/hook',
    })
    body.append('kinds', 'pledge.announced')
    body.append('kinds', 'programme.released')
    const send = () =>
      fetch(`${site.origin}/en/deeds/webhooks.register`, {
        ...{ method: 'POST', body, redirect: 'manual' },
        headers: { ...as(desk), 'Sec-Fetch-Site': 'same-origin' },
      })
    const answer = await send()
    expect([answer.status, (await answer.text()).includes(secret)]).toEqual([200, true])
    expect(await (await site.get('/en/webhooks', as(desk))).text()).not.toContain(secret)
    body.set('address', 'https://192.168.1.1/hook')
    const refused = await send()
    const shown = await refused.text()
    expect([refused.status, shown.includes('not a public web address')]).toEqual([422, true])
    expect(shown).toContain('value="https://192.168.1.1/hook"')
  })
})
