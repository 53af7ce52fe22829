import type { Bilateral, Placed, Room, RoomId, Stretch } from './model.ts'

/** Minutes between two meetings in one room, and between two meetings of one delegation. */
export const PAUSE = 10
const STEP = 15

type Meeting = Pick<Bilateral, 'id' | 'asking' | 'asked' | 'placed' | 'state'>

const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
const clockOf = (minutes: number) =>
  `${`${Math.floor(minutes / 60)}`.padStart(2, '0')}:${`${minutes % 60}`.padStart(2, '0')}`

/** Whether two meetings overlap, or leave no time to leave and to enter. */
const tooNear = (one: Placed, other: Placed) =>
  one.day === other.day &&
  minutesOf(one.from) < minutesOf(other.to) + PAUSE &&
  minutesOf(other.from) < minutesOf(one.to) + PAUSE

const stands = ({ state }: Meeting) => state === 'scheduled' || state === 'held'
const sides = ({ asking, asked }: Pick<Meeting, 'asking' | 'asked'>) => [asking, asked]

/** What stands against a place for a meeting: the room is taken, or one of the two is elsewhere at that time. */
export function obstacles(
  meeting: Pick<Meeting, 'id' | 'asking' | 'asked'>,
  placed: Placed,
  others: readonly Meeting[],
): { room: Meeting | null; party: Meeting | null } {
  const near = others.filter(
    (other) =>
      other.id !== meeting.id && stands(other) && other.placed && tooNear(placed, other.placed),
  )
  return {
    room: near.find((other) => other.placed?.room === placed.room) ?? null,
    party: near.find((other) => sides(other).some((one) => sides(meeting).includes(one))) ?? null,
  }
}

export const isOpen = ({ opens, closes }: Pick<Room, 'opens' | 'closes'>, { from, to }: Placed) =>
  opens <= from && to <= closes

interface Asked {
  meeting: Pick<Bilateral, 'id' | 'asking' | 'asked' | 'wishes'>
  rooms: readonly Room[]
  others: readonly Meeting[]
  /** The days of the conference: a delegation that named no time can come at any. */
  days: readonly string[]
}

/**
 * Where a meeting could be: in the hours that were asked for, the earliest first, in the smallest room that is large
 * enough. Never two suggestions for one time.
 */
export function suggestions({ meeting, rooms, others, days }: Asked, most = 5): Placed[] {
  const { minutes, people, stretches } = meeting.wishes
  const fitting = rooms
    .filter(({ seats }) => seats >= 2 * people)
    .toSorted((a, b) => a.seats - b.seats || (a.id < b.id ? -1 : 1))
  const found: Placed[] = []
  for (const { day, from, to } of inOrder(stretches.length > 0 ? stretches : wholeDays(days))) {
    const last = minutesOf(to) - minutes
    for (let start = minutesOf(from); start <= last; start += STEP) {
      if (found.length === most) return found
      const room = fitting.find((one) => {
        const placed = { day, from: clockOf(start), to: clockOf(start + minutes), room: one.id }
        const { room: taken, party } = obstacles(meeting, placed, others)
        return isOpen(one, placed) && !taken && !party
      })
      if (room) found.push(at(day, start, minutes, room.id))
    }
  }
  return found
}

const at = (day: string, start: number, minutes: number, room: RoomId): Placed => ({
  day,
  from: clockOf(start),
  to: clockOf(start + minutes),
  room,
})

const wholeDays = (days: readonly string[]): Stretch[] =>
  days.map((day) => ({ day, from: '00:00', to: '23:45' }))

const inOrder = (stretches: readonly Stretch[]) =>
  stretches.toSorted((a, b) => (a.day + a.from < b.day + b.from ? -1 : 1))
