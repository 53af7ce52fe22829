import { expect, it } from 'vitest'
import { withNews } from './news.ts'

it('takes a file whole that was never loaded', () => {
  expect(withNews(null, null, { name: 'a' })).toEqual({ name: 'a' })
  expect(withNews({ name: 'edited' }, null, { name: 'a' })).toEqual({ name: 'a' })
})

it('takes what the file changed, and leaves what people changed', () => {
  const loaded = { name: 'a', days: [1, 2], note: null as string | null }
  const stands = { ...loaded, name: 'edited', note: 'by hand' }
  expect(withNews(stands, loaded, { ...loaded, days: [3, 4] })).toEqual({
    name: 'edited',
    days: [3, 4],
    note: 'by hand',
  })
  expect(withNews(stands, loaded, { ...loaded, name: 'b' }).name).toBe('b')
})
