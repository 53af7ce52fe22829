import { describe, expect, it } from 'vitest'
import { meaningOf, type Pressed, placeAfter } from './keys.ts'

const pressed = (key: string, more: Partial<Pressed> = {}): Pressed => ({
  ...{ key, code: '', altKey: false, ctrlKey: false, metaKey: false },
  ...more,
})

describe('a key at the desk', () => {
  it('is the letter that stands on it, small or capital', () => {
    expect([meaningOf(pressed('e')), meaningOf(pressed('E'))]).toEqual([
      { does: 'key', key: 'e' },
      { does: 'key', key: 'e' },
    ])
  })

  it('is the Latin letter of its place where another script is set', () => {
    for (const [key, code, letter] of [
      ['ث', 'KeyE', 'e'],
      ['ㅜ', 'KeyN', 'n'],
      ['з', 'KeyP', 'p'],
    ] as const) {
      expect(meaningOf(pressed(key, { code }))).toEqual({ does: 'key', key: letter })
    }
    // Where the letters stand elsewhere, what is printed on the key counts.
    expect(meaningOf(pressed('a', { code: 'KeyQ' }))).toEqual({ does: 'key', key: 'a' })
  })

  it('takes back by U, and by the usual two keys', () => {
    const undo = { does: 'key', key: 'u' }
    expect(meaningOf(pressed('u'))).toEqual(undo)
    expect(meaningOf(pressed('z', { ctrlKey: true }))).toEqual(undo)
    expect(meaningOf(pressed('я', { code: 'KeyZ', metaKey: true }))).toEqual(undo)
  })

  it('leaves the browser what is the browser’s', () => {
    expect(meaningOf(pressed('p', { ctrlKey: true }))).toBe(null)
    expect(meaningOf(pressed('e', { altKey: true }))).toBe(null)
    expect(meaningOf(pressed('Tab', { code: 'Tab' }))).toBe(null)
  })

  it('goes on by the space bar and by Enter', () => {
    for (const key of [' ', 'Enter']) {
      expect(meaningOf(pressed(key))).toEqual({ does: 'key', key: ' ' })
    }
  })

  it('chooses by arrows, moves by arrows with Alt, and names a reason by its number', () => {
    expect(meaningOf(pressed('ArrowDown'))).toEqual({ does: 'choose', by: 1 })
    expect(meaningOf(pressed('ArrowUp', { altKey: true }))).toEqual({ does: 'move', by: -1 })
    expect(meaningOf(pressed('&', { code: 'Digit1' }))).toEqual({ does: 'reason', digit: '1' })
    expect(meaningOf(pressed('4', { code: 'Numpad4' }))).toEqual({ does: 'reason', digit: '4' })
  })

  it('stays within the list', () => {
    expect([placeAfter(1, -1, 9), placeAfter(9, 1, 9), placeAfter(4, 1, 9)]).toEqual([1, 9, 5])
  })
})
