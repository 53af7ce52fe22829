import { describe, expect, it } from 'vitest'
import { kindOfSubject, wordsOfDeed } from './deed.ts'
import { sayDeed, sayKind } from './entries.tsx'

describe('a deed in words', () => {
  it('is what it was done to, and what was done', () => {
    expect(wordsOfDeed('conferences.add-theme')).toEqual({ noun: 'theme', verb: 'add' })
    expect(wordsOfDeed('pledges.accept')).toEqual({ noun: 'pledge', verb: 'accept' })
    expect(wordsOfDeed('people.lift-second-factor')).toEqual({
      ...{ noun: 'second-factor', verb: 'lift' },
    })
    expect(sayDeed('en', 'pledges.accept')).toBe('Pledge: accepted')
    expect(sayDeed('fr', 'pledges.accept')).toBe('Engagement\u00a0: acceptation')
    expect(sayDeed('zh', 'pledges.accept')).toBe('承诺：接受')
    expect(sayDeed('ar', 'programme.release')).toBe('البرنامج: نشر')
  })

  it('of another version is called as it was', () => {
    expect(sayDeed('en', 'pledges.sing')).toBeNull()
    expect(sayDeed('en', 'choir.sing')).toBeNull()
    expect(sayDeed('en', 'nonsense')).toBeNull()
    expect(sayKind('en', 'choir')).toBeNull()
  })
})

describe('a subject', () => {
  it('is a kind, and which one of it', () => {
    expect(kindOfSubject('session/0190')).toEqual({ kind: 'session', id: '0190' })
    expect(kindOfSubject('text/pledges/a/b')).toEqual({ kind: 'text', id: 'pledges/a/b' })
    expect(kindOfSubject('mail')).toEqual({ kind: 'mail', id: '' })
  })
})
