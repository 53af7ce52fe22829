import { describe, expect, it } from 'vitest'
import file from '../../../data/requirements.json' with { type: 'json' }
import { Paper } from './requirements.model.ts'
import { papersFrom } from './shipped.ts'
import { isNamedAgain, monthsBetween, papersOn, shortageOf, shortages } from './shortage.ts'

const PAPERS = papersFrom(file).map((paper) => Paper.parse(paper))
const datesOf = (code: string, papers = PAPERS) =>
  shortageOf(papers, code)?.namings.map(({ paper }) => paper.date)

describe('a shortage', () => {
  it('tells since when aviation is named short, again and again', () => {
    const aviation = shortageOf(PAPERS, 'aviation')
    expect(datesOf('aviation')).toEqual([
      '2015-09',
      '2017-08',
      '2017-10',
      '2017-11',
      '2021-06',
      '2022-03',
      '2022-04',
      '2023-12',
    ])
    expect([aviation?.first, aviation?.last]).toEqual(['2015-09', '2023-12'])
    expect(aviation?.between).toEqual([23, 2, 1, 43, 9, 1, 20])
    expect(aviation && isNamedAgain(aviation)).toBe(true)
  })

  it('counts a text once, however much of the capability it names', () => {
    const march = shortageOf(PAPERS, 'aviation')?.namings.find(
      ({ paper }) => paper.id === '2022-03',
    )
    expect(march?.requirements).toEqual([
      '2022-03.utility-helicopters',
      '2022-03.armed-helicopters',
    ])
  })

  it('takes what stands below a capability with it, not what stands above', () => {
    expect(datesOf('aviation.helicopter')).toEqual([
      '2017-08',
      '2017-10',
      '2017-11',
      '2021-06',
      '2022-03',
    ])
    expect(datesOf('aviation.helicopter.utility')).toEqual(['2022-03'])
  })

  it('takes no offer for a need', () => {
    expect(datesOf('infantry.battalion')).toBeUndefined()
    expect(datesOf('infantry')?.includes('2025-06')).toBe(false)
  })

  it('is not there where no text names the capability', () => {
    expect(shortageOf(PAPERS, 'cbrn')).toBe(null)
    expect(shortageOf([], 'aviation')).toBe(null)
  })

  it('says who named it', () => {
    const engineering = shortageOf(PAPERS, 'engineering')
    expect(engineering?.namings.map(({ paper }) => paper.kind)).toEqual(['statement', 'statement'])
    expect(engineering?.namings[1]?.paper.issuer).toEqual({ party: 'JPN' })
  })

  it('can be told as of a past day', () => {
    expect(datesOf('aviation', papersOn(PAPERS, '2017-09-30'))).toEqual(['2015-09', '2017-08'])
    expect(papersOn(PAPERS, '2014-08')).toEqual([])
  })
})

describe('all shortages', () => {
  it('are those of the families that are named, the first named at the top', () => {
    const all = shortages(PAPERS)
    expect(all.map(({ capability, first }) => [capability, first]).slice(0, 5)).toEqual([
      ['engineering', '2014-09'],
      ['medical', '2014-09'],
      ['pisr', '2014-09'],
      ['readiness', '2014-09'],
      ['aviation', '2015-09'],
    ])
    expect(all.every(({ capability }) => !capability.includes('.'))).toBe(true)
  })
})

describe('months between two days', () => {
  it('are known where both days have a month', () => {
    expect(monthsBetween('2015-09', '2017-08')).toBe(23)
    expect(monthsBetween('2015-09-28', '2015-09-30')).toBe(0)
    expect(monthsBetween('2015', '2017-08')).toBe(null)
  })
})
