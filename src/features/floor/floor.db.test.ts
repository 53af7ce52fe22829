import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, ANONYMOUS } from '../../kernel/actor.ts'
import { ConferenceId, SessionId } from '../../kernel/ids.ts'
import { person } from '../../testing/delegations/people.ts'
import { settingsOf, shippedPresets } from '../../testing/floor.ts'
import { text } from '../../testing/sessions.ts'
import { type World, world } from '../../testing/world.ts'
import { moveToZone } from '../conferences/deeds/when-and-where.commands.ts'
import { prepareInvitations } from '../delegations/invitations/prepare.commands.ts'
import { reply } from '../delegations/invitations/reply.commands.ts'
import { addMember } from '../delegations/participants/member.commands.ts'
import { addSession } from '../programme/commands.ts'
import { amend, confirm, inscribe, insert, withdraw } from './deeds/asking.commands.ts'
import { acceptExchange, offerExchange } from './deeds/exchange.commands.ts'
import { askReply, raisePoint, ruleOnPoint } from './deeds/interventions.commands.ts'
import * as run from './deeds/running.commands.ts'
import { changeSettings, close, open, setUp, takePreset } from './deeds/settings.commands.ts'
import { floorOf } from './facts.queries.ts'
import type { OfList } from './model.ts'
import { deedsOf, foldedOf, listsAt, presetsOfUse, speakersOf } from './queries.ts'
import type { Settings } from './queue/settings.ts'
import { standingAt } from './standing.ts'

const LONGEST = 120_000
const SEOUL = ConferenceId.parse('seoul2021')

let here: World
beforeAll(async () => {
  here = await world({ shipped: true })
}, LONGEST)
afterAll(() => here.close())

const holding = (role: Actor['grants'][0]['role'], party?: string, conference = 'seoul2021') =>
  ({
    ...{ kind: 'account', id: `${role}${party ?? ''}` },
    grants: [{ role, conference, ...(party && { party }) }],
  }) as Actor
const desk = holding('floor-desk')
const host = holding('host-secretariat')
const of = (party: string) => holding('focal-point', party)

let sessions = 0
/** A session with a list of its own. */
async function list(more: Partial<Settings> = {}): Promise<OfList> {
  sessions += 1
  const session = {
    ...{ slug: `floor-${sessions}`, kind: 'plenary', title: text(`Session ${sessions}`) },
    ...{ day: '2021-12-07', start: null, end: null },
  }
  const { answer } = await here.perform(host, addSession, { conference: SEOUL, session })
  const made = { conference: SEOUL, session: SessionId.parse(answer.session) }
  await here.perform(desk, setUp, { ...made, settings: settingsOf(more) })
  return made
}

const refusal = (deed: Promise<unknown>) =>
  deed.then(
    () => 'done',
    (error: { code: string; status: number; fields: { path: string[]; code: string }[] }) =>
      error.fields?.[0]?.code ?? error.code,
  )
const asks = async (at: OfList, party: string, more: object = {}) =>
  String(
    (await here.perform(desk, inscribe, { ...at, party, rank: 'minister', ...more })).answer.speech,
  )
const order = async (at: OfList) =>
  (await foldedOf(here.read, at))?.waiting.map(({ party }) => party)

describe('a list of speakers', () => {
  it('begins from the usual rules that ship, in their order', async () => {
    expect(await presetsOfUse(here.read)).toEqual(shippedPresets)
    const at = await list()
    expect(await refusal(here.perform(desk, takePreset, { ...at, preset: 'round-table' }))).toBe(
      'floor.set-up-already',
    )
  })

  it('is of one session of that conference', async () => {
    const { session } = await list()
    const elsewhere = { conference: ConferenceId.parse('berlin2025'), session }
    const there = holding('floor-desk', undefined, 'berlin2025')
    expect(
      await refusal(here.perform(there, setUp, { ...elsewhere, settings: settingsOf() })),
    ).toBe('floor.unknown-session')
    expect(await refusal(here.perform(there, run.beginSession, elsewhere))).toBe('floor.unknown')
  })

  it('keeps its rules once the session has begun', async () => {
    const at = await list()
    const settings = settingsOf({ order: 'request' })
    await here.perform(desk, changeSettings, { ...at, settings })
    expect((await foldedOf(here.read, at))?.settings.order).toBe('request')
    await here.perform(desk, run.beginSession, at)
    expect(
      await refusal(here.perform(desk, changeSettings, { ...at, settings: settingsOf() })),
    ).toBe('floor.begun')
  })

  it('refuses settings that contradict themselves, at their field', async () => {
    const at = await list()
    const settings = { ...settingsOf(), amber: 5, red: 60 }
    expect(await refusal(here.perform(desk, changeSettings, { ...at, settings }))).toBe(
      'floor.red-before-amber',
    )
  })
})

describe('who may', () => {
  it('run the floor: the desk and the secretariats; the chair where the list says so', async () => {
    const at = await list()
    for (const actor of [ANONYMOUS, of('KOR'), holding('protocol'), holding('co-chair', 'KOR')]) {
      expect(await refusal(here.perform(actor, run.beginSession, at))).toBe('platform.not-allowed')
    }
    const decides = await list({ chairDecides: true })
    expect(await refusal(here.perform(holding('co-chair', 'KOR'), run.beginSession, decides))).toBe(
      'done',
    )
  })

  it('ask for the floor: a focal point for the own delegation alone', async () => {
    const at = await list()
    await here.perform(desk, open, at)
    const ask = (actor: Actor, party: string) =>
      refusal(here.perform(actor, inscribe, { ...at, party }))
    expect(await ask(of('KEN'), 'NOR')).toBe('platform.not-allowed')
    expect(await ask(holding('delegate', 'KEN'), 'KEN')).toBe('platform.not-allowed')
    expect(await ask(of('KEN'), 'KEN')).toBe('done')
    const norway = await asks(at, 'NOR')
    for (const deed of [withdraw, confirm]) {
      expect(await refusal(here.perform(of('KEN'), deed, { ...at, speech: norway }))).toBe(
        'platform.not-allowed',
      )
    }
    expect(
      await refusal(here.perform(of('KEN'), amend, { ...at, speech: norway, rank: 'official' })),
    ).toBe('platform.not-allowed')
  })

  it('exchange places: each delegation for itself', async () => {
    const at = await list()
    const [from, to] = [await asks(at, 'KEN'), await asks(at, 'NOR')]
    expect(await refusal(here.perform(of('NOR'), offerExchange, { ...at, from, to }))).toBe(
      'platform.not-allowed',
    )
    await here.perform(of('KEN'), offerExchange, { ...at, from, to })
    expect(await refusal(here.perform(of('KEN'), acceptExchange, { ...at, from, to }))).toBe(
      'platform.not-allowed',
    )
    await here.perform(of('NOR'), acceptExchange, { ...at, from, to })
    expect(await order(at)).toEqual(['NOR', 'KEN'])
  })
})

describe('inscription', () => {
  it('opens and closes at the exact minute of the conference, in Kathmandu', async () => {
    const kathmandu = ConferenceId.parse('bogor2025')
    const secretariat = holding('host-secretariat', undefined, kathmandu)
    await here.perform(secretariat, moveToZone, {
      conference: kathmandu,
      zone: 'Asia/Kathmandu',
      why: text('Moved'),
    })
    const { answer } = await here.perform(secretariat, addSession, {
      conference: kathmandu,
      session: {
        ...{ slug: 'floor', kind: 'plenary', title: text('Session') },
        ...{ day: '2021-12-09', start: '10:00', end: null },
      },
    })
    const at = { conference: kathmandu, session: SessionId.parse(answer.session) }
    const settings = settingsOf({
      opens: { day: '2021-12-08', clock: '09:00' },
      closes: { day: '2021-12-08', clock: '17:00' },
    })
    await here.perform(secretariat, setUp, { ...at, settings })
    const focal = (party: string) => holding('focal-point', party, kathmandu)
    const askAt = async (instant: string, party: string) => {
      here.clock.turnTo(instant)
      return refusal(here.perform(focal(party), inscribe, { ...at, party }))
    }
    const before = here.clock.now()
    expect([
      await askAt('2021-12-08T03:14:59.999Z', 'KEN'),
      await askAt('2021-12-08T03:15:00Z', 'KEN'),
      await askAt('2021-12-08T11:14:59.999Z', 'NOR'),
      await askAt('2021-12-08T11:15:00Z', 'BRA'),
    ]).toEqual(['floor.not-open-yet', 'done', 'done', 'floor.closed'])
    const facts = await floorOf(here.read, at)
    const standing =
      facts?.list && standingAt(facts.list, Temporal.Instant.from('2021-12-08T03:00Z'))
    expect(standing?.until?.toString()).toBe('2021-12-08T03:15:00Z')
    here.clock.turnTo(before)
  })

  it('is opened and closed by hand, and the desk needs neither', async () => {
    const at = await list()
    const ask = (party: string) => refusal(here.perform(of(party), inscribe, { ...at, party }))
    expect(await ask('KEN')).toBe('floor.not-open-yet')
    await here.perform(desk, open, at)
    expect(await ask('KEN')).toBe('done')
    await here.perform(desk, close, at)
    expect(await ask('NOR')).toBe('floor.closed')
    await asks(at, 'NOR')
    expect(await order(at)).toEqual(['NOR', 'KEN'])
  })

  it('takes a recorded statement until its own deadline', async () => {
    const at = await list({ videoBy: { day: '2021-12-06', clock: '12:00' } })
    await here.perform(desk, open, at)
    expect(
      await refusal(here.perform(of('KEN'), inscribe, { ...at, party: 'KEN', way: 'video' })),
    ).toBe('floor.video-late')
  })

  it('knows parties of the day only, and puts them in their class', async () => {
    const at = await list()
    expect(await refusal(asks(at, 'XYZ'))).toBe('floor.unknown-party')
    await asks(at, 'EU', { rank: 'head-of-government' })
    await asks(at, 'VAT', { rank: 'minister' })
    await asks(at, 'KEN', { rank: 'official' })
    await asks(at, 'NOR', { rank: 'official', onBehalfOf: 'Nordic States' })
    const floor = await foldedOf(here.read, at)
    expect(floor?.waiting.map((one) => [one.party, one.class, one.kind])).toEqual([
      ['KEN', 1, 'single'],
      ['NOR', 1, 'group'],
      ['VAT', 2, 'observer'],
      ['EU', 3, 'observer'],
    ])
  })

  it('takes the name and the rank of a member of the delegation, and of no other', async () => {
    const at = await list()
    await here.perform(host, prepareInvitations, {
      ...{ conference: SEOUL, parties: ['KEN', 'NOR'], addressedTo: 'Permanent Mission' },
    })
    await here.perform(host, reply, {
      conference: SEOUL,
      party: 'KEN',
      mode: 'in-person',
      level: 'minister',
    })
    const { answer } = await here.perform(of('KEN'), addMember, {
      ...{ conference: SEOUL, party: 'KEN', submit: false },
      person: person('Amina', { rank: 'minister', place: 'head' }),
    })
    const participant = answer.participant
    expect(await refusal(asks(at, 'NOR', { participant }))).toBe('floor.unknown-person')
    const speech = await asks(at, 'KEN', { participant, rank: 'official' })
    const speakers = await speakersOf(here.read, at)
    expect(speakers.get(speech as never)?.content?.name).toBe('Amina')
    expect((await foldedOf(here.read, at))?.waiting[0]?.rank).toBe('minister')
  })

  it('keeps a name in Arabic as it is typed, and none in the deeds', async () => {
    const at = await list()
    const speaker = { name: 'معالي السيد أحمد' }
    const speech = await asks(at, 'EGY', { speaker, language: 'ar', onBehalfOf: 'مجموعة الدول' })
    expect((await speakersOf(here.read, at)).get(speech as never)).toMatchObject({
      ...{ content: { name: speaker.name }, onBehalfOf: 'مجموعة الدول' },
    })
    expect(JSON.stringify(await deedsOf(here.read, at))).not.toContain('أحمد')
  })

  it('refuses what is too long, at its field', async () => {
    const at = await list()
    const huge = { speaker: { name: 'x'.repeat(100_000) } }
    expect(await refusal(asks(at, 'KEN', huge))).toBe('input.too-long')
    expect(await refusal(asks(at, 'KEN', { slots: [1, 2, 3] }))).toBe('input.too-long')
    expect(await refusal(asks(at, 'KEN', { way: 'telepathy' }))).toBe('input.not-a-choice')
  })
})

describe('two at one desk', () => {
  it('do not undo each other: whoever saw an older list is refused, and told what changed', async () => {
    const at = await list()
    await asks(at, 'KEN')
    await here.perform(desk, run.beginSession, at)
    const seen = `${(await foldedOf(here.read, at))?.seq}`
    await here.perform(desk, run.giveFloor, at, { seen })
    expect(await refusal(here.perform(host, run.giveFloor, at, { seen }))).toBe(
      'platform.changed-meanwhile',
    )
    expect((await deedsOf(here.read, at, Number(seen))).map(({ what, by }) => [what, by])).toEqual([
      ['give-floor', 'account/floor-desk'],
    ])
  })

  it('press twice and do it once', async () => {
    const at = await list()
    const key = 'once'
    const both = await Promise.all(
      [1, 2].map(() => here.perform(desk, run.beginSession, at, { key })),
    )
    expect(both[0]).toEqual(both[1])
    expect((await foldedOf(here.read, at))?.seq).toBe(2)
  })

  it('take back what the desk did last', async () => {
    const at = await list()
    expect(await refusal(here.perform(desk, run.undo, at))).toBe('floor.nothing-to-undo')
    const speech = await asks(at, 'KEN')
    await asks(at, 'NOR')
    await here.perform(desk, run.move, {
      ...at,
      speech,
      to: 2,
      reason: 'arrives-late',
      note: 'Late flight',
    })
    expect(await order(at)).toEqual(['NOR', 'KEN'])
    await here.perform(desk, run.undo, at)
    expect(await order(at)).toEqual(['KEN', 'NOR'])
    expect((await deedsOf(here.read, at)).map(({ what, note }) => [what, note]).at(-2)).toEqual([
      ...['move', 'Late flight'],
    ])
  })
})

describe('a session', () => {
  it('runs: floor, pause, next, points of order, replies, and its end', async () => {
    const at = await list({ opens: null })
    await asks(at, 'KEN')
    const late = { party: 'NOR', to: 1, reason: 'inscribed-late', note: 'By note' }
    await here.perform(desk, insert, { ...at, ...late })
    const does = async (deed: Parameters<World['perform']>[1], more: object = {}, seconds = 60) => {
      const outcome = await here.perform(desk, deed, { ...at, ...more })
      here.clock.advance({ seconds })
      return outcome
    }
    await does(run.beginSession)
    await does(run.giveFloor)
    await does(run.pause)
    await does(run.resume)
    await does(raisePoint, { party: 'BRA' })
    await does(ruleOnPoint, { ruling: 'not-upheld' })
    await does(run.next)
    await does(run.endFloor)
    const { answer } = await here.perform(of('FJI'), askReply, { ...at, party: 'FJI' })
    await does(run.setLimit, { speech: answer.speech, seconds: 120, reason: 'ruling-of-the-chair' })
    await does(run.giveFloor)
    await does(run.suspend)
    await does(run.resumeSession)
    await does(run.endFloor)
    await does(run.adjourn)
    const floor = await foldedOf(here.read, at)
    expect(
      floor?.heard.map((one) => [one.speech.party, one.speech.kind, one.spent / 1000, one.limit]),
    ).toEqual([
      ['BRA', 'point-of-order', 60, 120],
      ['NOR', 'single', 180, 300],
      ['KEN', 'single', 60, 300],
      ['FJI', 'reply-first', 60, 120],
    ])
    const lists = await listsAt(here.read, SEOUL)
    expect(lists.find(({ session }) => session === at.session)).toEqual({
      ...{ session: at.session, seq: floor?.seq, meeting: 'adjourned' },
    })
  })

  it('says that nobody waits', async () => {
    const at = await list()
    await here.perform(desk, run.beginSession, at)
    expect(await refusal(here.perform(desk, run.giveFloor, at))).toBe('floor.nobody-waits')
  })
})
