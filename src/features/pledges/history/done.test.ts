import { describe, expect, it } from 'vitest'
import { TOLD, toldToDelegations } from './done.ts'

describe('what a history tells', () => {
  it('is told to a delegation without who signed within the secretariat', () => {
    const deeds = TOLD.map((deed) => ({ deed }))
    const told = toldToDelegations(deeds).map(({ deed }) => deed)
    expect(TOLD.filter((deed) => !told.includes(deed))).toEqual(['sign', 'unsign'])
  })
})
