import { askReview, settleReview } from '../../../followup/reviews/commands.ts'
import { noticeKind } from '../../kind.ts'
import { after, at } from '../kind.notices.ts'

/** Somebody is asked to assess pledges; of a second reviewer nobody is told. */
export const reviewAsked = noticeKind('followup-review-asked', {
  group: 'followup',
  usual: 'at-once',
  least: 'product',
  roles: ['reviewer'],
  after: [
    after(askReview, ({ conference, reviews }) =>
      [...new Set(reviews.flatMap(({ accounts }) => accounts))].map((account) => ({
        to: [{ account }],
        facts: { conference, count: reviews.length },
        at: `/${conference}/review`,
        about: `review/${account}`,
      })),
    ),
    after(settleReview, ({ review: { conference, pledge }, third }) =>
      third === null || conference === null
        ? []
        : [
            {
              to: [{ account: third }],
              facts: { ...at(conference), pledge },
              at: `/${conference}/review`,
            },
          ],
    ),
  ],
})
