import type { ConferenceId } from '../../kernel/ids.ts'
import type { Reading } from '../../platform/database/tables.ts'
import { endOf } from '../delegation-pledges/due.queries.ts'
import { publishableFrom } from '../followup/assessments/comment-time.ts'
import type { Assessment } from '../followup/assessments/model.ts'
import { assessmentOf, type Kept, lastOf } from '../followup/assessments/queries.ts'
import { repliesTo } from '../followup/replies/queries.ts'
import { deedsOf, isInTheOpen, type Review } from '../followup/reviews/model.ts'
import { reviewersAt, reviewOf, reviewsAt, reviewsFor } from '../followup/reviews/queries.ts'
import { partiesOf } from '../parties/queries.ts'
import { namesakesOf } from '../pledges/queries.ts'
import { announcedAt } from './follow-up.queries.ts'
import { groupOf, type OwnAssessment, type OwnReview, type Reviews, stepOf } from './reviews.ts'

/** An assessment as others may see it: its reviewer is named as they write their name. */
const shown = ({ reviewedBy: _, review: _review, handedInAt: _at, ...one }: Kept): Assessment => one

const publishableOf = (own: Kept | null): Temporal.Instant | null =>
  own?.sentAt ? publishableFrom(Temporal.Instant.from(own.sentAt), own.supersedes === null) : null

const foundBy = async (db: Reading, review: Review, account: string): Promise<Kept | null> => {
  const id = review.assigned.find((one) => one.account === account)?.found?.id
  return id ? assessmentOf(db, id) : null
}

/** What somebody was asked to assess at a conference, each with what is to be done. */
export async function ownReviews(
  db: Reading,
  conference: string,
  account: string,
  now: Temporal.Instant,
): Promise<OwnReview[]> {
  const found: OwnReview[] = []
  for (const review of await reviewsFor(db, account, conference)) {
    const publishable = publishableOf(await foundBy(db, review, account))
    found.push({ review, publishable, step: stepOf(review, account, publishable, now) })
  }
  return found
}

/** A review that somebody was asked for; null where they were not. */
export async function ownReview(
  db: Reading,
  { conference, id }: { conference: string; id: string },
  { account, name, now }: { account: string; name: string; now: Temporal.Instant },
): Promise<OwnAssessment | null> {
  const review = await reviewOf(db, id)
  const isAsked = review?.assigned.some((one) => one.account === account) ?? false
  if (!review || !isAsked || review.conference !== conference) return null
  const own = await foundBy(db, review, account)
  const deeds = deedsOf(review, account)
  const publishable = publishableOf(own)
  return {
    ...{ review, publishable, deeds, reviewerName: own?.reviewer ?? name },
    step: stepOf(review, account, publishable, now),
    assessment: own && shown(own),
    supersedes: own ? own.supersedes : await lastOf(db, review, `account/${account}`),
    others: deeds.includes('read-other') ? await foundOf(db, review, account) : [],
    replies: own ? await repliesTo(db, { pledge: review.pledge }, 'parties') : [],
  }
}

/** What was found in a review, but for what somebody found themselves. */
async function foundOf(
  db: Reading,
  { assigned }: Review,
  but: string | null = null,
): Promise<Assessment[]> {
  const found: Assessment[] = []
  for (const one of assigned) {
    const kept = one.account !== but && one.found ? await assessmentOf(db, one.found.id) : null
    if (kept) found.push(shown(kept))
  }
  return found
}

/** Every review of a conference, with what was found where two differ: nothing else of a draft leaves its reviewer. */
export async function deskReviews(db: Reading, conference: string): Promise<Reviews> {
  const all = await reviewsAt(db, conference)
  const reviewers = await reviewersAt(db, conference)
  const asked = await announcedAt(db, conference)
  const reviews = []
  for (const review of all) {
    const isRead = isInTheOpen(review) && groupOf(review) === 'differ'
    reviews.push({ review, found: isRead ? await foundOf(db, review) : [] })
  }
  const codes = all.flatMap(({ party }) => party ?? [])
  const ids = [...new Set([...asked, ...all.map(({ pledge }) => pledge)])]
  return {
    ...{ reviews, reviewers, pledgesAsked: asked },
    names: await namesOf(db, all),
    parties: await partiesOf(db, codes),
    pledges: new Map((await namesakesOf(db, ids)).map((one) => [one.id, one])),
  }
}

async function namesOf(db: Reading, reviews: readonly Review[]): Promise<Reviews['names']> {
  const accounts = reviews.flatMap(({ assigned }) => assigned.map(({ account }) => account))
  if (accounts.length === 0) return new Map()
  const rows = await db
    .selectFrom('person')
    .select(['account', 'name'])
    .where('account', 'in', [...new Set(accounts)])
    .execute()
  return new Map(rows.map(({ account, name }) => [account, name]))
}

/** What somebody has to write or to publish, and by when the first of it is due. */
export async function assessmentsDue(
  db: Reading,
  conference: ConferenceId,
  account: string,
  now: Temporal.Instant,
): Promise<{ count: number; due: Temporal.Instant | null }> {
  const open = (await ownReviews(db, conference, account, now)).filter(
    ({ step }) => step === 'write' || step === 'publish',
  )
  const [first] = open.flatMap(({ review: { due } }) => due ?? []).toSorted()
  return {
    count: open.length,
    due: first ? await endOf(db, conference, first) : null,
  }
}

/** Of how many reviews two reviewers differ, so that the secretariat has to settle them. */
export const reviewsToSettle = async (db: Reading, conference: string): Promise<number> =>
  (await reviewsAt(db, conference)).filter((one) => groupOf(one) === 'differ').length
