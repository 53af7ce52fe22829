import type pg from 'pg'
import {
  addressOfList,
  FILTERS,
  kindOf,
  ORDERS,
  type Wish,
} from '../../src/features/pledges/find/wish.ts'
import { LANGUAGES } from '../../src/kernel/language.ts'
import { shippedCapabilities, shippedParties } from '../../src/testing/record.ts'
import { type Figure, median, quantile } from '../figures.ts'
import type { Application } from '../serving/application.ts'
import { askWell, PERSONAL } from '../serving/asking.ts'
import { processorOf } from '../serving/processor.ts'
import { connectTo } from './filling.ts'

/** Values of a filter that are tried, from the commonest to the rarest; each in every order, first and last page. */
const VALUES = 6
/** Words that are searched for, of each kind. */
const WORDS = 8
const WARM_UP = 40

/** A page that nobody has asked for before, and by what it belongs to which others. */
interface Question {
  kind: string
  wish: Partial<Wish>
}

/** Some of many, the first and the last among them, evenly spread. */
const spread = <One>(all: readonly One[], number: number): One[] =>
  all.length <= number
    ? [...all]
    : Array.from(
        { length: number },
        (_, at) => all[Math.round((at * (all.length - 1)) / (number - 1))] as One,
      )

const LAST = 1_000_000
const everyOrder = (kind: string, wish: Partial<Wish>): Question[] =>
  ORDERS.flatMap((order) =>
    [1, LAST].map((page) => ({ kind, wish: { ...wish, order, page } as Partial<Wish> })),
  )

/** Every filter with some of its values, and the list without any. */
async function filterQuestions(client: pg.Client): Promise<Question[]> {
  const { rows } = await client.query<{ kind: string; values: string[] }>(
    `select kind, array_agg(substr(facet, length(kind) + 2) order by pledges desc, facet) as values
    from pledge_facet where pledges > 0 group by kind`,
  )
  const values = new Map(rows.map(({ kind, values }) => [kind, values]))
  const one = FILTERS.flatMap((filter) =>
    spread(values.get(kindOf(filter)) ?? [], VALUES).flatMap((value) =>
      everyOrder(filter, { [filter]: value }),
    ),
  )
  const commonest = (filter: (typeof FILTERS)[number]) => values.get(kindOf(filter))?.[0]
  const two = FILTERS.flatMap((filter, at) => {
    const other = FILTERS[(at + 1) % FILTERS.length] ?? filter
    return everyOrder('two filters', {
      [filter]: commonest(filter),
      [other]: commonest(other),
    }).slice(0, 2)
  })
  return [...everyOrder('no filter', {}), ...one, ...two]
}

/** Words of the texts from the commonest to the rarest, their beginnings, and names in seven languages. */
async function searchQuestions(client: pg.Client): Promise<Question[]> {
  const { rows } = await client.query<{ word: string }>(
    `select word from ts_stat('select words from pledge') order by ndoc desc, word`,
  )
  const all = rows.map(({ word }) => word)
  const latin = all.filter((word) => /^[a-z]{4,}$/.test(word))
  const signs = all.filter((word) => /^[\p{Script=Han}\p{Script=Hangul}]{2}$/u.test(word))
  const names = LANGUAGES.flatMap((language) => [
    ...spread(shippedCapabilities(), 4).map(({ names }) => names[language]),
    ...spread(shippedParties(), 4).map(
      ({ namings }) => namings.at(-1)?.names[language].short ?? '',
    ),
  ])
  const searches = {
    'a common word': latin.slice(0, WORDS),
    'a word': spread(latin, WORDS),
    'a beginning': ['a', 'de', 'p', 'pe', 'tra', 's', 'co', 'e'],
    'two signs': spread(signs, WORDS),
    'a name': names,
    'two words': spread(latin.slice(0, 200), WORDS).map((word, at) => `${word} ${latin[at]}`),
  }
  return Object.entries(searches).flatMap(([kind, words]) =>
    words.flatMap((q) => everyOrder(kind, { q }).filter(({ wish }) => wish.page === 1)),
  )
}

/** What a page took: until its last byte, and of the processor. */
interface Took {
  milliseconds: number
  processor: number
}

async function timesOf(origin: string, questions: readonly Question[], used: () => number) {
  const times = new Map<string, Took[]>()
  for (const { kind, wish } of questions) {
    const before = used()
    const { milliseconds } = await askWell(`${origin}/en${addressOfList(wish)}`, PERSONAL)
    const took = { milliseconds, processor: used() - before }
    times.set(kind, [...(times.get(kind) ?? []), took])
  }
  return times
}

const figuresOf = (name: string, times: ReadonlyMap<string, Took[]>, most: number): Figure[] => {
  const all = [...times.values()].flat()
  const unit = 'ms'
  const share = (some: readonly Took[], part: keyof Took) =>
    quantile(
      some.map((one) => one[part]),
      0.95,
    )
  return [
    {
      name: `${name}, ${all.length} pages, median`,
      value: median(all.map(({ milliseconds }) => milliseconds)),
      unit,
    },
    { name: `${name}, 95 of 100`, value: share(all, 'milliseconds'), unit, most },
    { name: `${name}, processor time, 95 of 100`, value: share(all, 'processor'), unit },
    ...[...times].flatMap(([kind, some]) => [
      { name: `  ${kind}, 95 of 100`, value: share(some, 'milliseconds'), unit, most },
      { name: `  ${kind}, processor time, 95 of 100`, value: share(some, 'processor'), unit },
    ]),
  ]
}

/**
 * Milliseconds from the question to the last byte of a page of the list, no page twice, none from a cache; and those of
 * the processor, our process and PostgreSQL together.
 */
export async function lists(application: Application, home: string): Promise<Figure[]> {
  const { origin } = application
  const used = processorOf(application.process.child.pid, home)
  const client = await connectTo(home)
  try {
    const filters = await filterQuestions(client)
    const searches = await searchQuestions(client)
    await timesOf(origin, spread([...filters, ...searches], WARM_UP), used)
    return [
      ...figuresOf('filters', await timesOf(origin, filters, used), 100),
      ...figuresOf('search', await timesOf(origin, searches, used), 150),
    ]
  } finally {
    await client.end()
  }
}
