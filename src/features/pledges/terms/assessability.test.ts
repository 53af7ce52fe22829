import { describe, expect, it } from 'vitest'
import { ELEMENTS, Terms } from '../model.ts'
import { elementsIn } from './assessability.ts'

const text = { original: 'en', in: { en: { value: 'Helicopters', status: 'unofficial' } } }
const least = {
  conference: 'seoul2021',
  title: text,
  summary: text,
  lead: 'KOR',
  shares: [{ party: 'KOR', role: 'unit', consent: 'named' }],
  quantity: { kind: 'none' },
}
const found = (more: object) => elementsIn(Terms.parse({ ...least, ...more }))

describe('the details of a pledge', () => {
  it('are none where nothing was said', () => {
    expect(found({})).toEqual([])
  })

  it.each([
    ['what', { capabilities: ['aviation'] }],
    ['need', { requirements: [{ code: '2022-03.utility-helicopters' }] }],
    ['need', { links: [{ kind: 'answers', to: 'USA-2023-06' }] }],
    ['where', { missions: ['UNMISS'] }],
    ['where', { beneficiaries: ['KEN'] }],
    ['from', { from: '2022' }],
    ['until', { until: '2022' }],
    ['partners', { shares: [...least.shares, { party: 'USA', role: 'money', consent: 'named' }] }],
    ['novelty', { links: [{ kind: 'renews', to: 'KOR-2019-01' }] }],
    ['condition', { conditions: [{ kind: 'budget' }] }],
    ['baseline', { baseline: text }],
  ])('are %s where the terms say so', (element, more) => {
    expect(found(more)).toEqual([element])
  })

  it('are how many and of what, where there is a quantity; a percentage has no unit', () => {
    expect(found({ quantity: { kind: 'about', value: 10, unit: 'helicopter' } })).toEqual([
      'how-many',
      'unit',
    ])
    expect(found({ quantity: { kind: 'exact', value: 30, unit: 'percent' } })).toEqual(['how-many'])
  })

  it('are those that were found in public sources, where somebody looked', () => {
    expect(found({ found: ['what', 'where'], from: '2022' })).toEqual(['what', 'where'])
  })

  it('stand in their own order, and are twelve', () => {
    expect(ELEMENTS).toHaveLength(12)
  })
})
