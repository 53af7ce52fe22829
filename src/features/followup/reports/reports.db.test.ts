import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, ANONYMOUS, type Grant, LOADER, OPERATOR } from '../../../kernel/actor.ts'
import { PartyCode } from '../../../kernel/ids.ts'
import { createPerform } from '../../../platform/command/perform.ts'
import { startJobs } from '../../../platform/jobs/jobs.ts'
import { createOutbox } from '../../../platform/jobs/outbox.ts'
import { type World, world } from '../../../testing/world.ts'
import { spelledOut } from '../../conferences/shipped.ts'
import { PledgeId } from '../../pledges/model.ts'
import { historyOf } from '../../pledges/queries.ts'
import { reportProgress, restoreReport } from './commands.ts'
import { remindersOf, reportsBy, reportsOf } from './queries.ts'
import { openRound, recordReminder, remind } from './rounds.commands.ts'

const helicopters = PledgeId.parse('KOR-2021-01')
const company = PledgeId.parse('VNM-2021-01')

const who = (id: string, ...grants: Grant[]): Actor => ({ kind: 'account', id, grants })
const focalPoint = (party: string, conference = 'seoul2021') =>
  who(`focal-point-${party}`, { role: 'focal-point', conference, party })
const desk = who('desk', { role: 'un-secretariat', conference: 'seoul2021' })
const reviewer = who('reviewer', { role: 'reviewer', conference: '*' })
const korea = focalPoint('KOR')

let here: World
beforeAll(async () => {
  here = await world({ shipped: true })
  here.clock.turnTo('2024-03-01T00:00:00Z')
}, 60_000)
afterAll(() => here.close())

const shipped = {
  stage: 'partly-delivered',
  on: '2023-12-21',
  quantity: { value: 6, unit: 'helicopter', currency: null },
  evidence: [{ publisher: 'Ministry', url: 'https://mnd.test/1', date: null, grade: 'A' }],
  obstacle: { kind: 'request-awaited', note: spelledOut({ en: 'Inside only' }) },
}
const report = (actor: Actor, told: object = shipped, more: object = {}) =>
  here.perform(actor, reportProgress, { pledge: helicopters, party: 'KOR', told, ...more })

describe('a progress report', () => {
  it('is given by the focal point of that party, or by the secretariat, and by nobody else', async () => {
    const others = [
      ANONYMOUS,
      reviewer,
      focalPoint('USA'),
      focalPoint('KOR', 'accra2023'),
      who('host', { role: 'host-secretariat', conference: 'accra2023' }),
      LOADER,
    ]
    for (const actor of others) {
      await expect(report(actor), actor.id).rejects.toMatchObject({ status: 403 })
    }
    expect(await reportsOf(here.read, helicopters, 'secretariat')).toEqual([])
  })

  it('joins the history of the pledge, and shows evidence and obstacle to the parties only', async () => {
    await report(korea)
    const { delivery } = await historyOf(here.read, helicopters)
    expect(delivery.at(-1)).toMatchObject({
      stage: 'partly-delivered',
      on: '2023-12-21',
      voice: 'pledger',
      source: null,
      audience: 'public',
      party: 'KOR',
      quantity: { value: 6 },
    })
    const [seen] = await reportsOf(here.read, helicopters)
    expect(seen).toMatchObject({ party: 'KOR', onBehalf: false, evidence: [], obstacle: null })
    const [inside] = await reportsOf(here.read, helicopters, 'parties')
    expect(inside).toMatchObject({ obstacle: { kind: 'request-awaited' } })
    expect(JSON.stringify(await reportsBy(here.read, PartyCode.parse('KOR')))).not.toMatch(
      /mnd\.test|Inside only|focal-point/,
    )
  })

  it('sent twice is one, with a key or without', async () => {
    const told = { ...shipped, on: '2024-01' }
    const input = { pledge: helicopters, party: 'KOR', told }
    const first = await here.perform(korea, reportProgress, input, { key: 'once' })
    expect(await here.perform(korea, reportProgress, input, { key: 'once' })).toEqual(first)
    await report(korea, told)
    expect(await reportsOf(here.read, helicopters)).toHaveLength(2)
  })

  it('follows what that party reported before; what others reported does not bind it', async () => {
    await expect(report(korea, { stage: 'preparing', on: '2024-02' })).rejects.toMatchObject({
      code: 'pledges.stage-does-not-follow',
    })
    const kenya = { stage: 'preparing', on: '2024-02' }
    await report(focalPoint('KEN'), kenya, { party: 'KEN' })
    await report(korea, { stage: 'suspended', on: '2024-02-10' })
    await report(korea, { stage: 'preparing', on: '2024-02-20' })
    const stages = (await reportsOf(here.read, helicopters)).map(({ stage }) => stage)
    expect(stages).toEqual([
      'partly-delivered',
      'partly-delivered',
      'preparing',
      'suspended',
      'preparing',
    ])
  })

  it('handed in by the secretariat says so, in its own voice', async () => {
    await report(desk, { stage: 'registered', on: '2024-02' }, { party: 'USA' })
    const { delivery } = await historyOf(here.read, helicopters)
    expect(delivery.at(-1)).toMatchObject({ voice: 'secretariat', party: 'USA' })
    const usa = (await reportsOf(here.read, helicopters)).find(({ party }) => party === 'USA')
    expect(usa).toMatchObject({ onBehalf: true })
  })

  it('meant for few is in the history for few, and its quantity for fewer', async () => {
    const told = { ...shipped, audiences: { stage: 'parties', quantity: 'secretariat' } }
    await report(focalPoint('VNM'), { ...told, on: '2023-06' }, { pledge: company, party: 'VNM' })
    const { delivery } = await historyOf(here.read, company)
    expect(delivery.at(-1)).toMatchObject({ audience: 'parties', quantity: null })
    expect(await reportsOf(here.read, company)).toEqual([])
    expect(await reportsOf(here.read, company, 'parties')).toMatchObject([{ quantity: null }])
  })

  it('is refused for a party without a share, a day still to come, or a round that does not ask', async () => {
    const refused: [Actor, object, object, string][] = [
      [focalPoint('BGD'), shipped, { party: 'BGD' }, 'followup.no-such-share'],
      [korea, { stage: 'delivered', on: '2024-04' }, {}, 'pledges.not-yet'],
      [korea, shipped, { round: 'nowhere' }, 'followup.unknown-round'],
      [
        korea,
        { ...shipped, dates: { from: '2024', until: '2023' } },
        {},
        'followup.ends-before-it-begins',
      ],
      [focalPoint('KOR', '*'), shipped, { pledge: 'KOR-2021-77' }, 'pledges.unknown-pledge'],
    ]
    for (const [actor, told, more, code] of refused) {
      await expect(report(actor, told, more), code).rejects.toMatchObject({ code })
    }
  })

  it('is given back from an archive as it was, once, and by nobody else', async () => {
    const [first] = await reportsOf(here.read, helicopters)
    expect((await here.perform(OPERATOR, restoreReport, first)).subject).toBeNull()
    const archived = { ...first, id: '019f0000-0000-7000-8000-000000000001', onBehalf: true }
    await expect(here.perform(korea, restoreReport, archived)).rejects.toMatchObject({
      status: 403,
    })
    const before = (await historyOf(here.read, helicopters)).delivery.length
    await here.perform(OPERATOR, restoreReport, archived)
    expect((await historyOf(here.read, helicopters)).delivery).toHaveLength(before)
    await expect(
      here.perform(OPERATOR, restoreReport, { ...archived, stage: 'delivered' }),
    ).rejects.toMatchObject({ code: 'followup.report-stays' })
  })
})

describe('a round of reports', () => {
  const round = {
    id: 'newyork2014-2024',
    name: spelledOut({ en: 'Ten years on' }),
    due: '2024-06-30',
    conferences: ['newyork2014'],
  }
  const secretariat = who('desk', { role: 'un-secretariat', conference: 'newyork2014' })
  const training = PledgeId.parse('JPN-2014-01')

  it('is opened by the secretariat of every conference that it asks about', async () => {
    for (const actor of [ANONYMOUS, korea, reviewer, desk]) {
      await expect(here.perform(actor, openRound, round)).rejects.toMatchObject({ status: 403 })
    }
    const both = { ...round, conferences: ['newyork2014', 'accra2023'] }
    await expect(here.perform(secretariat, openRound, both)).rejects.toMatchObject({ status: 403 })
    const wrong: [object, string][] = [
      [{ due: '2024-03-01' }, 'followup.due-before-it-opens'],
      [{ opens: '2024-03-02' }, 'followup.opens-later'],
    ]
    for (const [change, code] of wrong) {
      const opening = here.perform(secretariat, openRound, { ...round, ...change })
      await expect(opening).rejects.toMatchObject({ code })
    }
  })

  it('reminds each party of its pledges, until its report has come in', async () => {
    const asked = ['BGD BGD-2014-01 BGD-2014-02', 'JPN JPN-2014-01', 'UN JPN-2014-01']
    expect((await here.perform(secretariat, openRound, round)).answer).toMatchObject({ asked: 3 })
    expect((await here.perform(secretariat, openRound, round)).subject).toBeNull()
    await report(
      focalPoint('JPN', 'newyork2014'),
      { stage: 'partly-delivered', on: '2024-02' },
      { pledge: training, party: 'JPN', round: round.id },
    )
    await expect(
      report(korea, { stage: 'preparing', on: '2024-02-28' }, { round: round.id }),
    ).rejects.toMatchObject({ code: 'followup.other-round' })
    const left = asked.filter((line) => !line.startsWith('JPN'))
    await working(() => expect.poll(() => reminded(), { timeout: 20_000 }).toEqual(left))
    here.clock.turnTo('2024-03-02T00:00:00Z')
    const again = await here.perform(secretariat, remind, { round: round.id })
    expect(again.answer).toMatchObject({ asked: left.length })
  })

  it('notes reminders for the programme itself only', async () => {
    const input = { round: round.id, party: 'KOR' }
    for (const actor of [ANONYMOUS, korea, desk]) {
      await expect(here.perform(actor, recordReminder, input)).rejects.toMatchObject({
        status: 403,
      })
    }
  })

  const reminded = async () =>
    (await remindersOf(here.read, round.id))
      .map(({ party, pledges }) => [party, ...pledges].join(' '))
      .toSorted()
})

async function working(check: () => Promise<void>) {
  const outbox = createOutbox(here.database.url, here.features)
  const { database, features, clock } = here
  const perform = createPerform({ database, features, clock, outbox })
  await startJobs({ outbox, features, database, perform })
  try {
    await check()
  } finally {
    await outbox.stop()
  }
}
