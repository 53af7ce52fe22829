import { describe, expect, it } from 'vitest'
import { ConferenceId } from '../../../kernel/ids.ts'
import { shippedEditions, shippedLedger, shippedPapers } from '../../../testing/record.ts'
import { count } from '../count/count.ts'
import { filtered } from '../count/filter.ts'
import { answersOf, began, filterOfAnswer } from './answers.ts'
import { familiesNamedIn, pledgesByFamily, reasonOf, tellsTypes } from './families.ts'
import { filterSince, namedFamilies } from './named.ts'

const PAPERS = shippedPapers()
const LEDGER = shippedLedger()
const TODAY = '2026-02-06'
const EDITIONS = began(
  shippedEditions().filter(({ kind }) => kind === 'summit' || kind === 'ministerial'),
)
const named = (family: string, entries = LEDGER, today = TODAY) => {
  const found = namedFamilies(PAPERS, entries, today).find(
    ({ capability }) => capability === family,
  )
  if (!found) throw new Error(`${family} is not named`)
  return found
}
const answer = (edition: string, family: string, papers = PAPERS) =>
  answersOf(papers, EDITIONS, LEDGER).find(
    (one) => one.edition === edition && one.family === family,
  )
const pledgesCounted = (filter: object) =>
  count(filtered(LEDGER, filter), 'pledges', () => true).number

describe('a family that is named as needed', () => {
  it('tells how long aviation has been short: from September 2015 to December 2023, in eight texts', () => {
    const { first, last, namings } = named('aviation')
    expect([first, last, namings.length]).toEqual(['2015-09', '2023-12', 8])
  })

  it('has the pledges that were made since, and what is known of each of them', () => {
    for (const family of namedFamilies(PAPERS, LEDGER, TODAY)) {
      const known = Object.values(family.known).reduce((sum, one) => sum + one, 0)
      expect([family.capability, known]).toEqual([family.capability, family.pledged])
    }
    expect(named('aviation').known.delivered).toBeGreaterThan(0)
  })

  it('has as many pledges as its count opens', () => {
    for (const family of namedFamilies(PAPERS, LEDGER, TODAY)) {
      expect([family.capability, family.pledged]).toEqual([
        family.capability,
        pledgesCounted(filterSince(family)),
      ])
    }
  })

  it('does not count what was pledged before it was named, nor what was pledged again', () => {
    const before = LEDGER.filter(({ since }) => since !== null && since < '2015-09')
    expect(named('aviation', before).pledged).toBe(0)
    const again = LEDGER.map((entry) => ({ ...entry, reannounces: [entry.id] }))
    expect(named('aviation', again).pledged).toBe(0)
  })

  it('has its pledges judged by the day that is asked for', () => {
    expect(named('aviation', LEDGER, '2015-09-30').known['nothing-found']).toBe(
      named('aviation').pledged,
    )
  })
})

describe('the pledges of a family', () => {
  it('stand with each family that they belong to, and once in each', () => {
    const [entry] = LEDGER
    if (!entry) throw new Error('The ledger is empty')
    const capabilities = ['aviation', 'aviation.uas', 'training']
    const families = pledgesByFamily([{ ...entry, capabilities, reannounces: [] }])
    expect([...families].map(([family, pledges]) => [family, pledges.length])).toEqual([
      ['aviation', 1],
      ['training', 1],
    ])
  })
})

describe('a text', () => {
  const paper = (id: string) => {
    const found = PAPERS.find((one) => one.id === id)
    if (!found) throw new Error(`There is no ${id}`)
    return found
  }

  it('that does not state types in public says nothing about any family', () => {
    expect(tellsTypes(paper('2023-09'))).toBe(false)
    expect(tellsTypes(paper('2025-03'))).toBe(false)
  })

  it('that states only what was offered names no need', () => {
    expect(familiesNamedIn(paper('2025-06'))).toEqual([])
  })

  it('that names no family has a reason, which is told', () => {
    expect(reasonOf(paper('2025-06'))).toBe('offered')
    expect(reasonOf(paper('2025-03'))).toBe('untold')
    expect(reasonOf(paper('2021-09'))).toBe('unread')
    expect(reasonOf(paper('2022-03'))).toBeNull()
  })
})

describe('an edition answers what had been named before it', () => {
  it('by pledges of the same family', () => {
    const seoul = answer('seoul2021', 'aviation')
    expect(seoul?.pledges.map(({ id }) => id)).toContain('KOR-2021-01')
    for (const { edition, family, pledges } of answersOf(PAPERS, EDITIONS, LEDGER)) {
      expect([edition, family, pledges.length]).toEqual([
        edition,
        family,
        pledgesCounted(filterOfAnswer({ edition, family })),
      ])
    }
  })

  it('in texts up to the month in which it began, not in later ones', () => {
    expect(answer('newyork2014', 'aviation')).toBeUndefined()
    expect(answer('newyork2015', 'aviation')?.anew).toEqual(['2015-09'])
    expect(answer('vancouver2017', 'women')).toBeDefined()
    expect(answer('london2016', 'women')).toBeUndefined()
  })

  it('and goes on answering a need that was named only earlier', () => {
    expect(answer('newyork2019', 'aviation')).toMatchObject({ anew: [] })
    expect(answer('vancouver2017', 'aviation')?.anew).toEqual(['2017-08', '2017-10', '2017-11'])
  })

  it('with nothing where our sample holds no such pledge', () => {
    expect(answer('london2016', 'aviation')?.pledges).toEqual([])
  })

  it('in the order of the days of the editions', () => {
    const order = [...new Set(answersOf(PAPERS, EDITIONS, LEDGER).map(({ edition }) => edition))]
    expect(order).toEqual(EDITIONS.map(({ id }) => id))
    const nothing = answersOf([], [{ id: ConferenceId.parse('seoul2021'), first: '2021' }], LEDGER)
    expect(nothing).toEqual([])
  })
})
