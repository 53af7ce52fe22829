import type { Text } from '../../../kernel/text.ts'
import { roomKey, type Session } from '../../programme/model.ts'

/** From when to when, in minutes since midnight; what runs over midnight goes on beyond 24 hours. */
export interface Row {
  from: number
  to: number
}

/** A session where it begins, and over how many rows it goes. */
export interface Cell {
  session: Session
  rows: number
}

/** The rooms of a day, each with a column for every session that overlaps another in it. */
export interface RoomColumns {
  day: string
  /** Null: in no room. */
  key: string | null
  room: Text | null
  columns: number
}

/** A draft as a table: days and rooms across, times down. */
export interface Grid {
  days: readonly { day: string; columns: number }[]
  rooms: readonly RoomColumns[]
  rows: readonly Row[]
  /** By row, then column: a session where it begins, `covered` where it goes on, null where there is nothing. */
  cells: readonly (readonly (Cell | 'covered' | null)[])[]
  /** What has no place in it: sessions without a time, and cancelled ones. */
  beside: readonly Session[]
}

const DAY = 24 * 60
/** How long something is drawn whose end is not known. */
const GUESSED = 30
/** Around the first and the last session stays room to move one there. */
const MARGIN = 30
/** An empty day is drawn from nine to six. */
const USUAL: Row = { from: 9 * 60, to: 18 * 60 }

const minutesOf = (clock: string) => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return hours * 60 + minutes
}

interface Slot extends Row {
  session: Session
}

function slotOf(session: Session): Slot[] {
  if (session.start === null || session.latestDay !== null) return []
  const from = minutesOf(session.start)
  if (session.end === null) return [{ session, from, to: from + GUESSED }]
  const end = minutesOf(session.end)
  return [{ session, from, to: end > from ? end : end + DAY }]
}

const isOn = ({ status }: Session) => status === 'confirmed' || status === 'tentative'
const byName = (a: string | null, b: string | null) =>
  a === b ? 0 : a === null ? -1 : b === null ? 1 : a < b ? -1 : 1

/** Sessions of one room and day in as many columns as overlap. */
function lanesOf(slots: readonly Slot[]): Slot[][] {
  const lanes: Slot[][] = []
  for (const slot of slots.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    const free = lanes.find((lane) => (lane.at(-1)?.to ?? 0) <= slot.from)
    if (free) free.push(slot)
    else lanes.push([slot])
  }
  return lanes.length > 0 ? lanes : [[]]
}

function rowsOf(slots: readonly Slot[]): Row[] {
  const spans: readonly Row[] = slots.length > 0 ? slots : [USUAL]
  const first = Math.min(...spans.map(({ from }) => from))
  const last = Math.max(...spans.map(({ to }) => to))
  const times = new Set(spans.flatMap(({ from, to }) => [from, to]))
  times.add(Math.max(0, first - MARGIN)).add(last + MARGIN)
  const ordered = [...times].sort((a, b) => a - b)
  return ordered.slice(0, -1).map((from, at) => ({ from, to: ordered[at + 1] ?? from }))
}

/**
 * Lays a draft out as days × rooms.
 *
 * @param days the days of the conference; others are added where something happens on them.
 */
export function gridOf(sessions: readonly Session[], days: readonly string[]): Grid {
  const shown = sessions.filter(({ status }) => status !== 'withdrawn')
  const slots = shown.filter(isOn).flatMap(slotOf)
  const placed = new Set(slots.map(({ session }) => session.id))
  const rows = rowsOf(slots)
  const everyDay = [...new Set([...days, ...slots.map(({ session }) => session.day)])].sort()

  const rooms: (RoomColumns & { lanes: readonly Slot[][] })[] = everyDay.flatMap((day) => {
    const ofDay = Map.groupBy(
      slots.filter(({ session }) => session.day === day),
      ({ session }) => roomKey(session),
    )
    const keys = ofDay.size > 0 ? [...ofDay.keys()].sort(byName) : [null]
    return keys.map((key) => {
      const inRoom = ofDay.get(key) ?? []
      const lanes = lanesOf(inRoom)
      return { day, key, room: inRoom[0]?.session.room ?? null, columns: lanes.length, lanes }
    })
  })
  const lanes = rooms.flatMap((one) => one.lanes)
  const cellAt = (lane: readonly Slot[], { from, to }: Row): Cell | 'covered' | null => {
    const slot = lane.find((one) => one.from < to && from < one.to)
    if (!slot) return null
    if (slot.from !== from) return 'covered'
    const covered = rows.filter((row) => row.from >= slot.from && row.to <= slot.to)
    return { session: slot.session, rows: covered.length }
  }
  return {
    days: everyDay.map((day) => ({
      day,
      columns: rooms.reduce((sum, one) => sum + (one.day === day ? one.columns : 0), 0),
    })),
    rooms: rooms.map(({ lanes: _, ...room }) => room),
    rows,
    cells: rows.map((row) => lanes.map((lane) => cellAt(lane, row))),
    beside: shown.filter(({ id }) => !placed.has(id)),
  }
}
