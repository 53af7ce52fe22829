import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, ANONYMOUS, LOADER } from '../../kernel/actor.ts'
import { ConferenceId } from '../../kernel/ids.ts'
import { text } from '../../testing/sessions.ts'
import { type World, world } from '../../testing/world.ts'
import { moveToZone } from '../conferences/deeds/when-and-where.commands.ts'
import { addSession, changeSession, moveSession, shiftFollowing } from './commands.ts'
import { cancelSession, confirmSession, withdrawSession } from './draft/status.commands.ts'
import type { Session } from './model.ts'
import { draftOf, loadedFor, publishedProgramme, releasesOf } from './queries.ts'
import { clearDelay, type Loaded, loadProgramme, release, reportDelay } from './release.commands.ts'

const LONGEST = 60_000
const LONDON = ConferenceId.parse('london2016')

let here: World
const host: Actor = {
  kind: 'account',
  id: 'host',
  grants: [{ role: 'host-secretariat', conference: LONDON }],
}
const elsewhere: Actor = {
  ...host,
  grants: [{ role: 'host-secretariat', conference: 'seoul2021' }],
}

beforeAll(async () => {
  here = await world({ shipped: true })
}, LONGEST)
afterAll(() => here.close())

const place = (start: string | null, end: string | null, day = '2016-09-07') => ({
  day,
  latestDay: null,
  start,
  end,
  room: null,
})

async function add(slug: string, start: string | null, end: string | null): Promise<string> {
  const session = { slug, kind: 'plenary', title: text(slug), ...place(start, end) }
  const { answer } = await here.perform(host, addSession, { conference: LONDON, session })
  return String(answer.session)
}

const publish = (note = 'note') =>
  here.perform(host, release, { conference: LONDON, note: text(note) })

async function shown(slug: string) {
  const programme = await publishedProgramme(here.read, LONDON)
  const session = programme?.sessions.find((one) => one.slug === slug)
  if (!session) throw new Error(`There is no ${slug}`)
  return session
}

const refusal = (deed: Promise<unknown>) =>
  deed.then(
    () => null,
    (error: { code: string; status: number }) => [error.code, error.status],
  )

describe('the shipped programmes', () => {
  it('are released once, each with its sessions', async () => {
    const rows = await here.read
      .selectFrom('programmeRelease')
      .select(['conference', 'number', 'sessions'])
      .orderBy('conference')
      .execute()
    expect(rows.map((row) => [row.conference, row.number, row.sessions.length])).toEqual([
      ['accra2023', 1, 8],
      ['berlin2025', 1, 4],
      ['bogor2025', 1, 4],
      ['dhaka2017', 1, 4],
      ['islamabad2023', 1, 6],
      ['islamabad2025', 1, 5],
      ['kigali2017', 1, 4],
      ['montevideo2024', 1, 1],
      ['seoul2021', 1, 6],
      ['tokyo2017', 1, 3],
      ['vancouver2017', 1, 1],
    ])
  })

  it('hold Seoul at the instants of its vectors, and every session has a source', async () => {
    const seoul = await publishedProgramme(here.read, 'seoul2021')
    expect(seoul?.zone).toBe('Asia/Seoul')
    expect(seoul?.sessions.map(({ slug, plan }) => [slug, plan.start?.toString()])).toEqual([
      ['opening', '2021-12-07T10:30:00Z'],
      ['session-1', '2021-12-07T11:10:00Z'],
      ['session-2', '2021-12-07T12:40:00Z'],
      ['session-3', '2021-12-08T10:30:00Z'],
      ['session-4', '2021-12-08T12:00:00Z'],
      ['closing', '2021-12-08T13:30:00Z'],
    ])
    const drafts = await here.read.selectFrom('session').select('content').execute()
    expect(drafts).toHaveLength(46)
    for (const { content } of drafts) {
      expect(content.sources.length, content.slug).toBeGreaterThan(0)
      expect(Object.keys(content.title.in), content.slug).toHaveLength(7)
    }
  })

  it('name parties and themes that there are', async () => {
    const drafts = await here.read.selectFrom('session').select(['conference', 'content']).execute()
    const codes = new Set(drafts.flatMap((row) => row.content.participants.map((one) => one.party)))
    codes.delete(null)
    const known = await here.read
      .selectFrom('party')
      .select('code')
      .where(
        'code',
        'in',
        [...codes].flatMap((code) => code ?? []),
      )
      .execute()
    expect(known).toHaveLength(codes.size)
    const seoul = await here.read
      .selectFrom('conference')
      .select('record')
      .where('id', '=', 'seoul2021')
      .executeTakeFirstOrThrow()
    const themes = drafts.flatMap(({ content }) => content.theme ?? [])
    expect(themes.toSorted()).toEqual(seoul.record.themes.map(({ id }) => id).toSorted())
  })

  it('take from a changed file what it changed, and leave what people changed', async () => {
    const loaded = (await loadedFor(here.read, 'accra2023')) as Loaded
    const administrator: Actor = {
      kind: 'account',
      id: 'administrator',
      grants: [{ role: 'administrator', conference: '*' }],
    }
    const [reception, women, environment] = loaded.sessions as [Session, Session, Session]
    await here.perform(administrator, changeSession, {
      conference: 'accra2023',
      session: women.id,
      to: { title: text('Edited by hand') },
    })
    const file = {
      ...loaded,
      sessions: loaded.sessions
        .filter(({ id }) => id !== environment.id)
        .map((one) => (one.id === reception.id ? { ...one, start: '13:00' } : one)),
    }
    await here.perform(LOADER, loadProgramme, file)
    const again = await here.perform(LOADER, loadProgramme, file)
    expect(again.subject).toBeNull()
    const draft = await draftOf(here.read, 'accra2023')
    expect(draft.find(({ id }) => id === women.id)?.title).toEqual(text('Edited by hand'))
    const [newest] = await releasesOf(here.read, 'accra2023')
    expect(newest?.number).toBe(2)
    expect(newest?.difference?.sessions.map(({ slug, changes }) => [slug, changes])).toEqual([
      ['reception', ['moved']],
      ['environment', ['removed']],
    ])
  })
})

describe('a programme at work', () => {
  let opening = ''
  let debate = ''
  let pledges = ''

  it('is a draft until it is released', async () => {
    opening = await add('opening', '09:00', '09:30')
    debate = await add('debate', '09:40', '11:00')
    pledges = await add('pledges', '11:10', '13:00')
    expect(await publishedProgramme(here.read, LONDON)).toBeNull()
    await publish('first')
    const programme = await publishedProgramme(here.read, LONDON)
    expect(programme?.release.number).toBe(1)
    expect(programme?.sessions.map(({ slug }) => slug)).toEqual(['opening', 'debate', 'pledges'])
  })

  it('is edited by its own secretariat only', async () => {
    const session = { conference: LONDON, session: opening }
    const deeds = [
      () => here.perform(elsewhere, cancelSession, session),
      () => here.perform(ANONYMOUS, release, { conference: LONDON, note: text('no') }),
      () => here.perform(elsewhere, reportDelay, { ...session, minutes: 5 }),
      () => here.perform(LOADER, moveSession, { ...session, to: place('10:00', null) }),
    ]
    for (const deed of deeds) expect((await refusal(deed()))?.[1]).toBe(403)
  })

  it('refuses what cannot be, and says why', async () => {
    const session = { conference: LONDON, session: debate }
    const unknown = '00000000-0000-4000-8000-000000000000'
    const to = (more: object) => ({ ...session, to: { ...place('10:00', '11:00'), ...more } })
    const title = text('x')
    const source = { publisher: 'x', url: 'https://x.example', date: null, grade: null }
    const nobody = [{ role: 'chair', party: 'XYZ', source }]
    const said: [Promise<unknown>, string][] = [
      [add('opening', null, null), 'programme.slug-taken'],
      [here.perform(host, moveSession, to({ end: '10:00' })), 'programme.no-duration'],
      [here.perform(host, moveSession, to({ start: null })), 'programme.end-without-start'],
      [
        here.perform(host, moveSession, to({ latestDay: '2016-09-08' })),
        'programme.time-without-day',
      ],
      [
        here.perform(host, cancelSession, { ...session, session: unknown }),
        'programme.unknown-session',
      ],
      [
        here.perform(host, changeSession, { ...session, to: { theme: 'none', title } }),
        'programme.unknown-theme',
      ],
      [
        here.perform(host, changeSession, { ...session, to: { participants: nobody } }),
        'programme.unknown-party',
      ],
      [publish(), 'programme.nothing-to-release'],
    ]
    for (const [deed, code] of said) expect(await refusal(deed)).toEqual([code, 409])
  })

  it('keeps what a change does not name', async () => {
    const source = { publisher: 'x', url: 'https://x.example', date: null, grade: null }
    const participants = [{ role: 'chair', name: 'Atul Khare', party: 'UN', source }]
    const session = { conference: LONDON, session: debate }
    await here.perform(host, changeSession, { ...session, to: { participants } })
    await here.perform(host, changeSession, { ...session, to: { kind: 'panel' } })
    const draft = (await draftOf(here.read, LONDON)).find(({ id }) => id === debate)
    expect(draft?.kind).toBe('panel')
    expect(draft?.participants[0]?.name).toBe('Atul Khare')
    const same = await here.perform(host, changeSession, { ...session, to: { kind: 'panel' } })
    expect(same.subject).toBeNull()
  })

  it('shifts what follows, and publishes it with the next release', async () => {
    const shift = { conference: LONDON, session: debate, minutes: 15 }
    await here.perform(host, shiftFollowing, shift)
    expect((await shown('pledges')).start).toBe('11:10')
    await publish('second')
    expect(await shown('pledges')).toMatchObject({
      start: '11:25',
      status: 'moved',
      formerly: { start: '11:10' },
      sequence: 1,
    })
    expect(await shown('opening')).toMatchObject({ status: 'confirmed', sequence: 0 })
  })

  it('runs late in public at once, and the plan stays', async () => {
    await here.perform(host, reportDelay, { conference: LONDON, session: debate, minutes: 12 })
    const late = await shown('pledges')
    expect([late.late, late.plan.start?.toString(), late.expected.start?.toString()]).toEqual([
      12,
      '2016-09-07T10:25:00Z',
      '2016-09-07T10:37:00Z',
    ])
    expect((await shown('opening')).late).toBe(0)
    here.clock.advance({ minutes: 1 })
    await here.perform(host, clearDelay, { conference: LONDON, session: debate })
    expect((await shown('pledges')).late).toBe(0)
  })

  it('keeps what is cancelled, and hides what was listed in error from all but calendars', async () => {
    await here.perform(host, cancelSession, { conference: LONDON, session: opening })
    await here.perform(host, withdrawSession, { conference: LONDON, session: pledges })
    expect((await shown('opening')).status).toBe('confirmed')
    await publish('third')
    expect(await shown('opening')).toMatchObject({ status: 'cancelled', sequence: 1 })
    const programme = await publishedProgramme(here.read, LONDON)
    expect(programme?.sessions.map(({ slug }) => slug)).toEqual(['opening', 'debate'])
    expect(programme?.withdrawn.map(({ slug, sequence }) => [slug, sequence])).toEqual([
      ['pledges', 2],
    ])
    const move = { conference: LONDON, session: opening, to: place('08:00', null) }
    expect(await refusal(here.perform(host, moveSession, move))).toEqual([
      'programme.already-cancelled',
      409,
    ])
    await here.perform(host, confirmSession, { conference: LONDON, session: opening })
    await publish('fourth')
    expect(await shown('opening')).toMatchObject({ status: 'confirmed', sequence: 2 })
  })

  it('keeps its wall times when the conference moves to another zone', async () => {
    await here.perform(host, moveToZone, {
      ...{ conference: LONDON, zone: 'Asia/Kathmandu' },
      why: text('The host moved'),
    })
    expect((await shown('opening')).plan.start?.toString()).toBe('2016-09-07T08:00:00Z')
    await publish('fifth')
    expect(await shown('opening')).toMatchObject({ start: '09:00', sequence: 3 })
    expect((await shown('opening')).plan.start?.toString()).toBe('2016-09-07T03:15:00Z')
    const [newest] = await releasesOf(here.read, LONDON)
    expect(newest?.difference).toEqual({
      zone: { from: 'Europe/London', to: 'Asia/Kathmandu' },
      sessions: [],
    })
  })
})
