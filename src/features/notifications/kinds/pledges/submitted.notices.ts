import { submitPledge } from '../../../pledges/writing/hand-in.commands.ts'
import { noticeKind } from '../../kind.ts'
import { after, at, SECRETARIAT, secretariats } from '../kind.notices.ts'
import { byDesk } from './places.ts'

/** A pledge was handed in, and waits for its review. */
export const submitted = noticeKind('pledges-submitted', {
  group: 'pledges',
  usual: 'digest',
  least: 'off',
  roles: SECRETARIAT,
  after: [
    after(submitPledge, ({ after: { id, conference } }) => [
      {
        to: secretariats(conference),
        facts: { ...at(conference), pledge: id },
        at: byDesk(conference, id),
      },
    ]),
  ],
})
