import type { Rule } from './count.ts'
import type { Filter } from './filter.ts'

/** Where a number opens: its rule, the list behind it, and what was left out. */
export function addressOfCount(rule: Rule, filter: Filter, page = 1): string {
  const asked = Object.entries({ rule, ...filter, page: page > 1 ? String(page) : undefined })
  const given = asked.filter((pair): pair is [string, string] => pair[1] !== undefined)
  return `/record/count?${new URLSearchParams(given)}`
}
