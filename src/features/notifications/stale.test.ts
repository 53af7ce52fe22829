import { describe, expect, it } from 'vitest'
import { grownSince } from './stale.ts'

describe('stale translations', () => {
  it('are told of where there are more than before, by how many more', () => {
    const before = [
      { language: 'fr', count: 3 },
      { language: 'ar', count: 2 },
    ] as const
    const now = [
      { language: 'fr', count: 5 },
      { language: 'ar', count: 1 },
      { language: 'zh', count: 1 },
    ] as const
    expect(grownSince(before, now)).toEqual([
      { language: 'fr', count: 2 },
      { language: 'zh', count: 1 },
    ])
    expect(grownSince(now, now)).toEqual([])
  })
})
