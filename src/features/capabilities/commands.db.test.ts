import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FEATURES } from '../../app.ts'
import { ANONYMOUS, LOADER, OPERATOR } from '../../kernel/actor.ts'
import { ConferenceId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { type World, world } from '../../testing/world.ts'
import { recordCapability, recordCategorySet, recordPaper, recordTheme } from './commands.ts'
import { capabilities as feature } from './feature.ts'
import type { Capability } from './model.ts'
import {
  capabilityNamesOf,
  capabilityOf,
  categoriesOf,
  everyCapability,
  everyPaper,
  everyTheme,
  paperOf,
  pastOf,
  unknownCapabilities,
} from './queries.ts'
import type { Paper } from './requirements.model.ts'

const UPSTREAM = FEATURES.slice(0, FEATURES.indexOf(feature))
const EDITIONS = [
  'newyork2014',
  'newyork2015',
  'vancouver2017',
  'seoul2021',
  'accra2023',
  'berlin2025',
]

let here: World

const deedsOf = (file: string, content: string) =>
  [...UPSTREAM, feature]
    .flatMap(({ shipped }) => shipped ?? [])
    .filter((one) => one.file === file)
    .flatMap(({ deeds }) => deeds(JSON.parse(readFileSync(`data/${content}`, 'utf8'))))
const own = () => (feature.shipped ?? []).flatMap(({ file }) => deedsOf(file, file))
const load = async (deeds: ReturnType<typeof deedsOf>) => {
  const outcomes: unknown[] = []
  for (const { command, input } of deeds) outcomes.push(await here.perform(LOADER, command, input))
  return outcomes
}
const refusalOf = (deed: Promise<unknown>) =>
  deed.then(
    () => null,
    (error: unknown) => (error instanceof Refusal ? [error.code, error.status] : error),
  )
const capability = async (code: string) => (await capabilityOf(here.read, code)) as Capability
const paper = async (id: string) => (await paperOf(here.read, id)) as Paper

beforeAll(async () => {
  here = await world({ features: [...UPSTREAM, feature] })
  const editions = EDITIONS.map((id) => deedsOf('conferences/', `conferences/${id}.json`)[0])
  const facts = [...editions, ...own()].filter((one) => one !== undefined)
  const named = JSON.stringify(facts.map(({ input }) => input))
  const parties = deedsOf('parties.json', 'parties.json')
  await load(parties.filter(({ key }) => `${named}MLI`.includes(key.slice('party/'.length))))
  const missions = deedsOf('missions.json', 'missions.json')
  await load(missions.filter(({ key }) => key === 'mission/MINUSMA'))
  await load(deedsOf('series.json', 'series.json'))
  await load(editions.filter((one) => one !== undefined))
  await load(own())
})
afterAll(() => here.close())

describe('the facts that ship', () => {
  it('load through the commands that people use', async () => {
    expect(await everyCapability(here.read)).toHaveLength(123)
    expect(await everyTheme(here.read)).toHaveLength(26)
    expect(await everyPaper(here.read)).toHaveLength(16)
    const sets = await categoriesOf(here.read)
    expect(sets.map(({ conference, categories }) => [conference, categories.length])).toEqual([
      ['newyork2015', 5],
      ['vancouver2017', 4],
      ['seoul2021', 7],
      ['accra2023', 10],
      ['berlin2025', 7],
    ])
  })

  it('come back as they were given, and change nothing when they are loaded again', async () => {
    const count = () =>
      here.read
        .selectFrom('journal')
        .select((of) => of.fn.countAll().as('entries'))
        .executeTakeFirstOrThrow()
    const before = await count()
    const again = await load(own())
    expect(new Set(again.map((one) => JSON.stringify(one)))).toEqual(
      new Set(['{"subject":null,"answer":{}}']),
    )
    expect(await count()).toEqual(before)
  })
})

describe('queries', () => {
  it('find the capabilities of some codes, and what none of them is', async () => {
    const names = await capabilityNamesOf(here.read)
    expect(names.get('pisr')?.en).toBe('Intelligence, surveillance and reconnaissance')
    expect(await unknownCapabilities(here.read, ['pisr', 'isr', 'isr'])).toEqual(['isr'])
    expect(await unknownCapabilities(here.read, [])).toEqual([])
    expect(await capabilityOf(here.read, 'isr')).toBe(null)
  })

  it('read the categories of one edition, or of one that has none', async () => {
    const [seoul] = await categoriesOf(here.read, ConferenceId.parse('seoul2021'))
    expect(seoul?.categories.map(({ code }) => code).slice(0, 3)).toEqual([
      '2021.capabilities',
      '2021.training',
      '2021.medical',
    ])
    expect(await categoriesOf(here.read, ConferenceId.parse('newyork2019'))).toEqual([])
  })

  it('read papers in order of date, each with what it names in its own order', async () => {
    const all = await everyPaper(here.read)
    expect(all.map(({ id }) => id)).toEqual(all.map(({ id }) => id).toSorted())
    expect((await paper('2022-03')).requirements[0]?.id).toBe('2022-03.utility-helicopters')
    expect(await paperOf(here.read, '1999-01')).toBe(null)
  })
})

describe('recording', () => {
  it('corrects a capability, keeps its past, and says what it touched', async () => {
    const known = await capability('eod.k9')
    const renamed = { ...known, names: { ...known.names, en: 'Canine team' } }
    expect(await here.perform(OPERATOR, recordCapability, renamed)).toMatchObject({
      subject: 'capability/eod.k9',
    })
    expect((await capability('eod.k9')).names.en).toBe('Canine team')
    await here.perform(OPERATOR, recordCapability, known)
    const past = await pastOf(here.read, 'capability/eod.k9')
    expect(past.map(({ replacedBy, content }) => [replacedBy, content])).toEqual([
      ['system/operator', renamed],
      ['system/operator', known],
    ])
  })

  it('replaces what a paper names by what it is given, in the order that it is given', async () => {
    const known = await paper('2017-10')
    const [first, second] = known.requirements
    const fewer = { ...known, requirements: [second, first].filter((one) => one !== undefined) }
    await here.perform(OPERATOR, recordPaper, fewer)
    expect(await paper('2017-10')).toEqual(fewer)
    await here.perform(OPERATOR, recordPaper, { ...known, requirements: [] })
    expect((await paper('2017-10')).requirements).toEqual([])
    await here.perform(OPERATOR, recordPaper, known)
    expect(await paper('2017-10')).toEqual(known)
    expect(await pastOf(here.read, 'requirement-paper/2017-10')).toHaveLength(3)
  })

  it('replaces the categories of an edition, and a theme', async () => {
    const [known] = await categoriesOf(here.read, ConferenceId.parse('seoul2021'))
    const fewer = { ...known, categories: known?.categories.slice(1, 3) }
    await here.perform(OPERATOR, recordCategorySet, fewer)
    expect(await categoriesOf(here.read, ConferenceId.parse('seoul2021'))).toEqual([fewer])
    await here.perform(OPERATOR, recordCategorySet, known)
    expect(await pastOf(here.read, 'category-set/seoul2021')).toHaveLength(2)
    const theme = (await everyTheme(here.read)).find(({ code }) => code === 'conduct')
    await here.perform(OPERATOR, recordTheme, { ...theme, sources: [], number: 99 })
    await here.perform(OPERATOR, recordTheme, theme)
    expect(await pastOf(here.read, `theme/${theme?.scheme}/conduct`)).toHaveLength(2)
  })

  it('is for the loader and administrators', async () => {
    const refused = ['platform.not-allowed', 403]
    const one = await capability('aviation')
    expect(await refusalOf(here.perform(ANONYMOUS, recordCapability, one))).toEqual(refused)
    const text = await paper('2022-03')
    expect(await refusalOf(here.perform(ANONYMOUS, recordPaper, text))).toEqual(refused)
  })

  it('names nothing that is not there', async () => {
    const refused = (deed: Promise<unknown>) => refusalOf(deed)
    const helicopter = await capability('aviation.helicopter')
    const lost = { ...helicopter, code: 'air.helicopter', parent: 'air' }
    expect(await refused(here.perform(OPERATOR, recordCapability, lost))).toEqual([
      'capabilities.unknown-parent',
      409,
    ])
    const known = await paper('2017-11')
    const with_ = (change: object) => ({
      ...known,
      requirements: known.requirements.map((one) => ({ ...one, ...change })),
    })
    const code = async (input: unknown) =>
      (await refused(here.perform(OPERATOR, recordPaper, input))) as unknown
    expect(await code(with_({ capabilities: ['isr'] }))).toEqual([
      'capabilities.unknown-capability',
      409,
    ])
    expect(await code(with_({ mission: 'MINUX' }))).toEqual(['capabilities.unknown-mission', 409])
    expect(await code(with_({ addressedTo: 'NOBODY' }))).toEqual([
      'capabilities.unknown-party',
      409,
    ])
    expect(await code({ ...known, conference: 'nowhere2020' })).toEqual([
      'capabilities.unknown-conference',
      409,
    ])
    expect(await code({ ...known, supersedes: '1999-01' })).toEqual([
      'capabilities.unknown-paper',
      409,
    ])
    expect(await code({ ...known, supersedes: '2017-08' })).toEqual([
      'capabilities.statement-supersedes',
      409,
    ])
    const seoul = await paper('2021-06')
    expect(await code({ ...seoul, supersedes: '2022-03' })).toEqual([
      'capabilities.supersedes-later',
      409,
    ])
    expect(await code({ ...(await paper('2023-09')), supersedes: '2021-06' })).toEqual([
      'capabilities.already-superseded',
      409,
    ])
    const [set] = await categoriesOf(here.read, ConferenceId.parse('seoul2021'))
    const stray = { ...set, conference: 'nowhere2020' }
    expect(await refused(here.perform(OPERATOR, recordCategorySet, stray))).toEqual([
      'capabilities.unknown-conference',
      409,
    ])
  })
})
