import { describe, expect, it } from 'vitest'
import { Arrangement, type Interpreted, mustBeSound } from './model.ts'
import { doubtsIn } from './shifts.ts'

const [ada, bao] = ['00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-00000000000b']
const at = (clock: string) => Temporal.Instant.from(`2021-12-07T${clock}Z`)
const session = (id: string, start: string, end: string) => ({ id, start: at(start), end: at(end) })
const interpreted = (id: string, ...booths: object[]): Interpreted => ({
  ...{ session: id as never, version: 1 },
  arrangement: Arrangement.parse({ floor: ['en'], booths }),
})
const DAY = [
  session('a', '09:00', '10:00'),
  session('b', '09:30', '10:30'),
  session('c', '10:00', '10:30'),
]

describe('an arrangement', () => {
  it.each([
    ['booth-twice', [{ into: 'fr' }, { into: 'fr' }]],
    [
      'channel-twice',
      [
        { into: 'fr', channel: 2 },
        { into: 'ar', channel: 2 },
      ],
    ],
    [
      'in-two-booths',
      [
        { into: 'fr', interpreters: [ada] },
        { into: 'ar', interpreters: [ada] },
      ],
    ],
    ['relay-itself', [{ into: 'fr', relay: 'fr' }]],
  ])('is refused: %s', (code, booths) => {
    expect(() => mustBeSound(Arrangement.parse({ booths }))).toThrow(`interpretation.${code}`)
  })
})

describe('the matrix', () => {
  it('says who is asked to be in two places at once', () => {
    const both = [
      interpreted('a', { into: 'fr', interpreters: [ada, bao] }),
      interpreted('b', { into: 'ar', interpreters: [ada, 'c0000000-0000-4000-8000-00000000000c'] }),
      interpreted('c', { into: 'fr', interpreters: [bao] }),
    ]
    expect(doubtsIn(both, DAY)).toEqual([
      { kind: 'two-at-once', session: 'a', about: ada },
      { kind: 'two-at-once', session: 'b', about: ada },
    ])
  })

  it('says who sits alone too long, and where nobody does', () => {
    const alone = [
      interpreted('a', { into: 'fr', interpreters: [ada] }, { into: 'zh' }),
      interpreted('c', { into: 'fr', interpreters: [bao] }),
    ]
    expect(doubtsIn(alone, DAY)).toEqual([
      { kind: 'alone-too-long', session: 'a', about: 'fr' },
      { kind: 'nobody', session: 'a', about: 'zh' },
    ])
  })
})
