import { parseHTML } from 'linkedom'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { TIME_WORDS } from '../../i18n/calendar/time-words.ts'
import { ownZone, wallAt } from '../../i18n/wall.ts'
import type { ReaderWords } from './reader-time.ts'

const { window, document } = parseHTML('<!doctype html><html><body></body></html>')

const WORDS: ReaderWords = {
  ...TIME_WORDS.en,
  zone: 'Asia/Seoul',
  offset: 'your time, {offset}',
  same: 'The same time.',
  differs: 'Yours is {offset}.',
  group: 'My days',
}
const AT = '2021-12-07T11:10Z 2021-12-07T12:30Z'

let readerTime: (data: DOMStringMap, words: ReaderWords, zone?: string) => string

beforeAll(async () => {
  for (const name of ['HTMLElement', 'customElements', 'MutationObserver', 'document'] as const) {
    vi.stubGlobal(name, window[name])
  }
  readerTime = (await import('./reader-time.ts')).readerTime
})
afterAll(() => vi.unstubAllGlobals())

describe('a time for the reader', () => {
  const says = (zone: string, data: DOMStringMap = {}) =>
    readerTime({ at: AT, day: '2021-12-07', ...data }, WORDS, zone)

  it('stands in the reader’s zone, with the day where it is another', () => {
    expect(says('Asia/Kathmandu')).toBe('16:55–18:15')
    expect(says('America/St_Johns')).toBe('07:40–09:00')
    expect(says('Pacific/Auckland')).toBe('Wed 00:10–01:30')
    expect(says('Pacific/Fiji')).toBe('23:10 – Wed 00:30')
  })

  it('is not said twice where the clocks agree', () => {
    expect(says('Asia/Seoul')).toBe('')
    expect(says('Asia/Tokyo')).toBe('')
  })

  it('names the zone by its distance from UTC, never by its name', () => {
    expect(says('Asia/Kolkata', { says: 'offset' })).toBe('your time, UTC+05:30')
    expect(says('America/St_Johns', { says: 'offset' })).toBe('your time, UTC−03:30')
    expect(says('UTC', { says: 'offset' })).toBe('your time, UTC')
    expect(says('Asia/Tokyo', { says: 'offset' })).toBe('')
  })

  it('warns plainly where the clocks differ', () => {
    expect(says('Pacific/Honolulu', { says: 'remark' })).toBe('Yours is UTC−10:00.')
    expect(says('Asia/Tokyo', { says: 'remark' })).toBe('The same time.')
  })
})

describe('<reader-time>', () => {
  /** Wherever this test runs, the conference is elsewhere. */
  const here = wallAt(Date.parse(AT.slice(0, 17))).offset
  const words = { ...WORDS, zone: here === '+09:00' ? 'UTC' : 'Asia/Seoul' }
  const own = (html: string) => {
    document.body.innerHTML = `<div data-reader='${JSON.stringify(words)}'>${html}</div>`
    return document.querySelector('reader-time') as unknown as HTMLElement
  }

  it('fills itself, and follows a delay', () => {
    const element = own(`<reader-time data-at="${AT}" data-day="2021-12-07"></reader-time>`)
    const before = element.textContent
    expect(before).toBe(readerTime({ at: AT, day: '2021-12-07' }, words))
    element.setAttribute('data-at', '2021-12-07T11:22Z 2021-12-07T12:42Z')
    expect(element.textContent).not.toBe(before)
  })

  it('offers the reader’s own days by their zone', () => {
    const element = own(`<reader-time data-says="remark" data-at="${AT}"></reader-time>`)
    expect(element.querySelector('a')?.getAttribute('href')).toBe(
      `?zone=${encodeURIComponent(ownZone())}&days=own`,
    )
    expect(element.querySelectorAll('a')).toHaveLength(1)
  })

  it('says nothing where nobody told it the words', () => {
    document.body.innerHTML = `<reader-time data-at="${AT}"></reader-time>`
    expect(document.querySelector('reader-time')?.textContent).toBe('')
  })
})
