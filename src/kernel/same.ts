/**
 * Whether two values that came from JSON say the same. The order of fields does not count: a database that stores
 * JSON in its own order gives back what was put in.
 */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const left = Object.entries(a).filter(([, value]) => value !== undefined)
  const right = new Map(Object.entries(b).filter(([, value]) => value !== undefined))
  return (
    left.length === right.size &&
    left.every(([field, value]) => right.has(field) && same(value, right.get(field)))
  )
}
