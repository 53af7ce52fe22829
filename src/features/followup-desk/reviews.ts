import type { PartyCode } from '../../kernel/ids.ts'
import type { Assessment } from '../followup/assessments/model.ts'
import type { Reply } from '../followup/replies/model.ts'
import { type Deed, deedsOf, isDone, phaseOf, type Review } from '../followup/reviews/model.ts'
import type { Party } from '../parties/model.ts'
import type { PledgeId } from '../pledges/model.ts'
import type { Namesake } from '../pledges/terms/public.ts'

/** Where somebody's own part in a review is, in the order of their page. */
export const STEPS = ['write', 'publish', 'parties', 'waiting', 'done'] as const
export type Step = (typeof STEPS)[number]

/** A review as somebody who was asked has it. */
export interface OwnReview {
  review: Review
  step: Step
  /** From when it may be published, once it was sent. */
  publishable: Temporal.Instant | null
}

/** What is to be done: to write, to publish; or to wait for the parties or for others; or nothing any more. */
export function stepOf(
  review: Review,
  account: string,
  publishable: Temporal.Instant | null,
  now: Temporal.Instant,
): Step {
  const own = review.assigned.find((one) => one.account === account)?.found ?? null
  if (own?.state === 'published' || own?.state === 'superseded') return 'done'
  const deeds: readonly Deed[] = deedsOf(review, account)
  if (own?.state === 'sent' && deeds.includes('publish')) {
    const isTime = publishable && Temporal.Instant.compare(now, publishable) >= 0
    return isTime ? 'publish' : 'parties'
  }
  if (deeds.some((deed) => deed === 'draft' || deed === 'revise')) return 'write'
  return review.state === 'closed' || phaseOf(review) === 'third' ? 'done' : 'waiting'
}

/** What the page of one review shows to whoever was asked. */
export interface OwnAssessment extends OwnReview {
  deeds: readonly Deed[]
  assessment: Assessment | null
  /** What others found, where it may be read by now. */
  others: readonly Assessment[]
  replies: readonly Reply[]
  reviewerName: string
  /** Their published assessment of the same, whose place a new one takes. */
  supersedes: string | null
}

/** Where a review is, as its secretariat groups them. */
export const DESK_GROUPS = ['differ', 'under-way', 'done'] as const
export type DeskGroup = (typeof DESK_GROUPS)[number]

export function groupOf(review: Review): DeskGroup {
  if (review.state === 'closed' || isDone(review)) return 'done'
  return phaseOf(review) === 'differ' ? 'differ' : 'under-way'
}

/** A review on the desk: with what was found where two differ, else with nothing of it. */
export interface DeskReview {
  review: Review
  found: readonly Assessment[]
}

export interface Reviews {
  reviews: readonly DeskReview[]
  reviewers: readonly { account: string; name: string }[]
  /** What reviewers are called who are asked no more too. */
  names: ReadonlyMap<string, string>
  /** Pledges that can be assessed. */
  pledgesAsked: readonly PledgeId[]
  parties: ReadonlyMap<PartyCode, Party>
  pledges: ReadonlyMap<PledgeId, Namesake>
}
