import { z } from 'zod'
import { must } from '../../../kernel/refusal.ts'
import { command } from '../../../platform/command/command.ts'
import { recordOf } from '../../pledges/queries.ts'
import { partiesOf } from '../../pledges/shares.model.ts'
import { mayReview, mustBeEvidenced } from '../assessments/model.ts'
import { assessmentOf } from '../assessments/queries.ts'
import { topicsOfReview } from './commands.ts'
import { mustBeFree } from './model.ts'
import { reviewOf } from './queries.ts'

/** One of a pair is done: its finding stays as it is, and each reads the other's once both are. */
export const handInAssessment = command('followup.hand-in-assessment', {
  input: z.strictObject({ assessment: z.uuid() }),
  conference: () => null,
  async load(db, { assessment: id }) {
    const assessment = await assessmentOf(db, id)
    return {
      assessment,
      record: assessment && (await recordOf(db, assessment.pledge)),
      review: assessment?.review ? await reviewOf(db, assessment.review) : null,
    }
  },
  may: (actor, { assessment, record }) =>
    assessment?.reviewedBy === `${actor.kind}/${actor.id}` &&
    mayReview(actor, {
      conference: record?.conference ?? null,
      parties: record ? partiesOf(record.terms.shares) : [],
    }),
  decide({ assessment, review }, _, { actor, now }) {
    must(assessment && review, 'followup.unknown-review')
    if (assessment.handedInAt !== null) return null
    mustBeFree(review, actor.id, 'hand-in')
    mustBeEvidenced(assessment)
    return { assessment, review, at: now }
  },
  async save(db, { assessment: { id }, at }) {
    await db.updateTable('assessment').set({ handedInAt: at }).where('id', '=', id).execute()
  },
  subject: ({ assessment: { id } }) => `assessment/${id}`,
  answer: ({ assessment: { id } }) => ({ assessment: id }),
  /** The other hears of it only when that shows something to them. */
  touches: ({ review, assessment }) => {
    const others = review.assigned.filter(({ found }) => found?.id !== assessment.id)
    const areIn = others.every(({ found }) => found?.handedIn)
    const own = review.assigned.filter(({ found }) => found?.id === assessment.id)
    return topicsOfReview(
      review.conference,
      (areIn ? review.assigned : own).map(({ account }) => account),
    )
  },
})
