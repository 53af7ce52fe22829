import { returnPledge } from '../../../pledges/desk/review.commands.ts'
import { noticeKind } from '../../kind.ts'
import { after, FOCAL_POINT } from '../kind.notices.ts'
import { authorsOf, toParties } from './author.ts'

/** The secretariat gave a pledge back, with a word on what is missing. */
export const returned = noticeKind('pledges-returned', {
  group: 'pledges',
  usual: 'at-once',
  least: 'product',
  roles: FOCAL_POINT,
  letters: ['pledges.returned'],
  after: [after(returnPledge, (change) => toParties(change.after, authorsOf(change.after)))],
})
