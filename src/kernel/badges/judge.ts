import type { DoorBadge, DoorCategory, DoorList } from './door-list.ts'
import type { Payload } from './payload.ts'

/** What a door may say. */
export const OUTCOMES = [
  'admitted',
  'unlisted',
  'already-in',
  'left',
  'needs-card',
  'other-zone',
  'expired',
  'revoked',
  'forged',
  'unknown',
] as const
export type Outcome = (typeof OUTCOMES)[number]

/** Whoever is let in, or out. `unlisted`: signed by us, and issued after the list was written. */
export const LETS_THROUGH: readonly Outcome[] = ['admitted', 'unlisted', 'already-in', 'left']

/** Green: go on. Amber: look. Red: stop. */
export const lightOf = (outcome: Outcome): 'green' | 'amber' | 'red' =>
  outcome === 'admitted' || outcome === 'left'
    ? 'green'
    : outcome === 'unlisted' || outcome === 'already-in'
      ? 'amber'
      : 'red'

/** What came to the door: a code that a camera read, with whether its signature holds, or one that was typed. */
export type Shown =
  | { by: 'camera'; payload: Payload; isSigned: boolean }
  | { by: 'hand'; code: string }

export interface Verdict {
  outcome: Outcome
  badge: string | null
  category: DoorCategory | null
}

/** What a door decides by. */
export interface Around {
  list: Pick<DoorList, 'zone' | 'categories' | 'badges'>
  /** Whether somebody is inside already, by what the list and this door know. */
  isInside(badge: string): boolean
  direction: 'in' | 'out'
  /** In seconds since 1970. */
  now: number
}

/** Decides who is let through. The same on the phone at the door and wherever it is looked at later. */
export function judge(shown: Shown, around: Around): Verdict {
  const { list } = around
  const known = list.badges.find((one) =>
    shown.by === 'camera' ? one.id === shown.payload.id : one.code === shown.code,
  )
  const say = (outcome: Outcome): Verdict => ({
    outcome,
    badge: known?.id ?? (shown.by === 'camera' && shown.isSigned ? shown.payload.id : null),
    category: known ? (list.categories[known.category] ?? null) : null,
  })
  if (shown.by === 'camera') {
    if (!shown.isSigned) return say('forged')
    if (shown.payload.expires <= around.now) return say('expired')
  }
  if (known?.out) return say('revoked')
  if (!known && shown.by === 'hand') return say('unknown')
  if (around.direction === 'out') return say('left')
  if (!known) return say(list.zone.card ? 'needs-card' : 'unlisted')
  const opens = whetherOpens(known, around)
  if (opens !== 'admitted') return say(opens)
  return say(around.isInside(known.id) ? 'already-in' : 'admitted')
}

function whetherOpens(badge: DoorBadge, { list }: Around): Outcome {
  if (badge.card !== undefined) return badge.card === list.zone.id ? 'admitted' : 'other-zone'
  if (list.categories[badge.category]?.opens) return 'admitted'
  return list.zone.card ? 'needs-card' : 'other-zone'
}
