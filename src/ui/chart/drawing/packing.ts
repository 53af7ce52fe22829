/** Something that wants the middle of its room at a place; places and rooms are shares of the picture's width. */
export interface Wish {
  at: number
  room: number
}

/**
 * Places for what stands in one line, as near to the wishes as may be without overlapping, within 0 and 1: each is
 * first pushed behind the one before it, then back from the end.
 */
export function apart(wishes: readonly Wish[]): number[] {
  const starts: number[] = []
  let end = 0
  for (const { at, room } of wishes) {
    const start = Math.max(end, at - room / 2)
    starts.push(start)
    end = start + room
  }
  let limit = 1
  for (let place = wishes.length - 1; place >= 0; place--) {
    const room = wishes[place]?.room ?? 0
    starts[place] = Math.max(0, Math.min(starts[place] ?? 0, limit - room))
    limit = starts[place] ?? 0
  }
  return starts.map((start, place) => start + (wishes[place]?.room ?? 0) / 2)
}

/** What takes a line from one place to another. */
export interface Extent {
  from: number
  to: number
}

/** In which row each extent stands, so that none overlaps another in its row; rows are filled from the first on. */
export function rowsFor(extents: readonly Extent[]): number[] {
  const ends: number[] = []
  const rows: number[] = new Array(extents.length)
  const order = extents.map((_, place) => place).sort((a, b) => at(extents, a) - at(extents, b))
  for (const place of order) {
    const { from, to } = extents[place] as Extent
    const row = ends.findIndex((end) => end <= from)
    rows[place] = row < 0 ? ends.length : row
    ends[rows[place] as number] = to
  }
  return rows
}

const at = (extents: readonly Extent[], place: number) => extents[place]?.from ?? 0
