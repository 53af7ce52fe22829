import { expect, test } from 'vitest'
import { z } from 'zod'
import { declaredSearch } from './declared.ts'

const Wish = z.object({
  q: z.string().default(''),
  edition: z.string().optional(),
  page: z.coerce.number().default(1),
})

test.each([
  ['nothing that goes without saying', {}, ''],
  ['a filter', { edition: 'seoul2021' }, '?edition=seoul2021'],
  ['words as they were typed', { q: 'Côte d’Ivoire', page: '1' }, '?q=C%C3%B4te+d%E2%80%99Ivoire'],
  ['a page, and nothing undeclared', { page: '3', utm: 'x' }, '?page=3'],
])('An address says %s.', (_, asked, search) => {
  expect(declaredSearch(Wish, Wish.parse(asked))).toBe(search)
})
