import { z } from 'zod'
import type { PartyCode } from '../../../kernel/ids.ts'
import { must } from '../../../kernel/refusal.ts'
import { Text } from '../../../kernel/text.ts'
import { command, type Topic, type Writing } from '../../../platform/command/command.ts'
import { personalTopic } from '../../../platform/command/topic.ts'
import { grantsOf } from '../../people/queries.ts'
import { nameOf } from '../../pledges/keeping/save.commands.ts'
import { isPublic, isSecretariat } from '../../pledges/life.model.ts'
import { type PledgeRecord, recordsOf } from '../../pledges/queries.ts'
import { partiesOf } from '../../pledges/shares.model.ts'
import { mayReview } from '../assessments/model.ts'
import { Asking, type Part, phaseOf, type Review, SETTLEMENTS } from './model.ts'
import { reviewOf, reviewsUnderWay } from './queries.ts'

/** The desk of a conference, and whoever was asked: nobody else hears that there is a review. */
export const topicsOfReview = (conference: string | null, accounts: readonly string[]): Topic[] => [
  ...(conference ? [`followup/reviews/${conference}`] : []),
  ...accounts.map((account) => personalTopic(account)),
]

const topicsOf = ({ conference, assigned }: Review) =>
  topicsOfReview(
    conference,
    assigned.map(({ account }) => account),
  )

/** Somebody who is asked, with what they may do. */
const candidateOf = async (db: Writing, account: string) => ({
  account,
  actor: { kind: 'account' as const, id: account, grants: await grantsOf(db, account) },
})
type Candidate = Awaited<ReturnType<typeof candidateOf>>

/** Whoever is asked is a reviewer of the conference, and has nothing to do with the parties of the pledge. */
function mustBeIndependent({ actor }: Candidate, { id, conference, terms }: PledgeRecord): void {
  must(
    mayReview(actor, { conference, parties: partiesOf(terms.shares) }),
    'followup.not-independent',
    { codes: id },
  )
}

interface Asked {
  review: Pick<Review, 'id' | 'pledge' | 'party' | 'blind' | 'due'>
  accounts: readonly string[]
}

/** Asks a reviewer to assess pledges, or two who do not know of each other; what one was asked before is not asked again. */
export const askReview = command('followup.ask-review', {
  input: Asking,
  conference: () => null,
  async load(db, { pledges, party, reviewer, second }) {
    const candidates = []
    for (const account of second ? [reviewer, second] : [reviewer]) {
      candidates.push(await candidateOf(db, account))
    }
    const asked = new Set<string>()
    for (const pledge of pledges) {
      const accounts = (await reviewsUnderWay(db, { pledge, party })).flatMap(({ assigned }) =>
        assigned.map(({ account }) => account),
      )
      if (candidates.some(({ account }) => accounts.includes(account))) asked.add(pledge)
    }
    return { candidates, asked, records: await recordsOf(db, pledges) }
  },
  may: (actor, _, { conference }) => isSecretariat(actor, conference),
  decide({ candidates, asked, records }, input, circumstances) {
    const { conference, pledges, party, due, second } = input
    const known = new Map(records.map((record) => [record.id, record]))
    const strange = pledges.filter((id) => known.get(id)?.conference !== conference)
    must(strange.length === 0, 'followup.unknown-pledge', { codes: strange.join(', ') })
    const reviews: Asked[] = []
    for (const [id, record] of known) {
      must(isPublic(record), 'followup.not-announced')
      mustHaveShare(record, party)
      for (const candidate of candidates) mustBeIndependent(candidate, record)
      if (asked.has(id)) continue
      reviews.push({
        review: { id: circumstances.newId(), pledge: id, party, blind: second !== null, due },
        accounts: candidates.map(({ account }) => account),
      })
    }
    if (reviews.length === 0) return null
    return { conference, reviews, at: circumstances.now, by: nameOf(circumstances) }
  },
  async save(db, { reviews, at, by }) {
    for (const { review, accounts } of reviews) {
      await db
        .insertInto('review')
        .values({ ...review, state: 'open', askedAt: at, askedBy: by })
        .execute()
      await assign(db, review.id, accounts, { at, by })
    }
  },
  subject: ({ reviews }) => `review/${reviews[0]?.review.id}`,
  answer: ({ reviews }) => ({ reviews: reviews.map(({ review }) => review.id) }),
  touches: ({ conference, reviews }) =>
    topicsOfReview(conference, [...new Set(reviews.flatMap(({ accounts }) => accounts))]),
})

const mustHaveShare = ({ terms }: PledgeRecord, party: PartyCode | null): void =>
  must(
    party === null || terms.shares.some((share) => share.party === party),
    'followup.no-such-share',
  )

const PLACES: readonly Part[] = ['first', 'second']

async function assign(
  db: Writing,
  review: string,
  accounts: readonly string[],
  { at, by, part }: { at: Temporal.Instant; by: string; part?: Part },
): Promise<void> {
  await db
    .insertInto('reviewAssignment')
    .values(
      accounts.map((account, place) => ({
        ...{ review, account, part: part ?? (PLACES[place] as Part) },
        ...{ assignedAt: at, assignedBy: by },
      })),
    )
    .execute()
}

const One = z.strictObject({ review: z.uuid() })

/**
 * The secretariat decides where two reviewers differ, and says why: both findings go to the parties and stand side by
 * side, or a third reviewer is asked. It never decides what was found.
 */
export const settleReview = command('followup.settle-review', {
  input: One.extend({
    settled: z.enum(SETTLEMENTS),
    reason: Text,
    third: z.uuid().nullable().default(null),
  }).refine(({ settled, third }) => (settled === 'third') === (third !== null), {
    path: ['third'],
    error: 'followup.needs-third',
  }),
  conference: () => null,
  async load(db, { review: id, third }) {
    const review = await reviewOf(db, id)
    return {
      review,
      record: review ? ((await recordsOf(db, [review.pledge]))[0] ?? null) : null,
      third: third === null ? null : await candidateOf(db, third),
    }
  },
  may: (actor, { review }) => isSecretariat(actor, review?.conference ?? null),
  decide({ review, record, third }, { settled, reason }, circumstances) {
    must(review && record, 'followup.unknown-review')
    must(phaseOf(review) === 'differ', 'followup.nothing-to-settle')
    if (third) {
      mustBeIndependent(third, record)
      must(
        !review.assigned.some(({ account }) => account === third.account),
        'followup.third-is-another',
      )
    }
    return {
      ...{ review, settled, reason, third: third?.account ?? null },
      ...{ at: circumstances.now, by: nameOf(circumstances) },
    }
  },
  async save(db, { review: { id }, settled, reason, third, at, by }) {
    await db
      .updateTable('review')
      .set({ state: 'settled', settled, settledAt: at, settledBy: by })
      .set({ reason: JSON.stringify(reason) })
      .where('id', '=', id)
      .execute()
    if (third) await assign(db, id, [third], { at, by, part: 'third' })
  },
  subject: ({ review: { id } }) => `review/${id}`,
  touches: ({ review, third }) => [
    ...topicsOf(review),
    ...topicsOfReview(null, third ? [third] : []),
  ],
})

/** Nobody is asked any more; what was sent or published stays. */
export const callOffReview = command('followup.call-off-review', {
  input: One,
  conference: () => null,
  load: (db, { review }) => reviewOf(db, review),
  may: (actor, review) => isSecretariat(actor, review?.conference ?? null),
  decide(review) {
    must(review, 'followup.unknown-review')
    return review.state === 'closed' ? null : { review }
  },
  async save(db, { review: { id } }) {
    await db.updateTable('review').set({ state: 'closed' }).where('id', '=', id).execute()
  },
  subject: ({ review: { id } }) => `review/${id}`,
  touches: ({ review }) => topicsOf(review),
})
