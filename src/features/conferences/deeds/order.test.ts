import { expect, it } from 'vitest'
import { inPlaces } from './lists.commands.ts'

const LIST = ['KOR', 'USA', 'GBR', 'CAN']

it.each([
  [[1, 2, 3, 4], 'KOR USA GBR CAN'],
  [[1, 2, 3, 1], 'CAN KOR USA GBR'],
  [[4, 2, 3, 4], 'USA GBR CAN KOR'],
  [[1, 3, 2, 4], 'KOR GBR USA CAN'],
  [[9, 9, 9, 9], 'KOR USA GBR CAN'],
  [[2, 1, 4, 3], 'USA KOR CAN GBR'],
])('Places %j make the order %s.', (places, order) => {
  expect(inPlaces(LIST, places).join(' ')).toBe(order)
})
