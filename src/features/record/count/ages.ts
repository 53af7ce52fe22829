import { standingOn } from '../../pledges/history/standing.ts'
import { lastDayOf, type PledgeId } from '../../pledges/model.ts'
import type { Entry } from '../ledger.model.ts'

/** Months after the announcement at which editions are compared: never today's state of old and young together. */
export const AGES = [6, 12, 24, 48] as const
export type Age = (typeof AGES)[number]

/** What is known of a pledge at an age. `nothing-found` says of our sources, not of the pledge. */
export const KNOWN = [
  'delivered',
  'partly-delivered',
  'ready-not-requested',
  'under-way',
  'at-rest',
  'nothing-found',
] as const
export type Known = (typeof KNOWN)[number]

/** The pledges of an edition when each of them was of the same age. */
export interface AtAge {
  age: Age
  by: Readonly<Record<Known, readonly PledgeId[]>>
  /** Pledges that have reached the age. */
  pledges: number
  /** Of these, the ones of which anything beyond the announcement was reported by then. */
  judged: number
  /** Pledges that had not reached the age when our sources were last read, or whose day is not known. */
  tooYoung: number
}

/**
 * Where the pledges stood at an age. A re-announcement is not compared; a pledge has reached the age when that many
 * months have passed since the last day on which it can have been announced, and sources were read for it after that.
 */
export function atAge(entries: readonly Entry[], age: Age, today: string): AtAge {
  const compared = entries.filter((entry) => entry.reannounces.length === 0)
  const by = Object.fromEntries(KNOWN.map((known) => [known, [] as PledgeId[]])) as Record<
    Known,
    PledgeId[]
  >
  // The pledges of an edition were announced on few days.
  const days = new Map<string | null, string | null>()
  let pledges = 0
  for (const entry of compared) {
    if (!days.has(entry.since)) days.set(entry.since, dayAtAge(entry, age))
    const day = days.get(entry.since) ?? null
    if (day === null || day > today || (entry.knownUntil !== null && day > entry.knownUntil))
      continue
    pledges += 1
    by[knownOn(entry, day)].push(entry.id)
  }
  const judged = pledges - by['nothing-found'].length
  return { age, by, pledges, judged, tooYoung: compared.length - pledges }
}

/** The day on which a pledge reaches an age. */
export const dayAtAge = ({ since }: Pick<Entry, 'since'>, months: number): string | null =>
  since === null ? null : Temporal.PlainDate.from(lastDayOf(since)).add({ months }).toString()

/** What was known of a pledge on a day. */
export function knownOn(entry: Pick<Entry, 'reports'>, day: string): Known {
  if (entry.reports.length === 0) return 'nothing-found'
  const { stage, reportedOn } = standingOn(entry.reports, day)
  if (reportedOn === null) return 'nothing-found'
  switch (stage) {
    case 'delivered':
    case 'partly-delivered':
    case 'ready-not-requested':
      return stage
    case 'suspended':
    case 'withdrawn':
    case 'ended':
      return 'at-rest'
    default:
      return 'under-way'
  }
}

/**
 * The share delivered, in per cent; null where too little is known to say one. A percentage is given only where at
 * least ten pledges and at least half of them can be judged.
 */
export function shareDelivered({ by, pledges, judged }: AtAge): number | null {
  if (judged < 10 || judged * 2 < pledges) return null
  return Math.round((by.delivered.length / judged) * 100)
}
