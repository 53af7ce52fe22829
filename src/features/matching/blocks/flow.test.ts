import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flowOf } from './flow.ts'

const TAKERS = 5
const giver = fc.record({
  amount: fc.nat(4),
  to: fc.uniqueArray(fc.nat(TAKERS - 1), { maxLength: TAKERS }),
})
const givers = fc.array(giver, { maxLength: 6 })
const wanted = fc.array(fc.nat(4), { minLength: TAKERS, maxLength: TAKERS })
const sum = (numbers: Iterable<number>) => [...numbers].reduce((all, one) => all + one, 0)

describe('a flow', () => {
  it('gives nobody more than wanted, of nobody more than there is, and only to whom it can be given', () => {
    fc.assert(
      fc.property(givers, wanted, (all, wants) => {
        const { given, lacking } = flowOf(all, wants)
        given.forEach((own, at) => {
          expect(sum(own.values())).toBeLessThanOrEqual(all[at]?.amount ?? 0)
          for (const [taker, amount] of own) {
            expect(amount).toBeGreaterThanOrEqual(0)
            if (amount > 0) expect(all[at]?.to).toContain(taker)
          }
        })
        wants.forEach((want, taker) => {
          const got = sum(given.map((own) => own.get(taker) ?? 0))
          expect(got + (lacking[taker] ?? 0)).toBe(want)
        })
      }),
    )
  })

  it('lacks no more than Hall says, and shows for whom there is too little', () => {
    fc.assert(
      fc.property(givers, wanted, (all, wants) => {
        const tooLittle = (some: ReadonlySet<number>) =>
          sum([...some].map((taker) => wants[taker] ?? 0)) -
          sum(all.flatMap(({ amount, to }) => (to.some((one) => some.has(one)) ? [amount] : [])))
        const subsets = Array.from(
          { length: 2 ** TAKERS },
          (_, mask) => new Set(wants.flatMap((_, taker) => ((mask >> taker) & 1 ? [taker] : []))),
        )
        const { lacking, short } = flowOf(all, wants)
        expect(sum(lacking)).toBe(Math.max(...subsets.map(tooLittle)))
        expect(tooLittle(new Set(wants.flatMap((_, at) => (short[at] ? [at] : []))))).toBe(
          sum(lacking),
        )
      }),
    )
  })
})
