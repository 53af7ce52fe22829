import { describe, expect, it } from 'vitest'
import type { DoorList } from './door-list.ts'
import { type Around, judge, LETS_THROUGH, lightOf, OUTCOMES } from './judge.ts'

const category = (opens: boolean) => ({ name: 'x', ground: '#000', ink: '#fff', opens })
const hall: Pick<DoorList, 'zone' | 'categories' | 'badges'> = {
  zone: { id: 'hall', name: 'Main hall', card: true },
  categories: { head: category(true), delegate: category(false), hall: category(false) },
  badges: [
    { id: 'head', code: 'HEAD', category: 'head' },
    { id: 'delegate', code: 'DELE', category: 'delegate' },
    { id: 'card', code: 'CARD', category: 'hall', card: 'hall' },
    { id: 'other', code: 'OTHE', category: 'press', card: 'press' },
    { id: 'lost', code: 'LOST', category: 'head', out: true },
  ],
}
const around = (said: Partial<Around> = {}): Around => ({
  list: hall,
  isInside: () => false,
  direction: 'in',
  now: 1000,
  ...said,
})
const seen = (id: string, said: { isSigned?: boolean; expires?: number } = {}, at = around()) =>
  judge(
    {
      by: 'camera',
      payload: { id, key: 1, expires: said.expires ?? 2000 },
      isSigned: said.isSigned ?? true,
    },
    at,
  ).outcome
const typed = (code: string, at = around()) => judge({ by: 'hand', code }, at).outcome

describe('a door', () => {
  it('opens to those whose category it is for, and to a card of its zone', () => {
    expect(seen('head')).toBe('admitted')
    expect(seen('card')).toBe('admitted')
    expect(typed('CARD')).toBe('admitted')
    expect(seen('delegate')).toBe('needs-card')
    expect(seen('other')).toBe('other-zone')
    const venue = { ...hall, zone: { id: 'venue', name: 'Venue', card: false } }
    expect(seen('delegate', {}, around({ list: venue }))).toBe('other-zone')
  })

  it('does not open to what nobody signed, what is over, and what is revoked', () => {
    expect(seen('head', { isSigned: false })).toBe('forged')
    expect(seen('head', { expires: 1000 })).toBe('expired')
    expect(seen('lost')).toBe('revoked')
    expect(typed('LOST')).toBe('revoked')
    expect(typed('NONE')).toBe('unknown')
  })

  it('opens with a remark to a badge that was issued after its list was written, but not by a card’s door', () => {
    const venue = { ...hall, zone: { id: 'venue', name: 'Venue', card: false } }
    expect(seen('new', {}, around({ list: venue }))).toBe('unlisted')
    expect(seen('new')).toBe('needs-card')
  })

  it('says who is inside already, and lets everybody out who holds a good badge', () => {
    expect(seen('head', {}, around({ isInside: (id) => id === 'head' }))).toBe('already-in')
    const out = around({ direction: 'out' })
    expect(seen('delegate', {}, out)).toBe('left')
    expect(seen('lost', {}, out)).toBe('revoked')
    expect(seen('head', { isSigned: false }, out)).toBe('forged')
  })

  it('never names a badge that it cannot believe', () => {
    const shown = {
      by: 'camera',
      payload: { id: 'new', key: 1, expires: 2000 },
      isSigned: false,
    } as const
    expect(judge(shown, around())).toEqual({ outcome: 'forged', badge: null, category: null })
  })

  it('is green, amber or red', () => {
    const lights = OUTCOMES.map((outcome) => [outcome, lightOf(outcome)])
    expect(lights.filter(([, light]) => light === 'green').map(([one]) => one)).toEqual([
      'admitted',
      'left',
    ])
    expect(LETS_THROUGH.every((one) => lightOf(one) !== 'red')).toBe(true)
    expect(OUTCOMES.filter((one) => lightOf(one) !== 'red')).toEqual(LETS_THROUGH)
  })
})
