import { roundOf } from '../../../followup/reports/queries.ts'
import { recordReminder } from '../../../followup/reports/rounds.commands.ts'
import { noticeKind } from '../../kind.ts'
import { afterLooking, FOCAL_POINT, focalPoint } from '../kind.notices.ts'

/** A party is asked how its pledges stand. */
export const reportDue = noticeKind('followup-report-due', {
  group: 'followup',
  usual: 'at-once',
  least: 'product',
  roles: FOCAL_POINT,
  letters: ['followup.reminder'],
  after: [
    afterLooking(
      recordReminder,
      (db, { round }) => roundOf(db, round),
      (round, { party }) =>
        (round?.conferences ?? []).slice(0, 1).map((conference) => ({
          to: (round?.conferences ?? []).map((one) => focalPoint(one, party)),
          facts: { conference, party, round: round?.id ?? '' },
          at: `/${conference}/delegation/${party}/pledges`,
        })),
    ),
  ],
})
