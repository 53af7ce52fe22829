import { describe, expect, it } from 'vitest'
import { loggable } from './loggable.ts'

describe('what the log says of a request', () => {
  it('is where it went, without what was asked', () => {
    expect(loggable('/en/seoul2021/people?q=grace%40mfa.example')).toBe('/en/seoul2021/people')
    expect(loggable('/en/seoul2021/programme')).toBe('/en/seoul2021/programme')
    expect(loggable(undefined)).toBe('')
  })

  it('is no secret that signs somebody in', () => {
    expect(loggable(`/en/sign-in/${'aB3_-'.repeat(9)}?then=%2Faccount`)).toBe('/en/sign-in/…')
  })
})
