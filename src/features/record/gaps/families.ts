import { once } from '../../../kernel/once.ts'
import { type CapabilityCode, familyOf } from '../../capabilities/model.ts'
import { needsOf, type Paper } from '../../capabilities/requirements.model.ts'
import { pledgesAmong } from '../count/count.ts'
import type { Entry } from '../ledger.model.ts'

/**
 * The pledges that count, by the families of their capabilities; a pledge of two families stands with both. They are
 * those that the rule of pledges counts, so that a list of them is as long as the number that is printed.
 */
export const pledgesByFamily = once(
  (entries: readonly Entry[]): ReadonlyMap<CapabilityCode, Entry[]> => {
    const families = new Map<CapabilityCode, Entry[]>()
    for (const entry of pledgesAmong(entries)) {
      for (const family of new Set(entry.capabilities.map(familyOf))) {
        const known = families.get(family)
        if (known) known.push(entry)
        else families.set(family, [entry])
      }
    }
    return families
  },
)

/** The families that a text names as needed, each once. */
export const familiesNamedIn = (paper: Pick<Paper, 'requirements'>): CapabilityCode[] => [
  ...new Set(needsOf(paper).flatMap(({ capabilities }) => capabilities.map(familyOf))),
]

/** Whether a text says which types are needed. Of one that does not, nothing can be said to be missing in it. */
export const tellsTypes = (paper: Pick<Paper, 'requirements'>): boolean =>
  familiesNamedIn(paper).length > 0

/**
 * Why a text names no family: its content was not found, it states only what was offered, or it names needs without
 * stating their types. Null where it names one.
 */
export function reasonOf(
  paper: Pick<Paper, 'requirements'>,
): 'unread' | 'offered' | 'untold' | null {
  if (tellsTypes(paper)) return null
  if (paper.requirements.length === 0) return 'unread'
  return needsOf(paper).length === 0 ? 'offered' : 'untold'
}
