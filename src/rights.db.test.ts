import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { ANONYMOUS } from './kernel/actor.ts'
import { EVERYBODY } from './testing/rights/actors.ts'
import { printDocument, WRITE_ANEW } from './testing/rights/document.ts'
import { matrixOf, type Tried } from './testing/rights/matrix.ts'
import { forged, refusedAt, sendAs } from './testing/rights/refused.ts'
import { stageIn } from './testing/rights/stage/build.ts'
import type { Stage } from './testing/rights/stage/stage.ts'
import { type OpenSite, openSite } from './testing/web/site.ts'
import { type World, world } from './testing/world.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

/** What only the program itself does, by jobs and at its start. */
const BY_ITSELF = [
  'people.found',
  'people.keep-sign-in-link',
  'delegations.keep-portrait',
  'pledges.release',
  'statements.release',
  'floor.rehearse',
  'followup.record-reminder',
  'followup.remind-in-time',
  'registration.forget',
  'webhooks.give-up',
  'notifications.send',
  'notifications.forget',
  'notifications.note-stale',
  'partnerships.tell-progress',
  'offers.remind',
  'partnerships.finish',
  'brokering.remind-in-time',
]

/** What needs no account: by a link that was given to somebody, or looked at by the secretariat before it counts. */
const WITHOUT_ACCOUNT = [
  'registration.begin',
  'registration.register',
  'registration.change',
  'registration.withdraw',
  'registration.erase',
  'checkin.record-scans',
  'followup.report-error',
  'notifications.stop',
  'own-data.ask',
]

const ENDLESS = { burst: 1e6, perSecond: 1e6 }
let w: World
let stage: Stage
let site: OpenSite
let tried: Tried[] = []

beforeAll(async () => {
  w = await world({ shipped: true })
  stage = await stageIn(w)
  const named = new Map(EVERYBODY.map(({ name, actor }) => [name, actor]))
  site = await openSite(w, {
    authenticate: (request) =>
      named.get(request.headers.get('authorization')?.replace('Bearer ', '') ?? '') ?? ANONYMOUS,
    limits: { get: ENDLESS, post: ENDLESS },
  })
  const began = performance.now()
  tried = await matrixOf(stage)
  const took = (performance.now() - began) / 1000
  process.stdout.write(
    `${tried.length} deeds of ${new Set(tried.map(({ command }) => command)).size} commands × ${EVERYBODY.length} actors: ${tried.length * EVERYBODY.length} answers in ${took.toFixed(1)} s\n`,
  )
})
afterAll(async () => {
  await site.close()
  await w.close()
})

const entries = async () => {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from journal`.execute(
    w.read,
  )
  return rows[0]?.count
}
const namesOf = (some: readonly Tried[]) => [...new Set(some.map(({ command }) => command.name))]

describe('the matrix of rights', () => {
  it('stands in the documentation as it is', async () => {
    const about = `docs/rights.md is stale; write it anew by ${WRITE_ANEW}`
    await expect(printDocument(tried), about).toMatchFileSnapshot('../docs/rights.md')
  })

  it('gives nothing to whoever has no account but what is for everybody', () => {
    const open = tried.filter(({ allowed }) => allowed.has('anonymous'))
    expect(namesOf(open)).toEqual(WITHOUT_ACCOUNT)
  })

  it('has somebody for every deed that the program does not do by itself', () => {
    const usual = tried.filter(({ how, allowed }) => how === '' && allowed.size === 0)
    const about =
      'Nobody may do it with the thing on the stage: tell of another in src/testing/rights/stage/, or add it to BY_ITSELF'
    expect(namesOf(usual).toSorted(), about).toEqual(BY_ITSELF.toSorted())
  })

  it('is kept over the wire: what is not allowed is refused, and leaves no trace', async () => {
    const before = await entries()
    const wrong: string[] = []
    let asked = 0
    for (const [at, one] of tried.entries()) {
      for (const { name } of refusedAt(one, at)) {
        asked += 1
        const status = await sendAs(site, one, name)
        const expected = name === 'anonymous' ? 401 : 403
        if (status !== expected) wrong.push(`${one.command.name} by ${name}: ${status}`)
      }
    }
    process.stdout.write(`${asked} deeds refused over the wire\n`)
    expect(wrong).toEqual([])
    expect(await entries()).toBe(before)
  })

  it('cannot be passed by naming a place of one’s own beside a thing of others', async () => {
    expect(await forged(stage, tried)).toEqual([])
  })
})
