import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, ANONYMOUS, type Role } from '../../../kernel/actor.ts'
import { ConferenceId, SessionId } from '../../../kernel/ids.ts'
import { LANGUAGES } from '../../../kernel/language.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import { settingsOf } from '../../../testing/floor.ts'
import { type OpenSite, openSite } from '../../../testing/web/site.ts'
import { type World, world } from '../../../testing/world.ts'
import { inscribe, insert } from '../../floor/deeds/asking.commands.ts'
import { askReply } from '../../floor/deeds/interventions.commands.ts'
import * as run from '../../floor/deeds/running.commands.ts'
import { setUp } from '../../floor/deeds/settings.commands.ts'
import { floor as floorFeature } from '../../floor/feature.ts'
import type { OfList } from '../../floor/model.ts'
import { deedsOf, foldedOf, sessionCalled } from '../../floor/queries.ts'
import { nextOf } from '../../floor/rehearsal/play.ts'
import {
  clearRehearsal,
  planOf,
  playRehearsal,
  startRehearsal,
  stopRehearsal,
} from '../../floor/rehearsal/rehearsal.commands.ts'
import { PLAYER } from '../../floor/rehearsal/rehearsal.model.ts'
import { rehearsalOf } from '../../floor/rehearsal/rehearsals.queries.ts'
import { rehearse } from '../../floor/rehearsal/step.commands.ts'
import { deposit } from '../../statements/deeds/deposit.commands.ts'

const SEOUL = ConferenceId.parse('seoul2021')

const holding = (role: Role, party?: string): Actor => ({
  ...{ kind: 'account', id: `0190a0b0-0000-7000-8000-${String(role.length).padStart(12, '0')}` },
  grants: [{ role, conference: SEOUL, ...(party && { party }) }],
})
const ACTORS: Record<string, Actor> = {
  desk: holding('floor-desk'),
  host: holding('host-secretariat'),
  chair: holding('co-chair', 'KOR'),
  kenya: holding('focal-point', 'KEN'),
  interpreter: holding('interpreter'),
}
const { desk, kenya } = ACTORS as { desk: Actor; kenya: Actor }

let w: World
let site: OpenSite
beforeAll(async () => {
  w = await world({ shipped: true })
  site = await openSite(w, {
    authenticate: ({ headers }) =>
      ACTORS[headers.get('authorization')?.replace('Bearer ', '') ?? ''] ?? ANONYMOUS,
  })
}, 120_000)
afterAll(async () => {
  await site.close()
  await w.close()
})

const get = async (path: string, as?: string) => {
  const answer = await site.get(path, as ? { authorization: `Bearer ${as}` } : {})
  return { status: answer.status, body: await answer.text() }
}
const sessionAt = async (slug: string) => {
  const session = await sessionCalled(w.read, SEOUL, slug)
  if (!session) throw new RangeError(`Seoul has a session ${slug}`)
  return { conference: SEOUL, session: session.id }
}
const refusal = (deed: Promise<unknown>) =>
  deed.then(
    () => null,
    (error: Refusal) => error.code,
  )

/** Starts the rehearsal of a session; its list. */
async function started(slug: string, more: object = {}): Promise<OfList> {
  const { answer } = await w.perform(desk, startRehearsal, {
    ...(await sessionAt(slug)),
    ...{ by: 'itself', pace: '10', ...more },
  })
  return { conference: SEOUL, session: SessionId.parse(answer.session) }
}

/** Does the next deed of a play, as a process does that was asked for it. */
async function step(of: OfList) {
  const [floor, rehearsal] = [await foldedOf(w.read, of), await rehearsalOf(w.read, of)]
  if (!floor || !rehearsal) return false
  const turn = nextOf(planOf(rehearsal), floor, () => '' as never)
  if (!turn) return false
  if (turn.at > w.clock.now().epochMilliseconds) {
    w.clock.turnTo(Temporal.Instant.fromEpochMilliseconds(Math.ceil(turn.at)))
  }
  await w.perform(PLAYER, rehearse, { ...of, seq: floor.seq })
  return (await foldedOf(w.read, of))?.seq !== floor.seq
}
async function playToTheEnd(of: OfList) {
  while (await step(of));
  return foldedOf(w.read, of)
}

describe('a rehearsal', () => {
  it('is played to its end, deed by deed, on a list of its own', async () => {
    const of = await started('session-1')
    expect((await foldedOf(w.read, of))?.waiting.length).toBe(20)
    const floor = await playToTheEnd(of)
    expect(floor?.meeting).toBe('adjourned')
    expect(floor?.heard.length).toBeGreaterThan(20)
    await w.perform(desk, clearRehearsal, of)
    expect(await deedsOf(w.read, of)).toEqual([])
  })

  it('is started once, and by nobody but the desk', async () => {
    const input = { ...(await sessionAt('session-2')), by: 'hand' }
    for (const actor of [ANONYMOUS, kenya, ACTORS.chair as Actor]) {
      expect(await refusal(w.perform(actor, startRehearsal, input))).not.toBeNull()
    }
    const ends = await Promise.allSettled(
      [1, 2, 3].map(() => w.perform(desk, startRehearsal, input)),
    )
    expect(ends.filter(({ status }) => status === 'fulfilled').length).toBe(1)
    expect(await refusal(w.perform(desk, startRehearsal, input))).toBe('floor.rehearsed-already')
    const ceremony = { ...(await sessionAt('opening')), by: 'hand' }
    expect(await refusal(w.perform(desk, startRehearsal, ceremony))).toBe('floor.not-rehearsed')
    expect(await refusal(w.perform(desk, clearRehearsal, await sessionAt('session-2')))).toBe(
      'floor.no-rehearsal',
    )
  })

  it('does each deed once, however many processes ask, and whoever is killed', async () => {
    const of = await started('session-3')
    await step(of)
    await step(of)
    const before = await foldedOf(w.read, of)
    w.clock.advance({ minutes: 5 })
    const seq = before?.seq ?? 0
    await Promise.all([1, 2, 3, 4].map(() => w.perform(PLAYER, rehearse, { ...of, seq })))
    expect((await foldedOf(w.read, of))?.seq).toBe(seq + 1)
    await w.perform(PLAYER, rehearse, { ...of, seq })
    expect((await foldedOf(w.read, of))?.seq).toBe(seq + 1)
    const errands = await w.database.write
      .selectFrom('pgboss.job' as never)
      .select('data' as never)
      .where('name' as never, '=', 'floor.rehearse' as never)
      .execute()
    expect(errands).toContainEqual({ data: { ...of, seq: seq + 1 } })
    expect((await playToTheEnd(of))?.meeting).toBe('adjourned')
    await w.perform(desk, clearRehearsal, of)
  })

  it('is not hurried, and played by nobody else', async () => {
    const of = await started('session-3')
    const seq = (await foldedOf(w.read, of))?.seq
    expect(await refusal(w.perform(PLAYER, rehearse, { ...of, seq }))).toBe('floor.not-due')
    expect(await refusal(w.perform(desk, rehearse, { ...of, seq }))).not.toBeNull()
    await w.perform(desk, clearRehearsal, of)
  })

  it('is taken over by whoever does something at the desk, until it may go on', async () => {
    const of = await started('session-3')
    await step(of)
    await step(of)
    await w.perform(desk, run.pause, of)
    expect(await step(of)).toBe(false)
    await w.perform(desk, run.resume, of)
    expect(await step(of)).toBe(false)
    await w.perform(desk, playRehearsal, of)
    expect(await step(of)).toBe(true)
    await w.perform(desk, stopRehearsal, of)
    expect(await step(of)).toBe(false)
    await w.perform(desk, playRehearsal, of)
    expect((await playToTheEnd(of))?.meeting).toBe('adjourned')
    expect(await refusal(w.perform(desk, playRehearsal, of))).toBe('floor.adjourned')
    await w.perform(desk, clearRehearsal, of)
  })

  it('takes invented delegations, and no list of the programme does', async () => {
    const of = await started('session-3', { by: 'hand' })
    await w.perform(desk, inscribe, { ...of, party: 'DELEGATION-1' })
    await w.perform(desk, run.beginSession, of)
    await w.perform(desk, askReply, { ...of, party: 'ORGANISATION-2' })
    for (const deed of [inscribe, askReply]) {
      expect(await refusal(w.perform(desk, deed, { ...of, party: 'KEN' }))).toBe(
        'floor.unknown-party',
      )
    }
    expect(await refusal(w.perform(kenya, inscribe, { ...of, party: 'KEN' }))).not.toBeNull()
    const real = await sessionAt('session-3')
    await w.perform(desk, setUp, { ...real, settings: settingsOf() })
    for (const deed of [inscribe, askReply]) {
      expect(await refusal(w.perform(desk, deed, { ...real, party: 'DELEGATION-1' }))).toBe(
        'floor.unknown-party',
      )
    }
    expect(await refusal(w.perform(desk, setUp, { ...of, settings: settingsOf() }))).not.toBeNull()
    const speech = (await foldedOf(w.read, of))?.waiting[0]?.id
    const text = { original: 'en', in: { en: { value: 'Thank you.', status: 'unofficial' } } }
    const depositing = w.perform(desk, deposit, { ...of, speech, language: 'en', text })
    expect(await refusal(depositing)).not.toBeNull()
    await w.perform(desk, clearRehearsal, of)
  })
})

const PUBLIC = [
  ...['', '/floor', '/programme', '/programme/session-4', '/floor/session-4', '/statements'],
  ...['/floor/session-4/hall', '/floor/session-4/embed', '.ics', '/changes.atom'],
  '/programme/session-4.ics',
].map((path) => `/en/seoul2021${path}`)
const FILES = [
  ...['/en/sitemap.xml', '/en/sitemap-pages.xml', '/en/data', '/en/data/speeches', '/en/api'],
  ...['/api/v1/speeches.csv', '/api/v1/speeches.json', '/api/v1/lists-of-speakers.json'],
  ...['/api/v1/statements.csv', '/api/v1/parties.csv', '/api/v1/programmes.json'],
]
const OWN: readonly (readonly [string, string])[] = [
  ['/en/seoul2021/delegation/KEN/floor', 'kenya'],
  ['/en/seoul2021/delegation/KEN/floor/session-4', 'kenya'],
  ['/en/seoul2021/desk/floor/session-4', 'desk'],
  ['/en/seoul2021/desk/floor/session-4/list.csv', 'desk'],
  ['/en/seoul2021/desk/floor/session-4/summary', 'host'],
  ['/en/seoul2021/desk/floor/session-4/history', 'desk'],
  ['/en/seoul2021/desk', 'desk'],
  ['/en/work', 'desk'],
  ['/en/work', 'kenya'],
  ['/en/seoul2021/desk/statements', 'desk'],
]

/** Pages differ in nothing but the keys of their forms and the stamp of their reading, however often they are read. */
const same = (body: string) =>
  body.replace(/name=":key" value="[^"]*"/g, '').replace(/"plenum-stamp" content="[^"]*"/, '')
async function everything() {
  const seen: Record<string, string> = {}
  for (const path of [...PUBLIC, ...FILES]) {
    const { status, body } = await get(path)
    seen[path] = `${status} ${same(body)}`
  }
  for (const [path, as] of OWN) {
    const { status, body } = await get(path, as)
    seen[`${path} ${as}`] = `${status} ${same(body)}`
  }
  return seen
}

/** What would be told to people and to other systems. */
async function told() {
  const of = async (name: string) => {
    const { n } = (await w.database.write
      .selectFrom(name as never)
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()) as { n: number }
    return `${n}`
  }
  const letters = await w.database.write
    .selectFrom('pgboss.job' as never)
    .select('id' as never)
    .where('name' as never, '!=', 'floor.rehearse' as never)
    .execute()
  return { letters: letters.length, notices: await of('notice'), statements: await of('statement') }
}

it('touches nothing real', async () => {
  const real = await sessionAt('session-4')
  await w.perform(desk, setUp, { ...real, settings: settingsOf() })
  for (const party of ['KEN', 'KOR', 'FRA']) await w.perform(desk, inscribe, { ...real, party })
  const now = w.clock.now()
  const [before, toldBefore] = [await everything(), await told()]
  const gone = Object.entries(before).filter(([, body]) => !body.startsWith('200'))
  expect(gone.map(([path]) => path)).toEqual([])

  const of = await started('session-4', { audience: 'everybody' })
  for (let deed = 0; deed < 12; deed += 1) await step(of)
  await w.perform(desk, insert, { ...of, party: 'DELEGATION-3', to: 1, reason: 'protocol' })
  const [first] = (await foldedOf(w.read, of))?.waiting ?? []
  await w.perform(desk, run.absent, { ...of, speech: first?.id })
  w.clock.turnTo(now)
  expect(await everything()).toEqual(before)
  await w.perform(desk, playRehearsal, of)
  expect((await playToTheEnd(of))?.meeting).toBe('adjourned')
  w.clock.turnTo(now)
  expect(await everything()).toEqual(before)
  expect(await told()).toEqual(toldBefore)
})

describe('what is shown of it', () => {
  const at = (screen = '') => `/floor/rehearsal-session-1${screen}`
  const SCREENS = ['', '/hall', '/rostrum', '/embed']
  let of: OfList
  beforeAll(async () => {
    of = await started('session-1', { audience: 'everybody' })
    for (let deed = 0; deed < 4; deed += 1) await step(of)
  })
  afterAll(async () => {
    await w.perform(desk, clearRehearsal, of)
  })

  it.each(LANGUAGES)('says so, and names delegations by numbers, in %s', async (language) => {
    for (const screen of SCREENS) {
      const { status, body } = await get(`/${language}/seoul2021${at(screen)}`)
      expect(status).toBe(200)
      expect(body).toContain('class="rehearsal"')
      expect(body).not.toContain('DELEGATION-')
    }
  })

  it('says so on every page and paper of the desk', async () => {
    const base = '/en/seoul2021/desk/floor/rehearsal-session-1'
    for (const more of ['', '/history', '/summary', '/list.csv', '/settings']) {
      const { status, body } = await get(base + more, 'desk')
      expect(status, more).toBe(200)
      expect(body, more).toContain('REHEARSAL')
    }
    const paper = await site.get(`${base}/list.pdf`, { authorization: 'Bearer desk' })
    expect(paper.status).toBe(200)
    expect((await get('/en/seoul2021/desk/floor', 'desk')).body).toContain('plays by itself')
    expect((await get(base, 'desk')).body).toContain('Delegation 1')
    expect((await get(base, 'kenya')).status).toBe(404)
  })

  it('is seen by the desk and the chairs alone, where it is made for them', async () => {
    const hidden = await started('session-3', { audience: 'desk' })
    for (const screen of ['', '/hall', '/rostrum', '/embed']) {
      const path = `/en/seoul2021/floor/rehearsal-session-3${screen}`
      expect((await get(path)).status).toBe(404)
      expect((await get(path, 'kenya')).status).toBe(404)
    }
    for (const as of ['desk', 'chair', 'host']) {
      expect((await get('/en/seoul2021/floor/rehearsal-session-3/hall', as)).status).toBe(200)
      expect((await get('/en/seoul2021/floor/rehearsal-session-3/chair', as)).status).toBe(200)
    }
    await w.perform(desk, clearRehearsal, hidden)
  })
})

it('is what whoever tries the program is shown, once at a time', async () => {
  const start = (demonstration: boolean) =>
    floorFeature.atStart?.({
      ...{ read: w.read, perform: w.perform },
      ...{ origin: 'http://localhost:3000', demonstration },
    })
  expect(await start(false)).toEqual([])
  const told = await start(true)
  expect(told?.[0]).toContain('/en/seoul2021/floor/rehearsal-session-1/hall')
  expect(await start(true)).toEqual(told)
  expect((await get('/en/seoul2021/floor/rehearsal-session-1/hall')).status).toBe(200)
})
