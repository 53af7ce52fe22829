import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, ANONYMOUS, type Grant } from '../../../kernel/actor.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { AnyCommand } from '../../../platform/command/command.ts'
import { startJobs } from '../../../platform/jobs/jobs.ts'
import { createOutbox } from '../../../platform/jobs/outbox.ts'
import { released } from '../../../testing/pledges/release.ts'
import { textIn } from '../../../testing/programme.ts'
import { type World, world } from '../../../testing/world.ts'
import { draftPledge, withdrawPledge } from '../commands.ts'
import { PledgeId } from '../model.ts'
import { deedsOf, recordOf } from '../queries.ts'
import { submitPledge } from '../writing/hand-in.commands.ts'
import { announcePledges, RELEASE, releasePledges, undoAnnouncement } from './announce.commands.ts'
import { overdueReleases, remarksOn, signaturesOf } from './queries.ts'
import {
  acceptPledge,
  remarkOnPledge,
  returnPledge,
  signPledge,
  unsignPledge,
} from './review.commands.ts'

const conference = 'seoul2021'
const who = (id: string, ...grants: Grant[]): Actor => ({ kind: 'account', id, grants })
const korea = who('KOR', { role: 'focal-point', conference, party: 'KOR' })
const un = who('un', { role: 'un-secretariat', conference })
const mofa = who('mofa', { role: 'host-secretariat', conference })
const mnd = who('mnd', { role: 'host-secretariat', conference })
const chair = who('chair', { role: 'co-chair', conference, party: 'GBR' })
const OTHERS = [
  ANONYMOUS,
  korea,
  chair,
  who('elsewhere', { role: 'un-secretariat', conference: 'accra2023' }),
  who('reviewer', { role: 'reviewer', conference: '*' }),
]

let here: World
beforeAll(async () => {
  here = await world({ shipped: true })
  here.clock.turnTo('2021-12-07T11:00:00Z')
}, 60_000)
afterAll(() => here.close())

const does = (actor: Actor, command: AnyCommand, input: unknown, options = {}) =>
  here.perform(actor, command, input, options)
const refusalOf = (deed: Promise<unknown>) =>
  deed.then(
    () => null,
    (error: unknown) => (error instanceof Refusal ? error.code : error),
  )
const recordNow = async (id: string) => recordOf(here.read, PledgeId.parse(id))
const listed = async (id: string) =>
  (
    await here.read
      .selectFrom('pledge')
      .select('listed')
      .where('id', '=', id as never)
      .executeTakeFirst()
  )?.listed

let last = 200
async function aPledge(until: 'submit' | 'accept' = 'accept'): Promise<string> {
  last += 1
  const pledge = `KOR-2021-${last}`
  const terms = {
    conference,
    title: textIn({ en: 'Smart camps' }),
    summary: textIn({ en: 'Smart camps for missions' }),
    lead: 'KOR',
    shares: [{ party: 'KOR', role: 'unit', consent: 'given' }],
    quantity: { kind: 'about', value: 2, unit: 'unit' },
  }
  await does(korea, draftPledge, { pledge, terms })
  await does(korea, submitPledge, { pledge })
  if (until === 'accept') await does(un, acceptPledge, { pledge })
  return pledge
}
const announce = (pledges: readonly string[], actor = un) =>
  does(actor, announcePledges, { conference, pledges })
const undo = (pledges: readonly string[], actor = un) =>
  does(actor, undoAnnouncement, { conference, pledges })

describe('an announcement', () => {
  it('needs nobody who waits for it: the errand knows its moment', async () => {
    const pledge = await aPledge()
    await announce([pledge])
    const { rows } = await sql<{ startAfter: Temporal.Instant }>`
      select start_after from pgboss.job where name = 'pledges.release'`.execute(
      here.database.write,
    )
    const moment = (await recordNow(pledge))?.releaseAt
    expect(rows.map(({ startAfter }) => `${startAfter}`)).toEqual([`${moment}`])
    here.clock.turnTo(`${moment}`)
    const outbox = createOutbox(here.database.url, here.doers)
    await startJobs({ ...here, outbox })
    await expect.poll(() => listed(pledge), { timeout: 10_000 }).toBe(true)
    await outbox.stop()
  })

  it('is the secretariat’s, and nobody else’s', async () => {
    const pledge = await aPledge()
    for (const actor of OTHERS) {
      expect([actor.id, await refusalOf(announce([pledge], actor))]).toEqual([
        actor.id,
        'platform.not-allowed',
      ])
    }
    expect(await refusalOf(announce([pledge], mofa))).toBeNull()
  })

  it('of many is of all or of none', async () => {
    const ready = await aPledge()
    const waits = await aPledge('submit')
    expect(await refusalOf(announce([ready, waits]))).toBe('pledges.cannot-move')
    expect(await refusalOf(announce([ready, 'KOR-2021-999']))).toBe('pledges.unknown-pledge')
    expect((await recordNow(ready))?.releaseAt).toBeNull()
    const other = await aPledge()
    const { answer, subject } = await announce([ready, other, ready])
    expect([answer, subject]).toEqual([{ pledges: 2 }, 'conference/seoul2021'])
    const moments = await Promise.all([ready, other].map(recordNow))
    expect(moments.map((record) => `${record?.releaseAt}`)).toEqual(
      Array(2).fill(`${here.clock.now().add({ seconds: 60 })}`),
    )
  })

  it('reaches nobody for a minute, in which it can be undone', async () => {
    const pledge = await aPledge()
    await announce([pledge])
    expect(await listed(pledge)).toBe(false)
    expect(await refusalOf(undo([pledge], korea))).toBe('platform.not-allowed')
    here.clock.turnTo(`${here.clock.now().add({ seconds: 59 })}`)
    await undo([pledge])
    expect((await recordNow(pledge))?.releaseAt).toBeNull()
    expect((await undo([pledge])).subject).toBeNull()
    const at = `${here.clock.now().add({ seconds: 1 })}`
    here.clock.turnTo(at)
    expect((await does(RELEASE, releasePledges, { pledges: [pledge], at })).subject).toBeNull()
    expect(await listed(pledge)).toBe(false)
  })

  it('is public when the minute is over, of the day at the conference, and stays so', async () => {
    const pledge = await aPledge()
    here.clock.turnTo('2021-12-07T16:30:00Z')
    await announce([pledge])
    await released(here, pledge)
    expect(await listed(pledge)).toBe(true)
    expect(await recordNow(pledge)).toMatchObject({
      state: 'announced',
      announcedOn: '2021-12-08',
      releaseAt: null,
    })
    expect(await refusalOf(undo([pledge]))).toBe('pledges.public-already')
    expect((await deedsOf(here.read, PledgeId.parse(pledge))).map(({ deed }) => deed)).toEqual([
      'draft',
      'submit',
      'accept',
      'announce',
      'release',
    ])
  })

  it('has its moment at a full second, however exact the clock is', async () => {
    const pledge = await aPledge()
    const now = here.clock.now()
    here.clock.turnTo(`${now.add({ seconds: 1, nanoseconds: 716_739_014 })}`)
    await announce([pledge])
    expect((await recordNow(pledge))?.releaseAt).toEqual(now.add({ seconds: 62 }))
    await released(here, pledge)
    expect(await listed(pledge)).toBe(true)
  })

  it('twice is one, and does not put itself off', async () => {
    const pledge = await aPledge()
    await announce([pledge])
    const before = (await recordNow(pledge))?.releaseAt
    here.clock.turnTo(`${here.clock.now().add({ seconds: 30 })}`)
    expect((await announce([pledge])).subject).toBeNull()
    expect((await recordNow(pledge))?.releaseAt).toEqual(before)
  })

  it('is made public by the programme alone, and not before its moment', async () => {
    const pledge = await aPledge()
    await announce([pledge])
    const at = `${(await recordNow(pledge))?.releaseAt}`
    const input = { pledges: [pledge], at }
    for (const actor of [...OTHERS, un]) {
      expect(await refusalOf(does(actor, releasePledges, input))).toBe('platform.not-allowed')
    }
    expect(await refusalOf(does(RELEASE, releasePledges, input))).toBe('pledges.not-due')
    expect(await overdueReleases(here.read, at)).toContainEqual({ at, pledges: [pledge] })
  })

  it('is not made by whoever withdrew it meanwhile', async () => {
    const pledge = await aPledge()
    await announce([pledge])
    const at = `${(await recordNow(pledge))?.releaseAt}`
    await does(korea, withdrawPledge, { pledge, note: null })
    here.clock.turnTo(at)
    await does(RELEASE, releasePledges, { pledges: [pledge], at })
    expect(await recordNow(pledge)).toMatchObject({ state: 'withdrawn', announcedOn: null })
  })
})

describe('an embargo', () => {
  it('until an hour on the clocks of the conference ends by itself', async () => {
    const pledge = await aPledge('submit')
    here.clock.turnTo('2021-12-08T00:00:00Z')
    const until = (clock: string) =>
      does(un, acceptPledge, { pledge, until: { day: '2021-12-08', clock } })
    expect(await refusalOf(until('08:59'))).toBe('pledges.embargo-in-the-past')
    await until('19:30')
    expect(`${(await recordNow(pledge))?.releaseAt}`).toBe('2021-12-08T10:30:00Z')
    await released(here, pledge)
    expect(await recordNow(pledge)).toMatchObject({ announcedOn: '2021-12-08' })
  })

  it('ends sooner where somebody announces, and is without end where somebody undoes', async () => {
    const pledge = await aPledge('submit')
    await does(un, acceptPledge, { pledge, until: { day: '2021-12-20', clock: '09:00' } })
    await announce([pledge])
    expect((await recordNow(pledge))?.releaseAt).toEqual(here.clock.now().add({ seconds: 60 }))
    await undo([pledge])
    expect((await recordNow(pledge))?.releaseAt).toBeNull()
  })
})

describe('signatures', () => {
  const needed = (host: number, un: number) =>
    sql`update conference set record = jsonb_set(record::jsonb, '{settings}', ${JSON.stringify({
      palette: null,
      signOffs: {
        programme: { host: 0, un: 0 },
        participants: { host: 0, un: 0 },
        announcements: { host, un },
      },
    })}::jsonb) where id = ${conference}`.execute(here.database.write)
  const sign = (pledge: string, actor: Actor, side: string) =>
    does(actor, signPledge, { pledge, side })

  it('of both ministries and the United Nations come before an announcement, where set', async () => {
    await needed(2, 1)
    const pledge = await aPledge()
    expect(await refusalOf(announce([pledge]))).toBe('pledges.not-signed')
    await sign(pledge, mofa, 'host')
    expect((await sign(pledge, mofa, 'host')).subject).toBeNull()
    await sign(pledge, un, 'un')
    expect(await refusalOf(announce([pledge]))).toBe('pledges.not-signed')
    await sign(pledge, mnd, 'host')
    expect(await refusalOf(announce([pledge]))).toBeNull()
  })

  it('are given by each for the own side, and taken back by whoever gave them', async () => {
    const pledge = await aPledge()
    for (const [actor, side] of [
      [un, 'host'],
      [mofa, 'un'],
      [chair, 'host'],
      [korea, 'host'],
      [ANONYMOUS, 'un'],
    ] as const) {
      expect(await refusalOf(sign(pledge, actor, side))).toBe('platform.not-allowed')
    }
    await sign(pledge, mofa, 'host')
    expect((await does(mnd, unsignPledge, { pledge })).subject).toBeNull()
    await does(mofa, unsignPledge, { pledge })
    expect(await signaturesOf(here.read, [PledgeId.parse(pledge)])).toEqual([])
  })

  it('are given anew when a pledge went back', async () => {
    const pledge = await aPledge()
    await sign(pledge, mofa, 'host')
    await does(un, returnPledge, { pledge, note: textIn({ en: 'Once more' }) })
    await does(korea, submitPledge, { pledge })
    await does(un, acceptPledge, { pledge })
    expect(await signaturesOf(here.read, [PledgeId.parse(pledge)])).toEqual([])
  })

  it('hold an embargo that is over until the last one is there', async () => {
    const pledge = await aPledge('submit')
    await does(un, acceptPledge, { pledge, until: { day: '2021-12-10', clock: '10:00' } })
    const at = `${(await recordNow(pledge))?.releaseAt}`
    here.clock.turnTo(at)
    const release = () => does(RELEASE, releasePledges, { pledges: [pledge], at })
    expect((await release()).subject).toBeNull()
    await sign(pledge, mofa, 'host')
    await sign(pledge, mnd, 'host')
    await sign(pledge, un, 'un')
    await release()
    expect(await listed(pledge)).toBe(true)
    await needed(0, 0)
  })
})

describe('a remark', () => {
  it('is said by the secretariat and the co-chairs on what was handed in, among themselves', async () => {
    const pledge = await aPledge('submit')
    const words = textIn({ en: 'Check the unit' })
    await does(un, remarkOnPledge, { pledge, words })
    await does(chair, remarkOnPledge, { pledge, concurs: true })
    for (const actor of [ANONYMOUS, korea, OTHERS[4] as Actor]) {
      expect(await refusalOf(does(actor, remarkOnPledge, { pledge, words }))).toBe(
        'platform.not-allowed',
      )
    }
    const remarks = await remarksOn(here.read, PledgeId.parse(pledge))
    expect(remarks.map(({ party, concurs }) => [party, concurs])).toEqual([
      [null, false],
      ['GBR', true],
    ])
    expect(await refusalOf(does(un, remarkOnPledge, { pledge }))).toBe('platform.unreadable-input')
  })

  it('is not said on what its author still writes', async () => {
    last += 1
    const pledge = `KOR-2021-${last}`
    const draft = (await recordNow(await aPledge()))?.terms
    await does(korea, draftPledge, { pledge, terms: draft })
    const words = textIn({ en: 'I see you' })
    expect(await refusalOf(does(un, remarkOnPledge, { pledge, words }))).toBe(
      'pledges.unknown-pledge',
    )
    expect(await refusalOf(does(chair, remarkOnPledge, { pledge: 'KOR-2021-999', words }))).toBe(
      'platform.not-allowed',
    )
  })
})
