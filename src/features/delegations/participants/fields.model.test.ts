import { describe, expect, it } from 'vitest'
import { allows } from '../../../kernel/refusal.ts'
import { afterChange, blankOf, changedIn, FIELDS, seenBy } from './fields.model.ts'
import { Person } from './model.ts'

const person = Person.parse({
  name: 'Grete Müller',
  sortName: 'Müller, Grete',
  accessNeeds: 'Wheelchair',
  address: 'grete@example.org',
  gender: 'woman',
  languages: ['fr'],
  photo: '00000000-0000-4000-8000-000000000001',
  travel: { arrives: '2021-12-06' },
})
const delegation = { secretariat: false, closed: false }

describe('a change of a person', () => {
  it('is known by its fields', () => {
    expect(changedIn(person, person)).toEqual([])
    expect(changedIn(person, { ...person, name: 'Greta Müller', gender: null })).toEqual([
      'name',
      'gender',
    ])
  })

  it('is vetted again where what was vetted changes', () => {
    expect(afterChange('approved', ['name'], delegation)).toBe('submitted')
    expect(afterChange('approved', ['accessNeeds', 'travel'], delegation)).toBe('approved')
    expect(afterChange('returned', ['name'], delegation)).toBe('returned')
    expect(afterChange('approved', ['name'], { secretariat: true, closed: true })).toBe('approved')
  })

  it('touches only what is open once names are closed', () => {
    const closed = { secretariat: false, closed: true }
    const open = Object.entries(FIELDS).flatMap(([field, { after }]) =>
      after === 'open' ? [field] : [],
    )
    expect(open).toEqual([
      'unpublished',
      'languages',
      'accessNeeds',
      'travel',
      'address',
      'telephone',
      'gender',
      'answers',
    ])
    expect(afterChange('approved', ['travel', 'unpublished'], closed)).toBe('approved')
    expect(allows(() => afterChange('draft', ['name'], closed))).toBe(false)
  })

  it('of what a badge shows is asked of the secretariat', () => {
    expect(allows(() => afterChange('badged', ['functions'], delegation))).toBe(false)
    expect(afterChange('badged', ['travel'], delegation)).toBe('badged')
  })
})

describe('what is known of a person', () => {
  it('reaches participants only as a list prints it', () => {
    expect(seenBy('parties', person)).toEqual(person)
    expect(seenBy('participants', person)).toEqual({
      ...person,
      photo: null,
      languages: [],
      accessNeeds: null,
      travel: null,
      address: null,
      telephone: null,
      gender: null,
      answers: {},
    })
  })

  it('is gone class by class', () => {
    expect(blankOf(['access'])).toEqual({ accessNeeds: null })
    expect(blankOf(['photo', 'travel'])).toEqual({ photo: null, travel: null })
    expect(blankOf(['contact'])).toEqual({
      languages: [],
      address: null,
      telephone: null,
      gender: null,
      answers: {},
    })
    expect(blankOf(['record', 'press', 'identity'])).toEqual({})
  })
})
