import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../../kernel/actor.ts'
import type { AnyCommand } from '../../../platform/command/command.ts'
import { aPerson, byAccount } from '../../../testing/people.ts'
import { type OpenSite, openSite } from '../../../testing/web/site.ts'
import { listenTo } from '../../../testing/web/stream.ts'
import { type World, world } from '../../../testing/world.ts'
import { makeOffer } from '../../offers/commands.ts'
import { addNeed } from '../../offers/needs/commands.ts'
import { calculateRun } from '../runs/commands.ts'
import type { RunId } from '../runs/model.ts'

const conference = 'seoul2021'
const GAPS = `/en/${conference}/desk/gaps`
const window = { from: '2036-01-01', until: '2036-12-31' }
/** Every public page that says what is needed or short, or what partnerships are. */
const PUBLIC = [
  ...['/en', `/en/${conference}`, '/en/gaps', '/en/requirements', '/en/requirements/2021-06'],
  ...['/en/capabilities', '/en/capabilities/signals.company', '/en/partnerships'],
  '/en/partnerships/example',
]

let w: World
let site: OpenSite
let desk: Actor

beforeAll(async () => {
  w = await world({ shipped: true })
  site = await openSite(w, { authenticate: byAccount(w) })
  desk = await aPerson(w, { role: 'un-secretariat' })
}, 60_000)
afterAll(async () => {
  await site.close()
  await w.close()
})

const does = (command: AnyCommand, input: object) =>
  w.perform(desk, command, { conference, ...input }).then(({ answer }) => answer)
const by = ({ id }: Actor) => ({ Authorization: `Bearer ${id}` })
const reads = async (path: string, actor: Actor | null = desk) => {
  const before = site.costs.length
  const answer = await site.get(path, actor ? by(actor) : {})
  return { status: answer.status, text: await answer.text(), cost: site.costs[before] }
}
async function calculate(): Promise<RunId> {
  const { run } = (await does(calculateRun, {})) as { run: RunId }
  const [job] = w.features.flatMap(({ jobs }) => jobs?.['partnerships.run'] ?? [])
  await job?.({ conference, run }, { ...w, key: w.newId() })
  return run
}
const offer = (party: string, amount: number) =>
  does(makeOffer, {
    party,
    terms: { ...window, capability: 'signals', component: 'unit', amount, unit: 'unit' },
  })

describe('the gap page of an edition', () => {
  it('says in words that nothing has been calculated, and what papers of the edition name', async () => {
    const { status, text } = await reads(GAPS)
    expect(status).toBe(200)
    expect(text).toContain('Nothing has been calculated yet.')
    expect(text).toContain('Named in papers of the edition, and not made ready')
    expect(text).toContain('href="/en/requirements/2021-06#helicopters"')
  })

  it('says what could be closed and whom to ask, one click from the page of the need', async () => {
    const { need } = await does(addNeed, {
      terms: { ...window, capability: 'signals.company', units: 2 },
    })
    await offer('NOR', 1)
    const run = await calculate()
    const { text, cost } = await reads(GAPS)
    expect(text).toContain('Whole units: 1 of 2')
    expect(text).toContain('Norway')
    expect(text).toContain(`href="/en/${conference}/desk/partnerships/${run}/${need}"`)
    expect(text).not.toContain('has changed since then')
    expect(cost?.name).toBe('partnerships.gaps')
    expect(cost?.queries).toBeLessThanOrEqual(16)
  })

  it('says when what is offered has changed since', async () => {
    await offer('KEN', 1)
    expect((await reads(GAPS)).text).toContain('has changed since then')
    await calculate()
    expect((await reads(GAPS)).text).not.toContain('has changed since then')
  })

  it('is for the secretariat alone', async () => {
    const kenya = await aPerson(w, { role: 'focal-point', party: 'KEN' })
    const chair = await aPerson(w, { role: 'co-chair', party: 'KOR' })
    for (const one of [kenya, chair]) expect((await reads(GAPS, one)).status).toBe(403)
    expect((await reads(GAPS, null)).status).toBe(303)
  })
})

describe('public pages', () => {
  const isSilent = (text: string, run: RunId) => {
    expect(text).not.toContain('desk/gaps')
    expect(text).not.toContain('desk/partnerships')
    expect(text).not.toContain(run)
  }

  it('contain nothing of it, whoever reads them', async () => {
    const run = await calculate()
    const kenya = await aPerson(w, { role: 'focal-point', party: 'KEN' })
    for (const path of PUBLIC) {
      for (const reader of [null, kenya, desk]) {
        const { status, text } = await reads(path, reader)
        expect([path, status]).toEqual([path, 200])
        isSilent(text, run)
      }
    }
  })

  it('tell nobody who has them open that something was calculated', async () => {
    const anybody = await listenTo(site.origin, [...PUBLIC, GAPS])
    const secretariat = await listenTo(site.origin, [GAPS], by(desk))
    for (const _ of PUBLIC) await anybody.next('stamp')
    await secretariat.next('stamp')
    const run = await calculate()
    expect((await secretariat.next('stale')).data.path).toBe(GAPS)
    await offer('GHA', 1)
    await secretariat.next('stale')
    const told = anybody.events.filter(({ name }) => name !== 'stamp')
    expect(told).toEqual([])
    isSilent(JSON.stringify(anybody.events), run)
    expect(anybody.events.some(({ data }) => data.path === GAPS)).toBe(false)
    for (const one of [anybody, secretariat]) one.close()
  })

  it('cannot be followed with it by whoever may not read it', async () => {
    const anybody = await listenTo(site.origin, [GAPS])
    expect(anybody.status).toBe(403)
    anybody.close()
  })
})
