import { describe, expect, it } from 'vitest'
import { words } from '../../../../i18n/words.ts'
import { feature } from '../../../feature.ts'
import { doneBy, doneOf, readDone, rememberDone, sayDone } from './done.ts'

const say = words<'done.ask' | 'done.keep'>({
  './en.json': {
    'done.ask': 'Asked.{people, select, 0 {} 1 {} other { Persons: {people, number}.}}',
    'done.keep': 'Kept.',
  },
})
const features = [feature('notes', { say })]
const told = (done: string) => sayDone(readDone(done), 'en', features)
const asked = (cookie: string, path = '/en/notes') =>
  doneBy(new Request(`http://plenum.test${path}`, { headers: { cookie } }))

describe('what was just done', () => {
  it('bears the numbers of the answer, and nothing else of it', () => {
    const answer = { people: 42, left: -1, half: 0.5, id: 'b7', 'a&b': 1, many: 1e12, none: 0 }
    expect(doneOf('notes.ask', answer)).toBe('notes.ask&people=42&none=0')
  })

  it('comes back by its cookie', () => {
    const done = doneOf('notes.ask', { people: 1200, left: 3 })
    expect(asked(`a=b; plenum.done=${done}@/en/notes; c=d`)).toBe(done)
    expect(asked('plenum.done=notes.ask&people=<b>@/en/notes')).toBeNull()
    expect(asked('plenum.done=nothing@/en/notes')).toBeNull()
  })

  it('is said by the page to which it leads, whatever else a browser has open', () => {
    const [kept = ''] = rememberDone('notes.keep', '/en/notes?size=8#last').split('; ')
    expect(asked(kept)).toBe('notes.keep')
    expect(asked(kept, '/en/notes?size=9')).toBe('notes.keep')
    expect(asked(kept, '/en/notes/hall')).toBeNull()
    expect(asked(kept, '/fr/notes')).toBeNull()
    expect(asked(`plenum.done=notes.ask&people=1@/en; ${kept}`)).toBe('notes.keep')
  })

  it('is said with how many it reached', () => {
    expect(told('notes.ask&people=1200')).toBe('Asked. Persons: 1,200.')
    expect(told('notes.ask&people=1')).toBe('Asked.')
    expect(told('notes.keep&people=3')).toBe('Kept.')
  })

  it('is said by no words of its own where there are none, or nothing was left to do', () => {
    expect(told('notes.forget')).toBeNull()
    expect(told('others.ask')).toBeNull()
    expect(told('notes.ask')).toBeNull()
  })
})
