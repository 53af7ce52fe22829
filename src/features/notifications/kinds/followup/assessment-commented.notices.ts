import { commentAssessment } from '../../../followup/replies/commands.ts'
import { noticeKind } from '../../kind.ts'
import { after, at } from '../kind.notices.ts'

/** A party commented on an assessment: its reviewer hears of it. */
export const assessmentCommented = noticeKind('followup-assessment-commented', {
  group: 'followup',
  usual: 'at-once',
  least: 'product',
  roles: ['reviewer'],
  after: [
    after(commentAssessment, ({ reply: { party }, entry: { reviewedBy, pledge, conference } }) => {
      const [kind, account] = reviewedBy?.split('/') ?? []
      if (kind !== 'account' || account === undefined || pledge === null) return []
      return [
        {
          to: [{ account }],
          facts: { ...at(conference), pledge, party },
          at: conference === null ? `/pledges/${pledge}` : `/${conference}/review`,
        },
      ]
    }),
  ],
})
