import type { Paper } from '../../capabilities/requirements.model.ts'
import { type Shortage, shortages } from '../../capabilities/shortage.ts'
import { KNOWN, type Known, knownOn } from '../count/ages.ts'
import { type Filter, isSince } from '../count/filter.ts'
import type { Entry } from '../ledger.model.ts'
import { pledgesByFamily } from './families.ts'

/** A family of capabilities that is named as needed, and what our sample holds of pledges since then. */
export interface Named extends Shortage {
  /** Pledges of the family that were announced in the month in which it was first named, or later. */
  pledged: number
  /** What is known of these pledges; together they are all of them. */
  known: Readonly<Record<Known, number>>
}

/** Which pledges were made since: what stands in the address of their count. */
export const filterSince = ({
  capability,
  first,
}: Pick<Shortage, 'capability' | 'first'>): Filter => ({ capability, since: first })

/** Every family that is named as needed, the one named first at the top. */
export function namedFamilies(
  papers: readonly Paper[],
  entries: readonly Entry[],
  today: string,
): Named[] {
  const pledges = pledgesByFamily(entries)
  return shortages(papers).map((shortage) => {
    const since = (pledges.get(shortage.capability) ?? []).filter((entry) =>
      isSince(entry, shortage.first),
    )
    const known = Object.fromEntries(KNOWN.map((one) => [one, 0])) as Record<Known, number>
    for (const entry of since) known[knownOn(entry, today)] += 1
    return { ...shortage, pledged: since.length, known }
  })
}
