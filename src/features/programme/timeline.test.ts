import { describe, expect, it } from 'vitest'
import { seoul, session, text } from '../../testing/sessions.ts'
import { inOrder } from './model.ts'
import { lateness, nextStart, nextTurn, phaseOf, shifted, spanOf } from './timeline.ts'

const at = (instant: string) => Temporal.Instant.from(instant)
const utc = ({ start, end }: ReturnType<typeof spanOf>) => [start?.toString(), end?.toString()]
const room = (name: string) => ({ room: text(name) })

describe('the instants of a session', () => {
  it('are those of the wall clock in the conference’s zone', () => {
    expect(seoul().map((one) => utc(spanOf(one, 'Asia/Seoul')))).toEqual([
      ['2021-12-07T10:30:00Z', '2021-12-07T11:00:00Z'],
      ['2021-12-07T11:10:00Z', '2021-12-07T12:30:00Z'],
      ['2021-12-07T12:40:00Z', '2021-12-07T14:00:00Z'],
      ['2021-12-08T10:30:00Z', '2021-12-08T11:50:00Z'],
      ['2021-12-08T12:00:00Z', '2021-12-08T13:20:00Z'],
      ['2021-12-08T13:30:00Z', '2021-12-08T14:00:00Z'],
    ])
  })

  it('move with the zone, while the wall times stay', () => {
    const [opening] = seoul()
    expect(opening && utc(spanOf(opening, 'America/St_Johns'))).toEqual([
      '2021-12-07T23:00:00Z',
      '2021-12-07T23:30:00Z',
    ])
  })

  it('run over midnight into the next day', () => {
    const late = session({ start: '23:40', end: '01:00' })
    expect(utc(spanOf(late, 'Asia/Kathmandu'))).toEqual([
      '2021-12-07T17:55:00Z',
      '2021-12-07T19:15:00Z',
    ])
  })

  it('follow a change of the clocks during the conference', () => {
    const [saturday, sunday] = [
      session({ day: '2025-03-29', start: '09:00', end: '10:00' }),
      session({ day: '2025-03-30', start: '09:00', end: '10:00' }),
    ]
    expect(utc(spanOf(saturday, 'Europe/Berlin'))[0]).toBe('2025-03-29T08:00:00Z')
    expect(utc(spanOf(sunday, 'Europe/Berlin'))[0]).toBe('2025-03-30T07:00:00Z')
    const night = session({ day: '2025-03-29', start: '23:00', end: '04:00' })
    const { start, end } = spanOf(night, 'Europe/Berlin')
    expect(start && end?.since(start).total('hours')).toBe(4)
  })

  it('are not invented', () => {
    expect(spanOf(session(), 'Asia/Seoul')).toEqual({ start: null, end: null })
    expect(utc(spanOf(session({ start: '12:30' }), 'Africa/Accra'))).toEqual([
      '2021-12-07T12:30:00Z',
      undefined,
    ])
  })
})

describe('the order of a programme', () => {
  it('is by day and time, and what has no time comes last, as it was printed', () => {
    const sessions = [
      session({ slug: 'exhibition', position: 3 }),
      session({ slug: 'panel', position: 1 }),
      session({ slug: 'reception', start: '12:30' }),
      session({ slug: 'next-day', day: '2021-12-08', start: '09:00' }),
      session({ slug: 'either-day', latestDay: '2021-12-08' }),
    ]
    expect(inOrder(sessions).map(({ slug }) => slug)).toEqual([
      'reception',
      'panel',
      'exhibition',
      'either-day',
      'next-day',
    ])
  })
})

describe('running late', () => {
  const [opening, first, second, third, fourth, closing] = seoul() as [
    ReturnType<typeof session>,
    ...ReturnType<typeof session>[],
  ]
  const all = seoulSessions()
  function seoulSessions() {
    return [opening, first, second, third, fourth, closing].flatMap((one) => one ?? [])
  }
  const late = (delays: readonly [string | undefined, number][]) =>
    Object.fromEntries(
      [
        ...lateness(
          all,
          delays.map(([id, minutes]) => ({ session: id ?? '', minutes })),
        ),
      ].map(([id, minutes]) => [all.find((one) => one.id === id)?.slug, minutes]),
    )

  it('shifts what follows that day, and not the next', () => {
    expect(late([[first?.id, 12]])).toEqual({ 'session-1': 12, 'session-2': 12 })
  })

  it('takes the later report for what comes after it', () => {
    expect(
      late([
        [second?.id, 5],
        [opening.id, 20],
      ]),
    ).toEqual({ opening: 20, 'session-1': 20, 'session-2': 5 })
    expect(
      late([
        [opening.id, 20],
        [second?.id, 0],
      ]),
    ).toEqual({ opening: 20, 'session-1': 20 })
  })

  it('does not reach another room, nor what is cancelled', () => {
    const hall = session({ slug: 'hall', start: '10:00', ...room('Hall') })
    const other = session({ slug: 'other', start: '11:00', ...room('Annex') })
    const gone = session({ slug: 'gone', start: '11:00', status: 'cancelled', ...room('Hall') })
    const open = session({ slug: 'open', start: '12:00' })
    const found = lateness([hall, other, gone, open], [{ session: hall.id, minutes: 7 }])
    expect(found).toEqual(
      new Map([
        [hall.id, 7],
        [open.id, 7],
      ]),
    )
  })
})

describe('shifting what follows', () => {
  it('moves the rest of the day in the same room', () => {
    const sessions = seoul()
    const from = sessions[1] as (typeof sessions)[number]
    expect(shifted(sessions, from, 15).map(({ slug, start, end }) => [slug, start, end])).toEqual([
      ['session-1', '20:25', '21:45'],
      ['session-2', '21:55', '23:15'],
    ])
  })

  it('lets an end pass midnight, but no start leave its day', () => {
    const last = session({ start: '22:30', end: '23:30' })
    expect(shifted([last], last, 45)[0]).toMatchObject({ start: '23:15', end: '00:15' })
    expect(() => shifted([last], last, 90)).toThrow('programme.leaves-the-day')
  })
})

describe('now and next', () => {
  const timed = seoul().map((one) => ({ status: one.status, span: spanOf(one, 'Asia/Seoul') }))

  it('is before, now and over, to the second', () => {
    const span = timed[0]?.span ?? { start: null, end: null }
    const seen = ['10:29:59', '10:30:00', '10:59:59', '11:00:00'].map((time) =>
      phaseOf(span, at(`2021-12-07T${time}Z`)),
    )
    expect(seen).toEqual(['before', 'now', 'now', 'over'])
    expect(phaseOf({ start: null, end: null }, at('2021-12-07T10:30Z'))).toBe('unknown')
    expect(phaseOf({ start: at('2021-12-07T10:30Z'), end: null }, at('2021-12-07T10:31Z'))).toBe(
      'over',
    )
  })

  it('turns at each start and end, and never again after the last', () => {
    expect(nextTurn(timed, at('2021-12-01T00:00Z'))?.toString()).toBe('2021-12-07T10:30:00Z')
    expect(nextTurn(timed, at('2021-12-07T10:30Z'))?.toString()).toBe('2021-12-07T11:00:00Z')
    expect(nextTurn(timed, at('2021-12-08T14:00Z'))).toBeNull()
    expect(nextStart(timed, at('2021-12-07T12:35Z'))?.toString()).toBe('2021-12-07T12:40:00Z')
  })

  it('does not wait for what is cancelled', () => {
    const gone = timed.map((one) => ({ ...one, status: 'cancelled' }))
    expect(nextTurn(gone, at('2021-12-01T00:00Z'))).toBeNull()
    expect(nextStart(gone, at('2021-12-01T00:00Z'))).toBeNull()
  })
})
