import { describe, expect, it } from 'vitest'
import { oursFor } from './published.ts'

const SEOUL = ['2021.capabilities', '2021.training', '2021.women', '2021.conduct']
const ACCRA = ['2023.units', '2023.training', '2023.sea']

describe('a published figure stands beside the count of ours that answers the same question', () => {
  it('states beside states, commitments beside pledges', () => {
    expect(oursFor('states-pledging', SEOUL)?.rule).toBe('states')
    expect(oursFor('parties-pledging', SEOUL)?.rule).toBe('parties')
    expect(oursFor('new-pledges', SEOUL)?.rule).toBe('pledges')
  })

  it('a subject beside the category of that edition, whatever it is called there', () => {
    const category = (counts: string, of: string[]) => oursFor(counts, of)?.filter.category
    expect(category('on-capability', SEOUL)).toBe('2021.capabilities')
    expect(category('on-capability', ACCRA)).toBe('2023.units')
    expect(category('on-conduct', ACCRA)).toBe('2023.sea')
  })

  it('nothing beside what we do not count: attendance, invitations, an absent subject', () => {
    expect(oursFor('states-attending', SEOUL)).toBeNull()
    expect(oursFor('on-women', ACCRA)).toBeNull()
  })
})
