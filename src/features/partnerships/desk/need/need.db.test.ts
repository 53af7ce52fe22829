import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../../../kernel/actor.ts'
import type { AnyCommand } from '../../../../platform/command/command.ts'
import { alsoAs, aPerson, byAccount } from '../../../../testing/people.ts'
import { type OpenSite, openSite } from '../../../../testing/web/site.ts'
import { type World, world } from '../../../../testing/world.ts'
import { makeOffer } from '../../../offers/commands.ts'
import { addNeed, setRecipe } from '../../../offers/needs/commands.ts'
import { calculateRun } from '../../runs/commands.ts'
import { addressOfNeed, type RunId } from '../../runs/model.ts'
import { runMadeOf } from '../../runs/queries.ts'

const conference = 'seoul2021' as never
const window = { from: '2036-01-01', until: '2036-12-31' }
const medical = { ...window, capability: 'medical' }
let w: World
let site: OpenSite
let desk: Actor
let here: string

beforeAll(async () => {
  w = await world({ shipped: true })
  site = await openSite(w, { authenticate: byAccount(w) })
  desk = await aPerson(w, { role: 'un-secretariat' })
  const elsewhere = await aPerson(w, { role: 'un-secretariat', conference: 'accra2023' })
  const kenya = await aPerson(w, { role: 'focal-point', party: 'KEN' })
  const team = { ...medical, component: 'people', unit: 'team' }
  const hospital = { ...medical, component: 'equipment', amount: 1, unit: 'hospital' }
  await does(kenya, makeOffer, { party: 'KEN', terms: { ...team, amount: 1 } })
  await does(desk, makeOffer, { party: 'KOR', terms: hospital })
  await does(elsewhere, makeOffer, {
    ...{ conference: 'accra2023', party: 'GHA', terms: { ...team, amount: 2 } },
  })
  await does(desk, setRecipe, {
    capability: 'medical.hospital.level2',
    alternatives: [
      {
        components: [
          { component: 'equipment', amount: 1, unit: 'hospital' },
          { component: 'people', amount: 2, unit: 'team' },
        ],
      },
    ],
  })
  await does(desk, addNeed, {
    terms: { ...medical, capability: 'medical.hospital.level2', units: 1 },
  })
  here = await calculated()
}, 60_000)
afterAll(async () => {
  await site.close()
  await w.close()
})

const does = (actor: Actor, command: AnyCommand, input: object) =>
  w.perform(actor, command, { conference, ...input }).then(({ answer }) => answer)

/** The address of the only need of a new calculation. */
async function calculated(): Promise<string> {
  const { run } = (await does(desk, calculateRun, {})) as { run: RunId }
  const [job] = w.features.flatMap(({ jobs }) => jobs?.['partnerships.run'] ?? [])
  await job?.({ conference, run }, { ...w, key: w.newId() })
  const made = await runMadeOf(w.read, conference, run)
  return addressOfNeed({ conference, id: run }, made?.instance.requirements[0]?.id ?? '')
}

const reads = async (actor: Actor | null, path: string) => {
  const answer = await site.get(path, actor ? { Authorization: `Bearer ${actor.id}` } : {})
  return { status: answer.status, text: await answer.text() }
}

describe('the page of a need', () => {
  it('says what is missing, what one offer would complete, and what is assumed', async () => {
    const { status, text } = await reads(desk, `/en${here}`)
    expect(status).toBe(200)
    expect(text).toContain('Missing for one more whole unit')
    expect(text).toContain('one such offer would complete 1 unit here')
    expect(text).toContain('As the secretariat assumes it')
    expect(text).toContain('what it counts for')
    expect(text).toMatch(/Calculation; no state has been asked/)
  })

  it('says who has offered such a thing before: in the record, and where the reader may read it', async () => {
    const { text } = await reads(desk, `/en${here}`)
    expect(text).toContain('GBR-2016-02')
    expect(text).not.toContain('/accra2023/delegation/GHA/offers/')
    const both = await alsoAs(w, desk, { role: 'un-secretariat', conference: 'accra2023' })
    expect((await reads(both, `/en${here}`)).text).toContain('/accra2023/delegation/GHA/offers/')
  })

  it('says beside a share that its party has not confirmed it', async () => {
    const more = { ...medical, component: 'people', amount: 1, unit: 'team' }
    await does(desk, makeOffer, { party: 'NOR', terms: more })
    const { text } = await reads(desk, `/en${await calculated()}`)
    expect(text).toContain('Covered')
    expect(text).toMatch(
      /Equipment, 1 hospital<\/a><small class="block">not confirmed by its party/,
    )
    expect(text).toMatch(/href="\/en\/seoul2021\/delegation\/NOR\/offers\/[0-9a-f-]{36}"/)
    expect(text).not.toContain('Who has offered such things before')
  })

  it('is for the secretariat of the conference alone', async () => {
    const kenya = await aPerson(w, { role: 'focal-point', party: 'KEN' })
    const chair = await aPerson(w, { role: 'co-chair', party: 'KOR' })
    const elsewhere = await aPerson(w, { role: 'un-secretariat', conference: 'accra2023' })
    for (const one of [kenya, chair, elsewhere]) {
      expect((await reads(one, `/en${here}`)).status).toBe(403)
    }
    expect((await reads(null, `/en${here}`)).status).toBe(303)
  })

  it('is not there for a need that the calculation does not have', async () => {
    expect((await reads(desk, `/en${here}x`)).status).toBe(404)
  })
})
