import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FEATURES } from '../../app.ts'
import { ANONYMOUS, LOADER } from '../../kernel/actor.ts'
import type { Language } from '../../kernel/language.ts'
import type { Reading } from '../../platform/database/tables.ts'
import { createAddresses } from '../../platform/http/addresses/addresses.ts'
import type { Viewer } from '../../platform/http/page.ts'
import { type World, world } from '../../testing/world.ts'
import { capabilities as feature } from './feature.ts'

const FEATURES_SO_FAR = FEATURES.slice(0, FEATURES.indexOf(feature) + 1)
const EDITIONS = [
  'newyork2014',
  'newyork2015',
  'vancouver2017',
  'seoul2021',
  'accra2023',
  'berlin2025',
]

let here: World

const viewer = (language: Language = 'fr'): Viewer => ({
  actor: ANONYMOUS,
  language,
  now: here.clock.now(),
  address: '/capabilities/aviation',
  origin: 'https://plenum.example',
  search: '',
  attempt: null,
  done: null,
  sendKey: null,
})

async function counted<Answer>(ask: (db: Reading) => Promise<Answer>) {
  let queries = 0
  const db: Reading = here.read.withPlugin({
    transformQuery({ node }) {
      queries += 1
      return node
    },
    transformResult: async ({ result }) => result,
  })
  return { answer: await ask(db), queries: () => queries }
}

/** Reads a page as the platform does, and counts what it asks the database. */
async function read(name: string, params: unknown = {}, query: unknown = {}) {
  const page = feature.pages?.find((one) => one.name === name)
  if (!page) throw new Error(`No page ${name}`)
  const at = { params: page.params.parse(params), query: page.query.parse(query) }
  const { answer, queries } = await counted((db) => page.read(db, { ...at, viewer: viewer() }))
  const view = answer === null ? null : page.view(answer, viewer(), { ...at, sections: {} })
  return { queries: queries(), view, html: `${view?.body}` }
}

beforeAll(async () => {
  here = await world({ features: FEATURES_SO_FAR })
  const deedsOf = (file: string, content = file) =>
    FEATURES_SO_FAR.flatMap((one) => one.shipped ?? [])
      .filter((one) => one.file === file)
      .flatMap((one) => one.deeds(JSON.parse(readFileSync(`data/${content}`, 'utf8'))))
  const editions = EDITIONS.flatMap((id) =>
    deedsOf('conferences/', `conferences/${id}.json`).slice(0, 1),
  )
  const own = (feature.shipped ?? []).flatMap(({ file }) => deedsOf(file))
  const named = JSON.stringify([...editions, ...own].map(({ input }) => input))
  const facts = [
    ...deedsOf('parties.json').filter(({ key }) => `${named}MLI`.includes(key.slice(6))),
    ...deedsOf('missions.json').filter(({ key }) => key === 'mission/MINUSMA'),
    ...deedsOf('series.json'),
    ...editions,
    ...own,
  ]
  for (const { command, input } of facts) await here.perform(LOADER, command, input)
})
afterAll(() => here.close())

describe('pages', () => {
  it('ask the database little', async () => {
    expect((await read('capabilities.capabilities')).queries).toBe(3)
    expect((await read('capabilities.capability', { code: 'aviation' })).queries).toBe(9)
    expect((await read('capabilities.themes')).queries).toBe(1)
    expect((await read('capabilities.requirements')).queries).toBe(3)
    expect((await read('capabilities.paper', { paper: '2021-06' })).queries).toBe(6)
  })

  it('are found however their address is spelled', () => {
    const { find } = createAddresses([feature])
    const at = (path: string) => {
      const found = find(path)
      return found && [found.reads.name, found.address]
    }
    expect(at('/fr/Capabilities/AVIATION.Helicopter/')).toEqual([
      'capabilities.capability',
      '/capabilities/aviation.helicopter',
    ])
    expect(at('/ko/capabilities/themes')).toEqual(['capabilities.themes', '/capabilities/themes'])
    expect(at('/ar/requirements/2022-03')?.[0]).toBe('capabilities.paper')
    expect(at('/en/requirements/2022-03.json')?.[0]).toBe('capabilities.paper.json')
    expect(at('/en/capabilities/aviation.helicopter.json')?.[0]).toBe(
      'capabilities.capability.json',
    )
    expect(find('/en/requirements/march')).toBe(null)
  })

  it('are not there for what they do not know', async () => {
    expect((await read('capabilities.capability', { code: 'aviation' })).view?.title).toBe(
      'Aviation',
    )
    expect((await read('capabilities.capability', { code: 'isr' })).view).toBe(null)
    expect((await read('capabilities.paper', { paper: '1999-01' })).view).toBe(null)
  })

  it('name their paper by its title and date', async () => {
    const { view } = await read('capabilities.paper', { paper: '2018-11' })
    expect(view?.title).toMatch(/ · novembre 2018$/)
    expect(view?.alternates?.map(({ type }) => type)).toEqual(['application/json'])
  })

  it('search as their address asks', async () => {
    const all = await read('capabilities.capabilities', {}, { q: '  ' })
    const some = await read('capabilities.capabilities', {}, { q: 'hôpital' })
    expect(all.html).toBe((await read('capabilities.capabilities')).html)
    expect(some.html).toContain('value="hôpital"')
  })
})

describe('twins', () => {
  const twin = async (name: string, params: unknown) => {
    const one = feature.resources?.find((resource) => resource.name === name)
    const at = { params: one?.params.parse(params), query: {}, viewer: viewer('en') }
    const facts = await one?.read(here.read, at)
    return facts ? JSON.parse(String(await one?.render(facts, viewer('en')))) : null
  }

  it('are the facts of the page, with the notice', async () => {
    const paper = await twin('capabilities.paper.json', { paper: '2022-04' })
    expect(paper.notice).toMatch(/^Sample from public sources/)
    expect(paper.requirements).toHaveLength(1)
    expect((await twin('capabilities.capability.json', { code: 'eod' })).names.ar).toBe(
      'التخلص من الذخائر المتفجرة',
    )
    expect(await twin('capabilities.capability.json', { code: 'isr' })).toBe(null)
  })
})

describe('sections', () => {
  it('show an edition its categories, and nothing where there are none', async () => {
    const section = feature.sections?.find(({ name }) => name === 'categories')
    const on = async (conference: string) => {
      const facts = await section?.read(here.read, { params: { conference }, viewer: viewer() })
      return facts ? `${section?.view(facts, viewer())}` : null
    }
    expect(await on('seoul2021')).toContain('Capacités militaires et de police')
    expect(await on('newyork2014')).toBe(null)
  })
})
