import { describe, expect, it } from 'vitest'
import { SessionId } from '../../../kernel/ids.ts'
import { MORNING, playing } from '../../../testing/floor.ts'
import { text } from '../../../testing/sessions.ts'
import type { PublishedSession } from '../../programme/model.ts'
import { expected, planned } from '../../programme/timeline.ts'
import { followerOf, shiftFor } from './shift.ts'

const ID = (number: number) => SessionId.parse(`00000000-0000-4000-8000-00000000000${number}`)
const HALL = text('Hall A')

const session = (number: number, start: string, end: string, room = HALL) =>
  ({
    ...{ id: ID(number), slug: `s${number}`, position: number, kind: 'plenary' },
    ...{ title: text(`Session ${number}`), day: '2021-12-07', latestDay: null, start, end, room },
    ...{ status: 'confirmed' },
  }) as unknown as PublishedSession

/** The first begins at nine in Seoul, when the clock of a test stands. */
const DAY = [
  session(1, '09:00', '09:20'),
  session(2, '09:10', '09:40', text('Hall B')),
  session(3, '09:20', '10:00'),
]
const at = (delays: { session: string; minutes: number }[] = []) =>
  expected(planned(DAY, 'Asia/Seoul'), delays)
const minutes = (number: number) => MORNING + number * 60_000

describe('the shift that is proposed', () => {
  it('is none while the session is to plan', () => {
    const list = playing()
    expect(shiftFor(at(), ID(1), list.floor, minutes(0))).toBe(null)
    list.asks('KEN')
    list.does({ what: 'begin-session' })
    expect(shiftFor(at(), ID(1), list.floor, minutes(2))).toBe(null)
  })

  it('is of the session itself while it has not begun', () => {
    const list = playing()
    const shift = shiftFor(at(), ID(1), list.floor, minutes(7))
    expect([shift?.session.slug, shift?.minutes]).toEqual(['s1', 10])
  })

  it('is of what follows in the same room once it has begun, by steps of five minutes', () => {
    const list = playing()
    for (const party of ['KEN', 'NOR', 'PRT', 'DNK', 'SWE', 'BEL']) list.asks(party)
    list.does({ what: 'begin-session' })
    const shift = shiftFor(at(), ID(1), list.floor, minutes(1))
    expect(shift?.session.slug).toBe('s3')
    expect((shift?.minutes ?? 0) % 5).toBe(0)
    expect(shift?.minutes).toBeGreaterThan(10)
  })

  it('goes back to the plan where the pace allows it', () => {
    const list = playing()
    list.does({ what: 'begin-session' })
    const shift = shiftFor(at([{ session: ID(3), minutes: 15 }]), ID(1), list.floor, minutes(5))
    expect([shift?.session.slug, shift?.minutes]).toEqual(['s3', 0])
  })

  it('is none where it was told already, or the session is over', () => {
    const list = playing()
    const told = at([{ session: ID(1), minutes: 10 }])
    expect(shiftFor(told, ID(1), list.floor, minutes(7))).toBe(null)
    list.does({ what: 'begin-session' })
    list.does({ what: 'adjourn' })
    expect(shiftFor(at(), ID(1), list.floor, minutes(60))).toBe(null)
  })

  it('is none on another day', () => {
    expect(shiftFor(at(), ID(1), playing().floor, minutes(24 * 60))).toBe(null)
  })

  it('waits for nobody in another room', () => {
    const sessions = at()
    const [first, second] = sessions
    expect(first && followerOf(sessions, first)?.slug).toBe('s3')
    expect(second && followerOf(sessions, second)).toBe(null)
  })
})
