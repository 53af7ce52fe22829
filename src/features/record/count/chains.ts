import { once } from '../../../kernel/once.ts'
import type { PledgeId } from '../../pledges/model.ts'
import type { Entry } from '../ledger.model.ts'

/** One promise through the editions: announced first, then renewed or announced again. */
export interface Chain {
  steps: readonly { entry: Entry; how: 'first' | 'renews' | 're-announces' }[]
}

type Step = Chain['steps'][number]

/**
 * The pledges that were announced at more than one edition, each chain from its first announcement on, by the day of
 * that. A pledge that two others renew stands in the chain of each.
 */
export const chainsAmong = once((entries: readonly Entry[]): readonly Chain[] => {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const before = (entry: Entry): { id: PledgeId; how: Step['how'] } | null => {
    const [again] = entry.reannounces
    if (again) return { id: again, how: 're-announces' }
    const [renewed] = entry.renews
    return renewed ? { id: renewed, how: 'renews' } : null
  }
  const continued = new Set(entries.flatMap((entry) => before(entry)?.id ?? []))
  const chainTo = (last: Entry): Step[] => {
    const steps: Step[] = []
    const met = new Set<PledgeId>()
    let entry: Entry | undefined = last
    while (entry && !met.has(entry.id)) {
      met.add(entry.id)
      const link = before(entry)
      const earlier: Entry | undefined = link ? byId.get(link.id) : undefined
      steps.unshift({ entry, how: link && earlier ? link.how : 'first' })
      entry = earlier
    }
    return steps
  }
  return entries
    .filter((entry) => before(entry) && !continued.has(entry.id))
    .map((last) => ({ steps: chainTo(last) }))
    .filter(({ steps }) => new Set(steps.map(({ entry }) => entry.conference)).size > 1)
    .toSorted((a, b) => (beginning(a) < beginning(b) ? -1 : 1))
})

const beginning = ({ steps }: Chain) => `${steps[0]?.entry.since ?? '9'} ${steps[0]?.entry.id}`
