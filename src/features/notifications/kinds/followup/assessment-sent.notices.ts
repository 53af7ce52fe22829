import { sendAssessment } from '../../../followup/assessments/commands.ts'
import { partiesOf } from '../../../pledges/shares.model.ts'
import { noticeKind } from '../../kind.ts'
import { after, FOCAL_POINT } from '../kind.notices.ts'
import { toParties } from '../pledges/author.ts'

/** A reviewer sent an assessment to the parties of a pledge: their time for a comment begins. */
export const assessmentSent = noticeKind('followup-assessment-sent', {
  group: 'followup',
  usual: 'at-once',
  least: 'product',
  roles: FOCAL_POINT,
  after: [
    after(sendAssessment, ({ after: { party }, record }) =>
      toParties(record, party ? [party] : partiesOf(record.terms.shares), {
        facts: {},
        page: 'reply',
      }),
    ),
  ],
})
