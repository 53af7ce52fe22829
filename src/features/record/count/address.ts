import type { Rule } from './count.ts'
import type { Filter } from './filter.ts'

/** Where a number opens: its rule, the list behind it, and what was left out. */
export function addressOfCount(rule: Rule, filter: Filter, page = 1): string {
  return `/record/count${queryOf({ rule, ...filter, page: page > 1 ? String(page) : undefined })}`
}

/** What is asked, as the query of an address with its question mark; nothing where nothing is asked. */
export function queryOf(asked: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(asked).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  )
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`
}
