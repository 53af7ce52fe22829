import { endRole } from '../../../people/commands.ts'
import { noticeKind } from '../../kind.ts'
import { after } from '../kind.notices.ts'
import { heldAs } from './held.ts'

/** A role of somebody has ended. */
export const roleEnded = noticeKind('people-role-ended', {
  group: 'people',
  usual: 'at-once',
  least: 'product',
  roles: [],
  after: [
    after(endRole, (holding) => [
      { to: [{ account: holding.account }], facts: heldAs(holding), at: '/account' },
    ]),
  ],
})
