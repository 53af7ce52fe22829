import { describe, expect, it } from 'vitest'
import { PartyCode } from '../../../kernel/ids.ts'
import { examine } from '../../matching/model/examine.ts'
import { EXAMPLE, invented } from '../example/example.ts'
import { Change, supposing } from './changes.model.ts'

const NEED = 'engineering.company'
const needOf = (instance: typeof EXAMPLE) => instance.requirements.find(({ id }) => id === NEED)

describe('a supposition', () => {
  it('takes away everything that a party offers, and nothing else', () => {
    const without = supposing(EXAMPLE, { kind: 'withdraw', party: invented('B') })
    expect(EXAMPLE.offers.length - without.offers.length).toBe(3)
    expect(without.requirements).toEqual(EXAMPLE.requirements)
  })

  it('adds an offer that satisfies what needs ask for, as often as one likes', () => {
    const change = Change.parse({
      ...{ kind: 'offer', party: PartyCode.parse('X-Z'), from: '2028-01-01', until: '2029-12-31' },
      part: { component: 'transport', amount: 1, unit: 'voyage' },
    })
    const twice = supposing(supposing(EXAMPLE, change), change)
    expect(twice.offers).toHaveLength(EXAMPLE.offers.length + 2)
    expect(examine(twice).problems).toEqual([])
  })

  it('changes the weight or the dates of one need', () => {
    expect(needOf(supposing(EXAMPLE, { kind: 'weight', need: NEED, weight: 9 }))?.weight).toBe(9)
    const dates = { from: '2028-06-01', until: '2028-12-31' }
    expect(needOf(supposing(EXAMPLE, { kind: 'dates', need: NEED, ...dates }))).toMatchObject(dates)
  })

  it('leaves what it begins with as it was', () => {
    const before = structuredClone(EXAMPLE)
    supposing(EXAMPLE, { kind: 'weight', need: NEED, weight: 9 })
    expect(EXAMPLE).toEqual(before)
  })

  it.each([
    ['dates backwards', { kind: 'dates', need: NEED, from: '2028-02-01', until: '2028-01-01' }],
    ['no weight', { kind: 'weight', need: NEED, weight: 0 }],
    ['nothing of a kind', { kind: 'merge', party: 'KEN' }],
    [
      'a part in a strange unit',
      {
        ...{ kind: 'offer', party: 'KEN', from: '2028-01-01', until: '2028-02-01' },
        part: { component: 'people', amount: 1, unit: 'helicopter' },
      },
    ],
  ])('is refused: %s', (_, change) => {
    expect(Change.safeParse(change).success).toBe(false)
  })
})
