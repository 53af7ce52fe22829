import { z } from 'zod'
import { PartyCode } from '../../../kernel/ids.ts'
import { must } from '../../../kernel/refusal.ts'
import type { Text } from '../../../kernel/text.ts'
import { Day } from '../../../kernel/time.ts'
import { PledgeId } from '../../pledges/model.ts'
import type { State as AssessmentState } from '../assessments/model.ts'
import type { Point } from '../scale.model.ts'

/** Whose part somebody has: of a blind pair the first or the second; the third decides where these two differ. */
export const PARTS = ['first', 'second', 'third'] as const
export type Part = (typeof PARTS)[number]

/** What the secretariat decides where two findings differ: both go to the parties, or a third reviewer is asked. */
export const SETTLEMENTS = ['both', 'third'] as const
export type Settlement = (typeof SETTLEMENTS)[number]

/** What somebody who was asked has found so far. */
export interface Found {
  id: string
  point: Point
  state: AssessmentState
  handedIn: boolean
}

/** Somebody who was asked, and what they found. */
export interface Assigned {
  account: string
  part: Part
  found: Found | null
}

/** A pledge, or one party's share in it, that somebody is to assess; blind: two do, who do not know of each other. */
export interface Review {
  id: string
  pledge: PledgeId
  party: PartyCode | null
  conference: string | null
  blind: boolean
  state: 'open' | 'settled' | 'closed'
  settled: Settlement | null
  reason: Text | null
  askedAt: string
  due: string | null
  assigned: readonly Assigned[]
}

/**
 * How far a review is: of one reviewer; of two who still work apart; of two who are both done and differ; settled, so
 * that both stand or a third decides; or over.
 */
export const PHASES = ['single', 'apart', 'differ', 'both', 'third', 'closed'] as const
export type Phase = (typeof PHASES)[number]

/** What somebody may do with their own assessment in a review, or read of the other one. */
export const DEEDS = ['draft', 'revise', 'hand-in', 'send', 'publish', 'read-other'] as const
export type Deed = (typeof DEEDS)[number]

const PAIR = ['draft', 'revise', 'hand-in'] as const
const OPEN = ['draft', 'revise', 'send', 'publish', 'read-other'] as const

/** Everything that may be done, by phase and part. What is not here may not be done. */
export const RULES: Readonly<Record<Phase, Partial<Record<Part, readonly Deed[]>>>> = {
  single: { first: ['draft', 'revise', 'send', 'publish'] },
  apart: { first: PAIR, second: PAIR },
  differ: { first: ['read-other'], second: ['read-other'] },
  both: { first: OPEN, second: OPEN },
  third: { first: ['read-other'], second: ['read-other'], third: OPEN },
  closed: { first: ['read-other'], second: ['read-other'], third: ['read-other'] },
}

/** Phases in which nothing is hidden from the secretariat or from the reviewers of the pair any more. */
const IN_THE_OPEN: ReadonlySet<Phase> = new Set(['differ', 'both', 'third', 'closed'])

const pairOf = ({ assigned }: Pick<Review, 'assigned'>): Assigned[] =>
  assigned.filter(({ part }) => part !== 'third')

/** Whether both of a pair are done. */
const areBothIn = (review: Pick<Review, 'assigned'>): boolean => {
  const pair = pairOf(review)
  return pair.length === 2 && pair.every(({ found }) => found?.handedIn === true)
}

/** Where both find the same point, nobody has to decide. */
const haveSamePoint = (review: Pick<Review, 'assigned'>): boolean =>
  new Set(pairOf(review).map(({ found }) => found?.point)).size === 1

export function phaseOf(review: Pick<Review, 'blind' | 'state' | 'settled' | 'assigned'>): Phase {
  if (review.state === 'closed') return areBothIn(review) || !review.blind ? 'closed' : 'apart'
  if (!review.blind) return 'single'
  if (review.settled || !areBothIn(review)) return review.settled ?? 'apart'
  return haveSamePoint(review) ? 'both' : 'differ'
}

/** Whether two findings may be read beside each other: by each other's authors and by the secretariat. */
export const isInTheOpen = (review: Review): boolean =>
  review.blind && IN_THE_OPEN.has(phaseOf(review))

/** What somebody may do now. What was handed in stays as it is until both are. */
export function deedsOf(review: Review, account: string): readonly Deed[] {
  const own = review.assigned.find((one) => one.account === account)
  if (!own) return []
  const phase = phaseOf(review)
  if (phase === 'apart' && (own.found?.handedIn || review.state === 'closed')) return []
  return (RULES[phase][own.part] ?? []).filter(
    (deed) => deed === 'read-other' || (deed === 'draft') === (own.found === null),
  )
}

/** States that somebody may do it now. */
export function mustBeFree(review: Review | null, account: string, deed: Deed): void {
  must(!review || deedsOf(review, account).includes(deed), REFUSALS[deed])
}

const REFUSALS = {
  draft: 'followup.drafted-already',
  revise: 'followup.handed-in',
  'hand-in': 'followup.handed-in',
  send: 'followup.not-settled',
  publish: 'followup.not-settled',
  'read-other': 'followup.not-settled',
} as const satisfies Record<Deed, string>

/** Whether everybody who may publish has done so: then a review is over. */
export function isDone(review: Review): boolean {
  const phase = phaseOf(review)
  const publishing = review.assigned.filter(({ part }) => RULES[phase][part]?.includes('publish'))
  return (
    publishing.length > 0 &&
    publishing.every(({ found }) => found?.state === 'published' || found?.state === 'superseded')
  )
}

/** What the secretariat asks of a reviewer, or of two who do not know of each other. */
export const Asking = z
  .strictObject({
    conference: z.string().min(1).max(60),
    pledges: z.array(PledgeId).min(1).max(200),
    /** The party whose share is meant; null: the whole pledge. */
    party: PartyCode.nullable().default(null),
    reviewer: z.uuid(),
    /** A second reviewer makes it blind. */
    second: z.uuid().nullable().default(null),
    due: Day.nullable().default(null),
  })
  .refine(({ reviewer, second }) => reviewer !== second, {
    path: ['second'],
    error: 'followup.second-is-another',
  })
