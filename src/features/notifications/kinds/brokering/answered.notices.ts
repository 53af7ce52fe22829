import { askChange, consent, decline } from '../../../brokering/deeds/answer.commands.ts'
import { suggest } from '../../../brokering/deeds/suggest.commands.ts'
import { noticeKind } from '../../kind.ts'
import { after, SECRETARIAT } from '../kind.notices.ts'
import { toDesk } from './tellings.notices.ts'

/** A party suggests a partnership. */
export const proposalSuggested = noticeKind('brokering-suggested', {
  group: 'pledges',
  usual: 'at-once',
  least: 'product',
  roles: SECRETARIAT,
  after: [
    after(suggest, ({ after: proposal, party }) => (party === null ? [] : toDesk(proposal, party))),
  ],
})

/** A party consents, asks for a change, or takes no part. */
export const proposalAnswered = noticeKind('brokering-answered', {
  group: 'pledges',
  usual: 'at-once',
  least: 'product',
  roles: SECRETARIAT,
  after: [
    after(consent, ({ change }) => toDesk(change.after, change.party)),
    ...[askChange, decline].map((command) =>
      after(command, (change) => toDesk(change.after, change.party)),
    ),
  ],
})
