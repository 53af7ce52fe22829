import { describe, expect, it } from 'vitest'
import { keptAs, languageOf, mayKeep } from './offline-rules.ts'

const HTML = 'text/html,application/xhtml+xml'

describe('what a device keeps', () => {
  it('is programmes and the built files; other pages have the offline page', () => {
    expect(keptAs('GET', '/fr/seoul2021/programme', HTML)).toBe('lasting')
    expect(keptAs('GET', '/fr/seoul2021/door', HTML)).toBe('lasting')
    expect(keptAs('GET', '/assets/client-1.js', '*/*')).toBe('file')
    expect(keptAs('GET', '/fr/seoul2021', HTML)).toBe('page')
    expect(keptAs('GET', '/fr', HTML)).toBe('page')
  })

  it('is no deed, no export and no stream', () => {
    expect(keptAs('POST', '/fr/seoul2021/programme', HTML)).toBeNull()
    expect(keptAs('GET', '/fr/seoul2021/programme.ics', 'text/calendar')).toBeNull()
    expect(keptAs('GET', '/fr/seoul2021/programme.json', '*/*')).toBeNull()
    expect(keptAs('GET', '/live', 'text/event-stream')).toBeNull()
    expect(keptAs('GET', '/api/openapi.json', HTML)).toBeNull()
  })

  it('is never anything with rights', () => {
    expect(mayKeep(200, 'public, max-age=0, s-maxage=5, must-revalidate')).toBe(true)
    expect(mayKeep(200, 'private, no-store')).toBe(false)
    expect(mayKeep(200, 'no-store')).toBe(false)
    expect(mayKeep(200, null)).toBe(false)
    expect(mayKeep(200, 'private="x", public')).toBe(false)
    expect(mayKeep(404, 'public, max-age=0')).toBe(false)
  })

  it('speaks the language of the page that was asked for', () => {
    expect(languageOf('/ar/seoul2021')).toBe('ar')
  })
})
