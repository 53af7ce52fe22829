import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, ANONYMOUS, LOADER, OPERATOR } from '../../../kernel/actor.ts'
import { ConferenceId, PartyCode } from '../../../kernel/ids.ts'
import { loadShipped } from '../../../platform/shipped/load.ts'
import { type World, world } from '../../../testing/world.ts'
import { PledgeId } from '../../pledges/model.ts'
import { recordObservation } from './commands.ts'
import type { Observation } from './model.ts'
import {
  observationOf,
  observationsOf,
  observationsOn,
  statementsOn,
  versionsOf,
} from './queries.ts'

let here: World
const loading = () => ({
  database: here.database,
  features: here.features,
  performAll: here.performAll,
  folder: 'data',
})
const secretariat = (conference: string): Actor => ({
  kind: 'account',
  id: 'desk',
  grants: [{ role: 'un-secretariat', conference }],
})
const stored = async (id: string): Promise<Observation> => {
  const found = await observationOf(here.read, id)
  if (!found) throw new Error(`There is no ${id}`)
  return found.observation
}
const helicopters = PledgeId.parse('KOR-2021-01')

beforeAll(async () => {
  here = await world({ shipped: true })
}, 60_000)

afterAll(() => here.close())

describe('the shipped statements', () => {
  it('are all there, and change nothing when they are loaded again', async () => {
    const count = () =>
      here.read
        .selectFrom('observation')
        .select(({ fn }) => [fn.countAll<number>().as('all'), fn.max('version').as('version')])
        .executeTakeFirstOrThrow()
    expect(await count()).toMatchObject({ version: 1 })
    expect(Number((await count()).all)).toBe(81)
    await here.perform(LOADER, recordObservation, await stored('can-2017-01-dorn-2019'))
    expect(await count()).toMatchObject({ version: 1 })
    expect(await loadShipped(loading())).toBe(0)
  })

  it('stand beside their pledge, oldest first, without what is held back', async () => {
    const said = await observationsOf(here.read, helicopters)
    expect(said.map(({ id }) => String(id))).toEqual(['kor-2021-01-kenyan-post-2024'])
    const inside = await observationsOf(here.read, helicopters, 'secretariat')
    expect(inside.map(({ id }) => String(id))).toEqual([
      'kor-2021-01-tripfoumi-2024',
      'kor-2021-01-kenyan-post-2024',
      'kor-2021-01-pulse-kenya',
    ])
  })

  it('of an edition as a whole stand with it, and what is held back does not', async () => {
    const berlin = await observationsOn(here.read, ConferenceId.parse('berlin2025'))
    expect(berlin.map(({ id }) => String(id))).toEqual([
      'berlin2025-fes-2025',
      'berlin2025-observatoire-2025',
      'berlin2025-un-synthesis-2025',
    ])
  })

  it('of a party are those of whom it is said, and its own, but not where it only receives', async () => {
    const ids = async (code: string) =>
      (await statementsOn(here.read, PartyCode.parse(code))).statements.map(({ id }) => String(id))
    expect(await ids('IND')).toEqual(['ind-secretary-general-2016'])
    expect(await ids('NPL')).toEqual(['npl-secretary-general-2016', 'npl-government-2023'])
    expect(await ids('IDN')).toHaveLength(3)
    expect(await ids('GHA')).toEqual([])
    expect(await ids('KEN')).toEqual(['kor-2021-01-kenyan-post-2024'])
    expect(await ids('NOR')).toEqual([
      'swe-2017-01-nordic-countries-2019',
      'nor-2016-01-rotation-study',
    ])
  })
})

describe('recording a statement', () => {
  it('is for the loader, an administrator and the secretariat of its conference', async () => {
    const one = await stored('can-2017-01-dorn-2019')
    const elsewhere = { ...one, conference: 'seoul2021' as ConferenceId }
    for (const actor of [ANONYMOUS, secretariat('seoul2021')]) {
      await expect(here.perform(actor, recordObservation, one)).rejects.toMatchObject({
        status: 403,
      })
    }
    await expect(
      here.perform(secretariat('seoul2021'), recordObservation, elsewhere),
    ).rejects.toMatchObject({ status: 403 })
    await here.perform(secretariat('vancouver2017'), recordObservation, one)
  })

  it('keeps what was said before as a version', async () => {
    const before = await stored('nga-2025-02-nigerian-tribune-2025')
    await here.perform(OPERATOR, recordObservation, { ...before, author: 'Another' })
    expect((await stored(before.id)).author).toBe('Another')
    expect(await versionsOf(here.read, before.id)).toEqual([
      { version: 1, replacedAt: here.clock.now(), content: before },
    ])
  })

  it('refuses whom and what nobody has recorded, and what is not sound', async () => {
    const one = await stored('can-2017-01-dorn-2019')
    const refused: [Partial<Observation>, string][] = [
      [{ conference: 'nowhere2030' as ConferenceId }, 'followup.unknown-conference'],
      [{ parties: ['ZZZ' as PartyCode] }, 'followup.unknown-party'],
      [{ pledges: ['CAN-2017-99' as PledgeId] }, 'followup.unknown-pledge'],
      [{ source: { ...one.source, grade: 'C' } }, 'followup.unfavourable-needs-grade'],
      [{ voice: 'pledger', by: ['CAN' as PartyCode] }, 'followup.own-words-without-verdict'],
    ]
    for (const [change, code] of refused) {
      await expect(
        here.perform(OPERATOR, recordObservation, { ...one, ...change }),
      ).rejects.toMatchObject({ code })
    }
  })
})
