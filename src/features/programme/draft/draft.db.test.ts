import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, ANONYMOUS, LOADER } from '../../../kernel/actor.ts'
import { ConferenceId } from '../../../kernel/ids.ts'
import type { AnyCommand } from '../../../platform/command/command.ts'
import { text } from '../../../testing/sessions.ts'
import { type World, world } from '../../../testing/world.ts'
import { requireSignOffs } from '../../conferences/deeds/settings.commands.ts'
import { addSession, changeSession, moveSession, shiftFollowing } from '../commands.ts'
import { prepareRelease } from '../letters/prepare.commands.ts'
import { preparedFor, seenRelease } from '../letters/prepared.queries.ts'
import { draftOf, lastRelease } from '../queries.ts'
import { release } from '../release.commands.ts'
import { undoable } from './deeds.ts'
import { deedsOf, seenParts, seenPlace, statesOf } from './draft.queries.ts'
import {
  addParticipant,
  changeParticipant,
  moveParticipant,
  removeParticipant,
} from './participants.commands.ts'
import { renameRoom } from './rooms.commands.ts'
import { signOff } from './sign-off.commands.ts'
import { cancelSession } from './status.commands.ts'
import { undo } from './undo.commands.ts'

const LONDON = ConferenceId.parse('london2016')
const at = { conference: LONDON }

const who = (id: string, role: Actor['grants'][number]['role'], conference: string): Actor => ({
  kind: 'account',
  id,
  grants: [{ role, conference }],
})
const kim = who('kim', 'host-secretariat', LONDON)
const lee = who('lee', 'host-secretariat', LONDON)
const roe = who('roe', 'un-secretariat', LONDON)
const berlin = who('berlin', 'host-secretariat', 'berlin2025')
const focal: Actor = {
  ...who('focal', 'focal-point', LONDON),
  grants: [{ role: 'focal-point', conference: LONDON, party: 'FRA' }],
}

let here: World
beforeAll(async () => {
  here = await world({ shipped: true })
})
afterAll(() => here.close())

const place = (start: string, end: string | null, room: string | null = null) => ({
  ...{ day: '2016-09-08', latestDay: null, start, end },
  room: room === null ? null : text(room),
})
async function add(title: string, start: string, end: string): Promise<string> {
  const session = { kind: 'plenary', title: text(title), ...place(start, end) }
  const { answer } = await here.perform(kim, addSession, { ...at, session })
  return String(answer.session)
}
const session = async (id: string) =>
  (await draftOf(here.read, LONDON)).find((one) => one.id === id)
const refusal = (deed: Promise<unknown>) =>
  deed.then(
    () => null,
    ({ code, status }: { code: string; status: number }) => [code, status],
  )
async function takeBack(by: Actor = kim) {
  const deeds = await deedsOf(here.read, LONDON)
  const released = (await lastRelease(here.read, LONDON))?.at ?? null
  const last = undoable(deeds, released)
  return here.perform(by, undo, { ...at, number: last?.number ?? 1 })
}

describe('a draft', () => {
  it('names a session by its title where nobody gives an address', async () => {
    const one = await add('Opening ceremony', '08:00', '08:20')
    const two = await add('Opening ceremony', '08:30', '08:40')
    expect([(await session(one))?.slug, (await session(two))?.slug]).toEqual([
      'opening-ceremony',
      'opening-ceremony-2',
    ])
  })

  it('tells who did what, newest first, with the session before and after', async () => {
    const id = await add('Debate', '09:00', '10:00')
    here.clock.advance({ minutes: 1 })
    await here.perform(lee, moveSession, { ...at, session: id, to: place('09:30', '10:30') })
    const [moved, added] = await deedsOf(here.read, LONDON)
    expect([moved, added]).toMatchObject([
      { deed: 'programme.move-session', madeBy: 'account/lee', madeAt: here.clock.now() },
      { deed: 'programme.add-session', madeBy: 'account/kim', undoes: null },
    ])
    const states = await statesOf(here.read, LONDON, [moved?.number ?? 0, added?.number ?? 0])
    expect(states.get(added?.number ?? 0)).toMatchObject([{ session: id, before: null }])
    expect(states.get(moved?.number ?? 0)).toMatchObject([
      { session: id, before: { start: '09:00' }, after: { start: '09:30' } },
    ])
  })

  it('is taken back deed by deed, each whole', async () => {
    const first = await add('First', '11:00', '11:30')
    const second = await add('Second', '11:40', '12:00')
    await here.perform(kim, shiftFollowing, { ...at, session: first, minutes: 10 })
    await here.perform(kim, cancelSession, { ...at, session: second })
    const times = async () => [await session(first), await session(second)].map((one) => one?.start)
    expect(await times()).toEqual(['11:10', '11:50'])
    await takeBack(lee)
    expect((await session(second))?.status).toBe('confirmed')
    await takeBack()
    expect(await times()).toEqual(['11:00', '11:40'])
    await takeBack()
    expect(await times()).toEqual(['11:00', undefined])
    const [last] = await deedsOf(here.read, LONDON)
    expect(await refusal(here.perform(kim, undo, { ...at, number: last?.number ?? 0 }))).toEqual([
      'programme.not-undoable',
      409,
    ])
  })

  it('takes nothing back that was published, or that nobody did', async () => {
    const id = await add('Published', '13:00', '14:00')
    here.clock.advance({ minutes: 1 })
    await here.perform(kim, release, { ...at, note: text('first') })
    expect(await refusal(takeBack())).toEqual(['programme.not-undoable', 409])
    here.clock.advance({ minutes: 1 })
    await here.perform(kim, cancelSession, { ...at, session: id })
    await takeBack()
    expect((await session(id))?.status).toBe('confirmed')
    expect(undoable(await deedsOf(here.read, 'seoul2021'), null)).toBeNull()
  })

  it('lets two people change different parts of a session, and the same part only in turn', async () => {
    const id = await add('Two people', '15:00', '16:00')
    const saw = await session(id)
    const title = { ...at, session: id, to: { title: text('By Kim') } }
    const theme = { ...at, session: id, to: { kind: 'panel' } }
    const move = { ...at, session: id, to: place('15:30', '16:00') }
    await here.perform(kim, changeSession, title, { seen: seenParts(saw, ['title']) })
    await here.perform(lee, changeSession, theme, { seen: seenParts(saw, ['kind']) })
    await here.perform(lee, moveSession, move, { seen: seenPlace(saw) })
    const late = { ...title, to: { title: text('By Lee') } }
    expect(
      await refusal(here.perform(lee, changeSession, late, { seen: seenParts(saw, ['title']) })),
    ).toEqual(['platform.changed-meanwhile', 409])
    expect(await session(id)).toMatchObject({
      ...{ title: text('By Kim'), kind: 'panel', start: '15:30' },
    })
  })

  it('marks what translations say once the original says something else', async () => {
    const title = {
      original: 'en',
      in: {
        en: { value: 'Panel', status: 'authentic' },
        fr: { value: 'Table ronde', status: 'translated' },
        es: { value: 'Mesa redonda', status: 'translated' },
      },
    } as const
    const { answer } = await here.perform(kim, addSession, {
      ...at,
      session: { kind: 'panel', title, ...place('16:10', '17:00') },
    })
    const id = String(answer.session)
    const words = { ...title.in.en, value: 'Panel of ministers' }
    const es = { value: 'Mesa redonda de ministros', status: 'translated' }
    await here.perform(kim, changeSession, {
      ...{ ...at, session: id },
      to: { title: { original: 'en', in: { ...title.in, en: words, es } } },
    })
    expect((await session(id))?.title.in).toEqual({
      en: words,
      fr: { value: 'Table ronde', status: 'stale' },
      es,
    })
  })
})

describe('those who take part', () => {
  it('are named, corrected, put in order and taken off one by one', async () => {
    const id = await add('People', '17:10', '17:30')
    const of = { ...at, session: id }
    const said = (name: string, more = {}) => ({ role: 'chair', name, ...more })
    await here.perform(kim, addParticipant, { ...of, participant: said('Kim') })
    await here.perform(kim, addParticipant, {
      ...of,
      participant: { role: 'speaker', party: 'FRA' },
    })
    await here.perform(kim, changeParticipant, {
      ...{ ...of, place: 0 },
      participant: said('Kim Min-ji', { office: text('Minister') }),
    })
    await here.perform(kim, moveParticipant, { ...of, place: 1, by: -1 })
    const names = async () => (await session(id))?.participants.map((one) => one.name ?? one.party)
    expect(await names()).toEqual(['FRA', 'Kim Min-ji'])
    expect((await session(id))?.participants[1]).toMatchObject({
      office: text('Minister'),
      source: null,
    })
    await here.perform(kim, removeParticipant, { ...of, place: 0 })
    expect(await names()).toEqual(['Kim Min-ji'])
    expect(await refusal(here.perform(kim, removeParticipant, { ...of, place: 7 }))).toEqual([
      'programme.unknown-participant',
      409,
    ])
    const nobody = here.perform(kim, addParticipant, { ...of, participant: { role: 'chair' } })
    await expect(nobody).rejects.toMatchObject({
      status: 422,
      fields: [{ path: ['participant'], code: 'programme.nobody-named' }],
    })
    const stranger = { role: 'chair', party: 'XYZ' }
    expect(
      await refusal(here.perform(kim, addParticipant, { ...of, participant: stranger })),
    ).toEqual(['programme.unknown-party', 409])
  })
})

describe('a room', () => {
  it('is chosen among those that the draft names, and renamed wherever it stands', async () => {
    const first = await add('In a room', '17:40', '17:45')
    const second = await add('Beside it', '17:40', '17:50')
    await here.perform(kim, moveSession, {
      ...{ ...at, session: first },
      to: place('17:40', '17:45', 'Hall A'),
    })
    const move = { ...at, session: second, to: place('17:40', '17:50') }
    await here.perform(kim, moveSession, { ...move, room: 'Hall A' })
    expect((await session(second))?.room).toEqual(text('Hall A'))
    expect((await refusal(here.perform(kim, moveSession, { ...move, room: 'Hall Z' })))?.[0]).toBe(
      'programme.unknown-room',
    )
    const renamed = { ...at, room: 'Hall A', to: text('Great hall') }
    expect((await here.perform(kim, renameRoom, renamed)).answer).toEqual({ sessions: 2 })
    expect((await session(first))?.room).toEqual(text('Great hall'))
    await here.perform(kim, moveSession, { ...move, room: null })
    expect((await session(second))?.room).toBeNull()
  })
})

describe('the rights to a draft', () => {
  it('are those of its own secretariats and the administrator', async () => {
    const id = await add('Rights', '18:00', '18:30')
    const of = { ...at, session: id }
    const deeds: [AnyCommand, unknown][] = [
      [
        addSession,
        { ...at, session: { kind: 'other', title: text('x'), ...place('19:00', null) } },
      ],
      [changeSession, { ...of, to: { kind: 'panel' } }],
      [moveSession, { ...of, to: place('18:10', '18:30') }],
      [shiftFollowing, { ...of, minutes: 5 }],
      [cancelSession, of],
      [addParticipant, { ...of, participant: { role: 'chair', name: 'x' } }],
      [renameRoom, { ...at, room: 'x', to: text('x') }],
      [undo, { ...at, number: 1 }],
      [prepareRelease, { ...at, note: text('x') }],
      [release, { ...at, note: text('x') }],
      [signOff, { ...at, side: 'host' }],
    ] as [AnyCommand, unknown][]
    const before = await session(id)
    for (const [deed, input] of deeds) {
      for (const stranger of [berlin, focal, ANONYMOUS, LOADER]) {
        const refused = (await refusal(here.perform(stranger, deed, input)))?.[1]
        expect([deed.name, stranger.id, refused]).toEqual([deed.name, stranger.id, 403])
      }
    }
    expect(await session(id)).toEqual(before)
    await here.perform(roe, moveSession, { ...of, to: place('18:10', '18:30') })
    expect((await session(id))?.start).toBe('18:10')
  })
})

describe('a release that others must agree to', () => {
  const publish = (more = {}) => here.perform(kim, release, { ...at, ...more })
  const sign = (by: Actor, side: 'host' | 'un', seen?: string) =>
    here.perform(by, signOff, { ...at, side }, { seen })

  it('waits for both ministries and the United Nations, and for the draft that they saw', async () => {
    await here.perform(kim, requireSignOffs, {
      ...{ ...at, of: 'programme' },
      needed: { host: 2, un: 1 },
    })
    const id = await add('Signed', '20:00', '21:00')
    expect(await refusal(publish())).toEqual(['programme.nothing-prepared', 409])
    expect(await refusal(publish({ note: text('alone') }))).toEqual(['programme.not-prepared', 409])
    await here.perform(kim, prepareRelease, { ...at, note: text('agreed') })
    await sign(kim, 'host')
    await sign(kim, 'host')
    await sign(roe, 'un')
    expect(await refusal(publish())).toEqual(['programme.not-signed', 409])
    expect((await refusal(sign(kim, 'un')))?.[1]).toBe(403)

    const prepared = await preparedFor(here.read, LONDON)
    const saw = seenRelease('Europe/London', await draftOf(here.read, LONDON), prepared)
    await here.perform(lee, moveSession, { ...at, session: id, to: place('20:10', '21:00') })
    expect(await refusal(sign(lee, 'host', saw))).toEqual(['platform.changed-meanwhile', 409])
    await sign(lee, 'host')
    expect(await refusal(publish())).toEqual(['programme.not-signed', 409])
    await here.perform(kim, prepareRelease, { ...at, note: text('agreed, reworded') })
    await sign(lee, 'host')
    await sign(kim, 'host')
    await sign(roe, 'un')
    const { answer } = await publish()
    expect(answer).toEqual({ release: 2 })
    expect(await preparedFor(here.read, LONDON)).toBeNull()
    expect((await lastRelease(here.read, LONDON))?.note).toEqual(text('agreed, reworded'))
  })
})
