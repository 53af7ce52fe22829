import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, OPERATOR } from '../../../kernel/actor.ts'
import { alsoAs, aPerson } from '../../../testing/people.ts'
import { type World, world } from '../../../testing/world.ts'
import { spelledOut } from '../../conferences/shipped.ts'
import { reportProgress } from './commands.ts'
import { extendRound } from './extend.commands.ts'
import { openRound, REMINDER, recordReminder, remind } from './rounds.commands.ts'

const conference = 'newyork2014'
const round = {
  name: spelledOut({ en: 'Ten years on', ar: 'بعد عشر سنوات' }),
  due: '2024-06-30',
  conferences: [conference],
}
const id = `${conference}-${round.due}`

let w: World
let desk: Actor
let japan: Actor
beforeAll(async () => {
  w = await world({ shipped: true })
  w.clock.turnTo('2024-03-01T08:00:00Z')
  desk = await aPerson(w, { role: 'un-secretariat', conference })
  japan = await aPerson(w, { role: 'focal-point', conference, party: 'JPN' })
  const both = await aPerson(w, { role: 'focal-point', conference, party: 'BGD', language: 'ar' })
  await alsoAs(w, both, { role: 'focal-point', conference, party: 'UN' })
}, 60_000)
afterAll(() => w.close())

const reminders = async () => (await w.letters()).filter(({ kind }) => kind === 'followup.reminder')
/** What errands and the clock do, on a day. */
async function onDay(day: string) {
  w.clock.turnTo(`${day}T06:00:00Z`)
  for (const { schedule, jobs } of w.features) {
    if (!schedule?.['followup.remind-rounds']) continue
    const data = { slot: `${day}T06:00:00Z` }
    await jobs?.['followup.remind-rounds']?.(data, {
      read: w.read,
      perform: w.perform,
      key: `slot/${day}`,
    })
  }
}
const report = (told: object) =>
  w.perform(japan, reportProgress, { pledge: 'JPN-2014-01', party: 'JPN', ...told })

describe('the letters of a round', () => {
  it('are one for each person, in their language, with all the pledges for which they answer', async () => {
    await w.perform(desk, openRound, round)
    const letters = await reminders()
    expect(letters).toHaveLength(2)
    const arabic = letters.find(({ text }) => text?.includes('تقرير'))
    for (const pledge of ['BGD-2014-01', 'BGD-2014-02', 'JPN-2014-01']) {
      expect(arabic?.text).toContain(pledge)
    }
    expect(arabic?.subject).toContain('بعد عشر سنوات')
    expect(arabic?.text).toContain(`/ar/${conference}/delegation/UN/pledges/JPN-2014-01/report`)
    const english = letters.find(({ text }) => text?.includes('kindly'))
    expect(english?.text).toContain('30 June 2024')
    expect(english?.text).not.toContain('BGD-2014-01')
  })

  it('go once to whoever was reminded today, however often the secretariat asks', async () => {
    for (const party of ['BGD', 'JPN', 'UN']) {
      await w.perform(REMINDER, recordReminder, { round: id, party })
    }
    expect((await w.perform(desk, remind, { round: id })).subject).toBeNull()
    expect(await reminders()).toHaveLength(2)
  })

  it('go before the last day and after it by the clock, each once, and not to whoever reported', async () => {
    await onDay('2024-06-22')
    expect(await reminders()).toHaveLength(2)
    await onDay('2024-06-23')
    await onDay('2024-06-24')
    expect(await reminders()).toHaveLength(4)
    await report({ round: id, told: { stage: 'preparing', on: '2024-06-24' } })
    await onDay('2024-07-03')
    await onDay('2024-07-04')
    const after = await reminders()
    expect(after).toHaveLength(5)
    expect(after.filter(({ text }) => text?.includes('انقضى'))).toHaveLength(1)
  })
})

describe('a round that gets another last day', () => {
  it('reminds by the new one, and stays as it is for others', async () => {
    const later = { round: id, due: '2024-09-30' }
    await expect(w.perform(japan, extendRound, later)).rejects.toMatchObject({ status: 403 })
    await expect(
      w.perform(desk, extendRound, { ...later, due: '2024-07-03' }),
    ).rejects.toMatchObject({ code: 'followup.day-has-passed' })
    await w.perform(desk, extendRound, later)
    expect((await w.perform(desk, extendRound, later)).subject).toBeNull()
    const before = (await reminders()).length
    await onDay('2024-07-05')
    expect(await reminders()).toHaveLength(before)
    await onDay('2024-09-24')
    expect(await reminders()).toHaveLength(before + 1)
  })
})

describe('a round', () => {
  it('asks about the pledges that it names, and no others', async () => {
    const named = { ...round, due: '2025-06-30', pledges: ['BGD-2014-02'] }
    const opened = await w.perform(desk, openRound, named)
    expect(opened.answer).toEqual({ round: `${conference}-2025-06-30`, asked: 1 })
    const unknown = { ...named, due: '2025-07-31', pledges: ['KOR-2021-01'] }
    await expect(w.perform(OPERATOR, openRound, unknown)).rejects.toMatchObject({
      code: 'followup.unknown-pledge',
    })
    await expect(
      report({ round: opened.answer.round, told: { stage: 'preparing', on: '2024-07' } }),
    ).rejects.toMatchObject({ code: 'followup.other-round' })
  })
})
