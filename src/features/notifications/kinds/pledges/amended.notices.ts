import { amendPledge } from '../../../pledges/commands.ts'
import type { PledgeRecord } from '../../../pledges/queries.ts'
import { partiesOf } from '../../../pledges/shares.model.ts'
import { amendAsWritten } from '../../../pledges/writing/hand-in.commands.ts'
import { noticeKind } from '../../kind.ts'
import { after, at, FOCAL_POINT, SECRETARIAT, secretariats } from '../kind.notices.ts'
import { toParties } from './author.ts'

const amendment = ({ after: pledge }: { after: PledgeRecord }) => [
  ...toParties(pledge, partiesOf(pledge.terms.shares), { facts: {}, public: true }),
  {
    to: secretariats(pledge.conference),
    facts: { ...at(pledge.conference), pledge: pledge.id },
    at: `/pledges/${pledge.id}`,
  },
]

/** What was announced says something else now. */
export const amended = noticeKind('pledges-amended', {
  group: 'pledges',
  usual: 'digest',
  least: 'off',
  roles: [...SECRETARIAT, ...FOCAL_POINT],
  after: [after(amendPledge, amendment), after(amendAsWritten, amendment)],
})
