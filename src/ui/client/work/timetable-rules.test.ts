import { describe, expect, it } from 'vitest'
import {
  type Column,
  clockOf,
  led,
  lengthOf,
  met,
  type Standing,
  settled,
} from './timetable-rules.ts'

const column = (day: string, room: string): Column => ({ day, room, said: day, named: room })
const COLUMNS = [column('7', 'A'), column('7', 'A'), column('7', 'B'), column('8', 'A')]
const at = (number: number, minutes: number) => ({ column: number, minutes })

describe('a session that is carried', () => {
  it.each([
    ['ArrowUp', at(0, 600), false, at(0, 595)],
    ['ArrowDown', at(0, 600), false, at(0, 605)],
    ['PageDown', at(0, 600), false, at(0, 630)],
    ['ArrowUp', at(0, 0), false, at(0, 0)],
    ['PageDown', at(0, 1430), false, at(0, 1435)],
    ['ArrowRight', at(0, 600), false, at(2, 600)],
    ['ArrowRight', at(2, 600), false, at(3, 600)],
    ['ArrowRight', at(3, 600), false, at(3, 600)],
    ['ArrowLeft', at(3, 600), false, at(2, 600)],
    ['ArrowLeft', at(0, 600), true, at(2, 600)],
    ['ArrowRight', at(3, 600), true, at(2, 600)],
    ['Tab', at(0, 600), false, null],
  ])('goes by %s from %j (right to left: %s) to %j', (key, from, rtl, to) => {
    expect(led(key, from, COLUMNS, rtl)).toEqual(to)
  })

  it('settles on five minutes within its day', () => {
    expect([-3, 602, 603, 1439].map((minutes) => settled(at(0, minutes)).minutes)).toEqual([
      ...[0, 600, 605, 1435],
    ])
  })

  it('keeps its length, over midnight too', () => {
    expect([lengthOf('19:30', '20:00'), lengthOf('23:40', '00:30'), lengthOf('19:30', '')]).toEqual(
      [30, 50, null],
    )
    expect([clockOf(1470), clockOf(605)]).toEqual(['00:30', '10:05'])
  })

  it('meets what is in the same room at the same time', () => {
    const one = (id: string, number: number, minutes: number, length: number | null): Standing => ({
      ...at(number, minutes),
      ...{ id, length, title: id },
    })
    const carried = one('carried', 0, 540, 60)
    const others = [
      carried,
      one('before', 0, 540, 60),
      one('lane', 1, 630, 60),
      one('other-room', 2, 600, 60),
      one('other-day', 3, 600, 60),
      one('open', 0, 655, null),
    ]
    expect(met(carried, at(0, 600), others, COLUMNS).map(({ id }) => id)).toEqual(['lane', 'open'])
    expect(met(carried, at(0, 480), others, COLUMNS)).toEqual([])
    expect(met(carried, at(0, 600), others, [column('7', '')])).toEqual([])
  })
})
