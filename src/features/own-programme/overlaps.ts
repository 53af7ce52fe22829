import type { PersonalItem } from '../../kernel/people/personal-item.ts'
import { isNotAfter } from '../../kernel/time.ts'

type Timed = Pick<PersonalItem, 'uid' | 'expected' | 'status'>

/** Without an end only the beginning is known: it falls into another one, or it does not. */
function overlap(a: Timed, b: Timed): boolean {
  const [first, second] = [a.expected, b.expected]
  if (!first.start || !second.start) return false
  if (first.start.equals(second.start)) return true
  const [earlier, later] = isNotAfter(first.start, second.start) ? [first, second] : [second, first]
  return earlier.end !== null && later.start !== null && !isNotAfter(earlier.end, later.start)
}

/** What takes place at the same time as each thing of a programme, by identifier; what was called off does not. */
export function overlapsAmong(items: readonly Timed[]): ReadonlyMap<string, readonly string[]> {
  const held = items.filter(({ status }) => status !== 'cancelled')
  const found = held.map((one) => {
    const others = held.filter((other) => other.uid !== one.uid && overlap(one, other))
    return [one.uid, others.map(({ uid }) => uid)] as const
  })
  return new Map(found.filter(([, others]) => others.length > 0))
}
