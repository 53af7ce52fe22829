import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ANONYMOUS, LOADER } from '../../kernel/actor.ts'
import type { Reading } from '../../platform/database/tables.ts'
import { createAddresses } from '../../platform/http/addresses/addresses.ts'
import type { Viewer } from '../../platform/http/page.ts'
import { type World, world } from '../../testing/world.ts'
import { parties as feature } from './feature.ts'

let here: World

const viewer = (): Viewer => ({
  actor: ANONYMOUS,
  language: 'fr',
  now: here.clock.now(),
  address: '/parties',
  origin: 'https://plenum.example',
  search: '',
  attempt: null,
  done: null,
  sendKey: null,
})

/** Reads a page as the platform does, and counts what it asks the database. */
async function read(name: string, params: unknown, query: unknown = {}) {
  const page = feature.pages?.find((one) => one.name === name)
  if (!page) throw new Error(`No page ${name}`)
  let queries = 0
  const db: Reading = here.read.withPlugin({
    transformQuery({ node }) {
      queries += 1
      return node
    },
    transformResult: async ({ result }) => result,
  })
  const at = { params: page.params.parse(params), query: page.query.parse(query) }
  const facts = await page.read(db, { ...at, viewer: viewer() })
  const until = facts === null ? null : (page.until?.(facts, here.clock.now()) ?? null)
  const view = facts === null ? null : page.view(facts, viewer(), { ...at, sections: {} })
  return { queries, until, title: view?.title, html: `${view?.body}` }
}

beforeAll(async () => {
  here = await world({ features: [feature] })
  for (const { file, deeds } of feature.shipped ?? []) {
    for (const { command, input } of deeds(JSON.parse(readFileSync(`data/${file}`, 'utf8')))) {
      await here.perform(LOADER, command, input)
    }
  }
})
afterAll(() => here.close())

describe('pages', () => {
  it('ask the database little', async () => {
    expect((await read('parties.parties', {})).queries).toBe(4)
    expect((await read('parties.party', { code: 'KOR' })).queries).toBe(2)
    expect((await read('parties.group', { group: 'c34' })).queries).toBe(4)
  })

  it('are found however their address is spelled, and lead to its one spelling', () => {
    const { find } = createAddresses([feature])
    expect(find('/fr/parties/kor')?.address).toBe('/parties/KOR')
    expect(find('/FR/Parties/Groups/C34/')?.address).toBe('/parties/groups/c34')
    expect(find('/ko/parties')?.reads.name).toBe('parties.parties')
    expect(find('/ko/parties/groups/KOR!')).toBe(null)
  })

  it('are not there for whom they do not know', async () => {
    expect((await read('parties.party', { code: 'KOR' })).title).toBe('République de Corée')
    expect((await read('parties.party', { code: 'NOBODY' })).title).toBeUndefined()
    expect((await read('parties.group', { group: 'c35' })).title).toBeUndefined()
  })

  it('have the name of the day that the clock shows', async () => {
    here.clock.turnTo('2022-06-01T03:59:00Z')
    const before = await read('parties.party', { code: 'TUR' })
    expect([before.title, `${before.until}`]).toEqual(['Turquie', '2022-06-01T04:00:00Z'])
    here.clock.turnTo('2022-06-01T04:00:00Z')
    const after = await read('parties.party', { code: 'TUR' })
    expect([after.title, after.until]).toEqual(['Türkiye', null])
    here.clock.turnTo('2021-12-07T00:00:00Z')
  })

  it('know when time alone changes the list', async () => {
    const { until } = await read('parties.parties', {})
    expect(`${until}`).toBe('2022-06-01T04:00:00Z')
  })

  it('ignore what an address cannot mean', async () => {
    const odd = { order: 'size', kind: 'planet', group: 'X', on: ' ', z: '1' }
    const [plain, asked] = [
      await read('parties.parties', {}),
      await read('parties.parties', {}, odd),
    ]
    expect(asked.html).toBe(plain.html)
  })
})
