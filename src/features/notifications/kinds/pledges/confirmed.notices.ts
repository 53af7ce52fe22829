import { confirmPledge } from '../../../pledges/commands.ts'
import { noticeKind } from '../../kind.ts'
import { after, at, SECRETARIAT, secretariats } from '../kind.notices.ts'

/** A party confirmed that a record says what it promised. */
export const confirmed = noticeKind('pledges-confirmed', {
  group: 'pledges',
  usual: 'digest',
  least: 'off',
  roles: SECRETARIAT,
  after: [
    after(confirmPledge, ({ after: { id, conference }, party }) => [
      {
        to: secretariats(conference),
        facts: { ...at(conference), pledge: id, ...(party && { party }) },
        at: `/pledges/${id}`,
      },
    ]),
  ],
})
