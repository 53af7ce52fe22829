import { brotliCompressSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '../../kernel/actor.ts'
import { LANGUAGES } from '../../kernel/language.ts'
import { digestOf } from '../../platform/journal/canonical.ts'
import { aPerson, byAccount } from '../../testing/people.ts'
import { type OpenSite, openSite } from '../../testing/web/site.ts'
import { type World, world } from '../../testing/world.ts'
import { CALCULATED } from './example/calculated.ts'
import { EXAMPLE, UTILITY } from './example/example.ts'
import { calculateRun, finishRun } from './runs/commands.ts'
import { CALCULATOR } from './runs/model.ts'

const conference = 'seoul2021'
const RUNS = `/${conference}/desk/partnerships`
/** Bytes of a page as it travels, without the styles and scripts that all pages share. */
const LARGEST_PAGE = 16 * 1024

/** What a page asks the database at most, also where it has much to show; those of the desk know their reader. */
const QUERIES = {
  '/partnerships': ['partnerships.partnerships', 1],
  '/partnerships/example': ['partnerships.example', 2],
  [RUNS]: ['partnerships.runs', 6],
  [`${RUNS}/:run`]: ['partnerships.run', 8],
  [`${RUNS}/:run/${UTILITY}`]: ['partnerships.need', 14],
  [`/${conference}/desk/gaps`]: ['partnerships.gaps', 16],
} as const

let w: World
let site: OpenSite
let desk: Actor
let run: string

beforeAll(async () => {
  w = await world({ shipped: true })
  site = await openSite(w, { authenticate: byAccount(w) })
  desk = await aPerson(w, { role: 'un-secretariat' })
  const { answer } = await w.perform(desk, calculateRun, { conference })
  run = String(answer.run)
  const outcome = { digest: digestOf(EXAMPLE), instance: EXAMPLE, ...CALCULATED }
  await w.perform(CALCULATOR, finishRun, { conference, run, outcome })
}, 60_000)
afterAll(async () => {
  await site.close()
  await w.close()
})

it.each(Object.entries(QUERIES))('%s is small and asks little', async (path, [name, queries]) => {
  for (const language of LANGUAGES) {
    const before = site.costs.length
    const address = `/${language}${path.replace(':run', run)}`
    const answer = await site.get(address, { Authorization: `Bearer ${desk.id}` })
    expect([address, answer.status]).toEqual([address, 200])
    expect(brotliCompressSync(await answer.text()).length).toBeLessThan(LARGEST_PAGE)
    const [cost] = site.costs.slice(before)
    expect(cost?.name).toBe(name)
    expect(cost?.queries).toBeLessThanOrEqual(queries)
  }
})
