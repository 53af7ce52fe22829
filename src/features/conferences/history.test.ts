import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { current, former, type Held, keepHistory } from './history.ts'

const entry = (is: unknown, sources = ['a']): Held => ({
  is,
  decided: null,
  about: false,
  why: null,
  sources,
})
const said = (history: readonly Held[]) => history.map((one) => one.is)

describe('a history', () => {
  it('says what holds now and what held before', () => {
    const history = [entry('April'), entry('December')]
    expect(current(history)?.is).toBe('December')
    expect(said(former(history))).toEqual(['April'])
    expect(current([])).toBeNull()
  })

  it('keeps what a new record no longer mentions, where it stood', () => {
    const before = [entry('in person'), entry('hybrid'), entry('virtual')]
    expect(said(keepHistory(before, [entry('virtual')]))).toEqual([
      'in person',
      'hybrid',
      'virtual',
    ])
    expect(said(keepHistory([entry('A'), entry('B')], [entry('A')]))).toEqual(['A', 'B'])
  })

  it('lets a new record add to the past as well as to the present', () => {
    const after = [entry('April'), entry('December'), entry('January')]
    expect(said(keepHistory([entry('December')], after))).toEqual(['April', 'December', 'January'])
  })

  it('takes the new words for an entry that it knew, by its key where it has one', () => {
    const before = [entry({ key: 'hyatt', note: 'old' }, ['a'])]
    const after = [entry({ key: 'hyatt', note: 'new' }, ['b'])]
    expect(keepHistory(before, after)).toEqual(after)
  })

  it('keeps a return to what held earlier', () => {
    const before = [entry('Seoul'), entry('Kathmandu'), entry('Seoul')]
    expect(said(keepHistory(before, [entry('Seoul')]))).toEqual(['Seoul', 'Kathmandu', 'Seoul'])
  })

  it('loses nothing, and is settled after one time', () => {
    const histories = fc.array(fc.constantFrom('A', 'B', 'C', 'D').map((name) => entry(name)))
    fc.assert(
      fc.property(histories, histories, (before, after) => {
        const kept = keepHistory(before, after)
        for (const history of [before, after]) {
          for (const name of ['A', 'B', 'C', 'D']) {
            const count = (list: readonly Held[]) => said(list).filter((one) => one === name).length
            expect(count(kept)).toBeGreaterThanOrEqual(count(history))
          }
        }
        expect(keepHistory(kept, kept)).toEqual(kept)
      }),
    )
  })
})
