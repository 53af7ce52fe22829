/** A column of the timetable: a day and a room on it. */
export interface Column {
  day: string
  /** The day in words. */
  said: string
  /** Its key; empty: no room. */
  room: string
  /** The room in words. */
  named: string
}

/** Where something begins: the column, and the minutes since midnight. */
export interface Spot {
  column: number
  minutes: number
}

/** What stands in the timetable. */
export interface Standing extends Spot {
  id: string
  title: string
  /** Its length in minutes; null where no end is known. */
  length: number | null
}

const DAY = 24 * 60
/** Times are set in steps of five minutes. */
export const STEP = 5
const LEAP = 30

export const minutesOf = (clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return hours * 60 + minutes
}

export const clockOf = (minutes: number): string => {
  const within = ((minutes % DAY) + DAY) % DAY
  return [Math.floor(within / 60), within % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':')
}

/** From when to when it goes, in minutes; what ends before it begins ends on the next day. */
export function lengthOf(start: string, end: string): number | null {
  if (end === '') return null
  const length = minutesOf(end) - minutesOf(start)
  return length > 0 ? length : length + DAY
}

/** A spot on the five minutes, within its day. */
export const settled = ({ column, minutes }: Spot): Spot => ({
  column,
  minutes: Math.min(DAY - STEP, Math.max(0, Math.round(minutes / STEP) * STEP)),
})

/** The next column that is another day or room, in a direction; the last one stays. */
function beside(columns: readonly Column[], from: number, by: 1 | -1): number {
  const here = columns[from]
  for (let at = from + by; at >= 0 && at < columns.length; at += by) {
    const there = columns[at]
    if (there?.day !== here?.day || there?.room !== here?.room) return at
  }
  return from
}

/** Where a key leads; null where it leads nowhere. Left and right change sides where one reads from right to left. */
export function led(
  key: string,
  from: Spot,
  columns: readonly Column[],
  rightToLeft: boolean,
): Spot | null {
  const along = rightToLeft ? -1 : 1
  const aside = (by: number) => ({
    ...from,
    column: beside(columns, from.column, by > 0 ? 1 : -1),
  })
  const later = (minutes: number) => settled({ ...from, minutes: from.minutes + minutes })
  switch (key) {
    case 'ArrowUp':
      return later(-STEP)
    case 'ArrowDown':
      return later(STEP)
    case 'PageUp':
      return later(-LEAP)
    case 'PageDown':
      return later(LEAP)
    case 'ArrowLeft':
      return aside(-along)
    case 'ArrowRight':
      return aside(along)
    default:
      return null
  }
}

/** What stands in the same room at the same time. */
export function met(
  carried: Standing,
  to: Spot,
  standing: readonly Standing[],
  columns: readonly Column[],
): Standing[] {
  const place = columns[to.column]
  if (!place || place.room === '') return []
  const ends = ({ minutes, length }: Pick<Standing, 'minutes' | 'length'>) =>
    minutes + (length ?? STEP)
  const end = ends({ ...to, length: carried.length })
  return standing.filter((other) => {
    const where = columns[other.column]
    return (
      other.id !== carried.id &&
      where?.day === place.day &&
      where.room === place.room &&
      other.minutes < end &&
      to.minutes < ends(other)
    )
  })
}
