import { describe, expect, it } from 'vitest'
import type { Participant } from '../../delegations/participants/model.ts'
import type { Badge } from '../model.ts'
import { type Held, isFound } from './register.ts'

const held = (name: string, latinName: string | null = null): Held => ({
  badge: { code: 'K7Q4-9XTMB', party: null } as Badge,
  person: { party: 'CIV', person: { name, latinName, sortName: name } } as Participant,
})

describe('a badge is found', () => {
  it('by a part of its code, of a name in any script, or of a party', () => {
    for (const words of ['k7q4', ' 9XT', 'aïcha', 'AICHA', 'civ', '']) {
      expect(isFound(held('Aïcha Koné'), words), words).toBe(true)
    }
    expect(isFound(held('محمد', 'Mohamed'), 'mohamed')).toBe(true)
    expect(isFound(held('محمد', 'Mohamed'), 'محمد')).toBe(true)
    expect(isFound(held('Aïcha Koné'), 'Kenya')).toBe(false)
  })
})
