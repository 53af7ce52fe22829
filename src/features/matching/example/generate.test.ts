import { describe, expect, it } from 'vitest'
import { examine } from '../model/examine.ts'
import { Instance } from '../model/instance.ts'
import { generate } from './generate.ts'

describe('what is invented', () => {
  const size = { parties: 20, offers: 60, requirements: 15 }

  it('is the same from the same seed, and nothing is wrong with it', () => {
    const one = generate(7, size)
    expect(generate(7, size)).toEqual(one)
    expect(generate(8, size)).not.toEqual(one)
    expect(examine(Instance.parse(one)).problems.filter(({ setAside }) => setAside)).toEqual([])
  })
})
