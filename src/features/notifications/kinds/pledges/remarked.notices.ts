import { remarkOnPledge } from '../../../pledges/desk/review.commands.ts'
import { noticeKind } from '../../kind.ts'
import { after, at, SECRETARIAT, secretariats } from '../kind.notices.ts'
import { byDesk } from './places.ts'

/** Somebody who reviews a pledge said something on it, or concurs. */
export const remarked = noticeKind('pledges-remarked', {
  group: 'pledges',
  usual: 'digest',
  least: 'off',
  roles: SECRETARIAT,
  after: [
    after(remarkOnPledge, ({ record: { id, conference }, row: { party } }) => [
      {
        to: secretariats(conference),
        facts: { ...at(conference), pledge: id, ...(party && { party }) },
        at: byDesk(conference, id),
      },
    ]),
  ],
})
