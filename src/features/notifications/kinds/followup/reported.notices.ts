import { type Reporting, reportProgress, tellProgress } from '../../../followup/reports/commands.ts'
import { noticeKind, type Telling } from '../../kind.ts'
import { after, at, SECRETARIAT, secretariats } from '../kind.notices.ts'

/** A party reported on its share of a pledge. */
export const reported = noticeKind('followup-reported', {
  group: 'followup',
  usual: 'digest',
  least: 'off',
  roles: SECRETARIAT,
  after: [
    after(reportProgress, (reporting) => toSecretariats(reporting)),
    after(tellProgress, (reporting) => toSecretariats(reporting)),
  ],
})

const toSecretariats = ({ report: { pledge, party }, event: { record } }: Reporting): Telling[] => [
  {
    to: secretariats(record.conference),
    facts: { ...at(record.conference), pledge, party },
    at: `/pledges/${pledge}`,
  },
]
