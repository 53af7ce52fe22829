import { z } from 'zod'
import { type Actor, holds } from '../../kernel/actor.ts'
import { LETS_THROUGH, OUTCOMES, type Outcome } from '../../kernel/badges/judge.ts'
import { ConferenceId } from '../../kernel/ids.ts'
import { isSecretariat } from '../delegations/who.model.ts'

/** Who opens doors, and sees who came: the secretariats and the protocol desk. */
export const seesDoors = (actor: Actor, conference: string): boolean =>
  isSecretariat(actor, conference) || holds(actor, conference, 'protocol')

export const DoorId = z.uuid().brand<'DoorId'>()
export type DoorId = z.infer<typeof DoorId>

/** A phone at a door: whoever holds its link looks at badges there, until the door is closed. */
export interface Door {
  id: DoorId
  conference: ConferenceId
  name: string
  zone: string
  key: string
  openedAt: Temporal.Instant
  closedAt: Temporal.Instant | null
}

/** The secret in the link of a door. */
export const Key = z.string().regex(/^[0-9a-f]{40,100}$/)

/** No clock of a phone is right that shows a later time. */
const LATEST = Date.UTC(2200, 0)

/** What a door wrote down: by an identifier of its own, so that it arrives once however often it is sent. */
export const Scan = z.strictObject({
  id: z.uuid(),
  badge: z.uuid().nullable().default(null),
  /** By the clock of the phone, in milliseconds since 1970. */
  at: z.int().positive().max(LATEST),
  direction: z.enum(['in', 'out']),
  outcome: z.enum(OUTCOMES),
})
export type Scan = z.infer<typeof Scan>

/** A scan as it is kept. */
export interface KeptScan {
  id: string
  conference: ConferenceId
  door: DoorId
  badge: string | null
  at: Temporal.Instant
  direction: 'in' | 'out'
  outcome: Outcome
  receivedAt: Temporal.Instant
}

export const OfConference = z.strictObject({ conference: ConferenceId })

const passes = ({ outcome, badge }: Pick<KeptScan, 'outcome' | 'badge'>) =>
  badge !== null && LETS_THROUGH.includes(outcome)

/** Whose last way through the doors of a zone led in. Scans in any order: doors without a network tell late. */
export function insideOf(scans: readonly KeptScan[]): string[] {
  const last = new Map<string, KeptScan>()
  for (const scan of scans) {
    if (!passes(scan) || scan.badge === null) continue
    const before = last.get(scan.badge)
    if (!before || Temporal.Instant.compare(before.at, scan.at) < 0) last.set(scan.badge, scan)
  }
  return [...last].filter(([, { direction }]) => direction === 'in').map(([badge]) => badge)
}

/** Badges that came in twice in a row through different doors: what two doors without a network cannot see. */
export function twiceIn(scans: readonly KeptScan[]): readonly (readonly [KeptScan, KeptScan])[] {
  const byBadge = Map.groupBy(scans.filter(passes), ({ badge }) => badge)
  return [...byBadge.values()].flatMap((all) => {
    const ordered = all.toSorted((one, other) => Temporal.Instant.compare(one.at, other.at))
    return ordered.flatMap((scan, place): [KeptScan, KeptScan][] => {
      const before = ordered[place - 1]
      return before?.direction === 'in' && scan.direction === 'in' && before.door !== scan.door
        ? [[before, scan]]
        : []
    })
  })
}

/** How many people came in, hour by hour of the conference: for the secretariat alone. */
export function arrivalsByHour(
  scans: readonly KeptScan[],
  zone: string,
): readonly { hour: string; people: number }[] {
  const first = new Map<string, Temporal.Instant>()
  for (const { badge, at, direction, outcome } of scans) {
    if (badge === null || direction !== 'in' || !passes({ badge, outcome })) continue
    const before = first.get(badge)
    if (!before || Temporal.Instant.compare(at, before) < 0) first.set(badge, at)
  }
  const hours = Map.groupBy(first.values(), (at) =>
    at
      .toZonedDateTimeISO(zone)
      .toString({ smallestUnit: 'minute', offset: 'never', timeZoneName: 'never' })
      .slice(0, 13),
  )
  return [...hours]
    .map(([hour, all]) => ({ hour, people: all.length }))
    .toSorted((one, other) => (one.hour < other.hour ? -1 : 1))
}
