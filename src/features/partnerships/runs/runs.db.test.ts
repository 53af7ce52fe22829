import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, ANONYMOUS, type Grant } from '../../../kernel/actor.ts'
import { ConferenceId } from '../../../kernel/ids.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { AnyCommand } from '../../../platform/command/command.ts'
import { digestOf } from '../../../platform/journal/canonical.ts'
import { type World, world } from '../../../testing/world.ts'
import { outlinesOf, theSeries } from '../../conferences/queries.ts'
import { check } from '../../matching/check/check.ts'
import { examine } from '../../matching/model/examine.ts'
import { Instance } from '../../matching/model/instance.ts'
import { calculate } from '../../matching/solving/calculate.worker.ts'
import { loadEngine } from '../../matching/solving/highs.ts'
import { solve } from '../../matching/solving/solve.ts'
import { makeOffer } from '../../offers/commands.ts'
import { addNeed, setRecipe } from '../../offers/needs/commands.ts'
import { offersAt } from '../../offers/queries.ts'
import { recordedAt } from '../agreed/queries.ts'
import { calculateRun, cancelRun, finishRun, supposeRun, tellProgress } from './commands.ts'
import { differences } from './difference.ts'
import { CALCULATOR, type RunId } from './model.ts'
import { runMadeOf, runOf, runsAt } from './queries.ts'
import { type Means, running } from './running.jobs.ts'

const conference = 'seoul2021' as never
const who = (id: string, ...grants: Grant[]): Actor => ({ kind: 'system', id, grants })
const desk = who('desk', { role: 'un-secretariat', conference: 'seoul2021' })
const strangers = [
  ANONYMOUS,
  who('focal', { role: 'focal-point', conference: 'seoul2021', party: 'KOR' }),
  who('co-chair', { role: 'co-chair', conference: 'seoul2021', party: 'KOR' }),
  who('elsewhere', { role: 'un-secretariat', conference: 'accra2023' }),
]
const window = { from: '2022-01-01', until: '2022-12-31' }

let w: World
beforeAll(async () => {
  w = await world({ shipped: true })
  const offer = (party: string, component: string, amount: number, unit: string) =>
    does(desk, makeOffer, {
      party,
      terms: { ...window, capability: 'medical', component, amount, unit },
    })
  await offer('KOR', 'equipment', 1, 'hospital')
  await offer('KEN', 'people', 2, 'team')
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
  const need = { ...window, capability: 'medical.hospital.level2', units: 1 }
  await does(desk, addNeed, { terms: need })
}, 60_000)
afterAll(() => w.close())

const does = (actor: Actor, command: AnyCommand, input: object = {}) =>
  w.perform(actor, command, { conference, ...input }).then(
    ({ answer }) => answer,
    (error: unknown) => {
      if (error instanceof Refusal) return error.fields[0]?.code ?? error.code
      throw error
    },
  )
const begin = async () => ((await does(desk, calculateRun)) as { run: RunId }).run
const stateOf = async (run: RunId) => (await runOf(w.read, conference, run))?.state
const madeOf = async (run: RunId) => {
  const made = await runMadeOf(w.read, conference, run)
  if (!made) throw new Error('Nothing came out')
  return made
}

/** Looks around each twentieth of a second, so that nobody waits for a test. */
const MEANS: Means = {
  ...{ calculate, digestOf },
  every: (_, look) => {
    const timer = setInterval(look, 50)
    return () => clearInterval(timer)
  },
}
const run = (id: RunId, means: Partial<Means> = {}) =>
  running({ ...MEANS, ...means })(
    { conference, run: id },
    { read: w.read, perform: (actor, command, input) => w.perform(actor, command, input) },
  )

describe('a calculation', () => {
  it('is begun by the secretariat of the conference, and by nobody else', async () => {
    for (const stranger of strangers) {
      expect(await does(stranger, calculateRun)).toMatch(/^platform\.not/)
    }
    expect((await runsAt(w.read, conference)).length).toBe(0)
  })

  it('finds who together complete a unit, and keeps of what it was made', async () => {
    const [one, other] = [await begin(), await begin()]
    await run(one)
    await run(other)
    const made = await madeOf(one)
    const [need] = made.explanation.requirements
    expect([need?.units, need?.by.map(({ party }) => party).toSorted()]).toEqual([
      1,
      ['KEN', 'KOR'],
    ])
    expect(made.solution.levels[0]?.proven).toBe(true)
    const again = await madeOf(other)
    expect([again.digest, again.solution]).toEqual([made.digest, made.solution])
  })

  it('keeps what is wrong with its data, and is made with the rest', async () => {
    const terms = { ...window, capability: 'medical', component: 'equipment', amount: 3 }
    const { offer } = (await does(desk, makeOffer, {
      ...{ party: 'NOR', terms: { ...terms, unit: 'kit' } },
    })) as { offer: string }
    const id = await begin()
    await run(id)
    const { problems, explanation } = await madeOf(id)
    const fault = { code: 'unit-differs', what: 'kit', setAside: false }
    expect(problems).toEqual([{ ...fault, place: 'offer', id: offer }])
    expect(explanation.requirements[0]?.standing).toBe('covered')
  })

  it('is ended in the midst of its work, and stays so', async () => {
    const id = await begin()
    const ended = run(id, {
      calculate: (_, { signal, tell }) => {
        tell({ level: 'units', part: 0, parts: 3, value: 1, bound: 4 })
        return new Promise((__, reject) =>
          signal.addEventListener('abort', () => reject(signal.reason)),
        )
      },
    })
    await expect.poll(() => stateOf(id)).toBe('running')
    expect((await runOf(w.read, conference, id))?.progress).toMatchObject({ parts: 3, bound: 4 })
    await does(desk, cancelRun, { run: id })
    await ended
    expect(await stateOf(id)).toBe('cancelled')
    await run(id)
    expect(await stateOf(id)).toBe('cancelled')
  })

  it('keeps the best that was found where somebody ends it', async () => {
    const id = await begin()
    const ended = run(id, {
      calculate: async (wanted, { stop, tell }) => {
        tell({ level: 'units', part: 0, parts: 1, value: 1, bound: 4 })
        const made = await calculate(wanted)
        await expect.poll(() => stop.aborted).toBe(true)
        return { ...made, solution: { ...made.solution, stopped: 'cancelled' } }
      },
    })
    await expect.poll(() => stateOf(id)).toBe('running')
    await does(desk, cancelRun, { run: id })
    await ended
    expect(await stateOf(id)).toBe('cancelled')
    const { solution, endedAt } = await madeOf(id)
    expect([solution.stopped, solution.plan.covers.length]).toEqual(['cancelled', 1])
    expect(endedAt).not.toBeNull()
    await does(desk, supposeRun, { run: id, change: { kind: 'withdraw', party: 'KEN' } })
  })

  it('says that it could not be done where the process breaks', async () => {
    const id = await begin()
    const broken = run(id, { calculate: () => Promise.reject(new Error('broken')) })
    await expect(broken).rejects.toThrow('broken')
    expect(await stateOf(id)).toBe('failed')
    expect(await does(desk, cancelRun, { run: id })).toBe('partnerships.ended')
  })

  it('lets nobody but the program say what came out', async () => {
    const id = await begin()
    const progress = { level: 'units', part: 0, parts: 1, value: 0, bound: 1 }
    expect(await does(desk, tellProgress, { run: id, progress })).toMatch(/^platform\.not/)
    expect(await does(desk, finishRun, { run: id, outcome: null })).toMatch(/^platform\.not/)
    await w.perform(CALCULATOR, finishRun, { conference, run: id, outcome: null })
    expect(await stateOf(id)).toBe('failed')
  })
})

describe('a calculation over the record', () => {
  it('is of what papers named and pledges agreed, as far as it is known how much', async () => {
    const { run: id } = (await does(desk, calculateRun, { basis: 'record' })) as { run: RunId }
    await run(id)
    const made = await madeOf(id)
    expect([made.basis, made.problems]).toEqual(['record', []])
    const helicopters = made.explanation.requirements.find(({ by }) => by.length > 0)
    expect(helicopters?.requirement).toBe('2021-06.helicopters')
    expect(helicopters?.by.map(({ party, component }) => [party, component])).toEqual([
      ['KOR', 'equipment'],
      ['USA', 'refurbishment'],
      ['USA', 'transport'],
      ['KEN', 'people'],
    ])
    expect(made.assumed.map(({ requirement }) => requirement).toSorted()).toEqual(
      made.instance.requirements.map((one) => one.id),
    )
    expect(made.assumed.every(({ parts }) => parts.includes('weight'))).toBe(true)
  })

  it('has no fault, and passes the second reader, for every edition', async () => {
    const means = { engine: await loadEngine(), clock: () => 0 }
    const series = await theSeries(w.read)
    for (const { id } of await outlinesOf(w.read, series?.id ?? '')) {
      const found = await recordedAt(w.read, ConferenceId.parse(id), '2026-01-01')
      const instance = Instance.parse(found?.instance)
      const { plan } = solve(instance, { milliseconds: 10_000, within: 0 }, means)
      const wrong = [...examine(instance).problems, ...check(instance, plan)]
      expect([id, wrong]).toEqual([id, []])
    }
  })
})

describe('what if', () => {
  it('is a calculation of its own, and leaves the record and its parent as they are', async () => {
    const parent = await begin()
    await run(parent)
    const [before, offers] = [await madeOf(parent), await offersAt(w.read, conference)]
    const answer = await does(desk, supposeRun, {
      ...{ run: parent, change: { kind: 'withdraw', party: 'KEN' } },
    })
    const { run: child } = answer as { run: RunId }
    await run(child)
    const after = await madeOf(child)
    expect(after.explanation.requirements[0]?.standing).toBe('half')
    expect(differences(before, after)).toHaveLength(1)
    expect(differences(before, before)).toEqual([])
    expect(await madeOf(parent)).toEqual(before)
    expect(await offersAt(w.read, conference)).toEqual(offers)
  })

  it('is refused of what nobody knows, or is not done', async () => {
    const waiting = await begin()
    const suppose = (run: RunId, change: object) => does(desk, supposeRun, { run, change })
    const away = { kind: 'withdraw', party: 'KEN' }
    expect(await suppose(waiting, away)).toBe('partnerships.unknown-run')
    await run(waiting)
    expect(await suppose(waiting, { ...away, party: 'ZZZ' })).toBe('partnerships.unknown-party')
    const weight = { kind: 'weight', need: 'nothing', weight: 2 }
    expect(await suppose(waiting, weight)).toBe('partnerships.unknown-need')
    for (const stranger of strangers) {
      const sent = { run: waiting, change: away }
      expect(await does(stranger, supposeRun, sent)).toMatch(/^platform\.not/)
    }
  })
})
