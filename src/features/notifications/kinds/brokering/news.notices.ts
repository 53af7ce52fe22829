import type { Change } from '../../../brokering/deeds/keep.commands.ts'
import { begin, end } from '../../../brokering/deeds/move.commands.ts'
import { note } from '../../../brokering/deeds/note.commands.ts'
import { alter } from '../../../brokering/deeds/suggest.commands.ts'
import { partiesIn, readersOf } from '../../../brokering/model.ts'
import { noticeKind } from '../../kind.ts'
import { after, FOCAL_POINT, SECRETARIAT } from '../kind.notices.ts'
import { toDesk, toParties } from './tellings.notices.ts'

/** Whoever may read a note is told of it, but for the party that wrote it. */
export const proposalNoted = noticeKind('brokering-noted', {
  group: 'pledges',
  usual: 'at-once',
  least: 'off',
  roles: [...FOCAL_POINT, ...SECRETARIAT],
  after: [
    after(note, ({ proposal, said: { party, aloneWith } }) => {
      const readers = aloneWith === null ? readersOf(proposal) : [aloneWith]
      const parties = readers.filter((one) => one !== party)
      return [...toParties(proposal, parties), ...(party === null ? [] : toDesk(proposal, party))]
    }),
  ],
})

/** Those who may know of it, and no longer those whom it does not name. */
const readers = ({ after: proposal }: Change) => toParties(proposal, readersOf(proposal))

/** What was agreed has begun, something has ended, or a party is no longer named. */
export const proposalNews = noticeKind('brokering-news', {
  group: 'pledges',
  usual: 'at-once',
  least: 'off',
  roles: [...FOCAL_POINT, ...SECRETARIAT],
  after: [
    after(begin, (change) => [
      ...readers(change),
      ...(change.party === null ? [] : toDesk(change.after, change.party)),
    ]),
    after(end, readers),
    after(alter, ({ before, after: proposal }) =>
      toParties(
        proposal,
        partiesIn(before?.wording ?? proposal.wording).filter(
          (party) => before?.contactedAt != null && !partiesIn(proposal.wording).includes(party),
        ),
      ).map((telling) => ({ ...telling, at: telling.at.replace(/\/[^/]+$/, '') })),
    ),
  ],
})
