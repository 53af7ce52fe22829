import { describe, expect, it } from 'vitest'
import { instance, offer, requirement } from '../fixtures/invented.ts'
import { examine } from './examine.ts'
import { Instance } from './instance.ts'

const told = (...of: Parameters<typeof instance>) =>
  examine(instance(...of)).problems.map(({ code, place, id, setAside }) => [
    code,
    place,
    id,
    setAside,
  ])
const need = (component: string) => ({ component, amount: 1, unit: 'flight' })

describe('data that contradicts itself', () => {
  it('is none where it does not', () => {
    const one = instance([offer('a', 'KEN')], [requirement('r')])
    expect(Instance.parse(one)).toEqual(one)
    expect(examine(one)).toEqual({ usable: one, problems: [] })
  })

  it('is named, and only what is wrong is left out', () => {
    const one = instance(
      [offer('a', 'KEN', { amount: -3 }), offer('b', 'KEN'), offer('c', 'KEN', { lot: 2 })],
      [requirement('r', { capability: 'medical' }), requirement('s', { units: 1.5 })],
    )
    const { usable, problems } = examine(one)
    expect(usable.offers.map(({ id }) => id)).toEqual(['b'])
    expect(usable.requirements).toEqual([])
    expect(problems.map(({ code, id }) => `${id} ${code}`)).toEqual([
      'a negative',
      'a less-than-a-lot',
      'c less-than-a-lot',
      'r unknown-capability',
      's not-whole',
    ])
  })

  it('leaves out both of two that have one identifier', () => {
    expect(told([offer('a', 'KEN'), offer('a', 'GHA')], [])).toEqual([
      ['id-twice', 'offer', 'a', true],
      ['id-twice', 'offer', 'a', true],
    ])
  })

  it('names unknown components, in offers, in return, in recipes', () => {
    const offers = [
      offer('a', 'KEN', { component: 'magic' }),
      offer('b', 'KEN', { needs: [need('luck')] }),
    ]
    expect(told(offers, [])).toEqual([
      ['unknown-component', 'offer', 'a', true],
      ['unknown-component', 'offer', 'b', true],
    ])
    const bare = told([], [requirement('r')], { kinds: [] })
    expect(bare.map(([code]) => code)).toEqual([
      'unknown-component',
      'unknown-component',
      'unknown-capability',
    ])
  })

  it('names offers that wait for themselves or for each other', () => {
    const itself = offer('a', 'KEN', {
      needs: [{ component: 'equipment', amount: 1, unit: 'helicopter' }],
    })
    expect(told([itself], [])).toEqual([['needs-itself', 'offer', 'a', true]])
    const lift = { component: 'transport', unit: 'flight' }
    const circle = [
      offer('a', 'KEN', { needs: [need('transport')] }),
      offer('b', 'GHA', {
        ...lift,
        needs: [{ component: 'equipment', amount: 1, unit: 'helicopter' }],
      }),
      offer('c', 'GHA', lift),
    ]
    expect(told(circle, [])).toEqual([
      ['needs-cyclic', 'offer', 'a', false],
      ['needs-cyclic', 'offer', 'b', false],
    ])
  })

  it('names days that run backwards, are over, or no number', () => {
    const wrong = [
      offer('a', 'KEN', { from: '2027-06-01', until: '2027-05-01' }),
      offer('b', 'KEN', { from: '2020-01-01', until: '2020-12-31' }),
      offer('c', 'KEN', { readiness: Number.NaN }),
      offer('d', 'KEN', { amount: 2e9 }),
    ]
    const late = requirement('r', { startBy: '2028-01-01' })
    expect(told(wrong, [late]).map(([code]) => code)).toEqual([
      'dates-backwards',
      'over',
      'not-whole',
      'too-large',
      'dates-backwards',
    ])
  })

  it('names what the accepted plan remembers of what is gone, and keeps the rest', () => {
    const share = {
      party: offer('a', 'KEN').party,
      component: 'equipment',
      amount: 1,
      unit: 'helicopter',
    }
    const days = { from: '2027-01-01', until: '2027-12-31' }
    const accepted = {
      covers: [
        { requirement: 'gone', units: [], shares: [] },
        { requirement: 'r', units: [], shares: [{ offer: 'gone', ...share, ...days }] },
      ],
    }
    const { usable, problems } = examine(instance([], [requirement('r')], { accepted }))
    expect(problems.map(({ code }) => code)).toEqual(['unknown-requirement', 'unknown-offer'])
    expect(usable.accepted).toEqual({ covers: [{ requirement: 'r', units: [], shares: [] }] })
  })

  it('says where an offer is counted in something else than everybody asks for', () => {
    expect(told([offer('a', 'KEN', { unit: 'kit' })], [])).toEqual([
      ['unit-differs', 'offer', 'a', false],
    ])
  })
})
