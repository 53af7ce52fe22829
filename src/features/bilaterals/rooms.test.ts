import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PartyCode } from '../../kernel/ids.ts'
import { MOVES, move, type Placed, type Room, STATES, Stretch, Wishes } from './model.ts'
import { isOpen, obstacles, PAUSE, suggestions } from './rooms.ts'

const DAY = '2021-12-07'
const placed = (from: string, to: string, room = 'a', day = DAY) =>
  ({ day, from, to, room }) as Placed
const meeting = (id: string, asking: string, asked: string, place: Placed | null = null) => ({
  ...{ id: id as never, asking: asking as PartyCode, asked: asked as PartyCode },
  ...{ placed: place, state: place ? ('scheduled' as const) : ('accepted' as const) },
})
const room = (id: string, seats: number, opens = '09:00', closes = '18:00') =>
  ({ id, seats, opens, closes }) as Room

describe('a meeting of two delegations', () => {
  it('takes place only when both want it and it has a room', () => {
    expect(move('requested', 'accept')).toBe('accepted')
    expect(move('accepted', 'schedule')).toBe('scheduled')
    expect(move('scheduled', 'hold')).toBe('held')
    expect(() => move('requested', 'schedule')).toThrow('bilaterals.cannot-move')
    expect(() => move('declined', 'accept')).toThrow('bilaterals.cannot-move')
  })

  it('is over once it is declined, called off or held', () => {
    const over = STATES.filter((state) => Object.keys(MOVES[state]).length === 0)
    expect(over).toEqual(['declined', 'held', 'cancelled'])
  })

  it('asks for hours that end after they begin', () => {
    const stretch = (from: string, to: string) => Stretch.safeParse({ day: DAY, from, to }).success
    expect([
      stretch('09:00', '10:00'),
      stretch('10:00', '10:00'),
      stretch('11:00', '10:00'),
    ]).toEqual([true, false, false])
  })
})

describe('a room', () => {
  const taken = meeting('1', 'KOR', 'KEN', placed('10:00', '10:30'))

  it.each([
    ['09:30', '10:00', true],
    ['09:20', '09:50', false],
    ['10:10', '10:20', true],
    ['10:35', '11:05', true],
    ['10:40', '11:10', false],
  ])('is taken from %s to %s: %s', (from, to, isTaken) => {
    const { room: other } = obstacles(meeting('2', 'NOR', 'GHA'), placed(from, to), [taken])
    expect(other !== null).toBe(isTaken)
  })

  it('is not taken by a meeting of another day or room, nor by itself', () => {
    const against = (place: Placed, id = '2') =>
      obstacles(meeting(id, 'NOR', 'GHA'), place, [taken]).room
    expect(against(placed('10:00', '10:30', 'b'))).toBe(null)
    expect(against(placed('10:00', '10:30', 'a', '2021-12-08'))).toBe(null)
    expect(against(placed('10:00', '10:30'), '1')).toBe(null)
  })

  it('is no use to a delegation that is elsewhere at that time', () => {
    const { room: other, party } = obstacles(
      meeting('2', 'KEN', 'GHA'),
      placed('10:15', '10:45', 'b'),
      [taken],
    )
    expect([other, party?.id]).toEqual([null, '1'])
  })
})

describe('suggestions', () => {
  const asking = (
    wishes: object,
    others = [meeting('1', 'KOR', 'KEN', placed('09:00', '10:00'))],
  ) =>
    suggestions({
      meeting: { ...meeting('2', 'NOR', 'GHA'), wishes: Wishes.parse(wishes) },
      rooms: [room('hall', 60), room('a', 8), room('b', 10, '10:00')],
      others,
      days: [DAY, '2021-12-08'],
    })

  it('are the earliest hours in the smallest room that is large enough', () => {
    const stretches = [{ day: DAY, from: '09:00', to: '11:00' }]
    expect(asking({ people: 4, stretches }).slice(0, 2)).toEqual([
      placed('09:00', '09:30', 'hall'),
      placed('09:15', '09:45', 'hall'),
    ])
    expect(asking({ people: 5, stretches: [{ day: DAY, from: '10:00', to: '10:30' }] })).toEqual([
      placed('10:00', '10:30', 'b'),
    ])
  })

  it('are none where no room is large enough or no hour is', () => {
    expect(asking({ people: 30, stretches: [{ day: DAY, from: '09:00', to: '09:20' }] })).toEqual(
      [],
    )
  })

  it('never stand against anything', () => {
    const quarter = fc.integer({ min: 32, max: 68 })
    const clock = (n: number) =>
      `${`${Math.floor(n / 4)}`.padStart(2, '0')}:${`${(n % 4) * 15}`.padStart(2, '0')}`
    const meetings = fc.array(
      fc.record({
        at: quarter,
        long: fc.integer({ min: 1, max: 6 }),
        room: fc.constantFrom('a', 'b', 'hall'),
        sides: fc.constantFrom(['KOR', 'KEN'], ['NOR', 'JPN'], ['GHA', 'IND'], ['BRA', 'RWA']),
      }),
      { maxLength: 25 },
    )
    fc.assert(
      fc.property(meetings, fc.integer({ min: 1, max: 20 }), (drawn, people) => {
        const others = drawn.map(({ at, long, room: where, sides: [one, other] }, index) =>
          meeting(`${index}x`, `${one}`, `${other}`, placed(clock(at), clock(at + long), where)),
        )
        const wishes = { people, stretches: [{ day: DAY, from: '08:00', to: '18:00' }] }
        for (const place of asking(wishes, others)) {
          const against = obstacles(meeting('2', 'NOR', 'GHA'), place, others)
          expect(against).toEqual({ room: null, party: null })
          const where = [room('hall', 60), room('a', 8), room('b', 10, '10:00')].find(
            ({ id }) => id === place.room,
          )
          expect(where && where.seats >= 2 * people && isOpen(where, place)).toBe(true)
        }
      }),
    )
    expect(PAUSE).toBeGreaterThan(0)
  })
})
