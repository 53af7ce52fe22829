import { reportProgress } from '../../../followup/reports/commands.ts'
import { noticeKind } from '../../kind.ts'
import { after, at, SECRETARIAT, secretariats } from '../kind.notices.ts'

/** A party reported on its share of a pledge. */
export const reported = noticeKind('followup-reported', {
  group: 'followup',
  usual: 'digest',
  least: 'off',
  roles: SECRETARIAT,
  after: [
    after(reportProgress, ({ report: { pledge, party }, event }) => [
      {
        to: secretariats(event.record.conference),
        facts: { ...at(event.record.conference), pledge, party },
        at: `/pledges/${pledge}`,
      },
    ]),
  ],
})
