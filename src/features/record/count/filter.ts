import { z } from 'zod'
import { ConferenceId, PartyCode } from '../../../kernel/ids.ts'
import { Day, PartialDay } from '../../../kernel/time.ts'
import { isWithin } from '../../capabilities/model.ts'
import { firstDayOf } from '../../pledges/model.ts'
import { gives, Role } from '../../pledges/shares.model.ts'
import { asOf, type Entry, isAnnouncedOn } from '../ledger.model.ts'
import { KNOWN, knownOn } from './ages.ts'

/** Which pledges are counted; what is left out counts all. It stands in the address of a count. */
export const Filter = z.object({
  edition: z
    .union([ConferenceId, z.literal('none')])
    .optional()
    .catch(undefined),
  party: PartyCode.optional().catch(undefined),
  category: z.string().min(1).max(80).optional().catch(undefined),
  /** A code, or several with commas between them: a pledge of any of them. */
  capability: z.string().min(1).max(400).optional().catch(undefined),
  mission: z.string().min(1).max(20).optional().catch(undefined),
  /** A part that somebody has in it. */
  role: Role.optional().catch(undefined),
  /** Announced on that day or later, for certain. */
  since: PartialDay.optional().catch(undefined),
  /** What is known of its delivery; `anything` is all but that nothing was found. */
  known: z
    .enum([...KNOWN, 'anything'])
    .optional()
    .catch(undefined),
  /** The record as it stood at the end of a day. */
  on: Day.optional().catch(undefined),
})
export type Filter = z.infer<typeof Filter>

/** Far enough that every report counts. */
const ALL_DAYS = '9999-12-31'

/** Whether somebody has a part in a pledge; those for whom it is meant are among those who receive. */
export const hasRole = (entry: Pick<Entry, 'shares' | 'beneficiaries'>, role: Role): boolean =>
  entry.shares.some((share) => share.role === role) ||
  (role === 'recipient' && entry.beneficiaries.length > 0)

/** Whether a pledge was announced on a day or later: a month or a year counts from its first day. */
export const isSince = ({ since }: Pick<Entry, 'since'>, day: string): boolean =>
  since !== null && firstDayOf(since) >= firstDayOf(day)

/** The capabilities that a filter names. */
export const codesIn = (capability: Filter['capability']): readonly string[] =>
  capability === undefined ? [] : capability.split(',')

/**
 * The entries that a filter lets through, each as it was worded on the day of the count; all of them, the very list that
 * was given, where it asks for nothing.
 */
export function filtered(entries: readonly Entry[], filter: Filter): readonly Entry[] {
  if (Object.values(filter).every((asked) => asked === undefined)) return entries
  const { edition, party, category, capability, mission, role, since, known, on = null } = filter
  const capabilities = codesIn(capability)
  const isKnown = (entry: Entry) => knownOn(entry, on ?? ALL_DAYS)
  const passes = (entry: Entry) =>
    (edition === undefined || entry.conference === (edition === 'none' ? null : edition)) &&
    (party === undefined || entry.shares.some((share) => share.party === party && gives(share))) &&
    (category === undefined || entry.categories.includes(category)) &&
    (capability === undefined ||
      entry.capabilities.some((code) => capabilities.some((one) => isWithin(code, one)))) &&
    (mission === undefined || entry.missions.includes(mission)) &&
    (role === undefined || hasRole(entry, role)) &&
    (since === undefined || isSince(entry, since)) &&
    (known === undefined ||
      (known === 'anything' ? isKnown(entry) !== 'nothing-found' : isKnown(entry) === known))
  if (on === null) return entries.filter(passes)
  return entries
    .filter((entry) => isAnnouncedOn(entry, on))
    .map((entry) => asOf(entry, on))
    .filter(passes)
}
