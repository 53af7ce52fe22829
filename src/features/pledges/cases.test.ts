import { describe, expect, it } from 'vitest'
import { shippedPledges } from '../../testing/record.ts'
import { levelOn, reachedOn, standingOn } from './history/standing.ts'
import { mustBeWellSourced } from './history.model.ts'
import { mustBeSound, pledgesNamedIn } from './model.ts'
import { giversOf, isJoint } from './shares.model.ts'

/** The cases that the model must carry, as the sources tell them; what became of each, on the days when it did. */

const PLEDGES = shippedPledges()
const pledge = (id: string) => {
  const found = PLEDGES.find((one) => one.id === id)
  if (!found) throw new Error(`There is no ${id}`)
  return found
}
const terms = (id: string) => pledge(id).terms
const stageOn = (id: string, day: string) => standingOn(pledge(id).delivery, day).stage
const linksOf = (id: string) => terms(id).links.map(({ kind, to }) => `${kind} ${to}`)
const partsOf = (id: string) => terms(id).shares.map(({ party, role }) => `${party} ${role}`)
const reached = (id: string, day: string) => Object.fromEntries(reachedOn(pledge(id).delivery, day))
const told = (id: string) =>
  pledge(id)
    .delivery.filter(({ stage, inferred }) => stage !== 'announced' && !inferred)
    .map(({ stage, on }) => `${on} ${stage}`)
const TODAY = '2026-02-06'

describe('the pledges that ship', () => {
  it('are 258, each sound and each named by its own identifier', () => {
    expect(PLEDGES).toHaveLength(258)
    expect(new Set(PLEDGES.map(({ id }) => id)).size).toBe(258)
    for (const { id, terms, delivery } of PLEDGES) {
      mustBeSound(id, terms)
      for (const event of delivery) mustBeWellSourced(event)
    }
  })

  it('name only pledges that are there', () => {
    const ids = new Set(PLEDGES.map(({ id }) => id))
    const lost = PLEDGES.flatMap(({ terms }) => pledgesNamedIn(terms)).filter((id) => !ids.has(id))
    expect(lost).toEqual([])
  })

  it('have a source each, and a report for whatever is told of them', () => {
    expect(PLEDGES.filter(({ terms }) => terms.sources.length === 0)).toEqual([])
    const events = PLEDGES.flatMap(({ delivery, readiness }) => [...delivery, ...readiness])
    expect(events.filter(({ source }) => source === null)).toEqual([])
  })

  it('never say that a party agreed, or that a reviewer found: nobody was asked', () => {
    const consents = PLEDGES.flatMap(({ terms }) => terms.shares.map(({ consent }) => consent))
    expect([...new Set(consents)].sort()).toEqual(['inferred', 'named', 'own-source'])
    const voices = PLEDGES.flatMap(({ delivery }) => delivery.map(({ voice }) => voice))
    expect(voices).not.toContain('reviewer')
  })

  it('are public as a whole: nothing in them is meant for fewer', () => {
    for (const { audience, terms, delivery, readiness } of PLEDGES) {
      expect([audience, terms.audiences]).toEqual(['public', {}])
      expect([...delivery, ...readiness].every((event) => event.audience === 'public')).toBe(true)
    }
  })
})

describe('the helicopters of the Republic of Korea, the United States and Kenya', () => {
  it('are one pledge of three givers with different parts, and count sixteen once', () => {
    expect(isJoint(terms('KOR-2021-01').shares)).toBe(true)
    expect(giversOf(terms('KOR-2021-01').shares)).toEqual(['KOR', 'USA', 'KEN'])
    expect(partsOf('KOR-2021-01')).toEqual([
      'KOR lead',
      'KOR equipment',
      'USA refurbishment',
      'USA transport',
      'USA money',
      'KEN unit',
      'KEN recipient',
    ])
    expect(terms('KOR-2021-01').quantity).toMatchObject({ kind: 'exact', value: 16 })
  })

  it('are announced for two years, then six of sixteen, and not twelve', () => {
    expect(stageOn('KOR-2021-01', '2022-12-31')).toBe('announced')
    expect(stageOn('KOR-2021-01', '2023-06-30')).toBe('preparing')
    expect(stageOn('KOR-2021-01', '2023-12-20')).toBe('preparing')
    expect(stageOn('KOR-2021-01', '2023-12-21')).toBe('partly-delivered')
    expect(reached('KOR-2021-01', TODAY)).toEqual({ helicopter: 6 })
  })

  it('are not the eight of May 2024, of which nobody says whose they are', () => {
    const later = pledge('KOR-2021-01').delivery.find(({ on }) => on === '2024-05-23')
    expect(later).toMatchObject({ inferred: true, quantity: { value: 8 } })
    expect(terms('USA-2024-01').quantity).toMatchObject({ value: 8 })
    expect(terms('USA-2024-01').links).toMatchObject([{ to: 'KOR-2021-01', inferred: true }])
  })

  it('were in two places in February 2024, depending on whom one reads', () => {
    const claims = terms('KOR-2021-01').disagreements.map(({ claims }) => claims.length)
    expect(claims).toEqual([2, 2])
  })
})

describe('the aircraft of Norway and four partners', () => {
  it('is one, whoever flies it', () => {
    expect(terms('NOR-2016-01').quantity).toMatchObject({ kind: 'exact', value: 1 })
    expect(terms('NOR-2016-01').rotation.map(({ party }) => party)).toEqual([
      'NOR',
      'PRT',
      'DNK',
      'SWE',
      'BEL',
    ])
    expect(reached('NOR-2016-01', TODAY)).toEqual({ aircraft: 1 })
  })

  it('passed from each to the next without a gap, until November 2018', () => {
    const turns = terms('NOR-2016-01').rotation
    expect(turns.slice(1).map(({ from }) => from)).toEqual(
      turns.slice(0, -1).map(({ until }) => until),
    )
    expect(turns.at(-1)?.until).toBe('2018-11')
  })

  it('went on for two years more, and again in 2021', () => {
    expect(linksOf('NOR-2017-01')).toEqual(['renews NOR-2016-01'])
    expect(linksOf('NOR-2019-02')).toEqual(['renews NOR-2017-01'])
    expect(terms('NOR-2017-01')).toMatchObject({ from: '2018-11', until: '2020-11' })
  })
})

describe('the airlift of Canada', () => {
  it('is one promise over three editions, each renewing the one before', () => {
    expect(linksOf('CAN-2017-03')).toContain('adds-detail CAN-2016-01')
    expect(linksOf('CAN-2023-03')).toEqual(['renews CAN-2017-03'])
    expect(linksOf('CAN-2025-02')).toEqual(['renews CAN-2023-03'])
    expect(['CAN-2017-03', 'CAN-2023-03', 'CAN-2025-02'].map((id) => terms(id).conference)).toEqual(
      ['vancouver2017', 'accra2023', 'berlin2025'],
    )
  })

  it('flew five days a month from August 2019, and was suspended once', () => {
    expect(terms('CAN-2017-03').quantity).toMatchObject({
      kind: 'per-period',
      value: 5,
      per: 'month',
    })
    expect(stageOn('CAN-2017-03', '2019-07-31')).toBe('preparing')
    expect(stageOn('CAN-2017-03', '2019-08-31')).toBe('partly-delivered')
    expect(stageOn('CAN-2017-03', '2020-03-06')).toBe('suspended')
    expect(told('CAN-2017-03').filter((one) => one.includes('suspended'))).toHaveLength(1)
  })
})

describe('the quick reaction force of Canada', () => {
  it('was announced, and no report says more; sources differ on whether it was registered', () => {
    expect(stageOn('CAN-2017-01', '2019-11-30')).toBe('announced')
    expect(told('CAN-2017-01')).toEqual([])
    expect(terms('CAN-2017-01').disagreements[0]?.claims).toHaveLength(2)
    expect(terms('CAN-2017-01').conditions.map(({ kind }) => kind)).toEqual([
      'agreement',
      'un-request',
    ])
  })
})

describe('the hospital of the United Kingdom, Viet Nam and Australia', () => {
  it('was there in 2017, by the word of the United Kingdom itself', () => {
    expect(stageOn('GBR-2016-02', '2017-05-31')).toBe('preparing')
    expect(stageOn('GBR-2016-02', '2017-12-31')).toBe('delivered')
    const said = pledge('GBR-2016-02').delivery.filter(({ stage }) => stage === 'delivered')
    expect(said.map(({ voice, source }) => `${voice} ${source?.grade}`)).toEqual([
      'pledger A',
      'pledger A',
    ])
  })

  it('was handed over from one to the other', () => {
    expect(partsOf('GBR-2017-02')).toEqual(['GBR unit', 'VNM successor'])
    expect(linksOf('GBR-2017-02')).toContain('adds-detail GBR-2016-02')
    expect(linksOf('VNM-2015-01')).toEqual(['takes-over GBR-2016-02'])
    expect(stageOn('GBR-2017-02', '2018-10-31')).toBe('delivered')
  })

  it('was carried by Australia, rotation after rotation', () => {
    expect(linksOf('AUS-2015-01')).toEqual(['enables VNM-2015-01'])
    expect(told('AUS-2015-01').filter((one) => one.endsWith(' delivered'))).toEqual([
      '2018-10 delivered',
      '2019-11-20 delivered',
      '2021-04 delivered',
      '2022-05-24 delivered',
      '2023-06 delivered',
      '2024-09-24 delivered',
    ])
  })

  it('is tied to what Viet Nam announced in 2015 by inference only, and counts for nothing there', () => {
    expect(terms('VNM-2015-01').links[0]?.inferred).toBe(true)
    expect(stageOn('VNM-2015-01', TODAY)).toBe('announced')
    expect(pledge('VNM-2015-01').delivery.filter(({ inferred }) => inferred)).toHaveLength(7)
  })

  it('had its fourth rotation promised in Seoul and sent within half a year', () => {
    expect(stageOn('VNM-2021-02', '2022-04-30')).toBe('partly-delivered')
    expect(stageOn('VNM-2021-02', '2022-05-24')).toBe('delivered')
  })
})

describe('the engineers of Viet Nam', () => {
  it('came in two groups, and are one company all the same', () => {
    expect(stageOn('VNM-2021-01', '2022-05-05')).toBe('partly-delivered')
    expect(stageOn('VNM-2021-01', '2022-06-15')).toBe('delivered')
    expect(terms('VNM-2021-01').quantity).toMatchObject({ kind: 'exact', value: 1 })
    expect(reached('VNM-2021-01', '2022-12-31')).toEqual({ personnel: 184 })
  })
})

describe('the ten thousand of Nepal', () => {
  it('are one promise announced twice, at the request of the United Nations', () => {
    expect(linksOf('NPL-2023-01')).toEqual(['re-announces NPL-2019-06'])
    for (const id of ['NPL-2019-06', 'NPL-2023-01']) {
      expect(terms(id).quantity).toMatchObject({ kind: 'up-to', value: 10_000, unit: 'troops' })
      expect(terms(id).conditions.map(({ kind }) => kind)).toEqual(['un-request'])
    }
  })
})

describe('the thousand of Indonesia', () => {
  it('are about a thousand as they were said, and 1,148 a month later', () => {
    expect(terms('IDN-2021-01').quantity).toMatchObject({ kind: 'about', value: 1000 })
    const later = pledge('IDN-2021-01').delivery.find(({ stage }) => stage === 'preparing')
    expect(later).toMatchObject({ on: '2022-01-06', quantity: { value: 1148 } })
    expect(terms('IDN-2021-01').disagreements[0]?.claims).toHaveLength(2)
  })
})

describe('the standby force of China', () => {
  it('climbs the ladder of readiness, which is not delivery', () => {
    const { readiness } = pledge('CHN-2015-01')
    const level = (day: string) => levelOn(readiness, day)
    expect([
      level('2016-12-31'),
      level('2017-09-30'),
      level('2018-10-31'),
      level('2020-12-31'),
    ]).toEqual([null, '1', '2', '3'])
    expect(stageOn('CHN-2015-01', TODAY)).toBe('ready-not-requested')
    expect(reached('CHN-2015-01', TODAY)).toEqual({})
  })
})

describe('the units of Sri Lanka and Malaysia', () => {
  const ready = (party: string) =>
    PLEDGES.filter(({ terms }) => terms.lead === party && terms.conference === 'newyork2015')
      .filter(({ id }) => stageOn(id, TODAY) === 'ready-not-requested')
      .map(({ id }) => id)

  it('are ready and not requested, which stands for itself', () => {
    expect(ready('LKA').length).toBeGreaterThanOrEqual(5)
    expect(ready('MYS').length).toBeGreaterThanOrEqual(1)
    expect(terms('LKA-2015-01').conditions.map(({ kind }) => kind)).toEqual(['un-request'])
  })
})

describe('the amount of Germany', () => {
  it('is one for many subjects, and split for none', () => {
    const { quantity, capabilities, shares } = terms('DEU-2025-01')
    expect(quantity).toMatchObject({ kind: 'at-least', value: 8_200_000_000, currency: 'EUR' })
    expect(capabilities.length).toBeGreaterThanOrEqual(6)
    expect(shares.every((share) => share.quantity.kind === 'none')).toBe(true)
    const parts = PLEDGES.filter(({ terms }) => terms.partOf === 'DEU-2025-01')
    expect(parts).toEqual([])
  })
})

describe('the five commitments of Nigeria', () => {
  it('are five, and of what type is not stated in public', () => {
    expect(terms('NGA-2025-02').quantity).toMatchObject({ value: 5, unit: 'commitment' })
    expect(terms('NGA-2025-02').capabilities).toEqual(['other'])
    expect(partsOf('NGA-2025-02')).toEqual(['NGA unspecified'])
  })
})

describe('the helicopters of Belgium', () => {
  it('were approved eight days after the conference, on which they depended', () => {
    const approved = pledge('BEL-2017-01').delivery.find(({ stage }) => stage === 'preparing')
    expect(approved?.on).toBe('2017-11-23')
    expect(terms('BEL-2017-01').conditions.map(({ kind }) => kind)).toEqual(['agreement'])
    expect(stageOn('BEL-2017-01', '2018-12-31')).toBe('delivered')
  })
})

describe('what Ireland answered in parliament', () => {
  const SEOUL = ['01', '02', '03', '04', '05', '06'].map((one) => `IRL-2021-${one}`)

  it('is told of each of six pledges three months after Seoul, by parliament', () => {
    const asked = SEOUL.map((id) =>
      pledge(id).delivery.find(({ on, voice }) => on === '2022-03-09' && voice === 'parliament'),
    )
    expect(asked.every((event) => event !== undefined)).toBe(true)
  })

  it('and of an amount of Accra with its parts, which are not added to it', () => {
    expect(terms('IRL-2023-01').quantity).toMatchObject({ value: 46_900_000, currency: 'USD' })
    expect(['IRL-2023-02', 'IRL-2023-03'].map((id) => terms(id).partOf)).toEqual([
      'IRL-2023-01',
      'IRL-2023-01',
    ])
  })
})

describe('what was withdrawn', () => {
  it('stays, with the day and who said so', () => {
    const event = pledge('ESP-2015-01').delivery.find(({ stage }) => stage === 'withdrawn')
    expect(event).toMatchObject({ on: '2016-06-17', source: { grade: 'B' } })
    expect(stageOn('ESP-2015-01', '2016-06-16')).not.toBe('withdrawn')
    expect(stageOn('ESP-2015-01', '2016-06-17')).toBe('withdrawn')
  })
})

describe('what nobody leads', () => {
  it('is promised by several together', () => {
    const shared = PLEDGES.filter(({ terms }) => terms.lead === null)
    expect(shared.map(({ terms }) => giversOf(terms.shares).length > 1)).toEqual([true, true])
  })
})
