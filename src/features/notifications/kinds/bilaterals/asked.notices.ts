import { askForBilateral } from '../../../bilaterals/commands.ts'
import { noticeKind } from '../../kind.ts'
import { after, FOCAL_POINT } from '../kind.notices.ts'
import { toBoth } from './parties.ts'

/** A delegation asks for a meeting. */
export const bilateralAsked = noticeKind('bilaterals-asked', {
  group: 'delegations',
  usual: 'at-once',
  least: 'product',
  roles: FOCAL_POINT,
  letters: ['bilaterals.asked'],
  after: [after(askForBilateral, ({ after: meeting }) => toBoth(meeting))],
})
