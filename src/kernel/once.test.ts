import { expect, it } from 'vitest'
import { once } from './once.ts'

it('asks once of each object, also where the answer is nothing', () => {
  const asked: object[] = []
  const lengthOf = once((list: readonly number[]) => {
    asked.push(list)
    return list.length === 0 ? undefined : list.length
  })
  const [some, none] = [[1, 2], []]
  expect([lengthOf(some), lengthOf(none), lengthOf(some), lengthOf(none)]).toEqual([
    2,
    undefined,
    2,
    undefined,
  ])
  expect(asked).toEqual([some, none])
  expect(lengthOf([1, 2])).toBe(2)
  expect(asked).toHaveLength(3)
})
