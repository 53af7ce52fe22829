import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ANONYMOUS } from '../../kernel/actor.ts'
import type { Perform } from '../../platform/feature.ts'
import { paperBy, photoBy } from '../../testing/delegations/files.ts'
import { focalPoint, holder, party, person, SEOUL } from '../../testing/delegations/people.ts'
import { type World, world } from '../../testing/world.ts'
import { announceArrival, keepOfficer } from '../arrivals/commands.ts'
import { arrivalsOf, officersAt } from '../arrivals/queries.ts'
import { issueBadges } from '../badges/issue.commands.ts'
import { usualSettings } from '../badges/model.ts'
import { setBadges } from '../badges/settings.commands.ts'
import { openDoor, recordScans } from '../checkin/commands.ts'
import { returnTo } from '../conferences/deeds/history.commands.ts'
import { moveDates } from '../conferences/deeds/when-and-where.commands.ts'
import { reply } from '../delegations/invitations/reply.commands.ts'
import { approve } from '../delegations/participants/decide.commands.ts'
import { addMember } from '../delegations/participants/member.commands.ts'
import { everyParticipant } from '../delegations/participants/queries.ts'
import { setRules } from '../delegations/rules.commands.ts'
import { usualRules } from '../delegations/rules.model.ts'
import { setForm, takeForm } from '../registration/forms.commands.ts'
import { formOf } from '../registration/queries.ts'
import { begin, register } from '../registration/register.commands.ts'

let here: World
const host = holder('host-secretariat')
const ghana = focalPoint('GHA')
const OF = { conference: SEOUL }
const READER = 'reader@example.org'

beforeAll(async () => {
  here = await world({ shipped: true })
  await here.perform(host, setRules, {
    ...usualRules(SEOUL),
    needsDocument: false,
    needsPhoto: false,
  })
  await here.perform(host, reply, { ...OF, party: 'GHA', mode: 'in-person', level: 'minister' })
  const minister = person('Ama Unmistakable', {
    ...{ accessNeeds: 'A ramp', travel: { arrives: '2021-12-06' }, address: 'ama@example.org' },
  })
  await here.perform(ghana, addMember, { ...OF, party: 'GHA', person: minister, submit: true })
  await registerReporter()
  const participants = (await everyone()).map(({ id }) => id)
  await here.perform(host, approve, { ...OF, participants })
  await here.perform(host, setBadges, {
    ...usualSettings(SEOUL),
    until: { day: '2021-12-09', clock: '12:00' },
  })
  await here.perform(host, issueBadges, { ...OF, participants })
  await comeIn()
  const officer = { name: 'Kim', telephone: '+82 2 000 0000', parties: ['GHA'] }
  await here.perform(host, keepOfficer, { ...OF, officer })
  const journey = {
    ...{ direction: 'arrival', day: '2021-12-06', at: '07:25', place: 'Incheon', by: 'KE 960' },
    ...{ people: 4, note: 'Wheelchair' },
  }
  await here.perform(ghana, announceArrival, { ...OF, party: 'GHA', journey })
  await here.letters()
}, 90_000)
afterAll(() => here.close())

const everyone = () => everyParticipant(here.read, SEOUL)
const of = async (kind: string) => (await everyone()).find((one) => one.kind === kind)

/** A reporter registers; somebody else asks for a link and never comes back. */
async function registerReporter() {
  await here.perform(host, takeForm, { ...OF, kind: 'media' })
  const form = { ...(await formOf(here.read, SEOUL, 'media'))?.form, open: true }
  await here.perform(host, setForm, form)
  for (const address of [READER, 'never@example.org']) {
    await here.perform(ANONYMOUS, begin, { ...OF, kind: 'media', address, language: 'en' })
  }
  const text = (await here.letters()).find(({ address }) => address === READER)?.text ?? ''
  const key = /registration\?key=(\w+)/.exec(text)?.[1] ?? ''
  const reporter = person('Ada Unmistakable', {
    organisation: 'Gazette',
    photo: await photoBy(here, ANONYMOUS),
    answers: {
      ...{ medium: 'radio', 'work--reporting': 'true' },
      letter: await paperBy(here, ANONYMOUS),
    },
  })
  await here.perform(ANONYMOUS, register, { ...OF, key, person: reporter })
}

async function comeIn() {
  const { answer } = await here.perform(host, openDoor, { ...OF, name: 'North', zone: 'venue' })
  const badge = await here.read.selectFrom('badge').select('id').executeTakeFirstOrThrow()
  const at = Date.parse('2021-12-07T00:10:00Z')
  await here.perform(ANONYMOUS, recordScans, {
    ...{ ...OF, key: `${answer.link}`.split('#')[1] },
    scans: [{ id: randomUUID(), badge: badge.id, at, direction: 'in', outcome: 'admitted' }],
  })
}

const NIGHTLY = /\.expire$|^registration\.forget$|^platform\.purge$/

/** A night, by the jobs that the schedule asks for. */
async function night(day: string, perform: Perform = here.perform) {
  const slot = `${day}T03:00:00Z`
  if (here.clock.now().toString() < slot) here.clock.turnTo(slot)
  for (const { jobs = {}, schedule = {} } of here.doers) {
    for (const [name, job] of Object.entries(jobs)) {
      if (!NIGHTLY.test(name)) continue
      expect(schedule[name], name).toEqual({ daily: expect.any(String) })
      const key = `${name} ${slot}`
      await job({ slot }, { read: here.database.write, perform, key })
    }
  }
}
const entries = async () => (await here.read.selectFrom('journal').select('seq').execute()).length
const uploads = async () =>
  (await here.read.selectFrom('upload').select('owner').execute()).map(({ owner }) => owner)

describe('the night', () => {
  it('forgets who asked for a link and did not use it', async () => {
    const waiting = () => here.read.selectFrom('registrationStart').select('address').execute()
    await night('2021-12-20')
    expect(await waiting()).toEqual([{ address: 'never@example.org' }])
    await night('2021-12-22')
    expect(await waiting()).toEqual([])
  })

  it('takes nothing before its time, by the clock of the conference', async () => {
    const before = await entries()
    await night('2022-01-07')
    expect((await of('delegate'))?.person).toMatchObject({ accessNeeds: 'A ramp' })
    expect((await of('media'))?.person?.answers.letter).toBeDefined()
    expect(await officersAt(here.read, SEOUL)).toHaveLength(1)
    expect(await entries()).toBe(before)
  })

  it('takes nothing because of other dates before seven days are over, and not unasked', async () => {
    const dates = (first: string, last: string, more: object = {}) =>
      here.perform(host, moveDates, {
        ...{ ...OF, to: { first, last }, sources: [], ...more },
        why: { original: 'en', in: { en: { value: 'Moved.', status: 'authentic' } } },
      })
    const slip = dates('2012-12-07', '2012-12-08')
    await expect(slip).rejects.toMatchObject({
      code: 'delegations.would-erase',
      values: { people: 2, documents: 0 },
      fields: [{ path: ['erasing'], code: 'delegations.confirm-erasing' }],
    })
    const { answer } = await dates('2012-12-07', '2012-12-08', { erasing: true })
    const before = await entries()
    await night('2022-01-07')
    expect(await entries()).toBe(before)
    const { version } = answer as { version: number }
    await here.perform(host, returnTo, { ...OF, version: version - 1, stands: version })
    const again = here.perform(host, returnTo, { ...OF, version, stands: version + 1 })
    await expect(again).rejects.toMatchObject({ code: 'delegations.would-erase' })
    await night('2022-01-07')
    expect((await of('delegate'))?.person).toMatchObject({ accessNeeds: 'A ramp' })
  })

  it('goes on where it was killed, and ends the same', async () => {
    const before = await entries()
    const dying: Perform = async (...asked) => {
      const outcome = await here.perform(...asked)
      if (outcome.subject !== null) throw new Error('Killed after the deed was done')
      return outcome
    }
    await expect(night('2022-01-08', dying)).rejects.toThrow('Killed')
    expect(await entries()).toBeGreaterThan(before)
    await night('2022-01-08')
    const member = (await of('delegate'))?.person
    expect([member?.accessNeeds, member?.travel, member?.address]).toEqual([
      null,
      null,
      'ama@example.org',
    ])
    const reporter = (await of('media'))?.person
    expect(reporter?.answers).toEqual({ medium: 'radio', 'work--reporting': 'true' })
    expect((await uploads()).filter((owner) => owner?.startsWith('participant/'))).toHaveLength(1)
    const [journey] = await arrivalsOf(here.read, SEOUL, party('GHA'))
    expect(journey).toMatchObject({
      officer: null,
      journey: { day: '2021-12-06', people: 4, by: null, note: null },
    })
    expect(await officersAt(here.read, SEOUL)).toEqual([])
  })

  it('does nothing the second time', async () => {
    const before = await entries()
    await night('2022-01-08')
    await night('2022-01-09')
    expect(await entries()).toBe(before)
  })

  it('lets go of photos, and of whose the badges were', async () => {
    await night('2022-03-09')
    expect((await uploads()).filter((owner) => owner?.startsWith('participant/'))).toEqual([])
    const badges = await here.read.selectFrom('badge').select(['participant', 'signed']).execute()
    expect(badges).toEqual([
      { participant: null, signed: '' },
      { participant: null, signed: '' },
    ])
    expect(await here.read.selectFrom('doorScan').select(['badge', 'direction']).execute()).toEqual(
      [{ badge: null, direction: 'in' }],
    )
  })

  it('forgets the press whole, and how to reach the others; that they came stays', async () => {
    await here.database.write.updateTable('mail').set({ keptAt: here.clock.now() }).execute()
    const letters = () => here.read.selectFrom('mail').select('address').execute()
    expect(await letters()).toContainEqual({ address: READER })
    await night('2022-06-07')
    expect(await of('media')).toMatchObject({ person: null, state: 'badged' })
    expect(await letters()).not.toContainEqual({ address: READER })
    expect(await of('delegate')).toMatchObject({
      state: 'badged',
      person: { name: 'Ama Unmistakable', address: null },
    })
    const before = await entries()
    await night('2030-01-01')
    expect(await entries()).toBe(before)
    expect((await of('delegate'))?.person?.name).toBe('Ama Unmistakable')
  })

  it('forgets the keys of deeds after thirty days', async () => {
    const keys = async () =>
      (await here.read.selectFrom('deed').select('key').execute()).map(({ key }) => key)
    await here.perform(host, setRules, usualRules(SEOUL), { key: 'the same' })
    await night('2030-01-31')
    expect(await keys()).toContain('the same')
    await night('2030-02-01')
    expect(await keys()).not.toContain('the same')
  })
})
