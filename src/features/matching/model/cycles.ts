import type { Offer } from './instance.ts'

/**
 * Offers that wait for each other: each needs in return what only offers with needs of their own could give it, round in
 * a circle. None of them fills the need of another, since what is given in return must itself ask for nothing.
 */
export function waitingForEachOther(offers: readonly Offer[]): Offer[] {
  const asking = offers.filter(({ needs }) => needs.length > 0)
  const askers = Map.groupBy(asking, ({ component }) => component)
  const needed = new Map(
    [...askers].map(([component, all]) => [
      component,
      new Set(all.flatMap(({ needs }) => needs.map((need) => need.component))),
    ]),
  )
  const reaches = (from: string, to: string, seen: Set<string>): boolean =>
    [...(needed.get(from) ?? [])].some((next) => {
      if (next === to) return true
      if (seen.has(next)) return false
      seen.add(next)
      return reaches(next, to, seen)
    })
  return asking.filter(({ component }) => reaches(component, component, new Set()))
}
