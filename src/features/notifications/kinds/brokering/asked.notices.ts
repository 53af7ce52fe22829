import type { Change } from '../../../brokering/deeds/keep.commands.ts'
import { remind, remindInTime } from '../../../brokering/deeds/remind.commands.ts'
import { alter, contact, start } from '../../../brokering/deeds/suggest.commands.ts'
import { partiesIn } from '../../../brokering/model.ts'
import { noticeKind, type Telling } from '../../kind.ts'
import { after, FOCAL_POINT } from '../kind.notices.ts'
import { toParties } from './tellings.notices.ts'

/** Whom it names is asked, once it is before them: at first, and of each new wording. */
const askedNow = ({ after: proposal }: Change): Telling[] =>
  proposal.contactedAt === null ? [] : toParties(proposal, partiesIn(proposal.wording))

/** A party is asked for its consent to its share in a partnership. */
export const proposalAsked = noticeKind('brokering-asked', {
  group: 'pledges',
  usual: 'at-once',
  least: 'product',
  roles: FOCAL_POINT,
  after: [after(contact, askedNow), after(start, askedNow), after(alter, askedNow)],
})

/** A party is reminded that its answer is awaited. */
export const proposalReminded = noticeKind('brokering-reminded', {
  group: 'pledges',
  usual: 'at-once',
  least: 'product',
  roles: FOCAL_POINT,
  after: [remind, remindInTime].map((command) =>
    after(command, ({ after: proposal, parties }) => toParties(proposal, parties)),
  ),
})
