import { type Bounds, boundsOf, measureOf, plus, type Quantity } from '../../kernel/quantity.ts'

/**
 * What is missing, by one of two measures that are never mixed and never printed without their names. Null: it
 * cannot be told, because something that it rests on is not known. That is not the same as nothing.
 */
export interface Gap {
  measure: 'mission' | 'readiness'
  missing: Bounds | null
}

/**
 * The mission gap: what a mission needs, less the shares that were accepted for it. A share of unknown quantity, or
 * one that is counted in something else than the need, may cover any part of it.
 */
export function missionGap(needed: Quantity, accepted: readonly Quantity[]): Gap {
  const wanted = boundsOf(needed)
  if (wanted === null || needed.kind === 'none') return { measure: 'mission', missing: null }
  const covered = accepted.reduce<Bounds>(
    (sum, share) => plus(sum, inMeasureOf(needed, share) ?? ANYTHING),
    NOTHING,
  )
  return { measure: 'mission', missing: less(wanted, covered) }
}

/**
 * The readiness gap, as the papers of the United Nations measure it since 2025: the units that a new mission of a
 * size would need, less the pledges at level 2 or above. Both are counts of units.
 */
export const readinessGap = (needed: number | null, ready: number | null): Gap => ({
  measure: 'readiness',
  missing: needed === null || ready === null ? null : less(exactly(needed), exactly(ready)),
})

/** Whether nothing is missing: yes, no, or unknown. */
export function isClosed({ missing }: Gap): boolean | null {
  if (missing === null) return null
  if (missing.high === 0) return true
  return missing.low > 0 ? false : null
}

const NOTHING: Bounds = { low: 0, high: 0 }
const ANYTHING: Bounds = { low: 0, high: null }
const exactly = (value: number): Bounds => ({ low: value, high: value })

const inMeasureOf = (
  needed: Exclude<Quantity, { kind: 'none' }>,
  share: Quantity,
): Bounds | null =>
  share.kind !== 'none' && measureOf(share) === measureOf(needed) ? boundsOf(share) : null

/** At least what is missing in the best case, at most in the worst; more than enough is not less than nothing. */
const less = (wanted: Bounds, covered: Bounds): Bounds => ({
  low: covered.high === null ? 0 : Math.max(0, wanted.low - covered.high),
  high: wanted.high === null ? null : Math.max(0, wanted.high - covered.low),
})
