import type { DeliveryEvent, Level, ReadinessEvent, Stage } from '../history.model.ts'
import { lastDayOf } from '../model.ts'

/** What a stage counts for: how far along it is, or that the promise has come to rest. */
const FURTHER: Readonly<Record<Stage, number>> = {
  announced: 0,
  registered: 1,
  preparing: 2,
  'ready-not-requested': 3,
  'partly-delivered': 4,
  delivered: 5,
  suspended: 0,
  withdrawn: 0,
  ended: 0,
}

/** Stages at which a pledge rests, unless it is reported further on a later day. */
const RESTS: ReadonlySet<Stage> = new Set(['suspended', 'withdrawn', 'ended'])

type Told = Pick<DeliveryEvent, 'stage' | 'on' | 'inferred' | 'quantity'>

/** A day after every other: what was reported at any time counts. */
export const EVER = '9999-12-31'

/** Where a pledge stands on a day, by what was reported until then. */
export interface Standing {
  stage: Stage
  /** The report that says so; null where there is none but the announcement. */
  on: string | null
  /** The last report of anything beyond the announcement. */
  reportedOn: string | null
}

/**
 * A report counts from the last day that its date can mean, so that nothing counts before it is certain: what is
 * known to have happened in December counts from the 31st. Reports without a date, and what we inferred, do not count.
 */
export const countsOn = ({ on, inferred }: Pick<Told, 'on' | 'inferred'>, day: string): boolean =>
  !inferred && on !== null && lastDayOf(on) <= day

/**
 * The furthest stage that was reported by a day, for a later report often tells of another part: the last report is
 * not the furthest. A pledge that was suspended, withdrawn or ended rests there until a later day says more.
 */
export function standingOn(events: readonly Told[], day: string): Standing {
  const counted = events
    .filter((event) => countsOn(event, day) && event.stage !== 'announced')
    .toSorted(byDay)
  const reportedOn = counted.at(-1)?.on ?? null
  const rest = counted.findLast(({ stage }) => RESTS.has(stage))
  const after = rest
    ? counted.filter((event) => event !== rest && dayOf(event) > dayOf(rest))
    : counted
  if (rest && after.length === 0) return { stage: rest.stage, on: rest.on, reportedOn }
  const furthest = after.reduce<Told | null>(
    (best, event) => (best && FURTHER[best.stage] >= FURTHER[event.stage] ? best : event),
    null,
  )
  return furthest
    ? { stage: furthest.stage, on: furthest.on, reportedOn }
    : { stage: 'announced', on: null, reportedOn }
}

const dayOf = ({ on }: Pick<Told, 'on'>) => (on === null ? '' : lastDayOf(on))
const byDay = (a: Told, b: Told) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0)

/** The level that was reached, in each unit, by a day: the highest, for reports are never added up. */
export function reachedOn(events: readonly Told[], day: string): ReadonlyMap<string, number> {
  const reached = new Map<string, number>()
  for (const event of events) {
    const { quantity } = event
    const delivered = event.stage === 'delivered' || event.stage === 'partly-delivered'
    if (!quantity || !delivered || !countsOn(event, day)) continue
    const measure = quantity.currency ?? quantity.unit
    reached.set(measure, Math.max(quantity.value, reached.get(measure) ?? 0))
  }
  return reached
}

/** The readiness level on a day: the last that was reached or renewed, null where it was given up or never said. */
export function levelOn(
  events: readonly Pick<ReadinessEvent, 'level' | 'what' | 'on' | 'inferred'>[],
  day: string,
): Level | null {
  const last = events
    .filter((event) => countsOn(event, day))
    .toSorted((a, b) => (lastDayOf(a.on ?? '') < lastDayOf(b.on ?? '') ? -1 : 1))
    .at(-1)
  return last && last.what !== 'ended' ? last.level : null
}

/** In months: a level is renewed after the first, then after each of the second. A setting of the system. */
export interface RenewalRule {
  first: number
  later: number
}

/** The rule of the readiness system's early guidance (about 2015). */
export const RENEWAL: RenewalRule = { first: 12, later: 6 }

/** The day by which a level has to be renewed; null where there is none, or its day is not known. */
export function renewalDue(
  events: readonly Pick<ReadinessEvent, 'level' | 'what' | 'on' | 'inferred'>[],
  day: string,
  rule: RenewalRule = RENEWAL,
): string | null {
  if (levelOn(events, day) === null) return null
  const last = events
    .filter((event) => countsOn(event, day))
    .toSorted((a, b) => (lastDayOf(a.on ?? '') < lastDayOf(b.on ?? '') ? -1 : 1))
    .at(-1)
  if (last?.on?.length !== 10) return null
  const months = last.what === 'renewed' ? rule.later : rule.first
  return Temporal.PlainDate.from(last.on).add({ months }).toString()
}
