/**
 * A small positive number for each identifier, because the schedule formats still want one. It follows from the
 * identifier, so that it stays the same from release to release; where two would share one, the later gets the next.
 *
 * @param ids UUIDs, each once.
 */
export function numbersOf(ids: readonly string[]): ReadonlyMap<string, number> {
  const taken = new Set<number>()
  return new Map(
    ids.toSorted().map((id) => {
      let number = (Number.parseInt(id.slice(0, 8), 16) >>> 1) + 1
      while (taken.has(number)) number += 1
      taken.add(number)
      return [id, number]
    }),
  )
}
