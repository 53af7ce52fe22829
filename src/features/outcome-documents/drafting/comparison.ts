import { same } from '../../../kernel/same.ts'
import type { Paragraph } from './paragraphs.ts'

/** What became of a paragraph from one draft to another. */
export interface Compared {
  id: string
  became: 'same' | 'reworded' | 'added' | 'removed'
  /** Whether it stands elsewhere among those that are in both. */
  moved: boolean
  before: Paragraph | null
  after: Paragraph | null
}

/** Two drafts, paragraph by paragraph, in the order of the later one; what was removed stands where it stood. */
export function comparedDrafts(
  before: readonly Paragraph[],
  after: readonly Paragraph[],
): Compared[] {
  const old = new Map(before.map((paragraph) => [paragraph.id, paragraph]))
  const now = new Map(after.map((paragraph) => [paragraph.id, paragraph]))
  const still = inOrder(after.flatMap(({ id }) => before.findIndex((one) => one.id === id)))
  const removedAfter = Map.groupBy(
    before.filter(({ id }) => !now.has(id)),
    ({ id }) => keptBefore(before, now, id),
  )
  const removed = (place: string | null): Compared[] =>
    (removedAfter.get(place) ?? []).map((one) => ({
      ...{ id: one.id, became: 'removed', moved: false, before: one, after: null },
    }))
  return [
    ...removed(null),
    ...after.flatMap((one): Compared[] => {
      const was = old.get(one.id) ?? null
      const became = !was ? 'added' : wordsOf(was, one) ? 'same' : 'reworded'
      const moved = was !== null && !still.has(before.indexOf(was))
      return [{ id: one.id, became, moved, before: was, after: one }, ...removed(one.id)]
    }),
  ]
}

/** Whether two wordings of a paragraph say the same in every language, whatever each is worth. */
const wordsOf = (one: Paragraph, other: Paragraph) =>
  one.kind === other.kind && same(valuesOf(one), valuesOf(other))

const valuesOf = ({ text }: Paragraph) =>
  Object.fromEntries(Object.entries(text.in).map(([language, { value }]) => [language, value]))

/** The paragraph before a removed one that is still there, or null at the beginning. */
function keptBefore(
  before: readonly Paragraph[],
  now: ReadonlyMap<string, Paragraph>,
  id: string,
): string | null {
  const at = before.findIndex((one) => one.id === id)
  return before.slice(0, at).findLast((one) => now.has(one.id))?.id ?? null
}

/** The longest run of places that only grows: those paragraphs have stayed, the others have moved. */
function inOrder(places: readonly number[]): Set<number> {
  const known = places.filter((place) => place >= 0)
  const best = known.map((place, at) => {
    const before = known
      .slice(0, at)
      .map((earlier, index) => ({ earlier, index }))
      .filter(({ earlier }) => earlier < place)
    return { at, place, before: before.map(({ index }) => index), length: 1, from: -1 }
  })
  for (const one of best) {
    for (const index of one.before) {
      const length = (best[index]?.length ?? 0) + 1
      if (length > one.length) Object.assign(one, { length, from: index })
    }
  }
  const kept = new Set<number>()
  let one = best.reduce<(typeof best)[number] | undefined>(
    (longest, next) => (longest && longest.length >= next.length ? longest : next),
    undefined,
  )
  while (one) {
    kept.add(one.place)
    one = best[one.from]
  }
  return kept
}
