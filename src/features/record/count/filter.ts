import { z } from 'zod'
import { ConferenceId, PartyCode } from '../../../kernel/ids.ts'
import { Day } from '../../../kernel/time.ts'
import { withAncestors } from '../../pledges/find/facets.ts'
import { gives } from '../../pledges/shares.model.ts'
import { asOf, type Entry, isAnnouncedOn } from '../ledger.model.ts'

/** Which pledges are counted; what is left out counts all. It stands in the address of a count. */
export const Filter = z.object({
  edition: z
    .union([ConferenceId, z.literal('none')])
    .optional()
    .catch(undefined),
  party: PartyCode.optional().catch(undefined),
  category: z.string().max(80).optional().catch(undefined),
  capability: z.string().max(80).optional().catch(undefined),
  mission: z.string().max(20).optional().catch(undefined),
  /** The record as it stood at the end of a day. */
  on: Day.optional().catch(undefined),
})
export type Filter = z.infer<typeof Filter>

/** The entries that a filter lets through, each as it was worded on the day of the count. */
export function filtered(entries: readonly Entry[], filter: Filter): Entry[] {
  const { edition, party, category, capability, mission, on = null } = filter
  const passes = (entry: Entry) =>
    (edition === undefined || entry.conference === (edition === 'none' ? null : edition)) &&
    (party === undefined || entry.shares.some((share) => share.party === party && gives(share))) &&
    (category === undefined || entry.categories.includes(category)) &&
    (capability === undefined ||
      entry.capabilities.some((code) => withAncestors(code).includes(capability))) &&
    (mission === undefined || entry.missions.includes(mission))
  return entries
    .filter((entry) => isAnnouncedOn(entry, on))
    .map((entry) => asOf(entry, on))
    .filter(passes)
}
