import { invitePartners } from '../../../pledges/writing/partners.commands.ts'
import { noticeKind } from '../../kind.ts'
import { after, FOCAL_POINT } from '../kind.notices.ts'
import { toParties } from './author.ts'

/** A party is asked for its consent to its part in a joint pledge. */
export const invited = noticeKind('pledges-invited', {
  group: 'pledges',
  usual: 'at-once',
  least: 'product',
  roles: FOCAL_POINT,
  letters: ['pledges.invitation'],
  after: [after(invitePartners, (change) => toParties(change.after, change.asked))],
})
