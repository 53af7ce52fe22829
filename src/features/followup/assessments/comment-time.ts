import { must } from '../../../kernel/refusal.ts'
import { CODEBOOK } from '../codebook.ts'

/** The first instant at which an assessment may be published: the party has its days for a comment before. */
export const publishableFrom = (
  sentAt: Temporal.Instant,
  isFirst: boolean,
  { first, later } = CODEBOOK.comment,
): Temporal.Instant => sentAt.add({ hours: 24 * (isFirst ? first : later) })

/** States that the party has had its time. */
export function mustHaveWaited(
  sentAt: Temporal.Instant | null,
  isFirst: boolean,
  now: Temporal.Instant,
): void {
  must(sentAt, 'followup.not-sent')
  const from = publishableFrom(sentAt, isFirst)
  must(Temporal.Instant.compare(now, from) >= 0, 'followup.time-for-comment')
}

/** The day by which the secretariat answers a reply. */
export const answerDue = (at: Temporal.Instant, days = CODEBOOK.answer): Temporal.Instant =>
  at.add({ hours: 24 * days })
