import type { Quantity } from '../../kernel/quantity.ts'
import type { DeliveryEvent } from '../pledges/history.model.ts'
import { lastDayOf, type PledgeId } from '../pledges/model.ts'
import type { Share } from '../pledges/shares.model.ts'

/** What a pledge said, as far as it is counted. */
export interface Said {
  shares: readonly Pick<Share, 'party' | 'role'>[]
  quantity: Quantity
  capabilities: readonly string[]
  categories: readonly string[]
  missions: readonly string[]
  beneficiaries: readonly string[]
  conditions: readonly string[]
  /** It is the promise of another entry again, and adds nothing to any total. */
  reannounces: readonly PledgeId[]
  renews: readonly PledgeId[]
  /** Its amount is inside that of another entry. */
  partOf: PledgeId | null
}

/** A pledge as the engine counts it. All that can be seen by everybody, and nothing else. */
export interface Entry extends Said {
  id: PledgeId
  /** Null where no source ties it to an edition. */
  conference: string | null
  lead: string | null
  /** The day of the announcement as far as it is known, else the first day of the conference; null for neither. */
  since: string | null
  /** Whether `since` is the day of the conference, because the day of the announcement is not stated. */
  sinceConference: boolean
  withdrawn: boolean
  /** The day until which public sources were read for it; null for a pledge that is followed here, day by day. */
  knownUntil: string | null
  reports: readonly Pick<DeliveryEvent, 'stage' | 'on' | 'inferred' | 'quantity'>[]
  /** What it said before it was amended, oldest first, each with the last day on which it was so. */
  earlier: readonly (Said & { until: string })[]
}

/** Whether a pledge had been announced by a day: for certain, so a month counts from its last day. */
export const isAnnouncedOn = ({ since }: Pick<Entry, 'since'>, day: string | null): boolean =>
  day === null || (since !== null && lastDayOf(since) <= day)

/** The entry as it was worded on a day; null means today. */
export function asOf(entry: Entry, day: string | null): Entry {
  const then = day === null ? undefined : entry.earlier.find(({ until }) => day <= until)
  if (!then) return entry
  const { until: _, ...said } = then
  return { ...entry, ...said }
}

/** The day for which what is known of some pledges holds: today, or the last day on which sources were read for any. */
export function knownOnDay(entries: readonly Pick<Entry, 'knownUntil'>[], today: string): string {
  const days = entries.map(({ knownUntil }) => knownUntil ?? today)
  return days.reduce((latest, day) => (day > latest && day <= today ? day : latest), '') || today
}
