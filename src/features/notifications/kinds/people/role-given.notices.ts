import { giveRole, invite } from '../../../people/commands.ts'
import { noticeKind } from '../../kind.ts'
import { after } from '../kind.notices.ts'
import { heldAs, placeOf } from './held.ts'

/** Somebody got a role. Whoever was let in by it gets a letter of invitation in any case. */
export const roleGiven = noticeKind('people-role-given', {
  group: 'people',
  usual: 'at-once',
  least: 'product',
  roles: [],
  after: [
    after(giveRole, (holding) => [
      { to: [{ account: holding.account }], facts: heldAs(holding), at: placeOf(holding) },
    ]),
    after(invite, ({ holding }) => [
      {
        to: [{ account: holding.account }],
        facts: heldAs(holding),
        at: placeOf(holding),
        written: true,
      },
    ]),
  ],
})
