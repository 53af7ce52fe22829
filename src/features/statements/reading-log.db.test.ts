import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SessionId } from '../../kernel/ids.ts'
import { focalPoint, holder, refusal, SEOUL } from '../../testing/delegations/people.ts'
import { settingsOf } from '../../testing/floor.ts'
import { textIn } from '../../testing/programme.ts'
import { type World, world } from '../../testing/world.ts'
import { inscribe } from '../floor/deeds/asking.commands.ts'
import { setUp } from '../floor/deeds/settings.commands.ts'
import { sessionCalled } from '../floor/queries.ts'
import { KEEPER } from '../privacy/model.ts'
import { deposit, openDeposit } from './deeds/deposit.commands.ts'
import { expireReadings } from './deeds/expire.commands.ts'
import { statements } from './feature.ts'
import { readingsOf } from './queries.ts'
import { openedBy } from './reading.queries.ts'

const conference = SEOUL
const desk = holder('floor-desk')
const booth = holder('interpreter')

let here: World
let speech: string
beforeAll(async () => {
  here = await world({ shipped: true })
  here.clock.turnTo('2021-12-06T09:00:00Z')
  const session = await sessionCalled(here.read, conference, 'session-1')
  const list = { conference, session: SessionId.parse(session?.id) }
  await here.perform(desk, setUp, { ...list, settings: settingsOf() })
  const asked = await here.perform(desk, inscribe, { ...list, party: 'KOR', rank: 'minister' })
  speech = String(asked.answer.speech)
  const text = textIn({ en: 'Mr President, we pledge a smart camp.' })
  await here.perform(focalPoint('KOR'), deposit, { ...list, speech, text })
  await here.perform(booth, openDeposit, { ...list, speech })
}, 120_000)
afterAll(() => here.close())

/** The job of a night, as the schedule asks for it. */
async function night(day: string) {
  const slot = `${day}T03:28:00Z`
  here.clock.turnTo(slot)
  expect(statements.schedule?.['statements.expire']).toEqual({ daily: '03:28' })
  const world = { read: here.database.write, perform: here.perform, key: `expire ${slot}` }
  await statements.jobs?.['statements.expire']?.({ slot }, world)
}
const log = async () =>
  (await readingsOf(here.read, speech)).map(({ account, number }) => [account, number])

describe('the log of who opened a deposited text', () => {
  it('names them as long as entries at the doors are kept', async () => {
    await night('2022-03-08')
    expect(await log()).toEqual([[booth.id, 1]])
  })

  it('is ended by nobody but the keeper of time and the secretariats', async () => {
    for (const actor of [desk, booth, focalPoint('KOR'), holder('host-secretariat', 'accra2023')]) {
      const [code] = (await refusal(here.perform(actor, expireReadings, { conference }))) ?? []
      expect(code).toBe('platform.not-allowed')
    }
  })

  it('then says only that it was opened, and when', async () => {
    await night('2022-03-09')
    expect(await log()).toEqual([[null, 1]])
    const reader = { actor: booth, now: here.clock.now() }
    expect(await openedBy(here.read, { conference, speech }, reader)).toBeNull()
  })

  it('and does nothing more in the nights after that', async () => {
    expect((await here.perform(KEEPER, expireReadings, { conference })).subject).toBeNull()
  })
})
