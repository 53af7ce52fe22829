import { acceptPledge } from '../../../pledges/desk/review.commands.ts'
import { noticeKind } from '../../kind.ts'
import { after, FOCAL_POINT } from '../kind.notices.ts'
import { authorsOf, toParties } from './author.ts'

/** The secretariat took a pledge on; it waits under embargo. */
export const accepted = noticeKind('pledges-accepted', {
  group: 'pledges',
  usual: 'at-once',
  least: 'off',
  roles: FOCAL_POINT,
  after: [after(acceptPledge, (change) => toParties(change.after, authorsOf(change.after)))],
})
