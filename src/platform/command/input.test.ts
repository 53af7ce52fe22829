import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Refusal, type RefusedField } from '../../kernel/refusal.ts'
import { Text } from '../../kernel/text.ts'
import { Zone } from '../../kernel/time.ts'
import { type AnyCommand, command } from './command.ts'
import { parseInput } from './input.ts'

const Session = z.strictObject({
  title: Text,
  zone: Zone,
  kind: z.enum(['plenary', 'break']),
  speakers: z.array(z.object({ name: z.string().min(1).max(5) })).max(2),
  seats: z.int().min(1).max(10).optional(),
  start: z.union([z.iso.time(), z.null()]),
})

const plan: AnyCommand = command('programme.plan', {
  input: Session,
  conference: () => null,
  load: async () => null,
  may: () => true,
  decide: () => null,
  save: async () => undefined,
  subject: () => 'session/1',
  touches: () => [],
})
const GOOD = {
  title: { original: 'en', in: { en: { value: 'Opening', status: 'unofficial' } } },
  zone: 'Asia/Kathmandu',
  kind: 'plenary',
  speakers: [],
  start: null,
}

function refused(given: unknown): readonly RefusedField[] {
  try {
    parseInput(plan, given)
  } catch (error) {
    if (error instanceof Refusal) return error.fields
    throw error
  }
  return []
}

describe('input', () => {
  it('comes out as the command wants it', () => {
    expect(parseInput(plan, GOOD)).toEqual(GOOD)
  })

  it.each<[string, unknown, RefusedField]>([
    ['what is missing', { ...GOOD, zone: undefined }, { path: ['zone'], code: 'input.missing' }],
    ['a choice not made', { ...GOOD, kind: undefined }, { path: ['kind'], code: 'input.missing' }],
    ['no such choice', { ...GOOD, kind: 'gala' }, { path: ['kind'], code: 'input.not-a-choice' }],
    ['another type', { ...GOOD, seats: '4' }, { path: ['seats'], code: 'input.wrong-kind' }],
    [
      'too little',
      { ...GOOD, seats: 0 },
      { path: ['seats'], code: 'input.too-small', values: { least: 1 } },
    ],
    [
      'too much',
      { ...GOOD, seats: 11 },
      { path: ['seats'], code: 'input.too-large', values: { most: 10 } },
    ],
    [
      'an empty name',
      { ...GOOD, speakers: [{ name: '' }] },
      { path: ['speakers', 0, 'name'], code: 'input.missing' },
    ],
    [
      'a long name',
      { ...GOOD, speakers: [{ name: 'Anna' }, { name: 'Annabel' }] },
      { path: ['speakers', 1, 'name'], code: 'input.too-long', values: { most: 5 } },
    ],
    [
      'too many',
      { ...GOOD, speakers: Array(3).fill({ name: 'Anna' }) },
      { path: ['speakers'], code: 'input.too-long', values: { most: 2 } },
    ],
    ['no alternative', { ...GOOD, start: 7 }, { path: ['start'], code: 'input.malformed' }],
    [
      'an unknown field',
      { ...GOOD, colour: 'blue' },
      { path: ['colour'], code: 'input.unknown-field' },
    ],
    [
      'what a schema says by its own key',
      { ...GOOD, zone: 'Asia/Pyong' },
      { path: ['zone'], code: 'time.unknown-zone' },
    ],
    [
      'the same, deep within',
      { ...GOOD, title: { original: 'en', in: {} } },
      { path: ['title', 'in'], code: 'text.empty' },
    ],
    ['no input at all', undefined, { path: [], code: 'input.missing' }],
  ])('is refused by field: %s', (_, given, field) => {
    expect(refused(given)).toEqual([field])
  })
})
