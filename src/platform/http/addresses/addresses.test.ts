import { expect, test } from 'vitest'
import { z } from 'zod'
import { feature } from '../../feature.ts'
import { resource } from '../page.ts'
import { createAddresses } from './addresses.ts'

const badge = resource('badges.single', {
  path: '/:conference/badge/:file{[0-9a-f]{4}\\.pdf}',
  type: 'application/pdf',
  params: z.object({ conference: z.string(), file: z.string() }),
  query: z.object({}),
  topics: () => [],
  read: async () => ({}),
  render: () => '',
})
const addresses = createAddresses([feature('badges', { say: () => '', resources: [badge] })])

test.each([
  ['/en/seoul2021/badge/00ff.pdf', { conference: 'seoul2021', file: '00ff.pdf' }],
  ['/en/seoul2021/badge/00ff.svg', undefined],
  ['/en/seoul2021/badge/00ff0.pdf', undefined],
])('A parameter may have a pattern that counts: %s.', (path, params) => {
  expect(addresses.find(path)?.params).toEqual(params)
})
