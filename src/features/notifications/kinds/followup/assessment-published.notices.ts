import { publishAssessment } from '../../../followup/assessments/commands.ts'
import { partiesOf } from '../../../pledges/shares.model.ts'
import { noticeKind } from '../../kind.ts'
import { after, at, FOCAL_POINT, SECRETARIAT, secretariats } from '../kind.notices.ts'
import { toParties } from '../pledges/author.ts'

/** An assessment of a pledge was published. */
export const assessmentPublished = noticeKind('followup-assessment-published', {
  group: 'followup',
  usual: 'at-once',
  least: 'off',
  roles: [...FOCAL_POINT, ...SECRETARIAT],
  after: [
    after(publishAssessment, ({ after: { party }, record }) => [
      ...toParties(record, party ? [party] : partiesOf(record.terms.shares), {
        facts: {},
        public: true,
      }),
      {
        to: secretariats(record.conference),
        facts: { ...at(record.conference), pledge: record.id },
        at: `/pledges/${record.id}`,
        about: `pledge/${record.id}`,
      },
    ]),
  ],
})
