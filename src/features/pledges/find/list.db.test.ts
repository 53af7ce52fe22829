import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compareIn } from '../../../i18n/collation.ts'
import { PartyCode } from '../../../kernel/ids.ts'
import { LANGUAGES, type Language } from '../../../kernel/language.ts'
import { shippedParties, shippedPledges } from '../../../testing/record.ts'
import { type World, world } from '../../../testing/world.ts'
import { EVER, levelOn, standingOn } from '../history/standing.ts'
import { LEVELS, STAGES } from '../history.model.ts'
import { CONDITIONS, LINKS, lastDayOf } from '../model.ts'
import { ROLES } from '../shares.model.ts'
import { listFacts, partyFacts } from './facts.queries.ts'
import { facetsOffered, foundPledges, knownCount, PAGE } from './list.queries.ts'
import { FILTERS, facetsWished, kindOf, ORDERS, Wish } from './wish.ts'

const PLEDGES = shippedPledges()
type Shipped = (typeof PLEDGES)[number]

let here: World
beforeAll(async () => {
  here = await world({ shipped: true })
}, 60_000)
afterAll(() => here.close())

const alphabetOf = (language: Language) => {
  const compare = compareIn(language)
  const key = (code: string) => {
    const name = shippedParties()
      .find((one) => one.code === code)
      ?.namings.at(-1)?.names[language]
    return name?.sort ?? name?.short ?? ''
  }
  return shippedParties()
    .map(({ code }) => code)
    .sort((a, b) => compare(key(a), key(b)))
}
const ENGLISH = alphabetOf('en')

/** Whether a pledge is what a reader asks for, told by its terms and history alone. */
function isWished({ terms, delivery, readiness }: Shipped, wish: Wish): boolean {
  const stands = standingOn(delivery, EVER)
  const within = (code: string, above: string) => code === above || code.startsWith(`${above}.`)
  const { party, role } = wish
  return (
    (party === undefined || terms.shares.some((one) => one.party === party)) &&
    (role === undefined ||
      terms.shares.some(
        (one) => one.role === role && (party === undefined || one.party === party),
      )) &&
    (wish.edition === undefined || (terms.conference ?? 'none') === wish.edition) &&
    (wish.category === undefined || terms.categories.some(({ code }) => code === wish.category)) &&
    (wish.capability === undefined ||
      terms.capabilities.some((code) => within(code, wish.capability ?? ''))) &&
    (wish.mission === undefined || terms.missions.includes(wish.mission)) &&
    (wish.stage === undefined || stands.stage === wish.stage) &&
    (wish.readiness === undefined || levelOn(readiness, EVER) === wish.readiness) &&
    (wish.condition === undefined ||
      terms.conditions.some(({ kind }) => kind === wish.condition)) &&
    (wish.theme === undefined || terms.crossCutting.some(({ code }) => code === wish.theme)) &&
    (wish.quantity === undefined || terms.quantity.kind === wish.quantity) &&
    (wish.link === undefined || terms.links.some(({ kind }) => kind === wish.link)) &&
    (wish.reported === undefined || (stands.reportedOn?.slice(0, 4) ?? 'none') === wish.reported) &&
    (wish.beneficiary === undefined ||
      terms.beneficiaries.some((code) => code === wish.beneficiary)) &&
    (wish.requirement === undefined ||
      terms.requirements.some(({ code }) => code === wish.requirement))
  )
}

const byCode = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const newestFirst = (a: string | null, b: string | null) =>
  a === b ? 0 : a === null ? 1 : b === null ? -1 : -byCode(a, b)

/** The identifiers that a list holds, in its order, all pages together. */
function wishedIds(wish: Wish, alphabet: readonly PartyCode[]): string[] {
  const place = ({ terms }: Shipped) =>
    terms.lead === null ? alphabet.length : alphabet.indexOf(terms.lead)
  const reported = ({ delivery }: Shipped) => {
    const { reportedOn } = standingOn(delivery, EVER)
    return reportedOn && lastDayOf(reportedOn)
  }
  const order = {
    party: (a: Shipped, b: Shipped) => place(a) - place(b),
    announced: (a: Shipped, b: Shipped) => newestFirst(a.announcedOn, b.announcedOn),
    reported: (a: Shipped, b: Shipped) => newestFirst(reported(a), reported(b)),
  }[wish.order]
  return PLEDGES.filter((pledge) => isWished(pledge, wish))
    .sort((a, b) => order(a, b) || byCode(a.id, b.id))
    .map(({ id }) => String(id))
}

/** The identifiers of a whole list, page by page, as the database finds them. */
async function everyId(query: object, alphabet = ENGLISH): Promise<string[]> {
  const wish = Wish.parse(query)
  const { order } = wish
  const narrowed = { facets: facetsWished(wish), terms: [] }
  const known = knownCount(await facetsOffered(here.read, FILTERS.map(kindOf)), narrowed)
  const ask = (page: number) =>
    foundPledges(here.read, { ...narrowed, order, alphabet, page, known })
  const { ids, count } = await ask(1)
  const all: string[] = [...ids]
  for (let page = 2; page <= Math.ceil(count / PAGE); page += 1) {
    all.push(...(await ask(page)).ids)
  }
  return all
}

/** The same of a search, with everything that its page shows. */
const asked = (query: object) => listFacts(here.read, Wish.parse(query), ENGLISH)
async function found(q: string): Promise<string[]> {
  const { ids, count } = await asked({ q })
  const all: string[] = [...ids]
  for (let page = 2; page <= Math.ceil(count / PAGE); page += 1) {
    all.push(...(await asked({ q, page })).ids)
  }
  return all.sort()
}

const valuesOf = (pick: (pledge: Shipped) => readonly (string | null)[]) =>
  [...new Set(PLEDGES.flatMap(pick))].filter((one) => one !== null).sort()
const EVERY_FILTER: [string, readonly string[]][] = [
  ['party', valuesOf(({ terms }) => terms.shares.map(({ party }) => party))],
  ['role', ROLES],
  ['edition', ['none', ...valuesOf(({ terms }) => [terms.conference])]],
  ['category', valuesOf(({ terms }) => terms.categories.map(({ code }) => code))],
  [
    'capability',
    valuesOf(({ terms }) =>
      terms.capabilities.flatMap((code) => [code, code.split('.', 1)[0] ?? '']),
    ),
  ],
  ['mission', valuesOf(({ terms }) => terms.missions)],
  ['stage', STAGES],
  ['readiness', LEVELS],
  ['condition', CONDITIONS],
  ['theme', valuesOf(({ terms }) => terms.crossCutting.map(({ code }) => code))],
  ['quantity', ['none', 'exact', 'about', 'up-to', 'at-least', 'range', 'per-period']],
  ['reported', ['none', '2015', '2018', '2021', '2023', '2024', '2025']],
  ['link', LINKS],
  ['beneficiary', valuesOf(({ terms }) => terms.beneficiaries)],
  ['requirement', valuesOf(({ terms }) => terms.requirements.map(({ code }) => code))],
]

describe('a list of pledges', () => {
  it('holds everything where nothing was asked, page by page', async () => {
    const ids = await everyId({})
    expect(ids).toEqual(wishedIds(Wish.parse({}), ENGLISH))
    expect(ids).toHaveLength(258)
  })

  it.each(EVERY_FILTER)('holds by %s what the terms of each pledge say', async (filter, values) => {
    expect(values.length).toBeGreaterThan(0)
    for (const value of values) {
      const wish = Wish.parse({ [filter]: value })
      expect(await everyId(wish), `${filter}=${value}`).toEqual(wishedIds(wish, ENGLISH))
    }
  })

  it('holds what all filters together ask for', async () => {
    const queries = [
      { party: 'KOR', role: 'equipment' },
      { party: 'KEN', role: 'unit', edition: 'seoul2021' },
      { capability: 'aviation', stage: 'delivered', order: 'reported' },
      { edition: 'newyork2015', condition: 'un-request', quantity: 'exact', order: 'announced' },
      { mission: 'UNMISS', capability: 'medical', reported: '2018' },
      { party: 'CAN', link: 'renews' },
      { edition: 'berlin2025', reported: '2016' },
    ]
    for (const query of queries) {
      expect(await everyId(query), JSON.stringify(query)).toEqual(
        wishedIds(Wish.parse(query), ENGLISH),
      )
    }
  })

  it.each(['party', 'announced', 'reported'])('stands in the order by %s', async (order) => {
    expect(await everyId({ order })).toEqual(wishedIds(Wish.parse({ order }), ENGLISH))
  })

  it.each(LANGUAGES)('stands in the alphabet of the page: %s', async (language) => {
    const alphabet = alphabetOf(language)
    expect(await everyId({}, alphabet)).toEqual(wishedIds(Wish.parse({}), alphabet))
  })

  it('ends with its last page, whichever was asked for', async () => {
    const { page, ids } = await asked({ page: 4000 })
    expect([page, ids.length]).toEqual([11, 8])
    expect(await asked({ page: 7, party: 'ZWE' })).toMatchObject({ page: 1, count: 0, ids: [] })
  })

  it('knows everybody by name whom its entries name', async () => {
    for (let page = 1; page <= 11; page += 1) {
      const { lines, names } = await asked({ page })
      const named = lines.flatMap(({ parties, beneficiaries }) => [...parties, ...beneficiaries])
      expect(named.filter((code) => !names.parties.has(code))).toEqual([])
    }
  })

  it('offers in its filters exactly what finds something', async () => {
    const offered = await facetsOffered(here.read, ['delivery', 'edition'])
    const counts = Object.fromEntries(offered.map(({ facet, pledges }) => [facet, pledges]))
    for (const stage of STAGES) {
      const { length } = wishedIds(Wish.parse({ stage }), ENGLISH)
      expect(counts[`delivery:${stage}`] ?? 0).toBe(length)
    }
    expect(counts['edition:seoul2021']).toBe(32)
  })

  it('asks the database little, and in one moment', async () => {
    const queries: string[] = []
    const db = here.read.withPlugin({
      transformQuery({ node }) {
        queries.push(node.kind)
        return node
      },
      transformResult: async ({ result }) => result,
    })
    await listFacts(db, Wish.parse({}), ENGLISH)
    const plain = queries.length
    await listFacts(db, Wish.parse({ q: 'helicopter', edition: 'seoul2021' }), ENGLISH)
    expect([plain, queries.length - plain]).toEqual([11, 17])
  })
})

describe('a search', () => {
  it.each([
    ['Кения', 'KEN'],
    ['Kenya', 'KEN'],
    ['케냐', 'KEN'],
    ['كينيا', 'KEN'],
    ['США', 'USA'],
  ])('by the name of a party finds all that it has to do with: %s', async (q, code) => {
    const ids = await found(q)
    const concerned = PLEDGES.filter(
      ({ terms }) =>
        terms.shares.some(({ party }) => party === code) ||
        terms.beneficiaries.some((party) => party === code),
    )
    expect(concerned.length).toBeGreaterThan(5)
    for (const { id } of concerned) expect(ids).toContain(id)
  })

  it.each([
    'вертолет',
    'вертолеты',
    '헬기',
    '直升机',
    'helicopter',
    'hélicoptère',
    'الطائرات العمودية',
  ])('by the name of a capability finds all that fall under it: %s', async (q) => {
    const ids = await found(q)
    const helicopters = wishedIds(Wish.parse({ capability: 'aviation.helicopter' }), ENGLISH)
    expect(helicopters.length).toBeGreaterThan(8)
    for (const id of helicopters) expect(ids).toContain(id)
  })

  it('finds what has every word, in its text or by a name', async () => {
    expect(await found('Корея вертолет')).toContain('KOR-2021-01')
    expect(await found('Кения вертолет Сеул')).toEqual(['KOR-2021-01'])
    expect(await found('KOR-2021-01')).toContain('KOR-2021-01')
    expect(await found('МООНЮС госпиталь')).toContain('GBR-2016-02')
  })

  it('by a word of a title finds that pledge, in French as in English', async () => {
    expect(await found('smart camps')).toContain('KOR-2023-01')
    expect(await found('désinformation')).toContain('IRL-2023-03')
  })

  it('takes a word of one or two letters as a whole', async () => {
    const sentences = await found('un')
    expect(sentences).not.toEqual(await found('uni'))
    expect(await found('s')).not.toContain('KOR-2021-01')
  })

  it('finds nothing where nothing is', async () => {
    expect(await found('zirconium')).toEqual([])
  })

  it('is no query of the database, whatever is typed', async () => {
    for (const q of ["'; drop table pledge; --", '& | ! ( ) <-> :*', '\\', "a'b'c", '\u0000x']) {
      expect(Array.isArray(await found(q))).toBe(true)
    }
    expect((await asked({})).count).toBe(258)
  })
})

describe('a list as the database is asked for it', () => {
  it('is the same whether it is known beforehand how many there are, or not', async () => {
    const offered = await facetsOffered(here.read, FILTERS.map(kindOf))
    for (const facets of [[], ['edition:seoul2021'], ['delivery:announced']]) {
      for (const order of ORDERS) {
        for (const page of [1, 2, 5, 1000]) {
          const asked = { facets, terms: [], order, alphabet: ENGLISH, page }
          const counted = await foundPledges(here.read, { ...asked, known: null })
          const known = knownCount(offered, asked)
          expect(known).toBe(counted.count)
          expect(await foundPledges(here.read, { ...asked, known })).toEqual(counted)
        }
      }
    }
  })

  it('takes a facet for what it is, and never as a pattern', async () => {
    const asked = { terms: [], order: 'party' as const, alphabet: ENGLISH, page: 1, known: null }
    expect((await foundPledges(here.read, { ...asked, facets: ['party:%'] })).count).toBe(0)
  })
})

describe('the pledges of a party', () => {
  it('are its own, its part in others’, and what is meant for it', async () => {
    const facts = await partyFacts(here.read, PartyCode.parse('KEN'))
    const expected = PLEDGES.filter(
      ({ terms }) =>
        terms.shares.some(({ party }) => party === 'KEN') ||
        terms.beneficiaries.some((party) => party === 'KEN'),
    ).map(({ id }) => id)
    expect(facts?.lines.map(({ id }) => id).sort()).toEqual(expected.sort())
    expect(facts?.count).toBe(expected.length)
  })

  it('are none where it has none', async () => {
    expect(await partyFacts(here.read, PartyCode.parse('ZWE'))).toBeNull()
  })
})
