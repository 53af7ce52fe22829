import { describe, expect, it } from 'vitest'
import { textIn } from '../../../testing/programme.ts'
import { shippedPledges } from '../../../testing/record.ts'
import { PledgeId, Terms } from '../model.ts'
import { alikeAmong } from './alike.ts'

const pledge = (id: string, said: object = {}) => ({
  id: PledgeId.parse(id),
  terms: Terms.parse({
    conference: 'seoul2021',
    title: textIn({ en: 'Level 2 hospital for South Sudan' }),
    summary: textIn({ en: 'A level 2 hospital in Bentiu' }),
    lead: 'KOR',
    shares: [{ party: 'KOR', role: 'unit', consent: 'given' }],
    quantity: { kind: 'exact', value: 1, unit: 'hospital' },
    capabilities: ['medical.level-2'],
    ...said,
  }),
})
const one = pledge('KOR-2021-50')
const other = (id: string, said: object) => pledge(id, said)
const unlike = {
  title: textIn({ en: 'Courses on gender for officers' }),
  summary: textIn({ en: 'Ten courses each year' }),
  capabilities: ['training'],
  quantity: { kind: 'exact', value: 10, unit: 'course' },
}

describe('pledges that may be one', () => {
  it('are of one party, with similar words, for one capability, of one quantity', () => {
    const again = other('KOR-2019-07', { conference: 'newyork2019' })
    expect(alikeAmong(one, [again])).toEqual([
      { id: 'KOR-2019-07', signs: ['words', 'capability', 'quantity', 'earlier'] },
    ])
    const twice = other('KOR-2021-51', {})
    expect(alikeAmong(one, [twice])[0]?.signs).toContain('edition')
  })

  it('are found in another language by what they are for and how much', () => {
    const korean = other('KOR-2021-52', {
      title: textIn({ ko: '남수단 2급 병원' }),
      summary: textIn({ ko: '벤티우의 병원' }),
    })
    expect(alikeAmong(one, [korean])).toEqual([
      { id: 'KOR-2021-52', signs: ['capability', 'quantity', 'edition'] },
    ])
  })

  it('are not others of the same party, nor the same of another party, nor those already linked', () => {
    const japan = { lead: 'JPN', shares: [{ party: 'JPN', role: 'unit', consent: 'given' }] }
    const linked = pledge('KOR-2021-50', { links: [{ kind: 'renews', to: 'KOR-2019-07' }] })
    expect(alikeAmong(one, [other('KOR-2021-53', unlike)])).toEqual([])
    expect(alikeAmong(one, [other('JPN-2021-01', japan)])).toEqual([])
    expect(alikeAmong(linked, [other('KOR-2019-07', {})])).toEqual([])
    expect(alikeAmong(one, [one])).toEqual([])
  })

  it('are few, the most alike first', () => {
    const many = Array.from({ length: 9 }, (_, i) => other(`KOR-2019-${10 + i}`, {}))
    expect(alikeAmong(one, [other('KOR-2021-60', unlike), ...many])).toHaveLength(5)
  })

  it('are found among those that ship where a source says so, and seldom elsewhere', () => {
    const all = shippedPledges()
    const linked = all.flatMap(({ id, terms }) =>
      terms.links
        .filter(({ kind }) => kind === 're-announces' || kind === 'renews')
        .map(({ to }) => ({ id, to, terms: { ...terms, links: [] } })),
    )
    const found = linked.filter(({ id, to, terms }) =>
      alikeAmong({ id, terms }, all).some((like) => like.id === to),
    )
    expect(found.length / linked.length).toBeGreaterThan(0.5)
  })
})
