import {
  acceptBilateral,
  callOffBilateral,
  declineBilateral,
  scheduleBilateral,
} from '../../../bilaterals/commands.ts'
import { noticeKind } from '../../kind.ts'
import { after, FOCAL_POINT } from '../kind.notices.ts'
import { toBoth } from './parties.ts'

/** A meeting was agreed or not, got a room and a time, or was called off. */
export const bilateralChanged = noticeKind('bilaterals-changed', {
  group: 'delegations',
  usual: 'at-once',
  least: 'off',
  roles: FOCAL_POINT,
  letters: ['bilaterals.answered', 'bilaterals.scheduled', 'bilaterals.cancelled'],
  after: [
    ...[acceptBilateral, declineBilateral, callOffBilateral].map((command) =>
      after(command, ({ after: meeting }) => toBoth(meeting)),
    ),
    after(scheduleBilateral, ({ after: meeting }) => toBoth(meeting)),
  ],
})
