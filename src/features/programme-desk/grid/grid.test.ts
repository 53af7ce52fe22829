import { describe, expect, it } from 'vitest'
import { session, text } from '../../../testing/sessions.ts'
import { type Grid, gridOf } from './grid.ts'

const DAYS = ['2021-12-07', '2021-12-08']
const at = (slug: string, day: string, start: string | null, end: string | null, room?: string) =>
  session({ slug, day, start, end, room: room === undefined ? null : text(room) })

/** The grid as text: a row a line, with the slug where a session begins, `|` where it goes on, `.` where there is nothing. */
const drawn = ({ rows, cells }: Grid) =>
  rows.map(({ from }, row) =>
    [
      clock(from),
      ...(cells[row] ?? []).map((cell) =>
        cell === null ? '.' : cell === 'covered' ? '|' : cell.session.slug,
      ),
    ].join(' '),
  )
const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

describe('the grid of a draft', () => {
  it('has a column for each room of each day, and a row for each time at which something changes', () => {
    const grid = gridOf(
      [
        at('opening', '2021-12-07', '09:00', '09:30', 'Hall'),
        at('talk', '2021-12-07', '09:30', '10:00', 'Hall'),
        at('side', '2021-12-07', '09:00', '10:00', 'Annex'),
        at('closing', '2021-12-08', '09:30', '10:30', 'Hall'),
      ],
      DAYS,
    )
    expect(grid.days).toEqual([
      { day: '2021-12-07', columns: 2 },
      { day: '2021-12-08', columns: 1 },
    ])
    expect(grid.rooms.map(({ key, columns }) => [key, columns])).toEqual([
      ['Annex', 1],
      ['Hall', 1],
      ['Hall', 1],
    ])
    expect(drawn(grid)).toEqual([
      '08:30 . . .',
      '09:00 side opening .',
      '09:30 | talk closing',
      '10:00 . . |',
      '10:30 . . .',
    ])
  })

  it('sets what overlaps in one room side by side', () => {
    const grid = gridOf(
      [
        at('a', '2021-12-07', '09:00', '10:00', 'Hall'),
        at('b', '2021-12-07', '09:30', '10:30', 'Hall'),
        at('c', '2021-12-07', '10:00', '11:00', 'Hall'),
      ],
      ['2021-12-07'],
    )
    expect(grid.rooms.map(({ columns }) => columns)).toEqual([2])
    expect(drawn(grid)).toEqual([
      '08:30 . .',
      '09:00 a .',
      '09:30 | b',
      '10:00 c |',
      '10:30 | .',
      '11:00 . .',
    ])
  })

  it('runs over midnight, guesses a length where no end is known, and leaves out what has no time', () => {
    const grid = gridOf(
      [
        at('night', '2021-12-07', '23:40', '00:30'),
        at('open', '2021-12-07', '22:00', null),
        at('some-time', '2021-12-07', null, null),
        { ...at('off', '2021-12-07', '22:00', '23:00'), status: 'cancelled' },
        { ...at('error', '2021-12-07', '22:00', '23:00'), status: 'withdrawn' },
      ],
      ['2021-12-07'],
    )
    expect(drawn(grid)).toEqual(['21:30 .', '22:00 open', '22:30 .', '23:40 night', '24:30 .'])
    expect(grid.beside.map(({ slug }) => slug)).toEqual(['some-time', 'off'])
  })

  it('shows every day of the conference, also one on which nothing happens yet', () => {
    const empty = gridOf([], DAYS)
    expect(empty.days.map(({ columns }) => columns)).toEqual([1, 1])
    expect(empty.rows).toEqual([
      { from: 510, to: 540 },
      { from: 540, to: 1080 },
      { from: 1080, to: 1110 },
    ])
    const late = gridOf([at('after', '2021-12-10', '09:00', '10:00')], DAYS)
    expect(late.days.map(({ day }) => day)).toEqual([...DAYS, '2021-12-10'])
  })
})
